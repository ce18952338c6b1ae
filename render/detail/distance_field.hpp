#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/detail/raster_stroke.hpp"

namespace dateline::render::detail {

/// A letter as the distance of each pixel from its outline, the form in which graphics cards draw letters at any size.
struct DistanceField {
  int left = 0, top = 0;       ///< of the letter's box, px from the pen; y down
  int width = 0, height = 0;   ///< of the letter's box
  std::string values;          ///< one byte a pixel, row by row, of the box and a rim of `field_rim` pixels around it
};

/// What MapLibre's shaders assume: letters of 24 px, a rim of 3, values that fall from 255 inside to 0 outside over 8 px, 192 on the outline.
inline constexpr int field_size = 24, field_rim = 3;

/// `contours` in em, closed, y down, filled where they wind round. Without any there is a field without pixels.
[[nodiscard]] DistanceField make_distance_field(const std::vector<std::vector<Pixel>>& contours);

}  // namespace dateline::render::detail
