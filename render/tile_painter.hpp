#pragma once

#include "geo/tile_id.hpp"
#include "render/detail/raster_canvas.hpp"
#include "render/detail/raster_cells.hpp"
#include "render/tile_scene.hpp"

namespace dateline::render {

/// Paints tiles of a scene. Keeps its memory from tile to tile; one per thread.
class TilePainter {
 public:
  /// `tile`: px of a side, those of the scene's tiles. With 2^n times as many it paints 4^n tiles as one picture, under the id of the tile n zooms above.
  TilePainter(int tile, detail::Shades shades) : canvas_(tile, shades), cells_(tile), tile_(tile) {}

  /// The tile's pixels are in canvas() afterwards.
  void paint(const TileScene& scene, geo::TileId id);
  [[nodiscard]] detail::Canvas& canvas() noexcept { return canvas_; }

 private:
  struct View;
  void paint_background(const TileStep& step, const TileScene& scene);
  void paint_fill(const TileStep& step, const View& view);
  void paint_line(const TileStep& step, const View& view);
  void paint_circles(const TileStep& step, const View& view);
  void paint_names(const TileStep& step, const View& view);
  [[nodiscard]] std::vector<std::uint32_t> names_in(const TileNames& names, const View& view) const;
  /// Paints what has been gathered in cells_.
  void flush(detail::Argb color, int alpha);
  void flush_hatched(const styles::Color& color, const styles::Hatch& hatch, const View& view);

  detail::Canvas canvas_;
  detail::CoverageBuffer cells_;
  int tile_;
};

}  // namespace dateline::render
