#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// One decoded code point and how many bytes it took.
struct DecodedCodePoint {
  char32_t value = 0;
  std::uint8_t length = 0;
  bool valid = false;
};

/// Decodes the code point at `offset` (which must be < text.size()). Overlong forms, surrogates and values
/// above U+10FFFF are invalid; an invalid sequence has length 1 (its maximal subpart is not joined).
[[nodiscard]] DecodedCodePoint decode_at(std::string_view text, std::size_t offset) noexcept;

/// Appends `value` as UTF-8.
void append_utf8(std::string& out, char32_t value);

/// Number of code points; each byte of an invalid sequence counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

[[nodiscard]] bool is_valid_utf8(std::string_view text) noexcept;

/// Text made valid by replacing each maximal invalid sequence by U+FFFD, and how many were replaced.
struct RepairedText {
  std::string text;
  std::size_t replaced = 0;
};
[[nodiscard]] RepairedText repair_utf8(std::string_view bytes);

/// UTF-16 with a byte-order mark as UTF-8; lone surrogates become U+FFFD, an odd last byte is left out.
[[nodiscard]] std::string utf8_from_utf16(std::string_view bytes);

/// Converts between byte offsets and code-point offsets of one valid UTF-8 text in O(log n) after O(n) set-up.
/// Keeps no reference to the text.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  /// Code points before byte `offset`; an offset inside a code point counts as its start.
  [[nodiscard]] std::size_t to_code_points(std::size_t byte_offset) const noexcept;
  /// Byte offset of code point `index`; past the end gives the size of the text.
  [[nodiscard]] std::size_t to_bytes(std::size_t code_point_index) const noexcept;
  [[nodiscard]] std::size_t size() const noexcept { return code_points_; }

 private:
  std::vector<std::size_t> wide_;  // byte offsets of the code points that take more than one byte
  std::vector<std::size_t> extra_; // bytes beyond one a code point, up to and including wide_[i]
  std::size_t bytes_ = 0;
  std::size_t code_points_ = 0;
};

}  // namespace dateline
