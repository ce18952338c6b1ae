#pragma once

#include "styles/detail/style_document.hpp"
#include "styles/style.hpp"

namespace dateline::styles::detail {

/// Reads "dateline:font", "dateline:colors" and "dateline:sizes" of the style's metadata (style format 7) and fills in
/// "land" and "water" from the layers. Throws InputError for unknown or missing names.
void read_furniture(const Node& root, Style& style);

/// Applies the same members of a house style, each of which may be left out, to `style`, which began as `base` and has the house
/// style's layers already.
void change_furniture(const Node& root, const Style& base, Style& style);

}  // namespace dateline::styles::detail
