#include "geo/gzip.hpp"
#include "geo/vector_tile.hpp"
#include "pipeline/detail/pyramids.hpp"

namespace dateline::pipeline::detail {

namespace {

class VectorPyramid final : public Pyramid {
 public:
  VectorPyramid(geo::TileMetadata metadata, geo::TileLayers layers) : maker_(std::move(layers), metadata.max_zoom) {
    metadata_ = std::move(metadata);
    metadata_.vector_layers = geo::describe_layers(maker_.layers(), metadata_.min_zoom, metadata_.max_zoom);
  }

  std::uint32_t block_size() const noexcept override { return geo::VectorTileMaker::block_size; }

  std::vector<PyramidTile> make(const geo::TileBlock& block) const override {
    std::vector<PyramidTile> tiles;
    // Inland tiles without a name or border often are alike: packed once.
    std::string last;
    std::shared_ptr<const std::string> packed;
    for (auto& tile : maker_.make(block)) {
      if (!packed || tile.bytes != last) {
        packed = std::make_shared<const std::string>(geo::gzip(tile.bytes));
        last = std::move(tile.bytes);
      }
      tiles.push_back({tile.id, packed});
    }
    return tiles;
  }

 private:
  geo::VectorTileMaker maker_;
};

}  // namespace

std::unique_ptr<const Pyramid> open_vector_pyramid(geo::TileMetadata metadata, geo::TileLayers layers) {
  return std::make_unique<VectorPyramid>(std::move(metadata), std::move(layers));
}

}  // namespace dateline::pipeline::detail
