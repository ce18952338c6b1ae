#pragma once

#include <memory>
#include <vector>

#include "geo/tile_layer.hpp"
#include "pipeline/tile_job.hpp"
#include "styles/style.hpp"

namespace dateline::pipeline::detail {

/// Vector tiles of the layers.
[[nodiscard]] std::unique_ptr<const Pyramid> open_vector_pyramid(geo::TileMetadata metadata, geo::TileLayers layers);
/// Pictures of the layers in a style.
[[nodiscard]] std::unique_ptr<const Pyramid> open_raster_pyramid(geo::TileMetadata metadata, geo::TileLayers layers, const styles::Style& style, const PyramidOptions& options);

}  // namespace dateline::pipeline::detail
