#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/progress.hpp"
#include "geo/tile_archive.hpp"
#include "geo/tile_id.hpp"

namespace dateline::geo {

/// Finished tiles in the order of their numbers, equal ones stored once.
class TileSet {
 public:
  struct Entry {
    std::uint64_t number = 0;   ///< hilbert_index
    std::uint32_t blob = 0;     ///< which content; they are counted in the order in which they first occur
  };
  TileSet(MappedFile file, std::vector<Entry> entries, std::vector<std::string_view> blobs)
      : file_(std::move(file)), entries_(std::move(entries)), blobs_(std::move(blobs)) {}

  [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return entries_; }
  [[nodiscard]] std::size_t blob_count() const noexcept { return blobs_.size(); }
  /// Valid as long as the set.
  [[nodiscard]] std::string_view blob(std::uint32_t index) const { return blobs_.at(index); }

 private:
  MappedFile file_;
  std::vector<Entry> entries_;
  std::vector<std::string_view> blobs_;
};

/// The work file of a run: finished tiles are added step by step and survive the end of the process, however it comes. A step is there as a whole or not
/// at all, and never twice. Tiles come in any order; what is made of them depends only on which they are.
class TileSpool {
 public:
  struct Tile {
    TileId id;
    std::shared_ptr<const std::string> bytes;
  };
  enum class Begin { Resume, Anew };

  /// Opens the work file of a job, or makes it. Absent if another process holds it. Throws InputError for the work file of another job under
  /// Begin::Resume; OutputError. `job` is the hash of everything that the tiles depend on.
  [[nodiscard]] static std::optional<TileSpool> open(const std::filesystem::path& path, const std::string& job, Begin begin);
  ~TileSpool();
  TileSpool(TileSpool&&) noexcept;
  TileSpool& operator=(TileSpool&&) noexcept;

  [[nodiscard]] bool has_step(std::uint64_t step) const;
  [[nodiscard]] std::uint64_t tile_count() const noexcept;
  /// Adds the tiles of one step. Throws OutputError; GeoError beyond limits::max_tiles. Precondition: the step is not there, no tile is there twice.
  void add(std::uint64_t step, std::span<const Tile> tiles);
  /// Everything that was added. Valid beyond the life of the spool.
  [[nodiscard]] TileSet tiles();
  /// Deletes the work file.
  void remove() noexcept;

 private:
  struct State;
  explicit TileSpool(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Writes all tiles into an archive, completely or not at all. The same tiles and metadata give the same bytes. `scratch` is written first, in the folder
/// of `path`, and renamed at the end; one left by a run that died is replaced. An archive that is there is replaced. Vector tiles are gzip in a file and plain in a folder.
/// Throws OutputError; NothingToDraw if there is no tile.
void write_tile_archive(const TileSet& tiles, const TileMetadata& metadata, const std::filesystem::path& path, const std::filesystem::path& scratch,
                        Progress& progress);

/// Whether a folder may be replaced: it is empty, or was made by write_tile_archive() and holds nothing else.
[[nodiscard]] bool is_replaceable_folder(const std::filesystem::path& folder);

}  // namespace dateline::geo
