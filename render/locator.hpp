#pragma once

#include <vector>

#include "geo/basemap.hpp"
#include "render/panel_marks.hpp"

namespace dateline::render {

/// Whether a locator would tell a reader more than the panels do: not when they show a third of the Earth or more.
[[nodiscard]] bool needs_locator(const std::vector<PanelPlan>& plans);

/// The small map that says where the panels are: the globe, or the surroundings of a panel too small to be seen on it.
/// The panels' frames are drawn on it.
void paint_locator(DisplayList& out, const PageBox& box, const std::vector<Panel>& panels, const geo::BaseMap& base_map, const Theme& theme,
                   const Typesetter& type);

}  // namespace dateline::render
