#include "features/movement_line.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "claims/place_contains.hpp"
#include "geo/longitudes.hpp"

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

struct Ends {
  LonLat start, end;
};

/// From `border` into a place, not farther than halfway to its label.
LonLat inside(LonLat border, const PlaceShape& place) {
  const double reach = std::min(kAcrossBorder, geo::great_circle_distance(border, place.point).value() / 2);
  return geo::destination(border, bearing(border, place.point), Meters(reach));
}

Ends find_ends(const PlaceShape& from, const PlaceShape& to) {
  Ends ends{from.point, to.point};
  const auto* start = from.vertices.get();
  const auto* end = to.vertices.get();
  if (start != nullptr && end != nullptr) {
    if (const auto border = start->middle_of_border(*end)) return {inside(*border, from), inside(*border, to)};
    // Each side's nearest point to the other's settles after a few turns.
    for (int turn = 0; turn < 4; ++turn) {
      ends.start = start->nearest(ends.end);
      ends.end = end->nearest(ends.start);
    }
    return ends;
  }
  if (start != nullptr) ends.start = start->nearest(ends.end);
  if (end != nullptr) ends.end = end->nearest(ends.start);
  return ends;
}

}  // namespace

std::optional<MovementLine> movement_line(const PlaceShape& from, const PlaceShape& to, double bend) {
  if (claims::place_contains(*from.record, *to.record) || claims::place_contains(*to.record, *from.record)) return std::nullopt;
  const Ends ends = find_ends(from, to);
  const double length = geo::great_circle_distance(ends.start, ends.end).value();
  if (length < kLeastLength) return std::nullopt;
  geo::LineString curve = geo::great_circle(ends.start, ends.end, kSegments);
  const bool eastward = geo::short_way(ends.end.lon() - ends.start.lon()) >= 0;
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
