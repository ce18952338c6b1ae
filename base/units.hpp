#pragma once

#include <compare>
#include <numbers>

namespace dateline {

/// A length, angle or page measure with its unit in the type. Same-unit sums, scaling and ratios only.
template <typename Unit>
class Quantity {
 public:
  constexpr Quantity() noexcept = default;
  constexpr explicit Quantity(double value) noexcept : value_(value) {}
  [[nodiscard]] constexpr double value() const noexcept { return value_; }

  constexpr auto operator<=>(const Quantity&) const noexcept = default;
  friend constexpr Quantity operator+(Quantity a, Quantity b) noexcept { return Quantity(a.value_ + b.value_); }
  friend constexpr Quantity operator-(Quantity a, Quantity b) noexcept { return Quantity(a.value_ - b.value_); }
  friend constexpr Quantity operator-(Quantity a) noexcept { return Quantity(-a.value_); }
  friend constexpr Quantity operator*(Quantity a, double factor) noexcept { return Quantity(a.value_ * factor); }
  friend constexpr Quantity operator*(double factor, Quantity a) noexcept { return Quantity(a.value_ * factor); }
  friend constexpr Quantity operator/(Quantity a, double divisor) noexcept { return Quantity(a.value_ / divisor); }
  friend constexpr double operator/(Quantity a, Quantity b) noexcept { return a.value_ / b.value_; }

 private:
  double value_ = 0;
};

using Meters = Quantity<struct MetersUnit>;    ///< on the ground
using Degrees = Quantity<struct DegreesUnit>;  ///< of arc
using Radians = Quantity<struct RadiansUnit>;  ///< of arc
using Pixels = Quantity<struct PixelsUnit>;    ///< CSS pixels, 1/96 inch; the unit of a page
using Points = Quantity<struct PointsUnit>;    ///< 1/72 inch; type sizes in print

[[nodiscard]] constexpr Radians to_radians(Degrees a) noexcept { return Radians(a.value() * std::numbers::pi / 180); }
[[nodiscard]] constexpr Degrees to_degrees(Radians a) noexcept { return Degrees(a.value() * 180 / std::numbers::pi); }
[[nodiscard]] constexpr Points to_points(Pixels a) noexcept { return Points(a.value() * 72 / 96); }
[[nodiscard]] constexpr Pixels to_pixels(Points a) noexcept { return Pixels(a.value() * 96 / 72); }

namespace literals {
constexpr Meters operator""_m(long double v) noexcept { return Meters(static_cast<double>(v)); }
constexpr Meters operator""_km(long double v) noexcept { return Meters(static_cast<double>(v) * 1000); }
constexpr Degrees operator""_deg(long double v) noexcept { return Degrees(static_cast<double>(v)); }
constexpr Pixels operator""_px(long double v) noexcept { return Pixels(static_cast<double>(v)); }
}  // namespace literals

}  // namespace dateline
