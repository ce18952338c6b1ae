#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::article::detail {

/// What a character is to the tokeniser.
enum class CharClass : std::uint8_t { Space, Upper, Lower, Letter, Mark, Digit, Punctuation, Symbol };

[[nodiscard]] constexpr bool is_letter(CharClass c) noexcept {
  return c == CharClass::Upper || c == CharClass::Lower || c == CharClass::Letter;
}
/// May stand inside a word after its first letter.
[[nodiscard]] constexpr bool continues_word(CharClass c) noexcept { return is_letter(c) || c == CharClass::Mark; }

/// One character of a text.
struct Character {
  char32_t value = 0;
  CharClass kind = CharClass::Space;
  std::uint8_t length = 0;  ///< bytes; 0 at the end of the text
};

/// ICU's general category, folded to the classes above. Invisible format characters count as marks (they hold words
/// together: soft hyphen, zero-width joiner); zero-width space and byte-order mark as space.
[[nodiscard]] CharClass classify(char32_t value) noexcept;

/// Decodes and classifies the character at `offset`; one byte of invalid UTF-8 is a symbol of length 1.
[[nodiscard]] Character character_beyond_ascii(std::string_view text, std::size_t offset) noexcept;

constexpr CharClass classify_ascii(unsigned char c) noexcept {
  if (c >= 'a' && c <= 'z') return CharClass::Lower;
  if (c >= 'A' && c <= 'Z') return CharClass::Upper;
  if (c >= '0' && c <= '9') return CharClass::Digit;
  if (c <= ' ' || c == 0x7F) return CharClass::Space;
  for (const char symbol : {'$', '+', '<', '=', '>', '^', '`', '|', '~'}) {
    if (c == static_cast<unsigned char>(symbol)) return CharClass::Symbol;
  }
  return CharClass::Punctuation;
}

inline constexpr auto kAsciiClasses = [] {
  std::array<CharClass, 128> classes{};
  for (unsigned c = 0; c < classes.size(); ++c) classes[c] = classify_ascii(static_cast<unsigned char>(c));
  return classes;
}();

/// The character at `offset`, or one of length 0 at the end.
[[nodiscard]] inline Character character_at(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return {byte, kAsciiClasses[byte], 1};
  return character_beyond_ascii(text, offset);
}

[[nodiscard]] constexpr bool is_apostrophe(char32_t c) noexcept { return c == U'\'' || c == U'\u2019'; }
/// Also the straight marks, which open as well as close.
[[nodiscard]] constexpr bool is_opening_mark(char32_t c) noexcept {
  return c == U'"' || c == U'\'' || c == U'\u201C' || c == U'\u2018' || c == U'\u201E' || c == U'\u201A' ||
         c == U'\u00AB' || c == U'\u2039' || c == U'(' || c == U'[' || c == U'\u300C';
}
[[nodiscard]] constexpr bool is_closing_mark(char32_t c) noexcept {
  return c == U'"' || c == U'\'' || c == U'\u201D' || c == U'\u2019' || c == U'\u00BB' || c == U'\u203A' || c == U')' ||
         c == U']' || c == U'\u300D';
}
[[nodiscard]] constexpr bool is_dash(char32_t c) noexcept {
  return c == U'-' || (c >= U'\u2010' && c <= U'\u2015');
}

}  // namespace dateline::article::detail
