#include "pipeline/tile_sources.hpp"

#include <algorithm>
#include <utility>

#include "geo/tile_archive.hpp"
#include "geo/vector_tile.hpp"
#include "pipeline/detail/http_pyramid_pool.hpp"

namespace dateline::pipeline {

namespace {

class ArchiveSource final : public TileSource {
 public:
  explicit ArchiveSource(const std::filesystem::path& path) : archive_(geo::TileArchive::open(path)) {
    info_.metadata = archive_->metadata();
    if (info_.metadata.name.empty()) info_.metadata.name = path.filename().string();
    // No identity: what lies on disk need not be kept there a second time.
  }

  const TileSetInfo& info() const noexcept override { return info_; }

  std::vector<SourceTile> read_group(geo::TileId id, int) const override {
    auto bytes = archive_->read(id);
    if (!bytes) return {};
    return {{id, std::make_shared<const std::string>(std::move(*bytes))}};
  }

 private:
  std::unique_ptr<geo::TileArchive> archive_;
  TileSetInfo info_;
};

class PyramidSource final : public TileSource {
 public:
  explicit PyramidSource(PyramidSourceOptions options) : options_(std::move(options)), vector_(options_.info.metadata.format == "mvt") {}

  const TileSetInfo& info() const noexcept override { return options_.info; }

  geo::TileId group_of(geo::TileId id, int) const override {
    const std::uint32_t side = block_side();
    return {id.zoom, id.x / side * side, id.y / side * side};
  }

  std::vector<SourceTile> read_group(geo::TileId id, int scale) const override {
    const int depth = depth_for(id.zoom);
    const auto pyramid = options_.pool->get(options_.name + " " + std::to_string(scale), depth, [&] { return options_.open(scale, depth); });
    const auto first = group_of(id, scale);
    std::vector<SourceTile> tiles;
    for (auto& tile : pyramid->make({first.zoom, first.x, first.y, block_side()})) tiles.push_back({tile.id, std::move(tile.bytes)});
    return tiles;
  }

 private:
  /// Pictures are made in smaller blocks than for an archive: somebody waits for the first of them. Vector tiles know one size of block.
  std::uint32_t block_side() const noexcept {
    constexpr std::uint32_t pictures = 4;
    return vector_ ? geo::VectorTileMaker::block_size : pictures;
  }

  /// Each zoom has twice the geometry of the one above, so a pyramid is opened no deeper than people look. A picture is the same in all of them; a vector
  /// tile is finer at the deepest zoom, so there is only one depth for those.
  int depth_for(int zoom) const noexcept {
    const int deepest = options_.info.metadata.max_zoom;
    if (vector_) return deepest;
    for (const int depth : {4, 6, 8}) {
      if (zoom <= depth) return std::min(depth, deepest);
    }
    return deepest;
  }

  PyramidSourceOptions options_;
  bool vector_;
};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

}  // namespace

std::shared_ptr<const TileSource> open_archive_source(const std::filesystem::path& path) { return std::make_shared<const ArchiveSource>(path); }

bool is_tile_archive(const std::filesystem::path& path) {
  const std::string ending = lower(path.extension().string());
  std::error_code ignored;
  return ending == ".mbtiles" || ending == ".pmtiles" || std::filesystem::is_regular_file(path / "tiles.json", ignored);
}

std::shared_ptr<detail::PyramidPool> make_pyramid_pool(std::size_t most) { return std::make_shared<detail::PyramidPool>(most); }

std::shared_ptr<const TileSource> make_pyramid_source(PyramidSourceOptions options) { return std::make_shared<const PyramidSource>(std::move(options)); }

}  // namespace dateline::pipeline
