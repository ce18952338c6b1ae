#pragma once

#include <vector>

#include "geo/tile_layer.hpp"
#include "styles/style.hpp"

namespace dateline::render::test {

/// A small invented world: land with a wiggly coast on both sides of the date line, dashed borders, towns with names.
[[nodiscard]] std::vector<geo::TileLayer> tile_world();
/// A style for it: sea, land, coast, dashed borders, dots and names.
[[nodiscard]] styles::Style world_style();

}  // namespace dateline::render::test
