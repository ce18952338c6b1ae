#include "geo/detail/tile_grid.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace dateline::geo::detail {

namespace {

GridBox box_of(const GridLine& line) noexcept {
  constexpr auto kFar = std::numeric_limits<std::int64_t>::max();
  GridBox box{kFar, kFar, -kFar, -kFar};
  for (const auto& p : line) {
    box.west = std::min(box.west, p.x), box.east = std::max(box.east, p.x);
    box.north = std::min(box.north, p.y), box.south = std::max(box.south, p.y);
  }
  return box;
}
bool contains(const GridBox& outer, const GridBox& inner) noexcept {
  return outer.west <= inner.west && inner.east <= outer.east && outer.north <= inner.north && inner.south <= outer.south;
}
bool touches(const GridBox& a, const GridBox& b) noexcept { return a.west <= b.east && b.west <= a.east && a.north <= b.south && b.north <= a.south; }
bool contains(const GridBox& box, GridPoint p) noexcept { return p.x >= box.west && p.x <= box.east && p.y >= box.north && p.y <= box.south; }

/// One of the four edges of a box, as a half-plane.
struct Edge {
  bool vertical;
  bool keeps_greater;
  std::int64_t at;

  [[nodiscard]] bool keeps(GridPoint p) const noexcept { return keeps_greater ? (vertical ? p.x : p.y) >= at : (vertical ? p.x : p.y) <= at; }
  /// Where the line from a to b meets the edge. From the end that comes first, so that both directions give one point.
  [[nodiscard]] GridPoint meet(GridPoint a, GridPoint b) const noexcept {
    if (b.x < a.x || (b.x == a.x && b.y < a.y)) std::swap(a, b);
    const double t = vertical ? static_cast<double>(at - a.x) / static_cast<double>(b.x - a.x) : static_cast<double>(at - a.y) / static_cast<double>(b.y - a.y);
    if (vertical) return {at, a.y + std::llround(static_cast<double>(b.y - a.y) * t)};
    return {a.x + std::llround(static_cast<double>(b.x - a.x) * t), at};
  }
};

std::array<Edge, 4> edges_of(const GridBox& box) noexcept {
  return {Edge{true, true, box.west}, Edge{true, false, box.east}, Edge{false, true, box.north}, Edge{false, false, box.south}};
}

void append(GridLine& line, GridPoint p) {
  if (line.empty() || !(line.back() == p)) line.push_back(p);
}

/// Takes away what has no area: repeated points and spikes that go out and come back the same way.
GridLine tidy(const GridLine& ring) {
  GridLine out;
  const auto straight = [](GridPoint a, GridPoint b, GridPoint c) { return (b.x - a.x) * (c.y - a.y) == (b.y - a.y) * (c.x - a.x); };
  const auto back = [](GridPoint a, GridPoint b, GridPoint c) { return (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) <= 0; };
  const auto add = [&](GridPoint p) {
    while (!out.empty()) {
      if (out.back() == p) return;
      if (out.size() < 2 || !straight(out[out.size() - 2], out.back(), p) || !back(out[out.size() - 2], out.back(), p)) break;
      out.pop_back();
    }
    out.push_back(p);
  };
  for (const auto& p : ring) add(p);
  // The same where the end meets the beginning.
  bool changed = true;
  while (changed && out.size() >= 3) {
    changed = false;
    if (out.front() == out.back()) {
      out.pop_back();
      changed = true;
    } else if (straight(out[out.size() - 2], out.back(), out.front()) && back(out[out.size() - 2], out.back(), out.front())) {
      out.pop_back();
      changed = true;
    } else if (straight(out.back(), out[0], out[1]) && back(out.back(), out[0], out[1])) {
      out.erase(out.begin());
      changed = true;
    }
  }
  return out;
}

/// I. E. Sutherland, G. W. Hodgman, "Reentrant polygon clipping", CACM 17 (1974).
GridLine clip_ring(GridLine ring, const GridBox& box) {
  for (const Edge& edge : edges_of(box)) {
    if (ring.size() < 3) return {};
    GridLine kept;
    kept.reserve(ring.size() + 4);
    GridPoint last = ring.back();
    bool last_in = edge.keeps(last);
    for (const GridPoint p : ring) {
      const bool in = edge.keeps(p);
      if (in != last_in) append(kept, edge.meet(last, p));
      if (in) append(kept, p);
      last = p, last_in = in;
    }
    ring = std::move(kept);
  }
  return ring;
}

void clip_area(const GridFeature& feature, const GridBox& box, GridFeature& out) {
  std::size_t outer_at = 0;         // in `out`
  std::int64_t outer_area = 0;      // 0: the outer ring is gone, and its holes go with it
  for (std::size_t i = 0; i < feature.parts.size(); ++i) {
    const auto& ring = feature.parts[i];
    const bool outer = feature.outer[i];
    if (outer) outer_area = 0;
    if (!outer && outer_area == 0) continue;
    const GridBox& extent = feature.boxes[i];
    if (!touches(extent, box)) continue;
    auto kept = tidy(contains(box, extent) ? ring : clip_ring(ring, box));
    const std::int64_t area = kept.size() < 3 ? 0 : signed_area(kept);
    // A ring that rounding turned over was nearly nothing.
    if (outer ? area <= 0 : area >= 0) continue;
    if (outer) {
      outer_at = out.parts.size();
      outer_area = area;
    } else if (-area >= outer_area) {
      // The box lies within a lake.
      out.parts.resize(outer_at);
      out.boxes.resize(outer_at);
      out.outer.resize(outer_at);
      outer_area = 0;
      continue;
    }
    add_part(out, std::move(kept), outer);
  }
}

/// Cuts the segment to the box (Y.-D. Liang, B. A. Barsky, ACM TOG 3 (1984)). False if nothing is inside.
bool clip_segment(GridPoint& a, GridPoint& b, const GridBox& box) noexcept {
  const GridPoint from = a, to = b;
  for (const Edge& edge : edges_of(box)) {
    const bool first = edge.keeps(a), second = edge.keeps(b);
    if (!first && !second) return false;
    // Always along the whole segment: what was cut already is rounded.
    if (!first) a = edge.meet(from, to);
    if (!second) b = edge.meet(from, to);
  }
  return contains(box, a) && contains(box, b);
}

void clip_line(const GridLine& line, const GridBox& extent, const GridBox& box, GridFeature& out) {
  const auto finish = [&out](GridLine& piece) {
    if (piece.size() > 1) add_part(out, std::move(piece), true);
    piece.clear();
  };
  if (!touches(extent, box)) return;
  GridLine piece;
  if (contains(box, extent)) {
    for (const auto& p : line) append(piece, p);
    return finish(piece);
  }
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    GridPoint a = line[i], b = line[i + 1];
    if (!clip_segment(a, b, box)) {
      finish(piece);
      continue;
    }
    if (!piece.empty() && !(piece.back() == a)) finish(piece);
    append(piece, a);
    append(piece, b);
    if (!(b == line[i + 1])) finish(piece);
  }
  finish(piece);
}

}  // namespace

