#include "geo/lonlat.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace dateline::geo {
namespace {

constexpr double mean_radius_m = 6'371'008.8;

double radians(double degrees) noexcept { return degrees * std::numbers::pi / 180; }
double degrees(double radians) noexcept { return radians * 180 / std::numbers::pi; }

/// -180 (included) to 180 (not); never -0.
double wrap(double longitude) noexcept {
  if (longitude < -180 || longitude >= 180) {
    longitude = std::remainder(longitude, 360.0);
    if (longitude >= 180) longitude -= 360;
  }
  return longitude + 0.0;
}

struct Vector {
  double x, y, z;
};

Vector to_vector(LonLat p) noexcept {
  const double lon = radians(p.lon());
  const double lat = radians(p.lat());
  return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

LonLat to_lonlat(Vector v) {
  const double lat = degrees(std::atan2(v.z, std::hypot(v.x, v.y)));
  return LonLat::checked(Lon(degrees(std::atan2(v.y, v.x))), Lat(std::clamp(lat, -90.0, 90.0)));
}

}  // namespace

std::optional<LonLat> LonLat::make(Lon lon, Lat lat) noexcept {
  const double x = lon.degrees();
  const double y = lat.degrees();
  if (!std::isfinite(x) || !std::isfinite(y) || y < -90 || y > 90) return std::nullopt;
  return LonLat(wrap(x), y + 0.0);
}

LonLat LonLat::checked(Lon lon, Lat lat) {
  const auto place = make(lon, lat);
  if (!place) throw std::logic_error("longitude or latitude out of range");
  return *place;
}

Meters great_circle_distance(LonLat a, LonLat b) noexcept {
  const double d_lat = std::sin(radians(b.lat() - a.lat()) / 2);
  const double d_lon = std::sin(radians(b.lon() - a.lon()) / 2);
  const double h = d_lat * d_lat + std::cos(radians(a.lat())) * std::cos(radians(b.lat())) * d_lon * d_lon;
  return Meters(2 * mean_radius_m * std::asin(std::sqrt(std::clamp(h, 0.0, 1.0))));
}

LonLat destination(LonLat start, Degrees bearing, Meters distance) noexcept {
  const double angle = distance.value() / mean_radius_m;
  const double course = radians(bearing.value());
  if (!std::isfinite(angle) || !std::isfinite(course)) return start;
  const double lat = radians(start.lat());
  const double sin_lat = std::sin(lat) * std::cos(angle) + std::cos(lat) * std::sin(angle) * std::cos(course);
  const double end = std::asin(std::clamp(sin_lat, -1.0, 1.0));
  const double d_lon = std::atan2(std::sin(course) * std::sin(angle) * std::cos(lat),
                                  std::cos(angle) - std::sin(lat) * sin_lat);
  return LonLat::make(Lon(start.lon() + degrees(d_lon)), Lat(std::clamp(degrees(end), -90.0, 90.0)))
      .value_or(start);
}

std::vector<LonLat> great_circle(LonLat a, LonLat b, int count) {
  if (count < 1) throw std::logic_error("a great circle needs at least one piece");
  const Vector va = to_vector(a);
  const Vector vb = to_vector(b);
  const double angle = great_circle_distance(a, b).value() / mean_radius_m;
  const double sine = std::sin(angle);
  std::vector<LonLat> places{a};
  for (int i = 1; i < count; ++i) {
    const double t = static_cast<double>(i) / count;
    if (angle < 1e-12) {
      places.push_back(a);
    } else if (sine < 1e-9) {  // opposite ends: every great circle will do, take the one over the nearer pole
      const double bearing = a.lat() + b.lat() < 0 ? 180 : 0;
      places.push_back(destination(a, Degrees(bearing), Meters(t * angle * mean_radius_m)));
    } else {
      const double wa = std::sin((1 - t) * angle) / sine;
      const double wb = std::sin(t * angle) / sine;
      places.push_back(to_lonlat({wa * va.x + wb * vb.x, wa * va.y + wb * vb.y, wa * va.z + wb * vb.z}));
    }
  }
  places.push_back(b);
  return places;
}

}  // namespace dateline::geo
