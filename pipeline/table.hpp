#pragma once

#include <string>
#include <vector>

namespace dateline::pipeline {

/// Rows of text for a terminal or a spreadsheet.
struct Table {
  std::vector<std::string> headers;
  std::vector<std::vector<std::string>> rows;  ///< each as long as headers
};

/// Columns padded to their widest cell, two spaces apart; the last column is not padded. Widths count code points.
[[nodiscard]] std::string to_text(const Table& table);
/// RFC 4180, UTF-8, CRLF-free (LF), header first.
[[nodiscard]] std::string to_csv(const Table& table);

}  // namespace dateline::pipeline
