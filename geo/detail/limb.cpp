#include "geo/detail/limb.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::geo::detail {
namespace {

using Vector = std::array<double, 3>;
constexpr double radian = std::numbers::pi / 180;
/// Projected places farther out than this are on their way to infinity (gnomonic): ten Earths.
constexpr double too_far = 1e8;
/// A projection that reaches this far (degrees from the centre) shows the whole Earth.
constexpr double whole_earth = 175;

Vector to_vector(const MapPoint& degrees) noexcept {
  const double lon = degrees.x * radian;
  const double lat = degrees.y * radian;
  return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

MapPoint to_degrees(const Vector& v) noexcept { return {std::atan2(v[1], v[0]) / radian, std::asin(std::clamp(v[2], -1.0, 1.0)) / radian}; }

double dot(const Vector& a, const Vector& b) noexcept { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

/// The place at an angle from the centre in the direction of a unit vector at right angles to it.
Vector towards(const Vector& center, const Vector& direction, double angle) noexcept {
  const double c = std::cos(angle);
  const double s = std::sin(angle);
  return {c * center[0] + s * direction[0], c * center[1] + s * direction[1], c * center[2] + s * direction[2]};
}

Vector cross(const Vector& a, const Vector& b) noexcept {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

Vector unit(const Vector& v) noexcept {
  const double length = std::sqrt(dot(v, v));
  return {v[0] / length, v[1] / length, v[2] / length};
}

/// Two directions at right angles to the centre and to each other.
std::array<Vector, 2> axes_at(const Vector& center) noexcept {
  const Vector other = std::abs(center[2]) < 0.9 ? Vector{0, 0, 1} : Vector{1, 0, 0};
  const Vector first = unit(cross(center, other));
  return {first, cross(center, first)};
}

Vector direction_at(const std::array<Vector, 2>& axes, double azimuth) noexcept { return towards(axes[0], axes[1], azimuth); }

}  // namespace

std::optional<Limb> Limb::find(const Projection& projection) {
  MapPoint middle{0, 0};
  projection.unproject_to_degrees({&middle, 1});
  if (!std::isfinite(middle.x) || !std::isfinite(middle.y)) return std::nullopt;
  const Vector center = to_vector(middle);
  const auto axes = axes_at(center);
  const auto shown = [&](double angle) {
    for (int k = 0; k < 8; ++k) {
      MapPoint p = to_degrees(towards(center, direction_at(axes, k * std::numbers::pi / 4), angle));
      projection.project_degrees({&p, 1});
      if (!std::isfinite(p.x) || !std::isfinite(p.y) || std::hypot(p.x, p.y) > too_far) return false;
    }
    return true;
  };
  if (shown(whole_earth * radian)) return std::nullopt;
  double low = 0;
  double high = whole_earth * radian;
  for (int i = 0; i < 40; ++i) {
    const double angle = (low + high) / 2;
    (shown(angle) ? low : high) = angle;
  }
  // 200 metres inside: the ellipsoid's horizon is not quite a circle.
  return low < radian ? std::nullopt : std::optional(Limb(center, low - 0.002 * radian));
}

MapPoint Limb::clamp(const MapPoint& degrees) const noexcept {
  const Vector v = to_vector(degrees);
  const double along = dot(v, center_);
  if (along >= std::cos(radius_)) return degrees;
  const Vector across{v[0] - along * center_[0], v[1] - along * center_[1], v[2] - along * center_[2]};
  const double length = std::sqrt(dot(across, across));
  // Exactly opposite the centre every direction is as good as any other.
  const Vector direction = length < 1e-12 ? axes_at(center_)[0] : Vector{across[0] / length, across[1] / length, across[2] / length};
  return to_degrees(towards(center_, direction, radius_));
}

std::vector<MapPoint> Limb::circle() const {
  const auto axes = axes_at(center_);
  std::vector<MapPoint> out;
  for (int azimuth = 0; azimuth < 360; ++azimuth) out.push_back(to_degrees(towards(center_, direction_at(axes, azimuth * radian), radius_)));
  return out;
}

}  // namespace dateline::geo::detail
