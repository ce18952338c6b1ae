#pragma once

#include <string>
#include <vector>

#include "geo/vector_layer.hpp"
#include "pipeline/detail/qgis_styles.hpp"

namespace dateline::pipeline::detail {

/// Layers with a geometry as KML 2.2: a folder each, coloured like the map, with the quote and its source in the balloon, time spans and typed data.
[[nodiscard]] std::string to_kml(const std::vector<const geo::VectorLayer*>& layers, const std::string& title, const QgisStyles& styles);

}  // namespace dateline::pipeline::detail
