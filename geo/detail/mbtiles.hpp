#pragma once

#include <filesystem>
#include <memory>

#include "geo/tile_archive.hpp"
#include "geo/tile_spool.hpp"

namespace dateline::geo::detail {

/// MBTiles 1.3 (github.com/mapbox/mbtiles-spec): an SQLite database; rows count from the south. Equal tiles are one row of `images`.
void write_mbtiles(const TileSet& tiles, const TileMetadata& metadata, const std::filesystem::path& path, Progress& progress);
[[nodiscard]] std::unique_ptr<TileArchive> open_mbtiles(const std::filesystem::path& path);

}  // namespace dateline::geo::detail
