#pragma once

#include <cstddef>
#include <string>

#include "claims/detail/token_window.hpp"

namespace dateline::claims::detail {

/// What stands in front of a number: "up to another", "a total of about".
struct ReadQualifiers {
  std::size_t end = 0;          ///< the token after them; the start if there are none
  std::string qualifier;        ///< empty if none says more than "exactly"
  bool additional = false;
};

/// Reads as many phrases of quantity_qualifiers.tsv as follow each other at token `i`, at most four.
[[nodiscard]] ReadQualifiers read_qualifiers(const TokenWindow& tokens, std::size_t i);

/// True if some phrase of the table begins with this word.
[[nodiscard]] bool begins_qualifier(std::string_view word);

}  // namespace dateline::claims::detail
