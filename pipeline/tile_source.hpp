#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/tile_id.hpp"
#include "geo/tile_metadata.hpp"

namespace dateline::pipeline {

/// What a set of tiles is.
struct TileSetInfo {
  geo::TileMetadata metadata;                   ///< its zooms are those that are served, its format "png", "jpg", "webp" or "mvt"
  int max_scale = 1;                            ///< 2: tiles of 512 px are there too, for screens of double density
  std::string identity;                         ///< changes whenever the bytes of any tile may; keeps tiles on disk apart. Empty: they are not kept there
};

/// One tile as it comes out of a source.
struct SourceTile {
  geo::TileId id;
  std::shared_ptr<const std::string> bytes;     ///< null: the source has no such tile. Vector tiles may be gzip
};

/// Where a server's tiles come from: an archive, a renderer. Thread-safe.
class TileSource {
 public:
  virtual ~TileSource() = default;
  [[nodiscard]] virtual const TileSetInfo& info() const noexcept = 0;
  /// Tiles that are cheaper to make together form a group, which is named by any id that is the same for all of them.
  [[nodiscard]] virtual geo::TileId group_of(geo::TileId id, int scale) const {
    static_cast<void>(scale);
    return id;
  }
  /// All tiles of the group of `id`; those that are not among them do not exist. Precondition: a zoom and scale of info(), a valid id.
  /// Throws Error for an archive that is damaged or a tile that cannot be drawn.
  [[nodiscard]] virtual std::vector<SourceTile> read_group(geo::TileId id, int scale) const = 0;
};

/// A set of tiles under the name that its addresses begin with: /NAME/{z}/{x}/{y}.png and /NAME.json.
struct NamedTileSet {
  std::string name;                             ///< lower-case letters and digits
  std::shared_ptr<const TileSource> source;
};

}  // namespace dateline::pipeline
