#pragma once

#include <string>
#include <vector>

#include "render/symbols.hpp"

namespace dateline::render {

struct KeyEntry {
  Symbol symbol;
  std::string text;              ///< what it means, with the number of events: "Announced or expected (2)"
  std::string code = {};         ///< Symbol::Military: which
};
/// One entry for each symbol drawn, in the order of Symbol.
[[nodiscard]] std::vector<KeyEntry> make_key(const SymbolUse& use, const ArrowWidths& widths);

/// Room for a sample left of the words.
inline constexpr double key_sample_width = 42;
[[nodiscard]] double key_entry_width(const std::vector<KeyEntry>& entries, const Theme& theme, const Typesetter& type);

/// Paints the key from the top left of `box` in columns of `column_width`; each sample by the functions that draw the map.
void paint_key(DisplayList& out, const std::vector<KeyEntry>& entries, const PageBox& box, double column_width, double row_height,
               const ArrowWidths& widths, const Theme& theme, const Typesetter& type);

}  // namespace dateline::render
