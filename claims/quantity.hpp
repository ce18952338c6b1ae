#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/token.hpp"
#include "claims/time_expression.hpp"

namespace dateline::claims {

/// What is counted, as far as a map of forces cares.
enum class CountedKind : std::uint8_t { Persons, Formation, Vehicle, Ship, Aircraft, Materiel, Container, Other };

/// A number with the thing it counts.
struct QuantityExpression {
  Span span;                      ///< the number with its qualifier: "more than 8 million", "a total of 12,000", "about 1,500", "dozens of"
  Span thing;                     ///< the noun phrase counted, behind or before the number: "North Korean special forces troops"; may be empty
  std::uint32_t sentence = 0;
  double low = 0;
  std::optional<double> high;     ///< absent: open
  std::string qualifier;          ///< exact, about, more-than, at-least, up-to, nearly, dozens, hundreds, thousands, several, half, range
  bool additional = false;        ///< "10,000 more", "an additional 500", "another 200"
  CountedKind kind = CountedKind::Other;
  std::string unit;               ///< persons, brigades, shells, containers, ships ... (lemma plural of the head noun; "persons" for soldiers of all kinds)
  std::string rule;               ///< id of the rule
  std::optional<std::uint32_t> part_of;  ///< index of the quantity that counts the same force in other units ("12,000 troops in four brigades")
  bool strength = false;          ///< establishment strength, not a movement: "1.28 million active duty troops"
};

/// All quantities with a thing counted, in order. Years, dates, ages, money, percentages, calibres ("155mm"), article and unit numbers
/// ("the 810th Brigade", "KN-23") are not quantities.
/// `times` are those of `find_times` on the same text: "October 8 soldiers" does not say how many.
[[nodiscard]] std::vector<QuantityExpression> find_quantities(std::string_view text, const SegmentedText& segments, const std::vector<TimeExpression>& times);

}  // namespace dateline::claims
