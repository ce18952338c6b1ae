#include "pipeline/table.hpp"

#include <algorithm>
#include <numeric>

#include "pipeline/terminal_text.hpp"

namespace dateline::pipeline {

namespace {

using Widths = std::vector<std::size_t>;

constexpr std::size_t kGap = 2;
// Narrower columns show nothing that can be read.
constexpr std::size_t kNarrowest = 6;

/// One line, fit for a terminal.
std::string plain_cell(const std::string& cell) {
  std::string text = safe_for_terminal(cell);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string csv_cell(const std::string& cell) {
  // spreadsheets run cells that begin like this, and stories are written by strangers; a lone dash is no formula
  const bool formula = cell.size() > 1 && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
  const std::string text = formula ? "'" + cell : cell;
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

Widths natural_widths(const Table& table) {
  Widths widths;
  for (const auto& header : table.headers) widths.push_back(columns_of(header));
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(row[i]));
  }
  return widths;
}

std::size_t total(const Widths& widths) { return std::accumulate(widths.begin(), widths.end(), kGap * (widths.empty() ? 0 : widths.size() - 1)); }

/// Takes from the widest column until the row fits; false if it cannot.
bool shrink(Widths& widths, std::size_t columns) {
  while (total(widths) > columns) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (widest == widths.end() || *widest <= kNarrowest) return false;
    --*widest;
  }
  return true;
}

std::string row_text(const std::vector<std::string>& row, const Widths& widths) {
  std::string out;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string cell = cut_to_columns(row[i], widths[i]);
    out += cell;
    if (i + 1 < row.size()) out += std::string(widths[i] - columns_of(cell) + kGap, ' ');
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return out + '\n';
}

/// For terminals too narrow for a row: a block a row, without its empty cells.
std::string blocks_text(const Table& table, std::size_t columns) {
  std::string out;
  for (const auto& row : table.rows) {
    if (!out.empty()) out += '\n';
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i].empty()) out += wrap(table.headers[i] + ": " + row[i], columns, kGap) + '\n';
    }
  }
  return out;
}

}  // namespace

std::string to_text(const Table& table, std::size_t columns) {
  Table plain = table;
  for (auto& row : plain.rows) {
    for (auto& cell : row) cell = plain_cell(cell);
  }
  Widths widths = natural_widths(plain);
  if (columns != 0 && !shrink(widths, columns)) return blocks_text(plain, columns);
  std::string out = row_text(plain.headers, widths);
  for (const auto& row : plain.rows) out += row_text(row, widths);
  return out;
}

std::string to_csv(const Table& table) {
  std::string out;
  const auto add_row = [&out](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + csv_cell(row[i]);
    out += '\n';
  };
  add_row(table.headers);
  for (const auto& row : table.rows) add_row(row);
  return out;
}

}  // namespace dateline::pipeline
