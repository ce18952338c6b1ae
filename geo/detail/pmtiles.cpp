#include "geo/detail/pmtiles.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <list>
#include <mutex>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/output_file.hpp"
#include "geo/detail/pmtiles_directory.hpp"
#include "geo/detail/tile_metadata_json.hpp"
#include "geo/gzip.hpp"

namespace dateline::geo::detail {

namespace {

constexpr std::string_view kMagic = "PMTiles\x03";
constexpr std::size_t kHeaderBytes = 127;
constexpr std::size_t kRootEnd = 16'384;   // readers fetch so much first: the root directory must lie in it
enum Compression : unsigned char { kUnknown = 0, kNone = 1, kGzip = 2 };

struct TypeName {
  unsigned char type;
  const char* name;
};
constexpr TypeName kTypes[] = {{1, "mvt"}, {2, "png"}, {3, "jpg"}, {4, "webp"}, {5, "avif"}};

[[noreturn]] void fail(const std::string& message) { throw InputError(message, "the file is damaged, or no PMTiles file of version 3; fetch or make it again"); }

// Numbers of the header are little-endian (specification, section 3).
void put64(std::string& header, std::size_t at, std::uint64_t value) {
  for (std::size_t i = 0; i < 8; ++i) header[at + i] = static_cast<char>(value >> 8U * i);
}
std::uint64_t get64(std::string_view header, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value |= std::uint64_t{static_cast<unsigned char>(header[at + i])} << 8U * i;
  return value;
}
void put_position(std::string& header, std::size_t at, double lon, double lat) {
  const auto put = [&](std::size_t where, double degrees) {
    const auto value = static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(degrees * 1e7)));
    for (std::size_t i = 0; i < 4; ++i) header[where + i] = static_cast<char>(value >> 8U * i);
  };
  put(at, lon);
  put(at + 4, lat);
}
double get_degrees(std::string_view header, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value |= std::uint32_t{static_cast<unsigned char>(header[at + i])} << 8U * i;
  return static_cast<std::int32_t>(value) / 1e7;
}

/// Runs of tiles that share their bytes. Contents are counted as they first occur, so each lies where the ones before it end.
std::vector<PmEntry> entries_of(const TileSet& tiles) {
  std::vector<std::uint64_t> offsets(tiles.blob_count());
  std::uint64_t end = 0;
  for (std::uint32_t i = 0; i < offsets.size(); ++i) {
    offsets[i] = end;
    end += tiles.blob(i).size();
  }
  std::vector<PmEntry> entries;
  std::uint32_t last_blob = 0;
  for (const auto& tile : tiles.entries()) {
    if (!entries.empty() && tile.blob == last_blob && tile.number == entries.back().id + entries.back().run) {
      ++entries.back().run;
      continue;
    }
    entries.push_back({tile.number, offsets[tile.blob], static_cast<std::uint32_t>(tiles.blob(tile.blob).size()), 1});
    last_blob = tile.blob;
  }
  return entries;
}

class PmTiles final : public TileArchive {
 public:
  explicit PmTiles(const std::filesystem::path& path) : file_(path) {
    bytes_ = {reinterpret_cast<const char*>(file_.bytes().data()), file_.bytes().size()};
    if (bytes_.size() < kHeaderBytes || !bytes_.starts_with(kMagic)) fail("is no PMTiles file of version 3");
    directory_packing_ = static_cast<unsigned char>(bytes_[97]);
    if (const auto packing = static_cast<unsigned char>(bytes_[98]); packing > kGzip) fail("its tiles are packed with something else than gzip");
    leaves_ = section(40, "the leaf directories");
    data_ = section(56, "the tiles");
    root_ = std::make_shared<const Directory>(read_directory(unpack(section(8, "the root directory"))));
    read_header();
    detail::read_metadata(unpack(section(24, "the metadata")), metadata_);
  }

  std::optional<std::string> read(TileId id) const override {
    if (!is_valid(id)) return std::nullopt;
    const std::uint64_t number = hilbert_index(id);
    auto directory = root_;
    for (int depth = 0; depth < kDeepest; ++depth) {
      const auto* entry = find_entry(*directory, number);
      if (entry == nullptr) return std::nullopt;
      if (entry->run > 0) return std::string(blob(*entry));
      directory = leaf(*entry);
    }
    fail("its directories are nested too deeply");
  }

  std::uint64_t size() const override {
    std::uint64_t count = 0;
    visit_entries(*root_, 0, [&count](const PmEntry& entry) { count += entry.run; });
    return count;
  }

  void for_each(const std::function<void(TileId, std::string_view)>& visit) const override {
    std::uint64_t count = 0;
    visit_entries(*root_, 0, [&](const PmEntry& entry) {
      count += entry.run;
      if (entry.id + entry.run > kBeyond) fail("has tiles deeper than zoom " + std::to_string(max_tile_zoom));
      if (count > limits::max_tiles) fail("says that it has more than " + std::to_string(limits::max_tiles) + " tiles");
      for (std::uint32_t i = 0; i < entry.run; ++i) visit(from_hilbert_index(entry.id + i), blob(entry));
    });
  }

 private:
  using Directory = std::vector<PmEntry>;
  static constexpr int kDeepest = 4;
  static constexpr std::size_t kKeptLeaves = 64;
  static constexpr std::uint64_t kBeyond = ((std::uint64_t{1} << 2 * (max_tile_zoom + 1)) - 1) / 3;   // tiles of all zooms

