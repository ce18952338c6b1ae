#pragma once

#include <array>
#include <optional>
#include <vector>

#include "geo/geometry.hpp"
#include "geo/projection.hpp"

namespace dateline::geo::detail {

/// The edge of the part of the Earth that an azimuthal projection can show: the horizon of a globe seen from outside. Rings that
/// go over it are led along it instead, so that land of the far side is neither drawn nor makes land of the sea beside it.
class Limb {
 public:
  /// Measured: absent where the projection shows (nearly) the whole Earth, as Lambert's equal-area one does.
  [[nodiscard]] static std::optional<Limb> find(const Projection& projection);

  /// Degrees of longitude and latitude; a place beyond the limb is moved to it, in its own direction from the centre.
  [[nodiscard]] MapPoint clamp(const MapPoint& degrees) const noexcept;
  /// The limb itself, in degrees, one place a degree of azimuth.
  [[nodiscard]] std::vector<MapPoint> circle() const;

 private:
  using Vector = std::array<double, 3>;
  Limb(const Vector& center, double radius) noexcept : center_(center), radius_(radius) {}
  Vector center_;
  double radius_;  ///< radians from the centre
};

}  // namespace dateline::geo::detail
