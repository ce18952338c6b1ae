#pragma once

#include <vector>

#include "geo/basemap.hpp"
#include "geo/tile_layer.hpp"
#include "pipeline/tile_layers.hpp"

namespace dateline::pipeline::detail {

/// Land, lakes, coast, rivers and borders, read from the base map for each zoom as fine as it needs them.
[[nodiscard]] std::vector<geo::TileLayer> ground_layers(const geo::BaseMap& map, const TileScope& scope);

}  // namespace dateline::pipeline::detail
