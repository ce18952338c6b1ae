#pragma once

#include <string>
#include <vector>

#include "render/theme.hpp"
#include "render/typesetter.hpp"

namespace dateline::render {

/// A round distance and how long it is drawn.
struct ScaleStep {
  double value = 0;        ///< in the unit: 1, 2 or 5 times a power of ten
  double pixels = 0;
  std::string text;        ///< "200 km"
};
/// The longest round distance that is at most `most_pixels` long; `unit_metres` is 1000 or 1609.344.
[[nodiscard]] ScaleStep scale_step(double ground_metres_per_pixel, double unit_metres, const std::string& unit, double most_pixels);

/// A bar in kilometres with one in miles below.
struct ScaleBar {
  ScaleStep kilometres, miles;
  double width = 0, height = 0;
};
[[nodiscard]] ScaleBar make_scale_bar(double ground_metres_per_pixel, double most_pixels, const Theme& theme, const Typesetter& type);
void paint_scale_bar(DisplayList& out, const ScaleBar& bar, PagePoint corner, const Theme& theme, const Typesetter& type);

/// "1 : 7.4 million", "1 : 250,000": two figures.
[[nodiscard]] std::string scale_text(double denominator);

}  // namespace dateline::render
