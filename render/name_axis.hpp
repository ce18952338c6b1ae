#pragma once

#include <optional>
#include <span>
#include <vector>

#include "render/page_geometry.hpp"

namespace dateline::render {

/// The straight line along which an area's name is best set.
struct NameAxis {
  PagePoint middle;
  double degrees = 0;      ///< clockwise from level, -45..45: names never climb steeper
  double length = 0;       ///< px inside the area, with room for letters of the asked height
};

/// The longest line inside the visible part of the area (even-odd) along which letters `height` px high have room; level unless a
/// slanting one is far longer. Absent if the letters fit nowhere.
[[nodiscard]] std::optional<NameAxis> name_axis(std::span<const PageRing> rings, double height, const PageBox& bounds);

/// Small upright boxes that cover a slanting band, for what keeps clear of it.
[[nodiscard]] std::vector<PageBox> boxes_along(PagePoint middle, double degrees, double length, double height);

}  // namespace dateline::render
