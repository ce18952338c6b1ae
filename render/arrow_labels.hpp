#pragma once

#include <vector>

#include "render/event_words.hpp"
#include "render/panel_labels.hpp"

/// Badges on the lines of arrows, and where their words may stand beside them.
namespace dateline::render {

class ArrowLabels {
 public:
  /// Adds its badges and their room to `out`. Both outlive this.
  ArrowLabels(const LabelInput& input, PanelLabels& out);

  /// The arrow's badges on its line like beads, near its middle, clear of everything else. False if there is no such place: then they go with the words.
  bool place_on_line(const MarkedArrow& arrow);
  void add_badge(std::size_t mark, PagePoint center);
  /// Where all else failed: on the line or beside it, over a halo or another line, if it must be, but as clear as can be of other badges and words. Beside it, it is tied to it.
  void rescue(const Curve& line, std::size_t mark);

  /// Next to the line, and nearer to it than to anything else: words that a reader could give to another arrow or to a town are worse than none, for the note has them.
  [[nodiscard]] std::vector<LabelVariant> beside(const LabelShape& shape, const MarkedArrow& a) const;
  /// A badge that stands off its line is tied to it, or a reader could give it to the next one.
  static void tie(std::vector<LabelVariant>& variants, const Curve& line);

 private:
  [[nodiscard]] PageBox badge_box(std::size_t mark, PagePoint center) const;
  [[nodiscard]] double badge_cost(const MarkedArrow& arrow, const PageBox& box) const;
  [[nodiscard]] double badge_parameter(const MarkedArrow& a) const;

  const LabelInput& in_;
  PanelLabels& out_;
  PageBox bounds_;
};

}  // namespace dateline::render
