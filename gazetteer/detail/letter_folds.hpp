#pragma once

#include <array>
#include <cstdint>

namespace dateline::gazetteer::detail {

/// What one code point of a two-byte script becomes when folded.
struct LetterFold {
  std::uint8_t length = 0;          ///< 0: dropped
  std::array<char, 7> bytes{};      ///< UTF-8; a space separates words
};

/// Folds of U+0080 to U+06FF (Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic), each taken from the full folding. In this
/// range a text's folding is that of its code points one after another, because every mark there is dropped.
inline constexpr char32_t first_letter_fold = 0x80;
inline constexpr char32_t end_letter_folds = 0x700;
using LetterFolds = std::array<LetterFold, end_letter_folds - first_letter_fold>;

/// Filled on first use from ICU; the same on every machine with the same ICU.
[[nodiscard]] const LetterFolds& letter_folds();

}  // namespace dateline::gazetteer::detail
