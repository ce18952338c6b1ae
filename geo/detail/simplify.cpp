#include "geo/detail/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline::geo::detail {
namespace {

double distance_to_segment(const MapPoint& p, const MapPoint& a, const MapPoint& b) noexcept {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  double t = 0;
  if (length2 > 0) t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0);
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

struct Stretch {
  std::size_t first, last;
  double limit;  ///< importance of the vertices that this stretch hangs between
};

}  // namespace

std::vector<double> importance(std::span<const MapPoint> line) {
  constexpr double always = std::numeric_limits<double>::infinity();
  std::vector<double> result(line.size(), 0);
  if (line.empty()) return result;
  result.front() = result.back() = always;
  // An explicit stack: a coast of 100,000 vertices may split one at a time.
  std::vector<Stretch> open{{0, line.size() - 1, always}};
  while (!open.empty()) {
    const Stretch s = open.back();
    open.pop_back();
    double farthest = -1;
    std::size_t at = s.first;
    for (std::size_t i = s.first + 1; i < s.last; ++i) {
      const double d = distance_to_segment(line[i], line[s.first], line[s.last]);
      if (d > farthest) {
        farthest = d;
        at = i;
      }
    }
    if (farthest < 0) continue;
    result[at] = std::min(farthest, s.limit);
    open.push_back({s.first, at, result[at]});
    open.push_back({at, s.last, result[at]});
  }
  return result;
}

MapLine simplify_line(std::span<const MapPoint> line, double tolerance) {
  if (line.size() < 3 || !(tolerance > 0)) return {line.begin(), line.end()};
  const auto weight = importance(line);
  MapLine kept;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (weight[i] >= tolerance) kept.push_back(line[i]);
  }
  return kept;
}

MapLine simplify_ring(std::span<const MapPoint> ring, double tolerance) {
  if (ring.size() < 3) return {};
  // Anchor at the two vertices farthest apart in the order of the plane, so that the result does not hang on where
  // the ring happens to start.
  const auto less = [](const MapPoint& a, const MapPoint& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; };
  const auto [low, high] = std::minmax_element(ring.begin(), ring.end(), less);
  MapLine turned(low, ring.end());
  turned.insert(turned.end(), ring.begin(), low);
  turned.push_back(turned.front());
  const auto far = static_cast<std::size_t>((high - low + static_cast<std::ptrdiff_t>(ring.size())) %
                                            static_cast<std::ptrdiff_t>(ring.size()));
  MapLine kept = simplify_line(std::span(turned).first(far + 1), tolerance);
  const MapLine back = simplify_line(std::span(turned).subspan(far), tolerance);
  kept.insert(kept.end(), back.begin() + 1, back.end());
  kept.pop_back();
  if (kept.size() < 3) kept.clear();
  return kept;
}

}  // namespace dateline::geo::detail
