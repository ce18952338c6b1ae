#include "geo/inside_point.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "geo/detail/ring_area.hpp"

namespace dateline::geo {

namespace {

using Ring = std::vector<WorldPoint>;

/// In the square, or beside it where the ring crosses the date line.
Ring project(const LineString& line, double near) {
  Ring out;
  for (const LonLat& place : line) {
    WorldPoint p = to_world(place);
    p.x = near + std::remainder(p.x - near, 1.0);
    near = p.x;
    out.push_back(p);
  }
  return out;
}

double size_of(const Ring& ring) noexcept { return std::fabs(detail::twice_area(ring, &WorldPoint::x, &WorldPoint::y)); }

double squared_distance(WorldPoint p, WorldPoint a, WorldPoint b) noexcept {
  const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
  const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
  return (p.x - a.x - t * dx) * (p.x - a.x - t * dx) + (p.y - a.y - t * dy) * (p.y - a.y - t * dy);
}

/// The outer ring, then holes.
class Room {
 public:
  explicit Room(std::vector<Ring> rings) : rings_(std::move(rings)) {
    const auto [low, high] = std::minmax_element(rings_.front().begin(), rings_.front().end(), [](WorldPoint a, WorldPoint b) { return a.y < b.y; });
    north_ = low->y;
    south_ = high->y;
  }

  [[nodiscard]] std::optional<WorldPoint> find() const {
    constexpr int lines = 11, chords_per_line = 2;
    std::optional<WorldPoint> best;
    double most = -1;
    for (int line = 0; line < lines; ++line) {
      // The middle one first: among equals it looks best.
      const int from_middle = (line + 1) / 2 * (line % 2 == 0 ? 1 : -1);
      const double y = std::lerp(north_, south_, (lines / 2 + from_middle + 0.5) / lines);
      auto chords = chords_at(y);
      std::stable_sort(chords.begin(), chords.end(), [](const auto& a, const auto& b) { return a.second - a.first > b.second - b.first; });
      for (std::size_t i = 0; i < std::min<std::size_t>(chords.size(), chords_per_line); ++i) {
        const WorldPoint middle{(chords[i].first + chords[i].second) / 2, y};
        const double room = room_around(middle, most);
        if (room <= most) continue;
        most = room;
        best = middle;
      }
    }
    return best;
  }

 private:
  template <typename F>
  void each_edge(F&& f) const {
    for (const Ring& ring : rings_) {
      for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) f(ring[j], ring[i]);
    }
  }

  /// Where a line of latitude lies inside, from west to east.
  [[nodiscard]] std::vector<std::pair<double, double>> chords_at(double y) const {
    std::vector<double> crossings;
    each_edge([&](WorldPoint a, WorldPoint b) {
      if ((a.y <= y) != (b.y <= y)) crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    });
    std::sort(crossings.begin(), crossings.end());
    std::vector<std::pair<double, double>> chords;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) chords.emplace_back(crossings[i], crossings[i + 1]);
    return chords;
  }

  /// Squared distance to the nearest edge; anything not above `enough` once it is below.
  [[nodiscard]] double room_around(WorldPoint p, double enough) const {
    double nearest = 1e9;
    each_edge([&](WorldPoint a, WorldPoint b) {
      if (nearest > enough) nearest = std::min(nearest, squared_distance(p, a, b));
    });
    return nearest;
  }

  std::vector<Ring> rings_;
  double north_ = 0, south_ = 0;
};

}  // namespace

std::optional<WorldPoint> find_inside_point(const MultiPolygon& area) {
  const Polygon* largest = nullptr;
  Ring outer;
  for (const Polygon& polygon : area) {
    if (polygon.outer.size() < 3) continue;
    Ring ring = project(polygon.outer, to_world(polygon.outer.front()).x);
    if (largest != nullptr && size_of(ring) <= size_of(outer)) continue;
    largest = &polygon;
    outer = std::move(ring);
  }
  if (largest == nullptr) return std::nullopt;
  std::vector<Ring> rings{std::move(outer)};
  for (const LineString& hole : largest->holes) {
    if (hole.size() > 2) rings.push_back(project(hole, rings.front().front().x));
  }
  auto found = Room(std::move(rings)).find();
  if (found) found->x -= std::floor(found->x);
  return found;
}

}  // namespace dateline::geo
