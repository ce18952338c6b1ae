#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/tile_id.hpp"
#include "geo/tile_layer.hpp"
#include "styles/style.hpp"

namespace dateline::render {

struct TileOptions {
  int scale = 1;   ///< 1: 256 px; 2: the same map in 512 px, for screens of twice the density
  /// Palette: at most 256 colours in the smallest depth, edges in 16 shades. Rgba: 8 bits a channel.
  enum class Encoding { Palette, Rgba } encoding = Encoding::Palette;
};

struct DrawnTile {
  geo::TileId id;
  /// PNG. Tiles of one colour share one string; null for a tile on which nothing is drawn at all, not even a background.
  std::shared_ptr<const std::string> bytes;
};

/// Draws raster tiles of layers in a style. Geometry is made ready and names are placed once for each zoom, when its first tile is
/// asked for; names are consistent across tiles, and one that is shown at a zoom keeps its place before others at the next.
/// Thread-safe. A tile's bytes depend on layers, style and options only: not on the block it is drawn in, the order or the threads.
class TileRenderer {
 public:
  TileRenderer(geo::TileLayers layers, const styles::Style& style, const TileOptions& options);
  ~TileRenderer();
  TileRenderer(TileRenderer&&) noexcept;
  TileRenderer& operator=(TileRenderer&&) noexcept;

  /// The tiles of the block that exist, row by row. Throws RenderError.
  [[nodiscard]] std::vector<DrawnTile> render(const geo::TileBlock& block) const;
  /// One tile; an empty one is a transparent PNG. Throws RenderError for an id that does not exist.
  [[nodiscard]] std::string render_tile(geo::TileId id) const;

  [[nodiscard]] const geo::TileLayers& layers() const noexcept;
  [[nodiscard]] const styles::Style& style() const noexcept;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::render
