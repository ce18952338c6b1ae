#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Cells of one row of RFC 4180: a cell may stand in quotes, and then hold separators, line breaks and doubled quotes. Cells are
/// trimmed of spaces, tabs and line breaks.
[[nodiscard]] std::vector<std::string> split_csv_row(std::string_view row, char separator = ',');

/// The separator that a first row uses: comma, semicolon or tab; comma if none.
[[nodiscard]] char find_csv_separator(std::string_view header) noexcept;

/// False if a cell goes on behind the line break: the quotes are odd.
[[nodiscard]] bool is_whole_csv_row(std::string_view row) noexcept;

}  // namespace dateline
