#include "geo/box.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace dateline::geo {
namespace {

/// Degrees eastward from `from` to `to`, 0 to 360 (not).
double eastward(double from, double to) noexcept {
  const double way = std::fmod(to - from, 360.0);
  return way < 0 ? way + 360 : way;
}

double wrap_longitude(double longitude) noexcept {
  double wrapped = std::remainder(longitude, 360.0);
  if (wrapped >= 180) wrapped -= 360;
  return wrapped + 0.0;
}

bool holds_longitude(const Box& box, double longitude) noexcept {
  if (box.longitude_span() >= 360) return true;
  // 180 and -180 are the same meridian: a box that ends at 180 holds it.
  return eastward(box.west, longitude) <= box.longitude_span();
}

bool holds(const Box& outer_longitudes, const Box& inner) noexcept {
  if (outer_longitudes.longitude_span() >= 360) return true;
  return eastward(outer_longitudes.west, inner.west) + inner.longitude_span() <=
         outer_longitudes.longitude_span() + 1e-12;
}

}  // namespace

double Box::longitude_span() const noexcept { return crosses_date_line() ? east - west + 360 : east - west; }

bool Box::contains(LonLat p) const noexcept {
  return p.lat() >= south && p.lat() <= north && holds_longitude(*this, p.lon());
}

LonLat Box::center() const noexcept {
  const auto place = LonLat::make(Lon(west + longitude_span() / 2), Lat((south + north) / 2));
  return place.value_or(*LonLat::make(Lon(0), Lat(0)));
}

std::optional<Box> bounding_box(std::span<const LonLat> points) {
  if (points.empty()) return std::nullopt;
  std::vector<double> longitudes;
  longitudes.reserve(points.size());
  Box box{0, points[0].lat(), 0, points[0].lat()};
  for (const LonLat& p : points) {
    longitudes.push_back(p.lon());
    box.south = std::min(box.south, p.lat());
    box.north = std::max(box.north, p.lat());
  }
  std::sort(longitudes.begin(), longitudes.end());
  // The box is everything but the widest gap; the gap across the date line wins a tie, so that plain boxes stay plain.
  double widest = longitudes.front() + 360 - longitudes.back();
  box.west = longitudes.front();
  box.east = longitudes.back();
  for (std::size_t i = 0; i + 1 < longitudes.size(); ++i) {
    const double gap = longitudes[i + 1] - longitudes[i];
    if (gap > widest) {
      widest = gap;
      box.west = longitudes[i + 1];
      box.east = longitudes[i];
    }
  }
  return box;
}

Box unite(const Box& a, const Box& b) noexcept {
  Box joined{a.west, std::min(a.south, b.south), a.east, std::max(a.north, b.north)};
  if (holds(a, b)) return joined;
  if (holds(b, a)) {
    joined.west = b.west;
    joined.east = b.east;
    return joined;
  }
  const double a_to_b = eastward(a.west, b.west) + b.longitude_span();
  const double b_to_a = eastward(b.west, a.west) + a.longitude_span();
  if (std::min(a_to_b, b_to_a) >= 360) {
    joined.west = -180;
    joined.east = 180;
    return joined;
  }
  joined.west = a_to_b <= b_to_a ? a.west : b.west;
  joined.east = a_to_b <= b_to_a ? b.east : a.east;
  if (joined.west == joined.east) {  // they meet on both sides: all round
    joined.west = -180;
    joined.east = 180;
  }
  joined.west = joined.west == 180 ? 180 : wrap_longitude(joined.west);
  return joined;
}

bool intersects(const Box& a, const Box& b) noexcept {
  if (a.south > b.north || b.south > a.north) return false;
  return holds_longitude(a, b.west) || holds_longitude(b, a.west);
}

}  // namespace dateline::geo
