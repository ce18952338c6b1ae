#pragma once

#include <string>

#include "base/files.hpp"
#include "features/feature_tables.hpp"
#include "pipeline/data.hpp"
#include "pipeline/detail/qgis_styles.hpp"
#include "pipeline/export.hpp"

namespace dateline::pipeline::detail {

/// A GeoPackage with all layers and tables, our base map around the marks, a style for each layer and a QGIS project inside; and, unless sidecars are
/// unwanted, the same project beside it as .qgz. `title`: of project and print layout. Without a mark there is neither base map nor project.
void write_package(Data& data, features::FeatureTables tables, const std::string& target, const std::string& title, const ExportOptions& options, const QgisStyles& styles,
                   Overwrite overwrite);

}  // namespace dateline::pipeline::detail
