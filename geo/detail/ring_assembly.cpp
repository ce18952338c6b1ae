#include "geo/detail/ring_assembly.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace dateline::geo::detail {
namespace {

constexpr std::int32_t full_turn = 3'600'000;

std::int32_t short_way(std::int64_t difference) noexcept {
  difference %= full_turn;
  if (difference >= full_turn / 2) difference -= full_turn;
  if (difference < -full_turn / 2) difference += full_turn;
  return static_cast<std::int32_t>(difference);
}

/// An arc in the direction that has the set on its left.
struct Step {
  std::int32_t entry;
  StoredPoint start, second, before_end, end;
  bool used = false;
};

std::pair<std::int32_t, std::int32_t> node(const StoredPoint& p) noexcept {
  return {((p.x % full_turn) + full_turn) % full_turn, p.y};
}

double direction(const StoredPoint& from, const StoredPoint& to) noexcept {
  return std::atan2(static_cast<double>(to.y - from.y), static_cast<double>(short_way(to.x - from.x)));
}

Step make_step(std::uint32_t index, bool backwards, const StoredArc& arc, std::span<const StoredPoint> points) {
  const auto line = points.subspan(arc.first, arc.count);
  const auto entry = static_cast<std::int32_t>(index);
  const std::size_t n = line.size();
  if (backwards) return {~entry, line[n - 1], line[n - 2], line[1], line[0]};
  return {entry, line[0], line[1], line[n - 2], line[n - 1]};
}

}  // namespace

std::vector<ArcRing> assemble_rings(std::span<const StoredArc> arcs, std::span<const StoredPoint> points,
                                    const std::function<bool(std::uint32_t cell)>& in_set) {
  std::vector<std::uint32_t> all(arcs.size());
  std::iota(all.begin(), all.end(), 0U);
  return assemble_rings(arcs, points, in_set, all);
}

std::vector<ArcRing> assemble_rings(std::span<const StoredArc> arcs, std::span<const StoredPoint> points,
                                    const std::function<bool(std::uint32_t cell)>& in_set, std::span<const std::uint32_t> candidates) {
  std::vector<Step> steps;
  for (const std::uint32_t i : candidates) {
    const bool left = arcs[i].left != none && in_set(arcs[i].left);
    const bool right = arcs[i].right != none && in_set(arcs[i].right);
    if (left != right) steps.push_back(make_step(i, right, arcs[i], points));
  }
  std::multimap<std::pair<std::int32_t, std::int32_t>, std::size_t> starts;
  for (std::size_t i = 0; i < steps.size(); ++i) starts.emplace(node(steps[i].start), i);

  constexpr double full = 6.283185307179586;
  std::vector<ArcRing> rings;
  for (std::size_t first = 0; first < steps.size(); ++first) {
    if (steps[first].used) continue;
    ArcRing ring;
    std::size_t at = first;
    while (true) {
      steps[at].used = true;
      ring.push_back(steps[at].entry);
      if (node(steps[at].end) == node(steps[first].start)) break;
      // The sharpest turn to the left stays in the same piece of the set.
      const double back = direction(steps[at].end, steps[at].before_end);
      std::size_t best = steps.size();
      double best_turn = -1;
      const auto [low, high] = starts.equal_range(node(steps[at].end));
      for (auto it = low; it != high; ++it) {
        if (steps[it->second].used) continue;
        double turn = direction(steps[it->second].start, steps[it->second].second) - back;
        turn = std::fmod(turn + 2 * full, full);  // counter-clockwise from the way we came
        if (turn > best_turn) {
          best_turn = turn;
          best = it->second;
        }
      }
      if (best == steps.size()) break;  // an open chain: only in a damaged map
      at = best;
    }
    rings.push_back(std::move(ring));
  }
  return rings;
}

StoredBox box_of(std::span<const std::int32_t> ring, std::span<const StoredArc> arcs, std::span<const StoredPoint> points) {
  bool any = false;
  std::int64_t x = 0;
  std::int64_t west = 0, east = 0;
  std::int32_t south = 0, north = 0;
  for (const std::int32_t entry : ring) {
    const StoredArc& arc = arcs[static_cast<std::size_t>(entry < 0 ? ~entry : entry)];
    for (std::uint32_t i = 0; i < arc.count; ++i) {
      const StoredPoint& p = points[arc.first + (entry < 0 ? arc.count - 1 - i : i)];
      if (!any) {
        any = true;
        x = west = east = p.x;
        south = north = p.y;
        continue;
      }
      x += short_way(p.x - x);
      west = std::min(west, x);
      east = std::max(east, x);
      south = std::min(south, p.y);
      north = std::max(north, p.y);
    }
  }
  if (east - west >= full_turn) {
    west = -full_turn / 2;
    east = full_turn / 2;
  }
  while (west < -full_turn / 2) {
    west += full_turn;
    east += full_turn;
  }
  while (west >= full_turn / 2 && east > full_turn / 2) {
    west -= full_turn;
    east -= full_turn;
  }
  return {static_cast<std::int32_t>(west), south, static_cast<std::int32_t>(east), north};
}

}  // namespace dateline::geo::detail
