#pragma once

#include <cstddef>
#include <optional>

#include "claims/detail/token_window.hpp"

namespace dateline::claims::detail {

/// A plain number as read from tokens.
struct ReadNumber {
  double value = 0;
  std::size_t end = 0;      ///< one past its last token
  double scale = 1;         ///< what a scale word multiplied it by: 1e6 in "8 million"
  bool spelled = false;     ///< in words: "twenty-five", "a dozen"
};

/// Reads "1,500", "1.28 million", "25k", "twenty-five", "two hundred and fifty", "a hundred", "two dozen", "half a million"
/// at token `i`. "a" and "an" count only before a scale word. Absent for anything else and for numbers above 1e15.
[[nodiscard]] std::optional<ReadNumber> read_number(const TokenWindow& tokens, std::size_t i);

/// Value of one word below a hundred ("five", "twenty"); absent for "one" and for any other word.
[[nodiscard]] std::optional<double> spelled_value(std::string_view word);

/// Value of one token of digits with separators ("1,500"); absent if it is no plain decimal number ("18.10.2024").
[[nodiscard]] std::optional<double> read_digits(std::string_view digits);

}  // namespace dateline::claims::detail
