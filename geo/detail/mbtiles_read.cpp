#include <algorithm>
#include <charconv>
#include <cstdio>
#include <mutex>
#include <vector>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "geo/detail/mbtiles.hpp"
#include "geo/detail/sqlite_handles.hpp"
#include "geo/detail/tile_metadata_json.hpp"

namespace dateline::geo::detail {

namespace {

[[noreturn]] void fail(const std::string& message) { throw InputError(message, "the file is damaged, or no MBTiles database; fetch or make it again"); }

/// "1,2,3" as numbers; fewer than asked for if it is something else.
std::vector<double> numbers_of(const std::string& text) {
  std::vector<double> numbers;
  const char* at = text.data();
  const char* end = at + text.size();
  while (at < end) {
    while (at < end && *at == ' ') ++at;
    double value = 0;
    const auto [next, problem] = std::from_chars(at, end, value);
    if (problem != std::errc()) break;
    numbers.push_back(value);
    at = next < end && *next == ',' ? next + 1 : end;
  }
  return numbers;
}

int zoom_of(const std::string& text) {
  int zoom = 0;
  std::from_chars(text.data(), text.data() + text.size(), zoom);
  return std::clamp(zoom, 0, max_tile_zoom);
}

class MbTiles final : public TileArchive {
 public:
  explicit MbTiles(const std::filesystem::path& path) {
    // immutable: no locks and no journal, so that an archive on a read-only disk opens, too.
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
      if (c == '?' || c == '#' || c == '%') {
        char coded[4];
        std::snprintf(coded, sizeof coded, "%%%02X", static_cast<unsigned char>(c));
        uri += coded;
      } else {
        uri += c;
      }
    }
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) throw InputError("there is no such file", "check the spelling and the folder");
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2((uri + "?mode=ro&immutable=1").c_str(), &raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(raw);
    if (opened != SQLITE_OK) fail("is no SQLite database");
    // A stranger's schema: its views must not call anything, and no statement may run for ever.
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(raw, SQLITE_LIMIT_LENGTH, static_cast<int>(limits::max_tile_bytes));
    constexpr int kStepsBetweenLooks = 1'000'000;
    sqlite3_progress_handler(raw, kStepsBetweenLooks, &MbTiles::count_look, this);
    read_metadata();
    find_ = prepare("SELECT tile_data FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3 LIMIT 1");
  }

  std::optional<std::string> read(TileId id) const override {
    if (!is_valid(id)) return std::nullopt;
    const std::scoped_lock lock(mutex_);
    return read_locked(id);
  }

  std::uint64_t size() const override {
    const std::scoped_lock lock(mutex_);
    looks_ = 0;
    const auto statement = prepare("SELECT count(*) FROM tiles");
    if (sqlite3_step(statement.get()) != SQLITE_ROW) fail("its table of tiles cannot be read");
    return static_cast<std::uint64_t>(sqlite3_column_int64(statement.get(), 0));
  }

  void for_each(const std::function<void(TileId, std::string_view)>& visit) const override {
    const std::scoped_lock lock(mutex_);
    for (const std::uint64_t number : numbers_locked()) {
      const TileId id = from_hilbert_index(number);
      if (const auto bytes = read_locked(id)) visit(id, *bytes);
    }
  }

