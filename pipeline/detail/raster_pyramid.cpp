#include "pipeline/detail/pyramids.hpp"
#include "render/tile_renderer.hpp"

namespace dateline::pipeline::detail {

namespace {

class RasterPyramid final : public Pyramid {
 public:
  RasterPyramid(geo::TileMetadata metadata, geo::TileLayers layers, const styles::Style& style, const render::TileOptions& options)
      : renderer_(std::move(layers), style, options) {
    metadata_ = std::move(metadata);
  }

  std::uint32_t block_size() const noexcept override { return 8; }   // 64 tiles: names at their borders are drawn twice for few of them

  std::vector<PyramidTile> make(const geo::TileBlock& block) const override {
    std::vector<PyramidTile> tiles;
    for (auto& tile : renderer_.render(block)) {
      if (tile.bytes) tiles.push_back({tile.id, std::move(tile.bytes)});
    }
    return tiles;
  }

 private:
  render::TileRenderer renderer_;
};

}  // namespace

std::unique_ptr<const Pyramid> open_raster_pyramid(geo::TileMetadata metadata, geo::TileLayers layers, const styles::Style& style, const PyramidOptions& options) {
  render::TileOptions drawn;
  drawn.scale = options.scale;
  drawn.encoding = options.full_colour ? render::TileOptions::Encoding::Rgba : render::TileOptions::Encoding::Palette;
  return std::make_unique<RasterPyramid>(std::move(metadata), std::move(layers), style, drawn);
}

}  // namespace dateline::pipeline::detail
