#pragma once

#include <optional>

#include "geo/geometry.hpp"
#include "geo/tile_id.hpp"

namespace dateline::geo {

/// A place within the largest part of an area, well away from its edges and holes: where a name or a number stands. Not the best one, which would take
/// far longer to find. Absent for an area without any.
/// CRS: the square of Web Mercator, on which size and distance are measured, too. The date line is no edge.
[[nodiscard]] std::optional<WorldPoint> find_inside_point(const MultiPolygon& area);

}  // namespace dateline::geo
