#pragma once

#include <optional>
#include <vector>

#include "geo/basemap.hpp"
#include "render/base_painting.hpp"
#include "render/panel_marks.hpp"

namespace dateline::render {

/// Whether a locator would tell a reader more than the panels do: not when they show a third of the Earth or more.
[[nodiscard]] bool needs_locator(const std::vector<PanelPlan>& plans);

/// What the locator is to show of the panels: plain values, so that they may be read beside the drawing of the panels.
struct LocatorSubject {
  std::vector<geo::Box> extents;   ///< by panel
  Meters width, height;            ///< of the first panel, on the ground
  bool operator==(const LocatorSubject&) const = default;
};
[[nodiscard]] LocatorSubject locator_subject(const std::vector<Panel>& panels);

/// A corner of the panel in which the locator would hide no mark; absent if there is none.
[[nodiscard]] std::optional<PageBox> free_corner(const Scene& scene, const Panel& panel, const PanelMarks& marks);

/// The land of the small map that says where the panels are: of the globe, or of the surroundings of a panel too small to be seen on it.
struct LocatorGround {
  LocatorSubject subject;
  bool globe = true;
  MapFrame frame;
  BasePaths base;
};
/// Reads the base map for the locator; needs no text, so that it may run beside the drawing of the panels. Absent if the box is too small.
[[nodiscard]] std::optional<LocatorGround> make_locator_ground(const PageBox& box, const LocatorSubject& subject, const geo::BaseMap& base_map);

/// The locator with the panels' frames on it.
void paint_locator(DisplayList& out, const LocatorGround& ground, const std::vector<Panel>& panels, const geo::BaseMap& base_map, const Theme& theme,
                   const Typesetter& type);

}  // namespace dateline::render
