#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "geo/box.hpp"
#include "geo/tile_id.hpp"

namespace dateline::pipeline {

enum class TileFormat { Png, Jpeg, Webp, Mvt };

/// What a set of tiles is, in the words of its TileJSON.
struct TileSetInfo {
  std::string title, description;
  std::string attribution;                      ///< plain text; becomes HTML only where it is shown
  TileFormat format = TileFormat::Png;
  geo::Box bounds{-180, -85.0511287798066, 180, 85.0511287798066};
  int min_zoom = 0, max_zoom = 0;
  int max_scale = 1;                            ///< 2: tiles of 512 px are there too, for screens of double density
  struct VectorLayer {
    std::string id;
    std::vector<std::pair<std::string, std::string>> fields;   ///< name and "Number", "Boolean" or "String"
    int min_zoom = 0, max_zoom = 0;
  };
  std::vector<VectorLayer> vector_layers;       ///< Mvt only
  std::string identity;                         ///< changes whenever the bytes of any tile may; keeps tiles on disk apart
};

/// One tile as it comes out of a source.
struct SourceTile {
  geo::TileId id;
  std::shared_ptr<const std::string> bytes;     ///< null: the source has no such tile
  bool gzipped = false;                         ///< the bytes are gzip's (RFC 1952) around the tile
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
  /// All tiles of the group of `id`, that one always among them. Precondition: a zoom and scale of info(), a valid id.
  /// Throws Error for an archive that is damaged or a tile that cannot be drawn.
  [[nodiscard]] virtual std::vector<SourceTile> read_group(geo::TileId id, int scale) const = 0;
};

/// A set of tiles under the name that its addresses begin with: /NAME/{z}/{x}/{y}.png and /NAME.json.
struct NamedTileSet {
  std::string name;                             ///< lower-case letters and digits
  std::shared_ptr<const TileSource> source;
};

}  // namespace dateline::pipeline
