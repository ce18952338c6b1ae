#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "geo/detail/new_database.hpp"
#include "geo/detail/package_index.hpp"
#include "geo/vector_layer.hpp"

/// The tables of a GeoPackage 1.2 (OGC 12-128r14), as GDAL 3.6 makes them: what it writes later fits.
namespace dateline::geo::detail {

inline constexpr const char* package_pragmas = "PRAGMA application_id = 1196444487; PRAGMA user_version = 10200";  // "GPKG", version 1.2.0

/// The tables that every package has, with our reference system.
void make_package_tables(NewDatabase& database);

/// The table of a layer, or of a view's rows.
void make_layer_table(NewDatabase& database, const VectorLayer& layer);
/// Its name: for a layer that has its areas from another, the rows without areas.
[[nodiscard]] std::string rows_table(const VectorLayer& layer);
/// Names the integer key; the place, or the area it comes from; and the fields, each with a parameter.
[[nodiscard]] std::string insert_statement(const VectorLayer& layer);

/// A layer that has its areas from another becomes a view of both, which GDAL and QGIS read like a table. Writing to it is refused with a reason.
void make_view(NewDatabase& database, const VectorLayer& layer, const VectorLayer& areas);

/// What is known of a layer when all its rows are there.
struct LayerFacts {
  std::size_t rows = 0;
  std::optional<PlainExtent> extent;
  std::string time;  ///< RFC 3339
};
/// Tells readers of a filled layer. For layers with places the index must be there.
void register_layer(NewDatabase& database, const VectorLayer& layer, const LayerFacts& facts);
/// A table that is no layer is registered as attributes, or the standard's validator asks what it is.
void register_table(NewDatabase& database, const std::string& name, const std::string& time);

/// The name of a layer's index.
[[nodiscard]] std::string index_name(const VectorLayer& layer);

}  // namespace dateline::geo::detail
