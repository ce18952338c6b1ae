#pragma once

#include <string>
#include <vector>

#include "geo/vector_layer.hpp"

namespace dateline::features {

/// Several layers as one of mixed geometry, for formats that hold one. Its fields are those of all; the field `layer` tells where a feature is from.
[[nodiscard]] geo::VectorLayer combine_layers(const std::vector<const geo::VectorLayer*>& layers, const std::string& name);

}  // namespace dateline::features
