#include "render/detail/pdf_repair.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace dateline::render::detail {

namespace {

constexpr std::size_t entry_size = 20;                       // ISO 32000-1, 7.5.4: "nnnnnnnnnn ggggg n" and two end-of-line bytes
constexpr std::string_view free_entry = "0000000000 65535 f";

std::optional<std::size_t> read_number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} ? std::optional(value) : std::nullopt;
}

/// Where the last cross-reference table begins: the number after the last "startxref".
std::optional<std::size_t> find_table(std::string_view pdf) {
  const auto at = pdf.rfind("startxref\n");
  if (at == std::string_view::npos) return std::nullopt;
  const auto table = read_number(pdf.substr(at + 10));
  return table && *table < pdf.size() && pdf.substr(*table).starts_with("xref\n") ? table : std::nullopt;
}

bool leads_to_object(std::string_view pdf, std::string_view entry, std::size_t number) {
  const auto digits = entry.find_first_not_of('0');
  const auto offset = digits < 10 ? read_number(entry.substr(digits, 10 - digits)) : std::size_t{0};
  return offset && *offset < pdf.size() && pdf.substr(*offset).starts_with(std::to_string(number) + " 0 obj");
}

}  // namespace

void repair_cross_references(std::string& pdf) {
  const auto table = find_table(pdf);
  if (!table) return;
  // One section, "0 N", as Cairo writes it.
  const std::size_t header = *table + 5;
  const auto line_end = pdf.find('\n', header);
  const auto space = pdf.find(' ', header);
  if (line_end == std::string::npos || space > line_end) return;
  const auto count = read_number(std::string_view(pdf).substr(space + 1));
  for (std::size_t i = 1; count && i < *count; ++i) {
    const std::size_t start = line_end + 1 + i * entry_size;
    if (start + entry_size > pdf.size()) return;
    const auto entry = std::string_view(pdf).substr(start, entry_size);
    if (entry[17] == 'n' && !leads_to_object(pdf, entry, i)) pdf.replace(start, free_entry.size(), free_entry);
  }
}

void set_dates(std::string& pdf, std::string_view date) {
  for (const std::string_view key : {"/CreationDate (", "/ModDate ("}) {
    const auto start = pdf.rfind(key);
    const auto end = start == std::string::npos ? start : pdf.find(')', start);
    if (end == std::string::npos) continue;
    const std::size_t room = end + 1 - start;
    std::string entry = date.empty() ? "" : std::string(key).append(date).append(1, ')');
    if (entry.size() > room) entry.clear();
    entry.resize(room, ' ');
    pdf.replace(start, room, entry);
  }
}

}  // namespace dateline::render::detail
