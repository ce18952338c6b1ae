#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/files.hpp"
#include "features/feature_tables.hpp"
#include "pipeline/data.hpp"
#include "pipeline/detail/qgis_styles.hpp"
#include "pipeline/export.hpp"

namespace dateline::pipeline::detail {

/// The layers and tables whose rows a user is told of.
inline constexpr features::Table reported_tables[] = {features::Table::Sites,   features::Table::Movements, features::Table::Areas,    features::Table::Claims,
                                                      features::Table::Sources, features::Table::Citations, features::Table::Conflicts};
/// The number of rows of each.
using RowCounts = std::vector<std::pair<std::string, std::size_t>>;

/// A GeoPackage with all layers and tables, our base map around the marks, a style for each layer and a QGIS project inside; and, unless sidecars are
/// unwanted, the same project beside it as .qgz. `title`: of project and print layout. Without a mark there is neither base map nor project.
/// The rows are written as they are made: memory stays near that of the ledger.
[[nodiscard]] RowCounts write_package(Data& data, const claims::Ledger& ledger, const features::TableOptions& table_options, const std::string& target, const std::string& title,
                                      const ExportOptions& options, const QgisStyles& styles, Overwrite overwrite);

}  // namespace dateline::pipeline::detail
