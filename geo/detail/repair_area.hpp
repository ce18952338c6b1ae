#pragma once

#include "geo/detail/tile_grid.hpp"

namespace dateline::geo::detail {

/// Makes an area valid as OGC 06-103r4 defines it, which vector tiles ask for: simplifying and rounding can make an outline cross itself, and clipping can
/// lay two edges on each other. A valid area stays as it is; one of which nothing is left loses its parts.
void repair_area(GridFeature& area);

}  // namespace dateline::geo::detail
