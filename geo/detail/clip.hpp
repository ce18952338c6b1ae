#pragma once

#include <span>
#include <utility>
#include <vector>

#include "geo/geometry.hpp"
#include "geo/projection.hpp"

namespace dateline::geo::detail {

/// The parts of an open line inside `window`, in order; a part that only touches a corner is dropped.
/// Source: Y.-D. Liang, B. Barsky, "A New Concept and Method for Line Clipping", ACM Trans. Graphics 3 (1984).
void clip_line(std::span<const MapPoint> line, const Projection::Window& window, std::vector<MapLine>& parts);

/// The part of a ring inside `window`: one ring that may run along the window's border; empty if nothing is left.
/// Source: I. Sutherland, G. Hodgman, "Reentrant Polygon Clipping", CACM 17 (1974).
[[nodiscard]] MapLine clip_ring(MapLine ring, const Projection::Window& window);

/// Smallest window that holds all points; low > high for none.
[[nodiscard]] Projection::Window bounds(std::span<const MapPoint> points) noexcept;

}  // namespace dateline::geo::detail
