#include "base/csv.hpp"

#include <algorithm>

namespace dateline {

std::vector<std::string> split_csv_row(std::string_view row, char separator) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const char c = row[i];
    if (quoted && c == '"' && i + 1 < row.size() && row[i + 1] == '"') {
      out.back() += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == separator && !quoted) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  constexpr std::string_view blanks = " \t\r\n";
  for (auto& cell : out) {
    const auto first = cell.find_first_not_of(blanks);
    cell = first == std::string::npos ? std::string{} : cell.substr(first, cell.find_last_not_of(blanks) - first + 1);
  }
  return out;
}

char find_csv_separator(std::string_view header) noexcept {
  for (const char separator : {',', ';', '\t'}) {
    if (header.find(separator) != std::string_view::npos) return separator;
  }
  return ',';
}

bool is_whole_csv_row(std::string_view row) noexcept { return std::count(row.begin(), row.end(), '"') % 2 == 0; }

}  // namespace dateline
