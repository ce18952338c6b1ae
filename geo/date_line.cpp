#include "geo/date_line.hpp"

#include <algorithm>
#include <cmath>

#include "geo/detail/clip.hpp"
#include "geo/detail/ring_area.hpp"
#include "geo/detail/unroll.hpp"

namespace dateline::geo {
namespace {

struct Turns {
  int first, last;
};

/// By how many turns a stretch of longitudes has to be moved to come into -180..180.
Turns turns_of(const Projection::Window& box) noexcept {
  return {static_cast<int>(std::ceil((-180 - box.high.x) / 360)), static_cast<int>(std::floor((180 - box.low.x) / 360))};
}

MapLine move(MapLine line, int turns) {
  for (MapPoint& p : line) p.x += 360.0 * turns;
  return line;
}

constexpr Projection::Window world{{-180, -90}, {180, 90}};

PairLine to_pairs(const MapLine& line) {
  PairLine out;
  for (const MapPoint& p : line) {
    const LonLatPair pair{p.x + 0.0, p.y + 0.0};
    if (out.empty() || out.back() != pair) out.push_back(pair);
  }
  return out;
}

double twice_area(const PairLine& ring) noexcept { return detail::twice_area(ring, &LonLatPair::lon, &LonLatPair::lat); }

/// A clipped ring as pairs; empty if nothing but a line along the cut is left.
PairLine clipped_ring(const MapLine& ring, int turns) {
  PairLine out = to_pairs(detail::clip_ring(move(ring, turns), world));
  if (out.size() > 1 && out.front() == out.back()) out.pop_back();
  if (out.size() < 3 || twice_area(out) == 0) out.clear();
  return out;
}

}  // namespace

std::vector<PairLine> cut_at_date_line(const LineString& line) {
  if (line.size() < 2) return {};
  const MapLine unrolled = detail::unroll(line);
  const auto turns = turns_of(detail::bounds(unrolled));
  std::vector<MapLine> pieces;
  for (int turn = turns.last; turn >= turns.first; --turn) detail::clip_line(move(unrolled, turn), world, pieces);
  std::vector<PairLine> out;
  for (const MapLine& piece : pieces) {
    // A line that only runs along the cut would come out on both sides.
    const bool on_cut = std::all_of(piece.begin(), piece.end(), [](const MapPoint& p) { return p.x == 180; });
    if (!on_cut) out.push_back(to_pairs(piece));
  }
  return out;
}

std::vector<PairPolygon> cut_at_date_line(const MultiPolygon& area) {
  std::vector<PairPolygon> out;
  for (const Polygon& polygon : area) {
    const MapLine outer = detail::unroll_ring(polygon.outer);
    if (outer.size() < 3) continue;
    const auto box = detail::bounds(outer);
    const auto turns = turns_of(box);
    for (int turn = turns.last; turn >= turns.first; --turn) {
      PairPolygon cut{clipped_ring(outer, turn)};
      if (cut.front().empty()) continue;
      if (twice_area(cut.front()) < 0) std::reverse(cut.front().begin(), cut.front().end());
      for (const LineString& hole : polygon.holes) {
        const MapLine ring = detail::unroll_ring(hole);
        if (ring.empty()) continue;
        const int home = static_cast<int>(std::round((box.low.x + box.high.x - 2 * ring.front().x) / 720));
        PairLine clipped = clipped_ring(ring, turn + home);
        if (clipped.empty()) continue;
        if (twice_area(clipped) > 0) std::reverse(clipped.begin(), clipped.end());
        cut.push_back(std::move(clipped));
      }
      out.push_back(std::move(cut));
    }
  }
  return out;
}

}  // namespace dateline::geo
