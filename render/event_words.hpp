#pragma once

#include <string>
#include <vector>

#include "render/panel_labels.hpp"

/// What the labels of events say. Where they stand is for event_labels to find.
namespace dateline::render {

[[nodiscard]] std::string number_of(const Scene& scene, std::size_t mark);

class EventWords {
 public:
  /// The input outlives this.
  explicit EventWords(const LabelInput& input) : in_(input) {}

  /// The badges of a place, its name, and what its only report says of number and day.
  [[nodiscard]] LabelContent of_place(const MarkedPlace& p) const;
  /// For a crowd: the name, and of an area how far it is to be believed.
  [[nodiscard]] std::vector<TextLine> brief_of(const MarkedPlace& p) const;

  /// The words beside an arrow; `fewer` of them for a crowd, empty if nothing can be left out.
  struct Arrow {
    std::vector<TextLine> lines, fewer;
  };
  [[nodiscard]] Arrow of_arrow(const MarkedArrow& a) const;

 private:
  [[nodiscard]] std::vector<TextLine> named(const MarkedPlace& p) const;
  [[nodiscard]] std::vector<TextLine> name_of(const MarkedPlace& p) const;
  [[nodiscard]] std::vector<TextLine> country_name(const MarkedPlace& p) const;
  [[nodiscard]] std::string above_name(const MarkedPlace& p) const;
  void add_report(std::vector<TextLine>& lines, const Mark& mark, const TextStyle& style) const;
  void add_shared_reports(std::vector<TextLine>& lines, const MarkedArrow& a, const TextStyle& style) const;
  [[nodiscard]] const ScenePlace& place(const MarkedPlace& p) const { return in_.scene.places[p.place]; }

  const LabelInput& in_;
};

}  // namespace dateline::render
