#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "pipeline/tile_job.hpp"
#include "pipeline/tile_source.hpp"

namespace dateline::pipeline {

/// The tiles of an archive, as they are. Throws InputError for a file that is none.
[[nodiscard]] std::shared_ptr<const TileSource> open_archive_source(const std::filesystem::path& path);

/// Whether a path is an archive of tiles: a .mbtiles or .pmtiles file, or a folder that `dateline tiles` made.
[[nodiscard]] bool is_tile_archive(const std::filesystem::path& path);

namespace detail {
class PyramidPool;
}
/// How many pyramids are open at a time, of all sets and sizes that share a pool: a page on one screen asks for one or two.
[[nodiscard]] std::shared_ptr<detail::PyramidPool> make_pyramid_pool(std::size_t most);

/// Tiles that are made when they are asked for.
struct PyramidSourceOptions {
  std::shared_ptr<detail::PyramidPool> pool;
  std::string name;                                    ///< another for each source of the pool
  /// Opens the pyramid in one size (1 or 2), from zoom 0 to a zoom. Called from any thread.
  std::function<std::unique_ptr<const Pyramid>(int scale, int max_zoom)> open;
  TileSetInfo info;                                    ///< known before anything is opened
};
[[nodiscard]] std::shared_ptr<const TileSource> make_pyramid_source(PyramidSourceOptions options);

}  // namespace dateline::pipeline
