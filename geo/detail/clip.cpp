#include "geo/detail/clip.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace dateline::geo::detail {
namespace {

struct Side {
  double MapPoint::*axis;
  double limit;
  double sign;  ///< +1: keep values >= limit; -1: keep values <= limit

  [[nodiscard]] double inside(const MapPoint& p) const noexcept { return sign * (p.*axis - limit); }
};

MapPoint crossing(const MapPoint& a, const MapPoint& b, const Side& side) noexcept {
  const double da = side.inside(a);
  const double t = da / (da - side.inside(b));
  MapPoint p{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
  p.*side.axis = side.limit;
  return p;
}

void clip_at(const MapLine& in, const Side& side, MapLine& out) {
  out.clear();
  for (std::size_t i = 0; i < in.size(); ++i) {
    const MapPoint& a = in[i == 0 ? in.size() - 1 : i - 1];
    const MapPoint& b = in[i];
    const bool a_in = side.inside(a) >= 0;
    const bool b_in = side.inside(b) >= 0;
    if (a_in != b_in) out.push_back(crossing(a, b, side));
    if (b_in) out.push_back(b);
  }
}

bool holds(const Projection::Window& outer, const Projection::Window& inner) noexcept {
  return inner.low.x >= outer.low.x && inner.low.y >= outer.low.y && inner.high.x <= outer.high.x &&
         inner.high.y <= outer.high.y;
}

bool apart(const Projection::Window& a, const Projection::Window& b) noexcept {
  return a.high.x < b.low.x || a.high.y < b.low.y || a.low.x > b.high.x || a.low.y > b.high.y;
}

struct Part {
  double from = 0;
  double to = 1;
};

/// The range of a segment inside the window.
std::optional<Part> part_inside(const MapPoint& a, const MapPoint& b, const Projection::Window& w) noexcept {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double p[4] = {-dx, dx, -dy, dy};
  const double q[4] = {a.x - w.low.x, w.high.x - a.x, a.y - w.low.y, w.high.y - a.y};
  Part part;
  for (int i = 0; i < 4; ++i) {
    if (p[i] == 0) {
      if (q[i] < 0) return std::nullopt;
    } else if (p[i] < 0) {
      part.from = std::max(part.from, q[i] / p[i]);
    } else {
      part.to = std::min(part.to, q[i] / p[i]);
    }
  }
  if (part.from > part.to) return std::nullopt;
  return part;
}

}  // namespace

Projection::Window bounds(std::span<const MapPoint> points) noexcept {
  constexpr double far = std::numeric_limits<double>::infinity();
  Projection::Window box{{far, far}, {-far, -far}};
  for (const MapPoint& p : points) {
    box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
    box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
  }
  return box;
}

void clip_line(std::span<const MapPoint> line, const Projection::Window& window, std::vector<MapLine>& parts) {
  const auto box = bounds(line);
  if (line.size() < 2 || apart(box, window)) return;
  if (holds(window, box)) {
    parts.emplace_back(line.begin(), line.end());
    return;
  }
  MapLine part;
  const auto finish = [&] {
    if (part.size() > 1) parts.push_back(std::move(part));
    part.clear();
  };
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const MapPoint& a = line[i];
    const MapPoint& b = line[i + 1];
    const auto range = part_inside(a, b, window);
    if (!range || range->from == range->to) {
      finish();
      continue;
    }
    const auto at = [&](double t) { return MapPoint{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}; };
    if (range->from > 0) finish();
    if (part.empty()) part.push_back(range->from > 0 ? at(range->from) : a);
    part.push_back(range->to < 1 ? at(range->to) : b);
    if (range->to < 1) finish();
  }
  finish();
}

MapLine clip_ring(MapLine ring, const Projection::Window& window) {
  const auto box = bounds(ring);
  if (ring.size() < 3 || apart(box, window)) return {};
  if (holds(window, box)) return ring;
  const Side sides[4] = {{&MapPoint::x, window.low.x, 1},
                         {&MapPoint::x, window.high.x, -1},
                         {&MapPoint::y, window.low.y, 1},
                         {&MapPoint::y, window.high.y, -1}};
  MapLine next;
  for (const Side& side : sides) {
    clip_at(ring, side, next);
    ring.swap(next);
    if (ring.empty()) break;
  }
  if (ring.size() < 3) ring.clear();
  return ring;
}

}  // namespace dateline::geo::detail
