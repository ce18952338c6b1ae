#include "render/outline_ends.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <tuple>

#include "render/number_text.hpp"
#include "render/ring_index.hpp"

namespace dateline::render {
namespace {

// An arrow of a fair length for a frame, px: shorter ones are all head, and say nothing of where they come from.
double fair_length(const PageBox& frame) { return std::clamp(0.17 * std::min(frame.width(), frame.height()), 60.0, 130.0); }
constexpr double spacing = 30;
constexpr std::size_t most_points = 5;
constexpr double frame_inset = 9;

template <typename Visit>
void each_edge(std::span<const PageRing> rings, Visit&& visit) {
  for (const PageRing& ring : rings) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) visit(PageSegment{ring[j], ring[i]});
  }
}

// Points of the outline about `step` px apart, vertices of long edges included.
std::vector<PagePoint> points_along(std::span<const PageRing> rings, double step) {
  std::vector<PagePoint> points;
  each_edge(rings, [&](const PageSegment& edge) {
    const int pieces = 1 + static_cast<int>(std::min(distance(edge.a, edge.b) / step, 200.0));
    for (int i = 0; i < pieces; ++i) points.push_back(edge.a + (edge.b - edge.a) * (static_cast<double>(i) / pieces));
  });
  return points;
}

// Evenly thinned to about `most` points.
std::vector<PagePoint> thinned(std::vector<PagePoint> points, std::size_t most, const PageBox& within) {
  std::erase_if(points, [&](PagePoint p) { return !within.contains(p); });
  std::vector<PagePoint> result;
  const std::size_t step = points.size() / most + 1;
  for (std::size_t i = 0; i < points.size(); i += step) result.push_back(points[i]);
  return result;
}

// The outline is seen from `other` at `p`: nothing of the area stands between.
bool faces(PagePoint p, PagePoint other, const RingIndex& area) {
  const PageSegment way{p + direction(p, other) * 1.5, other};
  return !area.contains(way.a) && !area.crosses(way);
}

class Picker {
 public:
  Picker(std::span<const PageRing> rings, PagePoint other, const PageBox& frame)
      : rings_(rings), index_(rings), other_(other), inner_(frame.grown(-frame_inset)), fair_(fair_length(frame)) {}

  void offer(PagePoint p, double least) {
    if (points_.size() >= most_points || !inner_.contains(p) || distance(p, other_) < least) return;
    for (const PagePoint q : points_) {
      if (distance(p, q) < spacing) return;
    }
    if (faces(p, other_, index_)) points_.push_back(p);
  }

  // Where the way from `middle`, turned by `turn`, leaves the area for the last time.
  void offer_way_out(PagePoint middle, double turn) {
    const PagePoint far = middle + rotated(other_ - middle, turn);
    double last = 0;
    std::optional<PagePoint> exit;
    each_edge(rings_, [&](const PageSegment& edge) {
      if (const auto p = crossing({middle, far}, edge)) {
        if (distance(middle, *p) > last) last = distance(middle, *p), exit = p;
      }
    });
    if (exit) offer(*exit, fair_ * 0.85);
  }

  void offer_nearest() {
    std::vector<PagePoint> outline = points_along(rings_, 12);
    std::ranges::stable_sort(outline, {}, [&](PagePoint p) { return distance(p, other_); });
    for (const double least : {fair_, fair_ * 0.6, 24.0}) {
      for (const PagePoint p : outline) {
        offer(p, least);
        if (points_.size() >= most_points) return;
      }
      if (!points_.empty()) return;
    }
  }

  std::vector<PagePoint> points_;

 private:
  std::span<const PageRing> rings_;
  RingIndex index_;
  PagePoint other_;
  PageBox inner_;
  double fair_;
};

}  // namespace

std::optional<PagePoint> interior_point(std::span<const PageRing> rings) {
  const RingIndex area(rings);
  const auto& box = area.box();
  if (!box || !(area_of(rings) > 1)) return std::nullopt;
  std::optional<PagePoint> best;
  double farthest = 0;
  constexpr int cells = 24;
  for (int i = 0; i < cells; ++i) {
    for (int j = 0; j < cells; ++j) {
      const PagePoint p{box->left + box->width() * (i + 0.5) / cells, box->top + box->height() * (j + 0.5) / cells};
      if (!area.contains(p)) continue;
      const double d = area.distance_to_edges(p, farthest);
      if (d > farthest) farthest = d, best = p;
    }
  }
  if (best) return best;
  // Thinner than a cell: the middle of the first edge is as good as any point of it.
  for (const PageRing& ring : rings) {
    if (ring.size() >= 2) return (ring[0] + ring[1]) * 0.5;
  }
  return std::nullopt;
}

std::vector<PagePoint> facing_points(std::span<const PageRing> rings, PagePoint other, const PageBox& frame, OutlineChoice choice) {
  if (inside(other, rings)) return {};
  const auto middle = interior_point(rings);
  if (!middle) return {};
  Picker picker(rings, other, frame);
  constexpr double degree = std::numbers::pi / 180;
  if (choice == OutlineChoice::Nearest) picker.offer_nearest();
  for (const double turn : {0.0, 12.0, -12.0, 24.0, -24.0}) {
    if (picker.points_.size() < 3) picker.offer_way_out(*middle, turn * degree);
  }
  picker.offer_nearest();
  return picker.points_;
}

