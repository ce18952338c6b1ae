#pragma once

#include <optional>
#include <span>

#include "geo/lonlat.hpp"

namespace dateline::geo {

/// A box in WGS 84 degrees. It crosses the date line when west > east. An empty box is std::optional<Box>.
struct Box {
  double west = 0;   ///< -180..180
  double south = 0;  ///< -90..90
  double east = 0;
  double north = 0;

  [[nodiscard]] bool crosses_date_line() const noexcept { return west > east; }
  /// Degrees of longitude covered, 0..360.
  [[nodiscard]] double longitude_span() const noexcept;
  [[nodiscard]] double latitude_span() const noexcept { return north - south; }
  [[nodiscard]] bool contains(LonLat p) const noexcept;
  [[nodiscard]] LonLat center() const noexcept;
  bool operator==(const Box&) const = default;
};

/// The smallest box that holds all points, crossing the date line if that is shorter. Absent for no points.
[[nodiscard]] std::optional<Box> bounding_box(std::span<const LonLat> points);
/// The smallest box that holds both.
[[nodiscard]] Box unite(const Box& a, const Box& b) noexcept;
[[nodiscard]] bool intersects(const Box& a, const Box& b) noexcept;

}  // namespace dateline::geo
