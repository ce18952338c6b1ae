#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "geo/tile_id.hpp"
#include "geo/tile_layer.hpp"
#include "geo/tile_metadata.hpp"

namespace dateline::geo {

class ZoomLayer;

/// Makes vector tiles (Mapbox Vector Tile 2.1): one layer for each name of `layers`, in their order, 4096 units a side, with a rim around the tile so that
/// lines and circles do not end at its edge. Thread-safe; a tile's bytes depend on nothing but the layers and max_zoom.
class VectorTileMaker {
 public:
  /// A tile; not packed.
  struct Tile {
    TileId id;
    std::string bytes;
  };
  /// Tiles are made in blocks of so many a side; one by itself costs as much as its block's geometry.
  static constexpr std::uint32_t block_size = 8;

  /// At max_zoom geometry is kept finer: clients enlarge those tiles.
  VectorTileMaker(TileLayers layers, int max_zoom);
  ~VectorTileMaker();
  VectorTileMaker(const VectorTileMaker&) = delete;
  VectorTileMaker& operator=(const VectorTileMaker&) = delete;

  [[nodiscard]] const TileLayers& layers() const noexcept { return layers_; }
  /// The tiles of a block that have anything in them. Precondition: the block is one of blocks_over(..., block_size).
  [[nodiscard]] std::vector<Tile> make(const TileBlock& block) const;
  /// One tile; empty if nothing is in it.
  [[nodiscard]] std::string make_tile(TileId id) const;

 private:
  using ZoomLayers = std::vector<ZoomLayer>;
  [[nodiscard]] const ZoomLayers& at_zoom(int zoom) const;

  TileLayers layers_;
  int max_zoom_ = 0;
  struct Prepared {
    std::once_flag once;
    std::unique_ptr<const ZoomLayers> layers;
  };
  mutable std::array<Prepared, max_tile_zoom + 1> prepared_;   ///< each zoom when it is first asked for
};

/// What readers are told of the layers of tiles from min_zoom to max_zoom. Layers of one name are one.
[[nodiscard]] std::vector<VectorLayerInfo> describe_layers(const TileLayers& layers, int min_zoom, int max_zoom);

}  // namespace dateline::geo
