#pragma once

#include <string>
#include <vector>

#include "render/app6_symbol.hpp"

/// Pages that show military symbols by themselves.
namespace dateline::render {

struct App6PageOptions {
  double side = 100;     ///< L in CSS px
  double canvas = 0;     ///< side of a square page with the octagon's centre at its centre, CSS px; 0: as large as the symbol
  std::vector<std::string> font_families = {"Open Sans", "DejaVu Sans"};
};

/// One symbol on a page of its own, with its name as title and its parts as description.
[[nodiscard]] Page app6_page(const App6Code& code, const App6PageOptions& options);

/// Symbols in a table of seven columns with names and codes, in the order given.
[[nodiscard]] Page app6_sheet(const std::vector<App6Code>& codes, const App6PageOptions& options);

/// Every symbol of the table once, the identities in turn, then the frames, echelons, statuses and roles of one unit.
[[nodiscard]] std::vector<App6Code> app6_sheet_codes();

}  // namespace dateline::render
