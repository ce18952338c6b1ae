#include "render/relief.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "geo/elevation.hpp"

namespace dateline::render {
namespace {

constexpr double page_step = 1.25;               // CSS px from height to height: finer than a ridge that can be seen
constexpr double azimuth = -135, altitude = 45;  // of the light, degrees; clockwise from the page's right
constexpr double usual_slope = 0.45;             // what the steep tenth of a panel is exaggerated to
constexpr double strongest_shadow = 0.38, strongest_light = 0.34;   // opacity: the base map shines through, labels stay readable

struct Grid {
  const std::vector<float>& heights;
  int columns, rows;
  [[nodiscard]] float at(int x, int y) const {
    return heights[static_cast<std::size_t>(std::clamp(y, 0, rows - 1)) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(std::clamp(x, 0, columns - 1))];
  }
};

struct Slope {
  double x = 0, y = 0;   // rise to the page's right and bottom
};

// Horn's method: the eight neighbours, the near ones twice. Source: B. K. P. Horn, "Hill Shading and the Reflectance Map",
// Proceedings of the IEEE 69 (1981). A neighbour without height is taken as high as the middle.
std::optional<Slope> slope_at(const Grid& grid, int x, int y, double spacing) {
  const float middle = grid.at(x, y);
  if (std::isnan(middle)) return std::nullopt;
  const auto h = [&](int dx, int dy) {
    const float value = grid.at(x + dx, y + dy);
    return static_cast<double>(std::isnan(value) ? middle : value);
  };
  return Slope{(h(1, -1) + 2 * h(1, 0) + h(1, 1) - h(-1, -1) - 2 * h(-1, 0) - h(-1, 1)) / (8 * spacing),
               (h(-1, 1) + 2 * h(0, 1) + h(1, 1) - h(-1, -1) - 2 * h(0, -1) - h(1, -1)) / (8 * spacing)};
}

// Small scales flatten: mountains of 1 : 10 million would not show. But the waves of a plain must not become mountains.
double exaggeration(std::vector<double> slopes, double spacing) {
  if (slopes.empty()) return 1;
  const auto tenth = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() * 9 / 10);
  std::nth_element(slopes.begin(), tenth, slopes.end());
  const double most = 2 + spacing / 80;
  return std::clamp(usual_slope / std::max(*tenth, 1e-9), 1.0, most);
}

std::uint8_t alpha(double share) { return static_cast<std::uint8_t>(std::lround(255 * std::clamp(share, 0.0, 1.0))); }

}  // namespace

std::vector<std::uint8_t> shade(const std::vector<float>& heights, int columns, double spacing) {
  const Grid grid{heights, columns, static_cast<int>(heights.size()) / columns};
  std::vector<std::optional<Slope>> slopes;
  std::vector<double> steepness;
  slopes.reserve(heights.size());
  for (int y = 0; y < grid.rows; ++y) {
    for (int x = 0; x < columns; ++x) {
      slopes.push_back(slope_at(grid, x, y, spacing));
      if (slopes.back()) steepness.push_back(std::hypot(slopes.back()->x, slopes.back()->y));
    }
  }
  // Seas are flat: only ground that rises tells how steep the land is.
  std::erase_if(steepness, [](double s) { return s < 1e-6; });
  const double factor = exaggeration(std::move(steepness), spacing);
  constexpr double radians = std::numbers::pi / 180;
  const double light_x = std::cos(azimuth * radians) * std::cos(altitude * radians), light_y = std::sin(azimuth * radians) * std::cos(altitude * radians);
  const double flat = std::sin(altitude * radians);
  std::vector<std::uint8_t> rgba;
  rgba.reserve(slopes.size() * 4);
  for (const auto& slope : slopes) {
    double brightness = flat;
    if (slope) {
      const double x = slope->x * factor, y = slope->y * factor;
      // The ground's normal is (-x, -y, 1).
      brightness = std::max(0.0, (-x * light_x - y * light_y + flat) / std::sqrt(1 + x * x + y * y));
    }
    const bool lit = brightness > flat;
    const double strength = lit ? (brightness - flat) / (1 - flat) * strongest_light : (flat - brightness) / flat * strongest_shadow;
    const std::uint8_t ink = lit ? 255 : 30;
    rgba.insert(rgba.end(), {ink, ink, ink, alpha(strength)});
  }
  return rgba;
}

std::optional<ImageItem> make_relief(const std::filesystem::path& raster, const MapFrame& frame) {
  const PageBox& box = frame.page();
  ImageItem image;
  image.box = box;
  image.width = std::max(2, static_cast<int>(std::ceil(box.width() / page_step)));
  image.height = std::max(2, static_cast<int>(std::ceil(box.height() / page_step)));
  const auto window = frame.window();
  std::vector<geo::MapPoint> places;
  places.reserve(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      places.push_back({window.low.x + (window.high.x - window.low.x) * (x + 0.5) / image.width,
                        window.high.y - (window.high.y - window.low.y) * (y + 0.5) / image.height});
    }
  }
  frame.projection().unproject_to_degrees(places);
  const auto heights = geo::read_elevations(raster, places);
  if (std::all_of(heights.begin(), heights.end(), [](float h) { return std::isnan(h); })) return std::nullopt;
  image.rgba = std::make_shared<const std::vector<std::uint8_t>>(shade(heights, image.width, frame.ground_metres_per_pixel() * box.width() / image.width));
  return image;
}

}  // namespace dateline::render
