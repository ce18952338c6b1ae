#pragma once

#include <gdal.h>

#include <string>
#include <unordered_map>

#include "geo/vector_layer.hpp"

namespace dateline::geo::detail {

/// The integer keys that the SharedAreas of a layer got in a GeoPackage: rows are written in order, from 1.
class AreaKeys {
 public:
  explicit AreaKeys(const VectorLayer& layer);
  /// Throws std::logic_error for an area that the layer does not have.
  [[nodiscard]] std::int64_t key_of(const Feature& feature) const;

 private:
  std::unordered_map<const MultiPolygon*, std::int64_t> keys_;  // only asked, never walked
};

/// The table behind a view: its rows without areas, and the column that says which area is theirs.
[[nodiscard]] std::string rows_table(const VectorLayer& layer);
inline constexpr const char* area_key_column = "area_key";

/// Joins the rows of `layer` with the areas of layer `layer.areas_from`, both already written, into a feature layer that GDAL and QGIS read like a
/// table: registered, with a spatial index and an integer key. Writing to it is refused with a reason. `time`: RFC 3339.
void add_view(GDALDatasetH file, const VectorLayer& layer, const VectorLayer& areas, const std::string& time);

}  // namespace dateline::geo::detail
