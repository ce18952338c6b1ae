#pragma once

#include "geo/vector_layer.hpp"

namespace dateline::geo::detail {

/// Throws std::logic_error for a feature whose values or geometry do not fit its layer: a mistake of the caller.
void check_fits(const Feature& feature, const VectorLayer& layer);

}  // namespace dateline::geo::detail
