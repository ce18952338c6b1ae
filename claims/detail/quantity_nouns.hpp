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

/// "battalion" for the unit "battalions"; the unit itself if the table does not name it.
[[nodiscard]] std::string_view singular_of_unit(std::string_view unit);

}  // namespace dateline::claims::detail
