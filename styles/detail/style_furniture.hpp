#pragma once

#include "styles/detail/style_document.hpp"
#include "styles/style.hpp"

namespace dateline::styles::detail {

/// Reads "dateline:font", "dateline:colors" and "dateline:sizes" of the style's metadata (style format 7) and fills in
/// "land" and "water" from the layers. Throws InputError for unknown or missing names.
void read_furniture(const Node& root, Style& style);

}  // namespace dateline::styles::detail
