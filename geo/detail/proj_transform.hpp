#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "geo/geometry.hpp"

namespace dateline::geo::detail {

/// One PROJ operation from WGS 84 degrees (longitude first) to projected metres (east first). No PROJ type leaves it.
class ProjTransform {
 public:
  /// Throws GeoError that names the definition: unknown to PROJ, not a projected CRS, or in another unit than metres.
  explicit ProjTransform(const std::string& definition);
  ~ProjTransform();
  ProjTransform(ProjTransform&&) noexcept;
  ProjTransform& operator=(ProjTransform&&) noexcept;

  /// Degrees in, metres out, in place; NaN where the projection is not defined. Longitudes need not be wrapped.
  void forward(std::span<MapPoint> points) const;
  /// Metres in, degrees out, in place; NaN where there is no such place.
  void inverse(std::span<MapPoint> points) const;

  /// PROJ's short name of the projection ("lcc"); empty if PROJ cannot tell.
  [[nodiscard]] const std::string& method() const noexcept;
  /// Its centre, from lon_0 and lat_0; 0 where the definition has none.
  [[nodiscard]] double center_longitude() const noexcept;
  [[nodiscard]] double center_latitude() const noexcept;
  /// The CRS's own name ("WGS 84 / Pseudo-Mercator"); "unknown" if it has none.
  [[nodiscard]] const std::string& name() const noexcept;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::geo::detail
