#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/detail/tile_grid.hpp"
#include "geo/vector_layer.hpp"

namespace dateline::geo::detail {

/// Builds one layer of a vector tile (Mapbox Vector Tile 2.1, section 4.1) feature by feature.
class MvtLayer {
 public:
  MvtLayer(std::string_view name, TileId tile);

  /// `part` is clipped to the tile and its rim; its parts must not be empty. Values that are absent have no tag.
  void add(const GridFeature& part, const std::vector<Field>& fields, const std::vector<FieldValue>& values);
  /// Field 3 of the tile's message; empty if there is no feature.
  [[nodiscard]] std::string finish() const;

 private:
  [[nodiscard]] std::uint32_t key_of(const std::string& name);
  [[nodiscard]] std::uint32_t value_of(const FieldValue& value);
  [[nodiscard]] std::string geometry_of(const GridFeature& part) const;

  std::string name_;
  GridPoint origin_;
  std::string features_;
  std::vector<std::string> keys_, values_;          ///< in the order of their first use
  std::map<std::string, std::uint32_t, std::less<>> key_numbers_, value_numbers_;
};

}  // namespace dateline::geo::detail
