#pragma once

#include <gdal.h>

#include <string>

#include "geo/vector_writer.hpp"

namespace dateline::geo::detail {

/// Puts styles and projects into an open GeoPackage, in the tables and columns that QGIS 3.22 looks for. `time`: RFC 3339, kept as their date.
void write_extras(GDALDatasetH file, const GeoPackageExtras& extras, const std::string& time);

/// Runs one statement in an open GeoPackage. Throws OutputError with SQLite's reason.
void run_sql(GDALDatasetH file, const std::string& sql);

/// A text as an SQL literal.
[[nodiscard]] std::string sql_text(const std::string& text);

}  // namespace dateline::geo::detail
