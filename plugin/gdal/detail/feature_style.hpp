#pragma once

#include <string>

#include "geo/vector_layer.hpp"

namespace dateline::plugin {

/// The OGR style string of a feature (OGR Feature Style Specification): the colours of the light theme, dashes for plans, grey for what was left.
/// QGIS draws pens, brushes and symbols of it and MapServer labels, too. Empty for a row of a table.
[[nodiscard]] std::string style_of(const geo::VectorLayer& layer, const geo::Feature& feature);

}  // namespace dateline::plugin
