#pragma once

#include <string>
#include <vector>

#include "geo/tile_layer.hpp"
#include "pipeline/tile_job.hpp"
#include "styles/style.hpp"

namespace dateline::pipeline::detail {

/// 64 hexadecimal digits that tell one job from another: of everything that the tiles and what is said about them depend on. Layers are taken as they
/// are, down to the last digit of each coordinate, so that other data, another program or another limit is another job.
[[nodiscard]] std::string job_id(const geo::TileMetadata& metadata, const PyramidOptions& options, const styles::Style& style, const geo::TileLayers& layers);

}  // namespace dateline::pipeline::detail
