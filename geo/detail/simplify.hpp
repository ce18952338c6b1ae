#pragma once

#include <span>
#include <vector>

#include "geo/geometry.hpp"

namespace dateline::geo::detail {

/// How important each vertex of an open line is: the largest tolerance at which Douglas-Peucker keeps it, never more
/// than that of the vertices it depends on; infinite for both ends. Keeping all vertices whose importance is at
/// least T gives the line simplified to T, for any T.
/// Source: D. Douglas, T. Peucker, "Algorithms for the reduction of the number of points...", Cartographica 10 (1973).
[[nodiscard]] std::vector<double> importance(std::span<const MapPoint> line);

/// The line simplified so that nothing moves by more than `tolerance`; ends stay.
[[nodiscard]] MapLine simplify_line(std::span<const MapPoint> line, double tolerance);

/// A ring simplified the same way; empty if less than a triangle is left.
[[nodiscard]] MapLine simplify_ring(std::span<const MapPoint> ring, double tolerance);

}  // namespace dateline::geo::detail
