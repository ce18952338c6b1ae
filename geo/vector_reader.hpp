#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "geo/vector_layer.hpp"

namespace dateline::geo {

/// What to read and how much of it.
struct VectorReadOptions {
  std::string layer;                    ///< empty: all layers
  std::size_t most_features = 100'000;  ///< over all layers; more is an InputError
};

/// Reads a GIS file with GDAL: GeoJSON, GeoPackage, FlatGeobuf, shapefile, KML, GML, GPX, CSV with coordinates, OSM.
/// Read-only, no other drivers, no network, coordinates brought to WGS 84. Curves become lines.
/// Throws InputError that names the file; PluginError if the GDAL part of Dateline is not installed.
[[nodiscard]] std::vector<VectorLayer> read_vector_file(const std::filesystem::path& path, const VectorReadOptions& options = {});

/// Whether a name is the address of a PostgreSQL database: "postgresql://user@host/name" or "PG:dbname=name".
[[nodiscard]] bool is_database(std::string_view address) noexcept;

/// Reads tables of a PostGIS database, in the order of their keys (without one, as the server gives them); `layer` is "table", or "schema.table"
/// beyond the schema public. Throws InputError, never with the address: it may hold a password. PluginError as above.
[[nodiscard]] std::vector<VectorLayer> read_database(const std::string& address, const VectorReadOptions& options = {});

}  // namespace dateline::geo
