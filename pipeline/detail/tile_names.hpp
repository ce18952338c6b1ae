#pragma once

#include <vector>

#include "geo/tile_layer.hpp"
#include "pipeline/data.hpp"
#include "pipeline/tile_layers.hpp"

namespace dateline::pipeline::detail {

/// Names of countries, waters and cities as points. `rank` rises from the most important one of the world; each comes in at the zoom at which there is room for it.
[[nodiscard]] std::vector<geo::TileLayer> name_layers(Data& data, const TileScope& scope);

}  // namespace dateline::pipeline::detail
