#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/display_list.hpp"

/// The small language of render/data/app6_*.tsv (docs/symbols.md, section 3).
namespace dateline::render::detail {

/// One stroke or word of an icon. Units: hundredths of the octagon's side, origin at its centre, y down.
struct App6Element {
  enum class Kind { Line, Fill, Both, Pale, Text, Part } kind = Kind::Line;
  Path path;
  double size = 0;       ///< Text: of the type
  PagePoint at;          ///< Text: the middle of its capitals
  std::string words;     ///< Text: the letters; Part: its name
};

/// Absolute M x,y  L x,y  C x,y,x,y,x,y  O x,y,rx,ry (an ellipse)  Z. Throws InputError with the column.
[[nodiscard]] Path parse_app6_path(std::string_view text);
/// Elements between semicolons. Throws InputError with the column.
[[nodiscard]] std::vector<App6Element> parse_app6_icon(std::string_view text);

}  // namespace dateline::render::detail
