#pragma once

#include <filesystem>
#include <memory>

#include "geo/tile_archive.hpp"
#include "geo/tile_spool.hpp"

namespace dateline::geo::detail {

/// A folder z/x/y.ENDING with metadata.json and tiles.json (TileJSON), for any web server. Equal tiles are hard links to one file where the file system has such.
void write_folder_tiles(const TileSet& tiles, const TileMetadata& metadata, const std::filesystem::path& folder, Progress& progress);
[[nodiscard]] std::unique_ptr<TileArchive> open_folder_tiles(const std::filesystem::path& folder);
/// Whether the folder is empty or holds nothing but what write_folder_tiles() writes.
[[nodiscard]] bool is_folder_of_tiles(const std::filesystem::path& folder);

}  // namespace dateline::geo::detail
