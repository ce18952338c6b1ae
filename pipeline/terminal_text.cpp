#include "pipeline/terminal_text.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace dateline::pipeline {

namespace {

struct Range {
  char32_t first, last;
};

/// Combining marks and invisible joiners of the scripts in which news is written; a terminal gives them no column.
constexpr std::array<Range, 12> kNoColumn{{{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F}, {0x06D6, 0x06DC},
                                           {0x093C, 0x093C}, {0x0941, 0x0948}, {0x200B, 0x200F}, {0x20D0, 0x20F0}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}}};
/// East Asian wide characters and emoji (UAX 11), in whole blocks.
constexpr std::array<Range, 8> kTwoColumns{{{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}, {0xFF00, 0xFF60}, {0x1F300, 0x1FAFF}}};

template <std::size_t Size>
bool is_in(const std::array<Range, Size>& ranges, char32_t point) noexcept {
  return std::any_of(ranges.begin(), ranges.end(), [point](const Range& range) { return range.first <= point && point <= range.last; });
}

std::size_t columns_of(char32_t point) noexcept { return is_in(kNoColumn, point) ? 0 : is_in(kTwoColumns, point) ? 2 : 1; }

std::string wrap_line(std::string_view line, std::size_t columns, std::size_t indent) {
  const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
  std::string out(line.substr(0, start));
  std::size_t used = start;
  bool fresh = true;  // nothing but indentation on this line yet
  for (std::size_t at = start; at < line.size();) {
    const std::size_t blank = std::min(line.find(' ', at), line.size());
    const std::size_t next = std::min(line.find_first_not_of(' ', blank), line.size());
    const std::string_view word = line.substr(at, blank - at);
    const std::size_t width = dateline::pipeline::columns_of(word);
    if (!fresh && used + width > columns) {
      out.erase(out.find_last_not_of(' ') + 1);
      out += "\n" + std::string(indent, ' ');
      used = indent;
    }
    out += word;
    out += line.substr(blank, next - blank);
    used += width + next - blank;
    fresh = false;
    at = next;
  }
  return out;
}

}  // namespace

std::string safe_for_terminal(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint point = decode_at(text, i);
    const bool control = (point.value < 0x20 && point.value != '\n') || (point.value >= 0x7F && point.value < 0xA0);
    // the marks that turn the direction of writing could show a quote backwards
    const bool direction = (point.value >= 0x202A && point.value <= 0x202E) || (point.value >= 0x2066 && point.value <= 0x2069);
    if (!point.valid) out += '?';
    else if (control || direction) out += ' ';
    else out += text.substr(i, point.length);
    i += point.length;
  }
  return out;
}

std::size_t columns_of(std::string_view text) noexcept {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint point = decode_at(text, i);
    columns += columns_of(point.value);
    i += point.length;
  }
  return columns;
}

std::string cut_to_columns(std::string_view text, std::size_t columns) {
  if (columns_of(text) <= columns) return std::string(text);
  std::string out;
  std::size_t used = 1;  // the ellipsis
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint point = decode_at(text, i);
    used += columns_of(point.value);
    if (used > columns) break;
    out += text.substr(i, point.length);
    i += point.length;
  }
  return out + "…";
}

std::string wrap(std::string_view text, std::size_t columns, std::size_t indent) {
  if (columns == 0 || indent >= columns) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += wrap_line(text.substr(0, end), columns, indent);
    if (end == text.size()) break;
    out += '\n';
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace dateline::pipeline
