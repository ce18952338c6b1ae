#pragma once

#include <string>

#include "geo/tile_id.hpp"
#include "geo/vector_layer.hpp"

namespace dateline::geo {

/// What tiles are made of: a table of features in degrees, for a range of zooms. A style's layer draws it when "source" and
/// "source-layer" (data.name) are the same. Several with the same names serve different zooms (coarse and fine coasts).
struct TileLayer {
  std::string source;
  VectorLayer data;
  int min_zoom = 0, max_zoom = max_tile_zoom;   ///< zooms of tiles, both included
};

}  // namespace dateline::geo
