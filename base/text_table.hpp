#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A small reviewed table of data: UTF-8, one row a line, cells between tabs, `#` lines and empty lines skipped, the
/// first row names the columns. No quoting. Cells are trimmed of spaces.
class TextTable {
 public:
  struct Row {
    std::vector<std::string> cells;   ///< as many as there are columns; missing trailing cells are empty
    std::size_t line = 0;             ///< from 1
  };

  /// Throws InputError (file:line) for a missing header, a missing required column, or a row with too many cells.
  [[nodiscard]] static TextTable parse(std::string_view text, const std::string& file,
                                       const std::vector<std::string>& required_columns);

  [[nodiscard]] const std::vector<Row>& rows() const noexcept { return rows_; }
  /// Index of a column; std::logic_error for one that was not required and is absent.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  [[nodiscard]] bool has_column(std::string_view name) const noexcept;
  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  /// Throws InputError that points at this row.
  [[noreturn]] void fail(const Row& row, const std::string& message, const std::string& hint) const;

 private:
  std::string file_;
  std::vector<std::string> columns_;
  std::vector<Row> rows_;
};

/// Splits a cell that holds several values: `a;b;c`. Empty parts are dropped, spaces trimmed.
[[nodiscard]] std::vector<std::string> split_cell(std::string_view cell, char separator = ';');

}  // namespace dateline
