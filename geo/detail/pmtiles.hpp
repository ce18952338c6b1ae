#pragma once

#include <filesystem>
#include <memory>

#include "geo/tile_archive.hpp"
#include "geo/tile_spool.hpp"

namespace dateline::geo::detail {

/// PMTiles version 3 (github.com/protomaps/PMTiles, spec/v3): one file, read by byte ranges.
void write_pmtiles(const TileSet& tiles, const TileMetadata& metadata, const std::filesystem::path& path, Progress& progress);
[[nodiscard]] std::unique_ptr<TileArchive> open_pmtiles(const std::filesystem::path& path);

}  // namespace dateline::geo::detail