  [[nodiscard]] std::string_view part(std::string_view whole, std::uint64_t offset, std::uint64_t length, const char* what) const {
    if (offset > whole.size() || length > whole.size() - offset) fail(std::string(what) + " reach beyond the end of the file");
    return whole.substr(offset, length);
  }
  [[nodiscard]] std::string_view section(std::size_t at, const char* what) const { return part(bytes_, get64(bytes_, at), get64(bytes_, at + 8), what); }
  [[nodiscard]] std::string_view blob(const PmEntry& entry) const {
    if (entry.length > limits::max_tile_bytes) fail("a tile is larger than " + std::to_string(limits::max_tile_bytes >> 20U) + " MB");
    return part(data_, entry.offset, entry.length, "the bytes of a tile");
  }
  [[nodiscard]] std::string unpack(std::string_view packed) const {
    if (directory_packing_ == kNone) return std::string(packed.substr(0, limits::max_tile_directory_bytes));
    if (directory_packing_ != kGzip) fail("its directories are packed with something else than gzip");
    return gunzip(packed, limits::max_tile_directory_bytes);
  }

  void read_header() {
    for (const auto& type : kTypes) {
      if (type.type == static_cast<unsigned char>(bytes_[99])) metadata_.format = type.name;
    }
    const auto zoom = [this](std::size_t at) { return std::min(static_cast<int>(static_cast<unsigned char>(bytes_[at])), max_tile_zoom); };
    metadata_.min_zoom = zoom(100);
    metadata_.max_zoom = zoom(101);
    metadata_.center_zoom = zoom(118);
    metadata_.tile_size = metadata_.format == "mvt" ? 512 : 256;
    const Box box{get_degrees(bytes_, 102), get_degrees(bytes_, 106), get_degrees(bytes_, 110), get_degrees(bytes_, 114)};
    if (box.west >= -180 && box.east <= 180 && box.west <= box.east && box.south >= -90 && box.north <= 90 && box.south <= box.north) metadata_.bounds = box;
    if (const auto center = LonLat::make(Lon(get_degrees(bytes_, 119)), Lat(get_degrees(bytes_, 123)))) metadata_.center = *center;
  }

  /// A leaf directory; those used last are kept unpacked.
  [[nodiscard]] std::shared_ptr<const Directory> leaf(const PmEntry& entry) const {
    const std::scoped_lock lock(mutex_);
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const auto& leaf) { return leaf.first == entry.offset; });
    if (found != kept_.end()) {
      kept_.splice(kept_.begin(), kept_, found);
      return kept_.front().second;
    }
    auto directory = std::make_shared<const Directory>(read_directory(unpack(part(leaves_, entry.offset, entry.length, "a leaf directory"))));
    kept_.emplace_front(entry.offset, directory);
    if (kept_.size() > kKeptLeaves) kept_.pop_back();
    return directory;
  }

  template <typename Visit>
  void visit_entries(const Directory& directory, int depth, const Visit& visit) const {
    if (depth >= kDeepest) fail("its directories are nested too deeply");
    for (const auto& entry : directory) {
      if (entry.run > 0) visit(entry);
      else visit_entries(*leaf(entry), depth + 1, visit);
    }
  }

  MappedFile file_;
  std::string_view bytes_, leaves_, data_;
  unsigned char directory_packing_ = kUnknown;
  std::shared_ptr<const Directory> root_;
  mutable std::mutex mutex_;
  mutable std::list<std::pair<std::uint64_t, std::shared_ptr<const Directory>>> kept_;
};

}  // namespace

void write_pmtiles(const TileSet& tiles, const TileMetadata& metadata, const std::filesystem::path& path, Progress& progress) {
  const auto entries = entries_of(tiles);
  const auto directories = pack_directories(entries, kRootEnd - kHeaderBytes);
  const auto json = gzip(detail::write_metadata(metadata, MetadataForm::PmTiles));
  std::uint64_t data = 0;
  for (std::uint32_t i = 0; i < tiles.blob_count(); ++i) data += tiles.blob(i).size();

  std::string header(kHeaderBytes, '\0');
  header.replace(0, kMagic.size(), kMagic);
  std::uint64_t at = kHeaderBytes;
  std::size_t field = 8;
  for (const std::uint64_t length : {std::uint64_t{directories.root.size()}, std::uint64_t{json.size()}, std::uint64_t{directories.leaves.size()}, data}) {
    put64(header, field, at);
    put64(header, field + 8, length);
    at += length;
    field += 16;
  }
  put64(header, 72, tiles.entries().size());
  put64(header, 80, entries.size());
  put64(header, 88, tiles.blob_count());
  header[96] = 1;  // clustered: the bytes lie in the order of the tiles
  header[97] = kGzip;
  header[98] = metadata.format == "mvt" ? kGzip : kNone;
  for (const auto& type : kTypes) {
    if (metadata.format == type.name) header[99] = static_cast<char>(type.type);
  }
  // What is there, not what was asked for: a zoom may have no tile.
  header[100] = static_cast<char>(from_hilbert_index(tiles.entries().front().number).zoom);
  header[101] = static_cast<char>(from_hilbert_index(tiles.entries().back().number).zoom);
  const Box box = plain_bounds(metadata);
  put_position(header, 102, box.west, box.south);
  put_position(header, 110, box.east, box.north);
  header[118] = static_cast<char>(std::clamp<int>(metadata.center_zoom, header[100], header[101]));
  put_position(header, 119, metadata.center.lon(), metadata.center.lat());

  OutputFile file(path);
  for (const std::string* part : std::initializer_list<const std::string*>{&header, &directories.root, &json, &directories.leaves}) file.write(*part);
  for (std::uint32_t i = 0; i < tiles.blob_count(); ++i) {
    file.write(tiles.blob(i));
    progress.advance(tiles.entries().size() * (i + 1) / tiles.blob_count());
  }
  file.close();
}

std::unique_ptr<TileArchive> open_pmtiles(const std::filesystem::path& path) { return std::make_unique<PmTiles>(path); }

}  // namespace dateline::geo::detail
