#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dateline::pipeline {

/// Rows of text for a terminal or a spreadsheet.
struct Table {
  std::vector<std::string> headers;
  std::vector<std::vector<std::string>> rows;  ///< each as long as headers
};

/// Columns padded to their widest cell, two spaces apart; the last column is not padded. If the rows are wider than `columns` (0: any width), the widest cells
/// are cut; if even that does not fit, each row becomes a block of lines "header: cell". Characters that steer a terminal become spaces.
[[nodiscard]] std::string to_text(const Table& table, std::size_t columns = 0);
/// RFC 4180, UTF-8, CRLF-free (LF), header first. What a spreadsheet would run as a formula begins with an apostrophe.
[[nodiscard]] std::string to_csv(const Table& table);

}  // namespace dateline::pipeline
