#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/box.hpp"
#include "geo/lonlat.hpp"

namespace dateline::geo {

/// One layer of vector tiles, as readers are told of it.
struct VectorLayerInfo {
  std::string id;
  std::string description;
  std::vector<std::pair<std::string, std::string>> fields;   ///< name and "String", "Number" or "Boolean"
  int min_zoom = 0, max_zoom = 0;
  bool operator==(const VectorLayerInfo&) const = default;
};

/// Which part of a pyramid that several runs share.
struct TileShard {
  int index = 1;   ///< 1..count
  int count = 1;
  bool operator==(const TileShard&) const = default;
};

/// What an archive of tiles says of itself.
struct TileMetadata {
  std::string name;
  std::string description;
  std::string attribution;
  std::string format = "png";            ///< "png", "mvt"; archives of others: "jpg", "webp"
  Box bounds{-180, -85.0511287798066, 180, 85.0511287798066};   ///< may cross the date line
  LonLat center = LonLat::checked(Lon(0), Lat(0));
  int center_zoom = 0;
  int min_zoom = 0, max_zoom = 0;
  int tile_size = 256;                   ///< pixels a side of a raster tile; 512 for vector tiles
  std::vector<VectorLayerInfo> vector_layers;
  std::string document;                  ///< hash of the ledger whose events are drawn; empty for the base map alone
  std::string job;                       ///< hash of everything that the tiles' bytes depend on; empty if others made them
  std::optional<TileShard> shard;        ///< present if other runs make the rest
};

/// TileJSON 3.0.0 of tiles at `url`, a template with {z}, {x} and {y}. Bounds of a box over the date line are -180 to 180.
[[nodiscard]] std::string tile_json(const TileMetadata& metadata, const std::string& url);

}  // namespace dateline::geo
