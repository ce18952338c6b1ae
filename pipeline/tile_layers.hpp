#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "claims/ledger.hpp"
#include "features/feature_tables.hpp"
#include "geo/tile_layer.hpp"
#include "pipeline/data.hpp"
#include "styles/style.hpp"

namespace dateline::pipeline {

/// The source of a style that our own layers belong to.
inline constexpr const char* tile_source = "dateline";

/// For which tiles the layers are. A zoom of 256-pixel tiles shows the world half as large as the same zoom of 512-pixel tiles (vector tiles): what is to be
/// seen at a size of its own comes in one zoom later.
struct TileScope {
  int min_zoom = 0, max_zoom = 8;
  int tile_pixels = 256;          ///< CSS pixels a side, 256 or 512
  std::string worldview = "un";
  int threads = 0;                ///< that read at the same time; 0: one a processor. Never changes the result
};

/// The base map: land, lakes, coast, rivers, borders, countries, waters, cities (docs/formats/tiles.md, 2). The whole world whatever the tiles' box, so that a
/// tile is the same in every pyramid.
[[nodiscard]] std::vector<geo::TileLayer> base_layers(Data& data, const TileScope& scope);

/// A ledger's events: areas, movements, heads, halos, sites, badges.
[[nodiscard]] std::vector<geo::TileLayer> ledger_layers(Data& data, const claims::Ledger& ledger, features::Extent extent, const TileScope& scope);

/// An empty layer of ours, for all zooms.
[[nodiscard]] geo::TileLayer own_layer(const char* name, geo::GeometryKind kind, std::vector<geo::Field> fields);

/// `base` without the cities that `events` name as sites: each would carry its name twice.
[[nodiscard]] geo::TileLayers without_named_sites(const geo::TileLayers& base, const std::vector<geo::TileLayer>& events);

/// The base maps of open pyramids: those that want the same share it, and the last one to close takes it along. Thread-safe.
class OpenBaseLayers {
 public:
  /// base_layers(), unless somebody has them. Who comes meanwhile waits.
  [[nodiscard]] geo::TileLayers get(Data& data, const TileScope& scope);

 private:
  using Key = std::tuple<int, int, int, std::string>;   ///< zooms, pixels, view of the world
  std::mutex mutex_;
  std::map<Key, std::weak_ptr<const geo::TileLayers>> open_;
};

/// Whether a layer of the style draws our own layers.
[[nodiscard]] bool uses_own_layers(const styles::Style& style);

}  // namespace dateline::pipeline
