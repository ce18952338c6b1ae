#pragma once

#include <span>

#include "geo/geometry.hpp"

namespace dateline::geo::detail {

// Lines and rings on the plane of degrees, WGS 84, longitudes going on past 180 instead of jumping to -180.

/// A line from its first vertex on, each next one the short way.
[[nodiscard]] MapLine unroll(const LineString& line);

/// How far an unrolled ring ends from its start: +-360 for one round a pole, else 0.
[[nodiscard]] double winding_of(std::span<const MapPoint> unrolled) noexcept;

/// Makes an unrolled ring round a pole (`winding` +-360) a plain polygon of the plane: it goes along that pole.
void close_along_pole(MapLine& ring, double winding);

/// A ring as a plain polygon of the plane, whether it goes round a pole or not. Not closed.
[[nodiscard]] MapLine unroll_ring(const LineString& ring);

}  // namespace dateline::geo::detail
