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

/// Tiles that are made when they are asked for.
struct PyramidSourceOptions {
  /// Opens the pyramid in one size (1 or 2). Called once for each size, from any thread, when its first tile is asked for.
  std::function<std::unique_ptr<const Pyramid>(int scale)> open;
  TileSetInfo info;                                    ///< known before anything is opened
  std::shared_ptr<const Pyramid> opened;               ///< size 1, if it is open already; may be null
};
[[nodiscard]] std::shared_ptr<const TileSource> make_pyramid_source(PyramidSourceOptions options);

}  // namespace dateline::pipeline
