#pragma once

#include <filesystem>
#include <string>
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

}  // namespace dateline::geo
