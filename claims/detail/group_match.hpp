#pragma once

#include "claims/detail/group_features.hpp"

namespace dateline::claims::detail {

enum class QuantityRelation { Unknown, Equal, Overlap, Disjoint };
[[nodiscard]] QuantityRelation relate_quantities(const std::optional<QuantityOf>& a, const std::optional<QuantityOf>& b);

/// How well two claims fit one event.
struct Match {
  bool contradicts = false;  ///< they cannot be about the same thing
  int support = 0;           ///< how much speaks for it
  bool anchored = false;     ///< a number, place or time is among it; the same troops and the same source alone do many things
};

/// Claims with less support are not joined: being about the same country's troops is not enough.
inline constexpr int kEnoughSupport = 2;

/// Compares two claims of the same kind and status class (both are the caller's to check). If only one says whose troops they are, more
/// must speak for it.
///
/// Contradictions: times that do not overlap, places of which none holds another (unless number and order of battle are the same: a plan
/// told with two destinations is one plan that is disputed), numbers that do not overlap, different kinds of troops, "more troops" beside
/// troops already counted. Support: equal or overlapping number, place, time, kind of troops, source.
[[nodiscard]] Match match(const Features& a, const Features& b);

}  // namespace dateline::claims::detail
