#include "pipeline/table.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace dateline::pipeline {

namespace {

std::string quote_cell(const std::string& cell) {
  if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::string to_text(const Table& table) {
  std::vector<std::size_t> widths;
  for (const auto& header : table.headers) widths.push_back(count_code_points(header));
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], count_code_points(row[i]));
  }
  std::string out;
  const auto add_row = [&](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += row[i];
      if (i + 1 < row.size()) out += std::string(widths[i] - count_code_points(row[i]) + 2, ' ');
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  };
  add_row(table.headers);
  for (const auto& row : table.rows) add_row(row);
  return out;
}

std::string to_csv(const Table& table) {
  std::string out;
  const auto add_row = [&out](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + quote_cell(row[i]);
    out += '\n';
  };
  add_row(table.headers);
  for (const auto& row : table.rows) add_row(row);
  return out;
}

}  // namespace dateline::pipeline
