#include "geo/tile_archive.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/output_file.hpp"
#include "geo/detail/folder_tiles.hpp"
#include "geo/detail/mbtiles.hpp"
#include "geo/detail/pmtiles.hpp"
#include "geo/tile_spool.hpp"

namespace dateline::geo {

namespace {

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::unique_ptr<TileArchive> open_any(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return detail::open_folder_tiles(path);
  return tile_container(path) == TileContainer::PmTiles ? detail::open_pmtiles(path) : detail::open_mbtiles(path);
}

}  // namespace

TileContainer tile_container(const std::filesystem::path& path) {
  const std::string ending = lower(path.extension().string());
  if (ending == ".mbtiles") return TileContainer::MbTiles;
  if (ending == ".pmtiles") return TileContainer::PmTiles;
  constexpr std::array kOthers = {".png", ".mvt", ".pbf", ".jpg", ".json", ".geojson", ".gpkg", ".svg", ".pdf", ".html", ".zip", ".tar", ".gz", ".sqlite", ".txt", ".csv"};
  if (std::find(kOthers.begin(), kOthers.end(), ending) != kOthers.end()) {
    throw UsageError("tiles are not kept in a " + ending + " file", "name a folder, or a file that ends in .mbtiles or .pmtiles");
  }
  return TileContainer::Folder;
}

std::unique_ptr<TileArchive> TileArchive::open(const std::filesystem::path& path) {
  try {
    return open_any(path);
  } catch (InputError& error) {
    error.set_file(path.string());
    throw;
  }
}

void write_tile_archive(const TileSet& tiles, const TileMetadata& metadata, const std::filesystem::path& path, const std::filesystem::path& scratch, Progress& progress) {
  if (tiles.entries().empty()) throw NothingToDraw("no tile of these zooms and this box has anything in it", "take a larger --bbox or more zooms");
  std::error_code ignored;
  std::filesystem::remove_all(scratch, ignored);
  progress.begin("writing " + path.filename().string(), tiles.entries().size());
  switch (tile_container(path)) {
    case TileContainer::Folder: detail::write_folder_tiles(tiles, metadata, scratch, progress); break;
    case TileContainer::MbTiles: detail::write_mbtiles(tiles, metadata, scratch, progress); break;
    case TileContainer::PmTiles: detail::write_pmtiles(tiles, metadata, scratch, progress); break;
  }
  progress.end();
  move_into_place(scratch, path);
}

bool is_replaceable_folder(const std::filesystem::path& folder) { return detail::is_folder_of_tiles(folder); }

}  // namespace dateline::geo
