#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"

namespace dateline::geo {

/// Longitude and latitude are different types, so that a swap does not compile.
class Lon {
 public:
  constexpr explicit Lon(double degrees) noexcept : degrees_(degrees) {}
  [[nodiscard]] constexpr double degrees() const noexcept { return degrees_; }
  bool operator==(const Lon&) const = default;

 private:
  double degrees_;
};

class Lat {
 public:
  constexpr explicit Lat(double degrees) noexcept : degrees_(degrees) {}
  [[nodiscard]] constexpr double degrees() const noexcept { return degrees_; }
  bool operator==(const Lat&) const = default;

 private:
  double degrees_;
};

/// A place on the Earth, WGS 84 longitude and latitude in degrees (OGC:CRS84). Always valid: finite, latitude
/// -90..90, longitude -180 (included) to 180 (not).
class LonLat {
 public:
  /// Absent unless both are finite and the latitude is within -90..90. The longitude is wrapped.
  [[nodiscard]] static std::optional<LonLat> make(Lon lon, Lat lat) noexcept;
  /// For constants and data already checked; a bad pair is a broken precondition (std::logic_error).
  [[nodiscard]] static LonLat checked(Lon lon, Lat lat);

  [[nodiscard]] double lon() const noexcept { return lon_; }
  [[nodiscard]] double lat() const noexcept { return lat_; }
  bool operator==(const LonLat&) const = default;

 private:
  constexpr LonLat(double lon, double lat) noexcept : lon_(lon), lat_(lat) {}
  double lon_;
  double lat_;
};

/// Distance along a great circle.
///
/// Units:    metres, on a sphere of radius 6 371 008.8 m (IUGG mean radius R1).
/// CRS:      both places in WGS 84 (OGC:CRS84), as every LonLat is.
/// Accuracy: within 0.56 % of the ellipsoid.
/// Errors:   none. Symmetric; 0 if a == b.
/// Source:   R. W. Sinnott, "Virtues of the Haversine", Sky & Telescope 68 (1984).
[[nodiscard]] Meters great_circle_distance(LonLat a, LonLat b) noexcept;

/// The place reached from `start` after `distance` on the great circle that leaves at `bearing` (clockwise from north).
[[nodiscard]] LonLat destination(LonLat start, Degrees bearing, Meters distance) noexcept;

/// `count` + 1 places from a to b along the great circle, ends included; count >= 1.
[[nodiscard]] std::vector<LonLat> great_circle(LonLat a, LonLat b, int count);

}  // namespace dateline::geo
