#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/output_file.hpp"
#include "geo/detail/mbtiles.hpp"
#include "geo/detail/new_database.hpp"
#include "geo/detail/tile_metadata_json.hpp"

namespace dateline::geo::detail {

namespace {

constexpr const char* kPragmas = "PRAGMA application_id = 1297105496";  // 0x4d504258, "MPBX"
constexpr const char* kSchema = R"(
  CREATE TABLE metadata (name TEXT PRIMARY KEY NOT NULL, value TEXT) WITHOUT ROWID;
  CREATE TABLE map (zoom_level INTEGER NOT NULL, tile_column INTEGER NOT NULL, tile_row INTEGER NOT NULL, tile_id INTEGER NOT NULL,
    PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;
  CREATE TABLE images (tile_id INTEGER PRIMARY KEY NOT NULL, tile_data BLOB NOT NULL);
  CREATE VIEW tiles AS SELECT map.zoom_level AS zoom_level, map.tile_column AS tile_column, map.tile_row AS tile_row, images.tile_data AS tile_data
    FROM map JOIN images ON images.tile_id = map.tile_id;
)";

/// Shortest form that reads back to the same number, with a point whatever the locale.
std::string number_text(double value) {
  char digits[32];
  return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

void write_rows(NewDatabase& maker, const TileMetadata& m, int min_zoom, int max_zoom) {
  const Box box = plain_bounds(m);
  const std::string bounds = number_text(box.west) + "," + number_text(box.south) + "," + number_text(box.east) + "," + number_text(box.north);
  const int zoom = std::clamp(m.center_zoom, min_zoom, max_zoom);
  std::vector<std::pair<std::string, std::string>> rows = {{"name", m.name},
                                                           {"format", m.format == "mvt" ? "pbf" : m.format},
                                                           {"bounds", bounds},
                                                           {"center", number_text(m.center.lon()) + "," + number_text(m.center.lat()) + "," + std::to_string(zoom)},
                                                           {"minzoom", std::to_string(min_zoom)},
                                                           {"maxzoom", std::to_string(max_zoom)},
                                                           {"attribution", m.attribution},
                                                           {"description", m.description},
                                                           {"type", "baselayer"},
                                                           {"version", "1"},
                                                           {"generator", "Dateline"},
                                                           {"dateline", write_own_part(m)}};
  if (m.format == "mvt") rows.emplace_back("json", write_vector_layers(m));
  const auto insert = maker.prepare("INSERT INTO metadata (name, value) VALUES (?1, ?2)");
  for (const auto& [name, value] : rows) {
    sqlite3_bind_text(insert.get(), 1, name.data(), static_cast<int>(name.size()), SQLITE_STATIC);
    sqlite3_bind_text(insert.get(), 2, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    maker.step(insert);
  }
}

}  // namespace

void write_mbtiles(const TileSet& tiles, const TileMetadata& metadata, const std::filesystem::path& path, Progress& progress) {
  NewDatabase maker(path, kPragmas);
  maker.run(kSchema);
  // What is there, not what was asked for: a zoom may have no tile.
  write_rows(maker, metadata, from_hilbert_index(tiles.entries().front().number).zoom, from_hilbert_index(tiles.entries().back().number).zoom);
  {
    const auto image = maker.prepare("INSERT INTO images (tile_id, tile_data) VALUES (?1, ?2)");
    for (std::uint32_t i = 0; i < tiles.blob_count(); ++i) {
      const auto bytes = tiles.blob(i);
      sqlite3_bind_int64(image.get(), 1, std::int64_t{i} + 1);
      sqlite3_bind_blob64(image.get(), 2, bytes.data(), bytes.size(), SQLITE_STATIC);
      maker.step(image);
      progress.advance(tiles.entries().size() * (i + 1) / tiles.blob_count() / 2);
    }
  }
  {
    // In the order of the key the table grows at its end only, and its pages are full.
    std::vector<std::pair<TileId, std::uint32_t>> rows;
    rows.reserve(tiles.entries().size());
    for (const auto& entry : tiles.entries()) {
      TileId id = from_hilbert_index(entry.number);
      id.y = (std::uint32_t{1} << id.zoom) - 1 - id.y;
      rows.emplace_back(id, entry.blob);
    }
    std::sort(rows.begin(), rows.end());
    const auto place = maker.prepare("INSERT INTO map (zoom_level, tile_column, tile_row, tile_id) VALUES (?1, ?2, ?3, ?4)");
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto& [id, blob] = rows[i];
      sqlite3_bind_int(place.get(), 1, id.zoom);
      sqlite3_bind_int64(place.get(), 2, id.x);
      sqlite3_bind_int64(place.get(), 3, id.y);
      sqlite3_bind_int64(place.get(), 4, std::int64_t{blob} + 1);
      maker.step(place);
      progress.advance((rows.size() + i + 1) / 2);
    }
  }
  maker.close();
  sync_file(path);
}

}  // namespace dateline::geo::detail
