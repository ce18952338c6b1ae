#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "geo/basemap.hpp"
#include "render/label_candidates.hpp"
#include "render/name_axis.hpp"
#include "render/panel_marks.hpp"

/// The words and badges of one panel, placed.
namespace dateline::render {

/// What labels of one panel are made from. Everything outlives the call.
struct LabelInput {
  const Scene& scene;
  const Panel& panel;
  const PanelMarks& marks;
  const LandMask& mask;
  const Theme& theme;
  const Typesetter& type;
  std::vector<PageBox> furniture;        ///< taken already: the scale bar
};

struct PlacedBadge {
  std::size_t mark = 0;
  PagePoint center;
  PageBox box;
};
struct PlacedText {
  TextBlock block;
  PagePoint corner;
  TextAnchor align = TextAnchor::Start;
  PageBox box;
  std::optional<std::size_t> mark;       ///< belongs to this event; else to a place or the base map
  std::optional<NameAxis> axis;          ///< the line of a name that lies along its area, through the middle of its letters
  std::vector<PageBox> covers;           ///< what such a name covers
  /// The room it takes.
  [[nodiscard]] std::vector<PageBox> boxes() const { return covers.empty() ? std::vector{box} : covers; }
};
/// A context city's dot.
struct PlacedDot {
  PagePoint center;
  bool capital = false;
};
struct PanelLabels {
  std::vector<PlacedBadge> badges;
  std::vector<PlacedText> event_texts, context_texts;
  std::vector<PageSegment> leaders;
  std::vector<PlacedDot> dots;
  LabelObstacles obstacles;              ///< all that was kept clear of, for context labels
  Diagnostics diagnostics;               ///< labels left out
};

/// Badges, names of event places, words of arrows. Every badge is placed, in the worst case on its own symbol.
[[nodiscard]] PanelLabels place_event_labels(const LabelInput& input);

/// Countries, seas and cities for orientation into what room is left; at most 25.
void place_context_labels(PanelLabels& labels, const LabelInput& input, const geo::BaseMap& base_map);

/// The inner box that labels keep to.
[[nodiscard]] PageBox label_bounds(const PageBox& frame) noexcept;

/// Where events and their labels stand: 6 % of the shorter side from the frame. Words of arrows that leave the frame may pass it.
[[nodiscard]] PageBox event_bounds(const PageBox& frame) noexcept;

/// Contested names ("Sea of Japan / East Sea") stand one below the other: each of them, or the only one.
[[nodiscard]] std::vector<std::string> each_name(const std::string& contested);

/// Upper case for Latin, Greek and Cyrillic; other letters stay.
[[nodiscard]] std::string upper_case(const std::string& text);

}  // namespace dateline::render
