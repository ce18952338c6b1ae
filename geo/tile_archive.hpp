#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "geo/tile_id.hpp"
#include "geo/tile_metadata.hpp"

namespace dateline::geo {

/// What tiles are kept in: a folder z/x/y.ENDING, an MBTiles 1.3 database, a PMTiles 3 file.
enum class TileContainer { Folder, MbTiles, PmTiles };
/// By the ending of the name, in any case; without a known one it is a folder. Throws UsageError for the ending of some other kind of file.
[[nodiscard]] TileContainer tile_container(const std::filesystem::path& path);

/// Reads an archive, ours or anybody's. Thread-safe. The bytes are a stranger's: everything is checked, nothing is trusted.
class TileArchive {
 public:
  virtual ~TileArchive() = default;

  /// Throws InputError for a file that is missing, damaged or no archive of tiles. The archive must not change while it is open.
  [[nodiscard]] static std::unique_ptr<TileArchive> open(const std::filesystem::path& path);

  [[nodiscard]] const TileMetadata& metadata() const noexcept { return metadata_; }
  /// A tile as it is stored: vector tiles may be gzip (is_gzip() of geo/gzip.hpp tells). Absent if there is none.
  /// Throws InputError if what the archive says of it cannot be.
  [[nodiscard]] virtual std::optional<std::string> read(TileId id) const = 0;
  /// How many tiles there are; equal ones count each.
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  /// All tiles in the order of their numbers (hilbert_index). The bytes are valid during the call.
  virtual void for_each(const std::function<void(TileId, std::string_view)>& visit) const = 0;

 protected:
  TileMetadata metadata_;
};

}  // namespace dateline::geo
