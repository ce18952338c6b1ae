#pragma once

#include <optional>

#include "features/place_shapes.hpp"
#include "geo/geometry.hpp"

namespace dateline::features {

/// A movement as a curve on the Earth. It shows that something went from here to there, not which way it went.
struct MovementLine {
  geo::LonLat start;
  geo::LonLat crest;       ///< where the curve is farthest from the great circle
  geo::LonLat end;
  geo::LineString curve;   ///< from start to end through crest; an odd number of vertices, the middle one is the crest
};

/// Bends a line from one place to another. `bend` is the height of the curve as a share of its length, positive towards the pole.
///
/// An end that is a region or country lies on its outline, at the point that faces the other end; of two that share a border, the line crosses
/// that border. Absent if both ends are one point, or if one place holds the other: there is no line to draw then.
[[nodiscard]] std::optional<MovementLine> movement_line(const PlaceShape& from, const PlaceShape& to, double bend);

}  // namespace dateline::features
