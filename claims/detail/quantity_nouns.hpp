#pragma once

#include <string_view>

#include "claims/quantity.hpp"

namespace dateline::claims::detail {

/// An entry of quantity_nouns.tsv.
struct CountedNoun {
  CountedKind kind = CountedKind::Other;
  std::string_view unit;      ///< "persons", "brigades"; lives as long as the program
  bool plural = false;        ///< this form can follow a number above one
  bool singular = false;
};

/// The entry of a lower-case word; null if it is not counted.
[[nodiscard]] const CountedNoun* find_counted_noun(std::string_view word);

}  // namespace dateline::claims::detail
