#include "base/source_position.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace dateline {

namespace {
std::size_t line_start(std::string_view text, std::size_t offset) noexcept {
  const auto newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}
}  // namespace

SourcePosition position_at(std::string_view text, std::size_t offset, std::string file) {
  offset = std::min(offset, text.size());
  const auto line = 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
  const auto start = line_start(text, offset);
  return {std::move(file), line, 1 + count_code_points(text.substr(start, offset - start))};
}

std::string_view line_at(std::string_view text, std::size_t offset) noexcept {
  offset = std::min(offset, text.size());
  const auto start = line_start(text, offset);
  auto end = text.find('\n', offset);
  if (end == std::string_view::npos) end = text.size();
  if (end > start && text[end - 1] == '\r') --end;
  return text.substr(start, end - start);
}

}  // namespace dateline
