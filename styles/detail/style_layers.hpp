#pragma once

#include <vector>

#include "styles/detail/style_document.hpp"
#include "styles/style.hpp"

namespace dateline::styles::detail {

/// Reads the "layers" array of a style (style format 3). Layers with the id of one in `base` change that one; others are
/// painted after the base's. Throws InputError.
[[nodiscard]] std::vector<Layer> read_layers(const Node& layers, const Node& root, std::vector<Layer> base = {});

/// Reads a number or a zoom function: stops, `interpolate`, `step` (style format 5).
[[nodiscard]] ZoomValue read_zoom_value(const Node& node, double lowest, double highest);

/// Reads a filter (style format 6): `==`, `!=`, `<`, `<=`, `>`, `>=`, `in`, and `all` of these.
void read_filter(const Node& node, Layer& layer);

/// Reads "sources" (style format 3.7).
[[nodiscard]] std::map<std::string, Source> read_sources(const Node& root);

}  // namespace dateline::styles::detail