 private:
  [[nodiscard]] Statement prepare(const char* sql) const {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr) != SQLITE_OK) fail("lacks the tables of an MBTiles database");
    return Statement(statement);
  }

  /// SQLite calls this every million steps; a statement that never ends is stopped.
  static int count_look(void* self) noexcept {
    constexpr std::uint64_t kMostLooks = 20'000;
    return ++static_cast<MbTiles*>(self)->looks_ > kMostLooks ? 1 : 0;
  }

  static std::string text_of(sqlite3_stmt* statement, int column) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return text == nullptr ? "" : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
  }

  void read_metadata() {
    const auto rows = prepare("SELECT name, value FROM metadata LIMIT 1000");
    std::string own, layers;
    int state = SQLITE_ROW;
    while ((state = sqlite3_step(rows.get())) == SQLITE_ROW) {
      const std::string key = text_of(rows.get(), 0), value = text_of(rows.get(), 1);
      if (key == "name") metadata_.name = value;
      else if (key == "description") metadata_.description = value;
      else if (key == "attribution") metadata_.attribution = value;
      else if (key == "format") metadata_.format = value == "pbf" ? "mvt" : value;
      else if (key == "minzoom") metadata_.min_zoom = zoom_of(value);
      else if (key == "maxzoom") metadata_.max_zoom = zoom_of(value);
      else if (key == "bounds") take_bounds(numbers_of(value));
      else if (key == "center") take_center(numbers_of(value));
      else if (key == "json") layers = value;
      else if (key == "dateline") own = value;
    }
    if (state != SQLITE_DONE) fail("its metadata cannot be read");
    if (metadata_.format == "mvt") metadata_.tile_size = 512;
    if (!layers.empty()) detail::read_metadata(layers, metadata_);
    if (!own.empty()) read_own_part(own, metadata_);
  }

  void take_bounds(const std::vector<double>& n) {
    if (n.size() == 4 && n[0] >= -180 && n[0] <= n[2] && n[2] <= 180 && n[1] >= -90 && n[1] <= n[3] && n[3] <= 90) metadata_.bounds = {n[0], n[1], n[2], n[3]};
  }
  void take_center(const std::vector<double>& n) {
    if (n.size() < 2) return;
    if (const auto center = LonLat::make(Lon(n[0]), Lat(n[1]))) metadata_.center = *center;
    if (n.size() > 2) metadata_.center_zoom = static_cast<int>(std::clamp(n[2], 0.0, double{max_tile_zoom}));
  }

  static std::uint32_t flipped(int zoom, std::uint32_t row) noexcept { return (std::uint32_t{1} << zoom) - 1 - row; }

  [[nodiscard]] std::optional<std::string> read_locked(TileId id) const {
    looks_ = 0;
    sqlite3_reset(find_.get());
    sqlite3_bind_int(find_.get(), 1, id.zoom);
    sqlite3_bind_int64(find_.get(), 2, id.x);
    sqlite3_bind_int64(find_.get(), 3, flipped(id.zoom, id.y));
    const int state = sqlite3_step(find_.get());
    if (state == SQLITE_DONE) return std::nullopt;
    if (state != SQLITE_ROW) fail("a tile cannot be read");
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(find_.get(), 0));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(find_.get(), 0));
    auto tile = bytes == nullptr ? std::nullopt : std::optional<std::string>(std::string(bytes, size));
    sqlite3_reset(find_.get());
    return tile;
  }

  [[nodiscard]] std::vector<std::uint64_t> numbers_locked() const {
    looks_ = 0;
    const auto rows = prepare("SELECT zoom_level, tile_column, tile_row FROM tiles");
    std::vector<std::uint64_t> numbers;
    int state = SQLITE_ROW;
    while ((state = sqlite3_step(rows.get())) == SQLITE_ROW) {
      const auto zoom = sqlite3_column_int64(rows.get(), 0), x = sqlite3_column_int64(rows.get(), 1), y = sqlite3_column_int64(rows.get(), 2);
      if (zoom < 0 || zoom > max_tile_zoom || x < 0 || y < 0 || x >= std::int64_t{1} << zoom || y >= std::int64_t{1} << zoom) fail("a tile has an address that does not exist");
      if (numbers.size() >= limits::max_tiles) fail("has more than " + std::to_string(limits::max_tiles) + " tiles");
      numbers.push_back(hilbert_index({static_cast<int>(zoom), static_cast<std::uint32_t>(x), flipped(static_cast<int>(zoom), static_cast<std::uint32_t>(y))}));
    }
    if (state != SQLITE_DONE) fail("its table of tiles cannot be read");
    std::sort(numbers.begin(), numbers.end());
    if (std::adjacent_find(numbers.begin(), numbers.end()) != numbers.end()) fail("has two tiles of one address");
    return numbers;
  }

  Database database_;
  Statement find_;
  mutable std::mutex mutex_;
  mutable std::uint64_t looks_ = 0;
};

}  // namespace

std::unique_ptr<TileArchive> open_mbtiles(const std::filesystem::path& path) { return std::make_unique<MbTiles>(path); }

}  // namespace dateline::geo::detail
