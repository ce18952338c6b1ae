#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "geo/vector_layer.hpp"

namespace dateline::geo {

/// Formats that GDAL writes for us. Further ones follow the same way.
enum class VectorFormat { GeoJson, GeoPackage };

/// Writes layers into one file, completely or not at all. GeoJSON (RFC 7946, seven decimals) takes exactly one layer.
/// Lines and areas that cross the date line are cut there. Same layers, same bytes: GeoPackage gets the time
/// SOURCE_DATE_EPOCH, or 1970 without one.
///
/// Errors: OutputError for a folder that cannot be written, an existing file under Overwrite::Refuse, or GDAL's refusal;
///         PluginError if the GDAL part of Dateline is not installed; std::logic_error for a feature whose values or
///         geometry do not fit its layer.
void write_vector_file(const std::vector<VectorLayer>& layers, const std::filesystem::path& path, VectorFormat format,
                       Overwrite overwrite);

/// One layer as GeoJSON text.
[[nodiscard]] std::string to_geojson(const VectorLayer& layer);

}  // namespace dateline::geo
