#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::claims::detail {

/// A record of comma-separated values.
struct CsvRecord {
  std::vector<std::string> cells;
  std::size_t line = 0;            ///< from 1, of its first character; a cell may hold line breaks
};

/// Reads RFC 4180: cells in quotation marks may hold separators, line breaks and doubled quotation marks. More lenient than it: LF as well as CRLF,
/// a byte-order mark, empty lines, and the separator of the reader's country (`;` or a tab) if the first line has no comma. Throws
/// InputError (file:line:column) for a quotation mark that is never closed, stands inside an unquoted cell, or is followed by text.
[[nodiscard]] std::vector<CsvRecord> parse_csv(std::string_view text, const std::string& file);

/// One cell, quoted where RFC 4180 wants it.
[[nodiscard]] std::string csv_cell(const std::string& value);

}  // namespace dateline::claims::detail
