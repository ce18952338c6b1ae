#include "geo/detail/folder_tiles.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <system_error>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/output_file.hpp"
#include "geo/detail/tile_metadata_json.hpp"
#include "geo/gzip.hpp"

namespace dateline::geo::detail {

namespace {

namespace fs = std::filesystem;

constexpr const char* kMetadata = "metadata.json";
constexpr const char* kTileJson = "tiles.json";

[[noreturn]] void fail_write(const fs::path& path, const std::string& reason) {
  OutputError error("cannot be written: " + reason, "free some space or choose another folder with -o");
  error.set_file(path.string());
  throw error;
}

fs::path relative_path(TileId id, const std::string& ending) {
  return fs::path(std::to_string(id.zoom)) / std::to_string(id.x) / (std::to_string(id.y) + "." + ending);
}

void make_folder(const fs::path& folder) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (problem) fail_write(folder, problem.message());
}

void write_plain(const fs::path& path, std::string_view bytes) {
  // Not OutputFile: syncing each of a hundred thousand files takes minutes; the whole file system is synced once at the end.
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  bool good = file >= 0;
  while (good && !bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    good = written > 0;
    if (good) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  const int reason = errno;
  if (file >= 0) good = ::close(file) == 0 && good;
  if (!good) fail_write(path, std::generic_category().message(reason));
}

/// "17" -> 17; absent for anything else, and for numbers with a leading zero, of which no tile has any.
std::optional<std::uint32_t> number_of(const std::string& text) {
  std::uint32_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size() || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  return value;
}

class FolderTiles final : public TileArchive {
 public:
  explicit FolderTiles(fs::path folder) : folder_(std::move(folder)) {
    const auto file = folder_ / kMetadata;
    std::error_code ignored;
    if (!fs::exists(file, ignored)) throw InputError("is a folder without metadata.json", "name a folder that `dateline tiles` wrote");
    metadata_.format = "";
    detail::read_metadata(read_file(file, limits::max_tile_directory_bytes), metadata_);
    if (metadata_.format == "pbf") metadata_.format = "mvt", ending_ = "pbf";
    else ending_ = metadata_.format;
    if (ending_.empty() || ending_.find('/') != std::string::npos) throw InputError("its metadata.json does not tell the format of the tiles", "add \"format\": \"png\" or \"mvt\"");
  }

  std::optional<std::string> read(TileId id) const override {
    const auto file = folder_ / relative_path(id, ending_);
    std::error_code ignored;
    if (!is_valid(id) || !fs::is_regular_file(file, ignored)) return std::nullopt;
    return read_file(file, limits::max_tile_bytes);
  }

  std::uint64_t size() const override { return numbers().size(); }

  void for_each(const std::function<void(TileId, std::string_view)>& visit) const override {
    for (const std::uint64_t number : numbers()) {
      const TileId id = from_hilbert_index(number);
      if (const auto bytes = read(id)) visit(id, *bytes);
    }
  }

 private:
  [[nodiscard]] std::vector<std::uint64_t> numbers() const {
    std::vector<std::uint64_t> found;
    for (int zoom = 0; zoom <= max_tile_zoom; ++zoom) {
      std::error_code problem;
      for (const auto& column : fs::directory_iterator(folder_ / std::to_string(zoom), problem)) {
        const auto x = number_of(column.path().filename().string());
        if (!x) continue;
        for (const auto& file : fs::directory_iterator(column.path(), problem)) {
          const auto y = number_of(file.path().stem().string());
          if (!y || file.path().extension() != "." + ending_ || !is_valid({zoom, *x, *y})) continue;
          if (found.size() >= limits::max_tiles) throw InputError("has more than " + std::to_string(limits::max_tiles) + " tiles", "merge parts of it");
          found.push_back(hilbert_index({zoom, *x, *y}));
        }
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  fs::path folder_;
  std::string ending_;
};

}  // namespace

void write_folder_tiles(const TileSet& tiles, const TileMetadata& metadata, const fs::path& folder, Progress& progress) {
  make_folder(folder);
  const bool vector = metadata.format == "mvt";
  std::vector<fs::path> first(tiles.blob_count());   // where each content stands already
  fs::path last_column;
  std::uint64_t done = 0;
  for (const auto& entry : tiles.entries()) {
    const auto path = folder / relative_path(from_hilbert_index(entry.number), metadata.format);
    if (path.parent_path() != last_column) make_folder(last_column = path.parent_path());
    auto& known = first[entry.blob];
    // A link fails where the file system has none, and beyond some ten thousand to one file.
    if (known.empty() || ::link(known.c_str(), path.c_str()) != 0) {
      const auto bytes = tiles.blob(entry.blob);
      // A plain web server does not say that a file is gzip, so that no browser unpacks it.
      write_plain(path, vector && is_gzip(bytes) ? gunzip(bytes, limits::max_tile_bytes) : std::string(bytes));
      known = path;
    }
    progress.advance(++done);
  }
  write_plain(folder / kMetadata, write_metadata(metadata, MetadataForm::Folder) + "\n");
  write_plain(folder / kTileJson, tile_json(metadata, "{z}/{x}/{y}." + metadata.format));
  const int disk = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (disk < 0) return;
  const bool synced = ::syncfs(disk) == 0;
  ::close(disk);
  if (!synced) fail_write(folder, "the disk did not take everything");
}

std::unique_ptr<TileArchive> open_folder_tiles(const fs::path& folder) { return std::make_unique<FolderTiles>(folder); }

bool is_folder_of_tiles(const fs::path& folder) {
  std::error_code problem;
  if (!fs::is_directory(folder, problem)) return false;
  bool empty = true, has_metadata = false;
  for (const auto& entry : fs::directory_iterator(folder, problem)) {
    empty = false;
    const auto name = entry.path().filename().string();
    const auto zoom = number_of(name);
    const bool ours = name == kMetadata || name == kTileJson || (entry.is_directory() && zoom && *zoom <= max_tile_zoom);
    if (!ours) return false;
    has_metadata = has_metadata || name == kMetadata;
  }
  return !problem && (empty || has_metadata);
}

}  // namespace dateline::geo::detail
