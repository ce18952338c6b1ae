#pragma once

#include <optional>

#include "claims/detail/token_window.hpp"
#include "claims/quantity.hpp"

namespace dateline::claims::detail {

/// A quantity read at some token, with the tokens it covers.
struct QuantityMatch {
  QuantityExpression quantity;     ///< without spans
  std::size_t first = 0;           ///< the number with its qualifiers: tokens [first, number_end)
  std::size_t number_end = 0;
  std::size_t thing_first = 0;     ///< the noun phrase counted: tokens [thing_first, thing_end)
  std::size_t thing_end = 0;
};

/// Reads a quantity with the thing it counts at token `i`: qualifiers, number or range, noun phrase.
[[nodiscard]] std::optional<QuantityMatch> match_quantity(const TokenWindow& tokens, std::size_t i);

/// A noun phrase that is counted, from token `i` on.
struct CountedPhrase {
  std::size_t first = 0;
  std::size_t end = 0;
  CountedKind kind = CountedKind::Other;
  std::string unit;
};
enum class GrammaticalNumber { One, Many };
[[nodiscard]] std::optional<CountedPhrase> read_counted_phrase(const TokenWindow& tokens, std::size_t i, GrammaticalNumber number);

}  // namespace dateline::claims::detail
