#pragma once

#include <string>
#include <vector>

#include "styles/style.hpp"

namespace dateline::render {

/// "Open Sans Semibold Italic" of a style's "text-font" is a family with a weight and a slant.
struct FontFace {
  std::string family;
  int weight = 400;
  bool italic = false;
  bool operator==(const FontFace&) const = default;
};
[[nodiscard]] FontFace parse_font_face(std::string name);

/// The style's families, the preferred one first.
[[nodiscard]] std::vector<std::string> font_families(const styles::Style& style);

}  // namespace dateline::render
