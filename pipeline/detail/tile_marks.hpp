#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "geo/geometry.hpp"
#include "geo/tile_id.hpp"

namespace dateline::pipeline::detail {

/// A line in the square of Web Mercator that does not jump at the date line: x may leave 0..1.
using WorldLine = std::vector<geo::WorldPoint>;
[[nodiscard]] WorldLine to_world_line(const geo::LineString& line);
/// Back to places; x is brought into the square.
[[nodiscard]] geo::LonLat to_place(geo::WorldPoint p);
[[nodiscard]] geo::LineString to_places(std::span<const geo::WorldPoint> line);

[[nodiscard]] double length_of(std::span<const geo::WorldPoint> line) noexcept;
/// The point `distance` along the line from its start; its ends if it is shorter.
[[nodiscard]] geo::WorldPoint point_along(std::span<const geo::WorldPoint> line, double distance) noexcept;
/// The line up to `distance`.
[[nodiscard]] WorldLine part_of(std::span<const geo::WorldPoint> line, double distance);

/// An arrow at one zoom: the line up to the head, and the head's three corners. Lengths are in units of the square.
struct TileArrow {
  WorldLine shaft;
  WorldLine head;
};
/// `rim`: how far before its end the arrow stops. Absent if the line is too short to be seen at this zoom.
[[nodiscard]] std::optional<TileArrow> make_arrow(const WorldLine& line, double rim, double pixel);

/// The places that badges have taken at one zoom.
class BadgeRoom {
 public:
  explicit BadgeRoom(double pixel) noexcept : pixel_(pixel) {}
  /// The first candidate where a badge overlaps no other, or the last one if there is none; takes it.
  geo::WorldPoint take(std::span<const geo::WorldPoint> candidates);

 private:
  [[nodiscard]] bool is_free(geo::WorldPoint p) const;
  double pixel_;
  std::unordered_map<std::uint64_t, std::vector<geo::WorldPoint>> taken_;   ///< by cells as large as a badge; only ever looked up
};

/// Sizes of the marks in CSS pixels.
namespace mark_size {
inline constexpr double badge = 19;          ///< a badge of one or two digits with a little air
inline constexpr double least_halo = 5;
inline constexpr double head_length = 13.5;  ///< as on the drawn map, for lines of 2.5 px
inline constexpr double head_width = 11.25;
}  // namespace mark_size

}  // namespace dateline::pipeline::detail
