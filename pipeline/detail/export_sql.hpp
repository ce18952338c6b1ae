#pragma once

#include <string>
#include <utility>
#include <vector>

#include "geo/vector_layer.hpp"

namespace dateline::pipeline::detail {

/// A PostGIS script: schema, tables and indexes if they are not there, then every row, new or brought up to date by its `id`; it may be run again and
/// again. Rows of other ledgers in the same tables stay. `styles`: layer and QML, put where QGIS looks for the style of a table.
/// Precondition: every layer has a text field `id`.
[[nodiscard]] std::string to_postgis(const std::vector<geo::VectorLayer>& layers, const std::string& schema,
                                     const std::vector<std::pair<std::string, std::string>>& styles);

}  // namespace dateline::pipeline::detail