std::vector<OutlinePair> facing_pairs(std::span<const PageRing> from, std::span<const PageRing> to, const PageBox& frame,
                                     const LandMask* mask) {
  constexpr std::size_t most_samples = 140, most_pairs = 8;
  const PageBox inner = frame.grown(-frame_inset);
  const auto starts = thinned(points_along(from, 12), most_samples, inner), ends = thinned(points_along(to, 12), most_samples, inner);
  const double fair = fair_length(frame);
  struct Rated {
    double cost;
    std::size_t start, end;
  };
  std::vector<Rated> rated;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    for (std::size_t j = 0; j < ends.size(); ++j) {
      const double d = distance(starts[i], ends[j]);
      if (d < 24) continue;
      double cost = d < fair ? 4 * (fair - d) : d - fair;
      for (const double t : {0.2, 0.35, 0.5, 0.65, 0.8}) {
        if (mask != nullptr && mask->is_land(starts[i] + (ends[j] - starts[i]) * t)) cost += 0.5 * fair;
      }
      rated.push_back({cost, i, j});
    }
  }
  std::ranges::sort(rated, [](const Rated& a, const Rated& b) {
    return std::tie(a.cost, a.start, a.end) < std::tie(b.cost, b.start, b.end);
  });
  const RingIndex from_area(from), to_area(to);
  std::vector<OutlinePair> pairs;
  constexpr std::size_t most_tries = 3'000;   // two areas that hide each other from everywhere must not stall the drawing
  for (std::size_t i = 0; i < rated.size() && i < most_tries && pairs.size() < most_pairs; ++i) {
    const PagePoint a = starts[rated[i].start], b = ends[rated[i].end];
    const bool near = std::ranges::any_of(pairs, [&](const OutlinePair& p) { return distance(p.start, a) < spacing || distance(p.end, b) < 1.6 * spacing; });
    if (!near && faces(a, b, from_area) && faces(b, a, to_area)) pairs.push_back({a, b});
  }
  return pairs;
}

std::vector<PagePoint> frame_exits(const MapFrame& frame, geo::LonLat place, PagePoint start, geo::LonLat far) {
  // Dots that say that the way goes on stand behind the exit, unless the place itself lies too near to the frame for them.
  constexpr double room_for_dots = 20, least_line = 40;
  const PageBox with_dots = frame.page().grown(-frame_inset - room_for_dots);
  const PageBox inner = with_dots.grown(-least_line).contains(start) ? with_dots : frame.page().grown(-frame_inset);
  PagePoint toward = start + PagePoint{inner.width() + inner.height(), 0};
  constexpr int pieces = 128;
  for (const geo::LonLat p : geo::great_circle(place, far, pieces)) {
    const auto q = frame.to_page(p);
    if (!q) break;
    if (distance(start, *q) < 4) continue;
    toward = start + direction(start, *q) * (2 * (inner.width() + inner.height()));
    if (!inner.contains(*q)) break;
  }
  std::vector<PagePoint> exits;
  constexpr double degree = std::numbers::pi / 180;
  for (const double turn : {0.0, 9.0, -9.0, 18.0, -18.0}) {
    const PageSegment way{start, start + rotated(toward - start, turn * degree)};
    const PagePoint corner[] = {{inner.left, inner.top}, {inner.right, inner.top}, {inner.right, inner.bottom}, {inner.left, inner.bottom}};
    for (std::size_t i = 0; i < 4; ++i) {
      if (const auto p = crossing(way, {corner[i], corner[(i + 1) % 4]})) {
        exits.push_back(*p);
        break;
      }
    }
  }
  if (exits.empty()) exits.push_back({std::clamp(start.x, inner.left, inner.right), inner.top});
  return exits;
}

std::string rounded_distance(Meters distance) {
  const double km = distance.value() / 1000;
  if (km < 9.95) return decimal_text(km, km < 0.95 ? 2 : 1) + " km";
  const double unit = std::pow(10, std::floor(std::log10(km)) - 1);
  return grouped_text(std::round(km / unit) * unit) + " km";
}

std::string distance_and_direction(geo::LonLat from, geo::LonLat to) {
  // Along the loxodrome: readers expect Ukraine west of Vladivostok, though the great circle starts north-west.
  const auto stretched = [](double lat) {
    const double clamped = std::clamp(lat, -89.0, 89.0) * std::numbers::pi / 180;
    return std::log(std::tan(std::numbers::pi / 4 + clamped / 2));
  };
  const double east = std::remainder(to.lon() - from.lon(), 360) * std::numbers::pi / 180;
  const double north = stretched(to.lat()) - stretched(from.lat());
  const double bearing = std::atan2(east, north);
  constexpr std::array words = {"north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"};
  const int index = static_cast<int>(std::lround(bearing / (std::numbers::pi / 4)) + 8) % 8;
  return rounded_distance(great_circle_distance(from, to)) + " " + words[static_cast<std::size_t>(index)];
}

}  // namespace dateline::render
