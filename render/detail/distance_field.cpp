#include "render/detail/distance_field.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::render::detail {

namespace {

constexpr double reach = 8, share_outside = 0.25;   ///< px over which values fall, and how much of that lies outside

struct Segment {
  Pixel a, b;
};

std::vector<Segment> segments_of(const std::vector<std::vector<Pixel>>& contours) {
  std::vector<Segment> out;
  for (const auto& contour : contours) {
    for (std::size_t i = 0, j = contour.size() - 1; i < contour.size(); j = i++) {
      out.push_back({{contour[j].x * field_size, contour[j].y * field_size}, {contour[i].x * field_size, contour[i].y * field_size}});
    }
  }
  return out;
}

double squared_distance(Pixel p, const Segment& s) noexcept {
  const double dx = s.b.x - s.a.x, dy = s.b.y - s.a.y, length2 = dx * dx + dy * dy;
  const double t = length2 > 0 ? std::clamp(((p.x - s.a.x) * dx + (p.y - s.a.y) * dy) / length2, 0.0, 1.0) : 0;
  const double rx = p.x - s.a.x - t * dx, ry = p.y - s.a.y - t * dy;
  return rx * rx + ry * ry;
}

/// How often the segment winds round the place: what a ray to the right meets.
int winding(Pixel p, const Segment& s) noexcept {
  if ((s.a.y <= p.y) == (s.b.y <= p.y)) return 0;
  if (s.a.x + (p.y - s.a.y) / (s.b.y - s.a.y) * (s.b.x - s.a.x) <= p.x) return 0;
  return s.b.y > s.a.y ? 1 : -1;
}

char value_at(Pixel p, const std::vector<Segment>& segments) noexcept {
  double nearest = 1e9;
  int turns = 0;
  for (const Segment& s : segments) {
    nearest = std::min(nearest, squared_distance(p, s));
    turns += winding(p, s);
  }
  const double outside = turns == 0 ? std::sqrt(nearest) : -std::sqrt(nearest);
  return static_cast<char>(static_cast<unsigned char>(std::lround(std::clamp(255 - 255 * (outside / reach + share_outside), 0.0, 255.0))));
}

}  // namespace

DistanceField make_distance_field(const std::vector<std::vector<Pixel>>& contours) {
  DistanceField field;
  const std::vector<Segment> segments = segments_of(contours);
  if (segments.empty()) return field;
  Pixel low{1e9, 1e9}, high{-1e9, -1e9};
  for (const Segment& s : segments) {
    low = {std::min(low.x, s.a.x), std::min(low.y, s.a.y)};
    high = {std::max(high.x, s.a.x), std::max(high.y, s.a.y)};
  }
  field.left = static_cast<int>(std::floor(low.x));
  field.top = static_cast<int>(std::floor(low.y));
  field.width = static_cast<int>(std::ceil(high.x)) - field.left;
  field.height = static_cast<int>(std::ceil(high.y)) - field.top;
  for (int y = -field_rim; y < field.height + field_rim; ++y) {
    for (int x = -field_rim; x < field.width + field_rim; ++x) field.values += value_at({field.left + x + 0.5, field.top + y + 0.5}, segments);
  }
  return field;
}

}  // namespace dateline::render::detail