void add_part(GridFeature& out, GridLine part, bool outer) {
  out.boxes.push_back(box_of(part));
  out.parts.push_back(std::move(part));
  out.outer.push_back(outer);
}

std::int64_t signed_area(const GridLine& ring) noexcept {
  std::int64_t sum = 0;
  for (std::size_t i = 0, last = ring.size() - 1; i < ring.size(); last = i++) {
    // From the first point: far from the origin the products would not fit.
    sum += (ring[last].x - ring[0].x) * (ring[i].y - ring[0].y) - (ring[i].x - ring[0].x) * (ring[last].y - ring[0].y);
  }
  return sum;
}

GridFeature to_grid(const ZoomFeature& feature, int zoom, int shift) {
  const double scale = std::ldexp(static_cast<double>(tile_extent), zoom);
  GridFeature out;
  out.kind = feature.kind;
  out.feature = feature.feature;
  out.outer = feature.outer;
  out.parts.reserve(feature.parts.size());
  const auto offset = static_cast<std::int64_t>(shift * scale);
  for (const auto& part : feature.parts) {
    auto& line = out.parts.emplace_back();
    line.reserve(part.size());
    for (const auto& p : part) append(line, {std::llround(p.x * scale) + offset, std::llround(p.y * scale)});
    out.boxes.push_back(box_of(line));
  }
  return out;
}

GridFeature clip(const GridFeature& feature, const GridBox& box) {
  GridFeature out;
  out.kind = feature.kind;
  out.layer = feature.layer;
  out.feature = feature.feature;
  switch (feature.kind) {
    case GeometryKind::Area: clip_area(feature, box, out); break;
    case GeometryKind::Line:
    case GeometryKind::Lines:
      for (std::size_t i = 0; i < feature.parts.size(); ++i) clip_line(feature.parts[i], feature.boxes[i], box, out);
      break;
    default:
      for (const auto& points : feature.parts) {
        GridLine kept;
        std::copy_if(points.begin(), points.end(), std::back_inserter(kept), [&box](GridPoint p) { return contains(box, p); });
        if (!kept.empty()) add_part(out, std::move(kept), true);
      }
  }
  return out;
}

}  // namespace dateline::geo::detail
