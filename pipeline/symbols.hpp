#pragma once

#include <string>
#include <vector>

#include "pipeline/picture.hpp"

namespace dateline::pipeline {

struct SymbolOptions {
  double side = 100;      ///< side of the symbol's octagon in CSS px
  double canvas = 0;      ///< square page with the octagon's centre in its middle, CSS px; 0: as large as the symbol
  double scale = 1;       ///< PNG only
};

/// A picture of one military symbol, or of several as a sheet. Throws InputError for a code that cannot be drawn.
[[nodiscard]] std::string draw_symbols(const std::vector<std::string>& codes, PictureFormat format, const SymbolOptions& options);
/// Codes of everything that can be drawn, as the sheet of docs/symbols.md shows it.
[[nodiscard]] std::vector<std::string> sheet_symbols();

/// "10031000181211000000…  infantry; friend, brigade", one line a code.
[[nodiscard]] std::string describe_symbols(const std::vector<std::string>& codes);
/// All symbols: code (identity unknown), set and name between tabs, with a heading.
[[nodiscard]] std::string list_symbols();

}  // namespace dateline::pipeline
