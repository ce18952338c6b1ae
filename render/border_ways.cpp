#include "render/border_ways.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/box_grid.hpp"
#include "render/ring_index.hpp"

namespace dateline::render {
namespace {

constexpr double touching = 3;             // px: outlines this close are one border, simplified twice
constexpr double side_step = 30;           // px between arrows side by side: each carries a badge
constexpr double least_apart = 26;
constexpr std::size_t most_points = 28, most_ways = 6;
constexpr int directions = 24;

struct Way {
  OutlinePair ends;
  double cost = 0;
};

// Points of `to` that lie on `from`'s outline as well.
std::vector<PagePoint> shared_points(std::span<const PageRing> from, std::span<const PageRing> to, const PageBox& inner) {
  std::vector<PageSegment> edges;
  BoxGrid grid(inner, 24);
  for (const PageRing& ring : from) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const PageSegment edge{ring[j], ring[i]};
      if (!touches(edge, inner)) continue;
      grid.insert(unite({edge.a.x, edge.a.y, edge.a.x, edge.a.y}, {edge.b.x, edge.b.y, edge.b.x, edge.b.y}), static_cast<std::uint32_t>(edges.size()));
      edges.push_back(edge);
    }
  }
  std::vector<PagePoint> points;
  const auto offer = [&](PagePoint p) {
    if (!inner.contains(p)) return;
    if (grid.any(box_at(p, 2 * touching, 2 * touching), [&](auto i) { return distance_to_segment(p, edges[i]) < touching; })) points.push_back(p);
  };
  constexpr double step = 5;
  for (const PageRing& ring : to) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const int pieces = 1 + static_cast<int>(std::min(distance(ring[j], ring[i]) / step, 300.0));
      for (int k = 0; k < pieces; ++k) offer(ring[j] + (ring[i] - ring[j]) * (static_cast<double>(k) / pieces));
    }
  }
  std::vector<PagePoint> thinned;
  const std::size_t every = points.size() / most_points + 1;
  for (std::size_t i = every / 2; i < points.size(); i += every) thinned.push_back(points[i]);
  return thinned;
}

class Finder {
 public:
  Finder(std::span<const PageRing> from, std::span<const PageRing> to, const PageBox& frame, const LandMask* mask)
      : from_(from), to_(to), from_area_(from), to_area_(to), inner_(frame.grown(-14)), mask_(mask),
        fair_(std::clamp(0.19 * std::min(frame.width(), frame.height()), 60.0, 130.0)) {}

  std::vector<OutlinePair> run() {
    const auto from_middle = interior_point(from_), to_middle = interior_point(to_);
    if (!from_middle || !to_middle) return {};
    const double usual = angle_of(*to_middle - *from_middle);
    const auto borders = shared_points(from_, to_, inner_);
    for (const PagePoint border : borders) {
      const double detour = distance(border, *from_middle) + distance(border, *to_middle) - distance(*from_middle, *to_middle);
      for (int i = 0; i < directions; ++i) {
        const double angle = i * 2 * std::numbers::pi / directions;
        const PagePoint d{std::cos(angle), std::sin(angle)};
        if (!from_area_.contains(border - d * 5) || !to_area_.contains(border + d * 5) || from_area_.contains(border + d * 5)) continue;
        try_way(border, d, 14 * std::abs(normalized_angle(angle - usual)) + 0.05 * detour);
      }
    }
    return spread();
  }

 private:
  // The longest of three lengths that fits, and the same beside it: a border of a few pixels has room for several arrows
  // only if some of them pass over the water next to it.
  void try_way(PagePoint border, PagePoint d, double cost) {
    const PagePoint across{-d.y, d.x};
    for (const double share : {1.0, 0.75, 0.55}) {
      const double total = fair_ * share;
      const PagePoint start = border - d * (0.56 * total), end = border + d * std::max(0.44 * total, 24.0);
      bool found = false;
      for (const double step : {0.0, 1.0, -1.0, 2.0, -2.0}) {
        const PagePoint shift = across * (step * side_step);
        OutlinePair ends{start + shift, end + shift};
        // Beside a short border a bay may lie between: the head then goes on to the far shore, but not far.
        double stretch = 1;
        while (step != 0 && stretch < 2.4 && !to_area_.contains(ends.end)) {
          stretch += 0.35;
          ends.end = ends.start + (end - start) * stretch;
        }
        if (!inner_.contains(ends.start) || !inner_.contains(ends.end) || !from_area_.contains(ends.start) || !to_area_.contains(ends.end)) continue;
        const double foreign = foreign_share(ends);
        if (foreign > 1) continue;
        ways_.push_back({ends, cost + 30 * (1 - share) + 3 * std::abs(step) + 20 * foreign + 10 * (stretch - 1)});
        found = found || step == 0;
      }
      if (found) return;
    }
  }

  // Share of the way outside both areas, over water; above 1 if any of it is the land of a third.
  double foreign_share(const OutlinePair& way) const {
    constexpr int pieces = 10;
    int outside = 0;
    for (int i = 1; i < pieces; ++i) {
      const PagePoint p = way.start + (way.end - way.start) * (static_cast<double>(i) / pieces);
      if (from_area_.contains(p) || to_area_.contains(p)) continue;
      // A cell of the mask counts as land when half of it is: near the own coast that is no foreign land.
      if (mask_ != nullptr && mask_->is_land(p) && !near_own(p)) return 2;
      ++outside;
    }
    return static_cast<double>(outside) / pieces;
  }

  bool near_own(PagePoint p) const {
    for (const PagePoint d : {PagePoint{4, 0}, {-4, 0}, {0, 4}, {0, -4}}) {
      if (from_area_.contains(p + d) || to_area_.contains(p + d)) return true;
    }
    return false;
  }

  std::vector<OutlinePair> spread() {
    std::ranges::stable_sort(ways_, {}, &Way::cost);
    std::vector<OutlinePair> chosen;
    for (const Way& way : ways_) {
      if (chosen.size() >= most_ways) break;
      const bool taken = std::ranges::any_of(chosen, [&](const OutlinePair& c) {
        const PagePoint mine = (way.ends.start + way.ends.end) * 0.5, other = (c.start + c.end) * 0.5;
        return distance(way.ends.start, c.start) < least_apart || distance(way.ends.end, c.end) < least_apart || distance(mine, other) < least_apart ||
               crossing({way.ends.start, way.ends.end}, {c.start, c.end}).has_value();
      });
      if (!taken) chosen.push_back(way.ends);
    }
    return chosen;
  }

  std::span<const PageRing> from_, to_;
  RingIndex from_area_, to_area_;
  PageBox inner_;
  const LandMask* mask_;
  double fair_;
  std::vector<Way> ways_;
};

}  // namespace

std::vector<OutlinePair> border_crossings(std::span<const PageRing> from, std::span<const PageRing> to, const PageBox& frame,
                                          const LandMask* mask) {
  return Finder(from, to, frame, mask).run();
}

}  // namespace dateline::render
