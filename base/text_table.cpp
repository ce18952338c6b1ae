#include "base/text_table.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/error.hpp"

namespace dateline {

namespace {

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

std::vector<std::string> split_line(std::string_view line) {
  std::vector<std::string> cells;
  for (;;) {
    const auto tab = line.find('\t');
    cells.emplace_back(trim(line.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

[[noreturn]] void fail_at(const std::string& file, std::size_t line, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_position({file, line, 1});
  throw error;
}

}  // namespace

TextTable TextTable::parse(std::string_view text, const std::string& file, const std::vector<std::string>& required_columns) {
  TextTable table;
  table.file_ = file;
  std::size_t number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (trim(line).empty() || trim(line).front() == '#') continue;
    auto cells = split_line(line);
    if (table.columns_.empty()) {
      table.columns_ = std::move(cells);
      continue;
    }
    if (cells.size() > table.columns_.size()) {
      fail_at(file, number, "the row has " + std::to_string(cells.size()) + " cells, the table has " + std::to_string(table.columns_.size()) + " columns",
              "separate cells by one tab; the first row names the columns");
    }
    cells.resize(table.columns_.size());
    table.rows_.push_back({std::move(cells), number});
  }
  for (const auto& name : required_columns) {
    if (!table.has_column(name)) fail_at(file, 1, "the table has no column '" + name + "'", "the first row names the columns");
  }
  return table;
}

bool TextTable::has_column(std::string_view name) const noexcept {
  return std::find(columns_.begin(), columns_.end(), name) != columns_.end();
}

std::size_t TextTable::column(std::string_view name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  if (found == columns_.end()) throw std::logic_error("no column " + std::string(name) + " in " + file_);
  return static_cast<std::size_t>(found - columns_.begin());
}

void TextTable::fail(const Row& row, const std::string& message, const std::string& hint) const {
  fail_at(file_, row.line, message, hint);
}

std::vector<std::string> split_cell(std::string_view cell, char separator) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const auto end = cell.find(separator);
    if (const auto part = trim(cell.substr(0, end)); !part.empty()) parts.emplace_back(part);
    cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
  }
  return parts;
}

}  // namespace dateline
