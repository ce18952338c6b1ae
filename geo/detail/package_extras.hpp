#pragma once

#include <string>

#include "geo/detail/new_database.hpp"
#include "geo/geopackage_writer.hpp"

namespace dateline::geo::detail {

/// Puts styles and projects into a GeoPackage, in the tables and columns that QGIS 3.22 looks for. `time`: RFC 3339, kept as their date.
void write_extras(NewDatabase& database, const GeoPackageExtras& extras, const std::string& time);

}  // namespace dateline::geo::detail
