#include "article/detail/character_class.hpp"

#include <unicode/uchar.h>

#include "base/utf8.hpp"

namespace dateline::article::detail {

CharClass classify(char32_t value) noexcept {
  if (value < 128) return kAsciiClasses[value];
  if (value == 0x200B || value == 0xFEFF) return CharClass::Space;
  switch (u_charType(static_cast<UChar32>(value))) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER: return CharClass::Upper;
    case U_LOWERCASE_LETTER: return CharClass::Lower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER: return CharClass::Letter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_FORMAT_CHAR: return CharClass::Mark;
    case U_DECIMAL_DIGIT_NUMBER: return CharClass::Digit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR: return CharClass::Space;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION: return CharClass::Punctuation;
    default: return CharClass::Symbol;
  }
}

Character character_beyond_ascii(std::string_view text, std::size_t offset) noexcept {
  const DecodedCodePoint decoded = decode_at(text, offset);
  if (!decoded.valid) return {0xFFFD, CharClass::Symbol, 1};
  return {decoded.value, classify(decoded.value), decoded.length};
}

}  // namespace dateline::article::detail
