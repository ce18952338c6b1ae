#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "geo/geopackage_writer.hpp"
#include "geo/vector_layer.hpp"

namespace dateline::geo {

/// Formats of one file that layers are written to.
enum class VectorFormat { GeoJson, GeoPackage, FlatGeobuf };

/// Writes layers into one file, completely or not at all. GeoJSON (RFC 7946) and FlatGeobuf take exactly one layer; FlatGeobuf none that is Mixed
/// and empty. Lines and areas that cross the date line are cut there. Same layers, same bytes. GeoPackage: see GeoPackageWriter.
///
/// Errors: OutputError for a folder that cannot be written, an existing file under Overwrite::Refuse, or GDAL's refusal;
///         PluginError for FlatGeobuf if the GDAL part of Dateline is not installed; std::logic_error for a feature whose values or
///         geometry do not fit its layer.
void write_vector_file(const std::vector<VectorLayer>& layers, const std::filesystem::path& path, VectorFormat format,
                       Overwrite overwrite, const GeoPackageExtras& extras = {});

/// One layer as GeoJSON text: coordinates with six decimals (10 cm), a bbox if there is a place in it. A text field called `id` is the features' id, too.
[[nodiscard]] std::string to_geojson(const VectorLayer& layer);

/// Runs SQL statements in a PostgreSQL database, all or none. `address`: "postgresql://user@host/name" or "PG:dbname=name".
/// Throws OutputError with the server's reason, never with the address: it may hold a password.
void run_in_database(const std::string& address, const std::string& sql);

}  // namespace dateline::geo
