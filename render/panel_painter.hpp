#pragma once

#include <optional>
#include <string>

#include "geo/basemap.hpp"
#include "render/base_painting.hpp"
#include "render/panel_labels.hpp"

namespace dateline::render {

/// One finished panel, and what is where on it.
struct PanelPicture {
  DisplayList items;
  PanelLabels labels;
  PanelMarks marks;
  PageBox frame;
  PageBox scale_bar;
  std::optional<PageBox> inset;   ///< the locator, if it stands in the panel
  std::string caption;       ///< where and at what scale
};

/// `panel` has its land mask. `number` from 0; the first panel's groups have the plain ids "event-3".
[[nodiscard]] PanelPicture paint_panel(const Scene& scene, const Panel& panel, PanelMarks marks, const BasePaths& base, std::size_t number,
                                       const geo::BaseMap& base_map, const styles::Style& style, const Theme& theme,
                                       const Typesetter& type);

}  // namespace dateline::render
