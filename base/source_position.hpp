#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

/// A half-open range of bytes [start, end) in some UTF-8 text.
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const noexcept { return end - start; }
  [[nodiscard]] bool empty() const noexcept { return end <= start; }
  [[nodiscard]] bool contains(Span other) const noexcept { return start <= other.start && other.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const noexcept { return start < other.end && other.start < end; }
  /// The bytes of `text` that the span covers; looks into `text`, lives as long as it.
  [[nodiscard]] std::string_view of(std::string_view text) const noexcept {
    return start < text.size() ? text.substr(start, size()) : std::string_view{};
  }
  bool operator==(const Span&) const = default;
  auto operator<=>(const Span&) const = default;
};

/// Where something stands in an input, as people count: lines and columns from 1, columns in code points.
/// line 0 means "the input as a whole".
struct SourcePosition {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
  bool operator==(const SourcePosition&) const = default;
};

/// Turns a byte offset of `text` into line and column. Offsets past the end give the end.
[[nodiscard]] SourcePosition position_at(std::string_view text, std::size_t offset, std::string file);

/// The whole line that holds `offset`, without its line break.
[[nodiscard]] std::string_view line_at(std::string_view text, std::size_t offset) noexcept;

}  // namespace dateline
