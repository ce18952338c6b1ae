#include "pipeline/detail/tile_marks.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::pipeline::detail {

namespace {

using geo::WorldPoint;

WorldPoint between(WorldPoint a, WorldPoint b, double t) noexcept { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }
double distance(WorldPoint a, WorldPoint b) noexcept { return std::hypot(b.x - a.x, b.y - a.y); }

}  // namespace

WorldLine to_world_line(const geo::LineString& line) {
  WorldLine out;
  for (const auto& place : line) {
    auto p = geo::to_world(place);
    if (!out.empty()) p.x -= std::round(p.x - out.back().x);
    out.push_back(p);
  }
  return out;
}

geo::LonLat to_place(WorldPoint p) {
  p.x -= std::floor(p.x);
  return geo::from_world(p);
}

geo::LineString to_places(std::span<const WorldPoint> line) {
  geo::LineString out;
  for (const auto p : line) out.push_back(to_place(p));
  return out;
}

double length_of(std::span<const WorldPoint> line) noexcept {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += distance(line[i - 1], line[i]);
  return sum;
}

WorldPoint point_along(std::span<const WorldPoint> line, double along) noexcept {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double step = distance(line[i - 1], line[i]);
    if (along <= step && step > 0) return between(line[i - 1], line[i], std::max(0.0, along / step));
    along -= step;
  }
  return line.back();
}

WorldLine part_of(std::span<const WorldPoint> line, double along) {
  WorldLine out = {line.front()};
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double step = distance(line[i - 1], line[i]);
    if (along < step) {
      out.push_back(between(line[i - 1], line[i], along / step));
      return out;
    }
    out.push_back(line[i]);
    along -= step;
  }
  return out;
}

std::optional<TileArrow> make_arrow(const WorldLine& line, double rim, double pixel) {
  constexpr double kLeastPixels = 6;
  const double visible = length_of(line) - rim;
  if (visible < kLeastPixels * pixel) return std::nullopt;
  // A short arrow has a small head, never a head alone.
  const double share = std::min(1.0, visible / (2 * mark_size::head_length * pixel));
  const double length = mark_size::head_length * pixel * share, half = mark_size::head_width * pixel * share / 2;
  const auto tip = point_along(line, visible), base = point_along(line, visible - length);
  const double chord = distance(base, tip);
  if (chord <= 0) return std::nullopt;
  const WorldPoint across{-(tip.y - base.y) / chord * half, (tip.x - base.x) / chord * half};
  TileArrow arrow;
  // The shaft reaches a little into the head, so that no gap shows between them.
  constexpr double kInto = 0.8;
  arrow.shaft = part_of(line, visible - length * kInto);
  arrow.head = {tip, {base.x + across.x, base.y + across.y}, {base.x - across.x, base.y - across.y}};
  return arrow;
}

namespace {

std::uint64_t cell_key(std::int64_t column, std::int64_t row) noexcept { return static_cast<std::uint64_t>(column) << 32U ^ (static_cast<std::uint64_t>(row) & 0xFFFFFFFFU); }

}  // namespace

bool BadgeRoom::is_free(WorldPoint p) const {
  const double size = mark_size::badge * pixel_;
  const auto column = static_cast<std::int64_t>(std::floor(p.x / size)), row = static_cast<std::int64_t>(std::floor(p.y / size));
  for (std::int64_t dx = -1; dx <= 1; ++dx) {
    for (std::int64_t dy = -1; dy <= 1; ++dy) {
      const auto found = taken_.find(cell_key(column + dx, row + dy));
      if (found == taken_.end()) continue;
      for (const auto& other : found->second) {
        if (std::abs(other.x - p.x) < size * 0.999 && std::abs(other.y - p.y) < size * 0.999) return false;
      }
    }
  }
  return true;
}

WorldPoint BadgeRoom::take(std::span<const WorldPoint> candidates) {
  auto chosen = candidates.back();
  for (const auto& candidate : candidates) {
    if (!is_free(candidate)) continue;
    chosen = candidate;
    break;
  }
  const double size = mark_size::badge * pixel_;
  taken_[cell_key(static_cast<std::int64_t>(std::floor(chosen.x / size)), static_cast<std::int64_t>(std::floor(chosen.y / size)))].push_back(chosen);
  return chosen;
}

}  // namespace dateline::pipeline::detail
