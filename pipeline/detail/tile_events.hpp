#pragma once

#include <vector>

#include "claims/ledger.hpp"
#include "features/feature_tables.hpp"
#include "geo/tile_layer.hpp"
#include "pipeline/tile_layers.hpp"

namespace dateline::pipeline::detail {

/// The marks of a map as layers of tiles. What has a size on the screen (arrow heads, the least circle, badges that must not overlap) is made for each zoom.
[[nodiscard]] std::vector<geo::TileLayer> event_layers(const features::FeatureTables& tables, const TileScope& scope);

}  // namespace dateline::pipeline::detail
