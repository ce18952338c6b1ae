#include "features/movement_line.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "claims/place_contains.hpp"

namespace dateline::features {

namespace {

using geo::LonLat;

constexpr double kRadians = std::numbers::pi / 180;
constexpr int kSegments = 32;            // even: the crest is a vertex
constexpr double kLeastLength = 1'000;   // m; shorter is one place under two names
constexpr double kAcrossBorder = 120'000;  // m on each side of a border that a line crosses

/// Degrees clockwise from north at `a` towards `b` along the great circle.
Degrees bearing(LonLat a, LonLat b) {
  const double lat_a = a.lat() * kRadians, lat_b = b.lat() * kRadians, dlon = (b.lon() - a.lon()) * kRadians;
  const double y = std::sin(dlon) * std::cos(lat_b);
  const double x = std::cos(lat_a) * std::sin(lat_b) - std::sin(lat_a) * std::cos(lat_b) * std::cos(dlon);
  return Degrees(std::atan2(y, x) / kRadians);
}

/// The outline's vertex nearest to `target`. Precondition: the outline has one.
LonLat nearest_vertex(const geo::MultiPolygon& outline, LonLat target) {
  const double shrink = std::cos(target.lat() * kRadians);
  const auto measure = [&](LonLat p) {
    const double dx = std::remainder(p.lon() - target.lon(), 360.0) * shrink;
    const double dy = p.lat() - target.lat();
    return dx * dx + dy * dy;
  };
  const LonLat* best = &outline.front().outer.front();
  double least = measure(*best);
  for (const geo::Polygon& polygon : outline) {
    for (const LonLat& p : polygon.outer) {
      if (const double d = measure(p); d < least) least = d, best = &p;
    }
  }
  return *best;
}

std::vector<std::pair<double, double>> sorted_vertices(const geo::MultiPolygon& outline) {
  std::vector<std::pair<double, double>> all;
  for (const geo::Polygon& polygon : outline) {
    for (const LonLat& p : polygon.outer) all.emplace_back(p.lon(), p.lat());
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// The middle of the border that two outlines share. Outlines of the base map share their vertices exactly.
std::optional<LonLat> shared_border(const geo::MultiPolygon& a, const geo::MultiPolygon& b) {
  const auto of_b = sorted_vertices(b);
  std::vector<LonLat> shared;
  for (const geo::Polygon& polygon : a) {
    for (const LonLat& p : polygon.outer) {
      if (std::binary_search(of_b.begin(), of_b.end(), std::pair(p.lon(), p.lat()))) shared.push_back(p);
    }
  }
  if (shared.size() < 2) return std::nullopt;
  return shared[shared.size() / 2];
}

struct Ends {
  LonLat start, end;
};

bool has_outline(const PlaceShape& place) { return place.coarse && !place.outline.empty() && !place.outline.front().outer.empty(); }

/// From `border` into a place, not farther than halfway to its label.
LonLat inside(LonLat border, const PlaceShape& place) {
  const double reach = std::min(kAcrossBorder, geo::great_circle_distance(border, place.point).value() / 2);
  return geo::destination(border, bearing(border, place.point), Meters(reach));
}

Ends find_ends(const PlaceShape& from, const PlaceShape& to) {
  Ends ends{from.point, to.point};
  if (has_outline(from) && has_outline(to)) {
    if (const auto border = shared_border(from.outline, to.outline)) return {inside(*border, from), inside(*border, to)};
    // Each side's nearest point to the other's settles after a few turns.
    for (int turn = 0; turn < 4; ++turn) {
      ends.start = nearest_vertex(from.outline, ends.end);
      ends.end = nearest_vertex(to.outline, ends.start);
    }
    return ends;
  }
  if (has_outline(from)) ends.start = nearest_vertex(from.outline, ends.end);
  if (has_outline(to)) ends.end = nearest_vertex(to.outline, ends.start);
  return ends;
}

}  // namespace

std::optional<MovementLine> movement_line(const PlaceShape& from, const PlaceShape& to, double bend) {
  if (claims::place_contains(*from.record, *to.record) || claims::place_contains(*to.record, *from.record)) return std::nullopt;
  const Ends ends = find_ends(from, to);
  const double length = geo::great_circle_distance(ends.start, ends.end).value();
  if (length < kLeastLength) return std::nullopt;
  geo::LineString curve = geo::great_circle(ends.start, ends.end, kSegments);
  const bool eastward = std::remainder(ends.end.lon() - ends.start.lon(), 360.0) >= 0;
  const bool north = curve[kSegments / 2].lat() >= 0;
  const double poleward = eastward == north ? -90 : 90;  // from the direction of travel
  for (int i = 1; i < kSegments; ++i) {
    LonLat& p = curve[static_cast<std::size_t>(i)];
    const double t = static_cast<double>(i) / kSegments;
    const double height = 4 * t * (1 - t) * bend * length;
    const double side = height > 0 ? poleward : -poleward;
    p = geo::destination(p, Degrees(bearing(p, ends.end).value() + side), Meters(std::abs(height)));
  }
  curve.front() = ends.start;
  curve.back() = ends.end;
  const LonLat crest = curve[kSegments / 2];
  return MovementLine{ends.start, crest, ends.end, std::move(curve)};
}

}  // namespace dateline::features
