#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/detail/group_places.hpp"
#include "claims/detail/group_time.hpp"
#include "claims/ledger.hpp"

namespace dateline::claims::detail {

/// Deeds and plans are never the same event; denials and history stand apart from both.
enum class StatusClass { Deed, Plan, Denial, Past };
[[nodiscard]] StatusClass class_of(ClaimStatus status) noexcept;

/// What of a claim decides which event it belongs to. Looks into the ledger.
struct Features {
  const Claim* claim = nullptr;
  StatusClass status = StatusClass::Deed;
  std::string nationality;   ///< of the force, else the actor; empty if neither is known
  std::string force;         ///< kind of troops, words in order; empty for troops in general
  std::string unit;          ///< what the quantity counts
  std::optional<DayRange> when;
  std::optional<int> reported;                ///< day of the statement, else of publication
  std::vector<const PlaceRecord*> places;     ///< where it went or is
  std::vector<const PlaceRecord*> origins;    ///< where it came from
  std::string described;     ///< a place that is only described ("front lines"), lower case; empty if there is none
  std::string root;          ///< innermost named source; empty for the narrator
  bool outdated = false;     ///< from a text that its story no longer has: no outlet of its own
  int specificity = 0;       ///< how many fields are stated, the narrower the more
};

/// Features of all claims but the rejected ones, in the order of the claims.
[[nodiscard]] std::vector<Features> features_of(const Ledger& ledger, const PlaceTable& places);

/// "special forces" and "special operations troops" are one kind of force, "troops" is none: lower case, singular, general words left out.
[[nodiscard]] std::string force_kind(const std::string& type);

/// The innermost source of the chain that is not anonymous; the innermost if all are; empty if there is none.
[[nodiscard]] std::string root_source(const Claim& claim, const std::vector<SourceRecord>& sources);

}  // namespace dateline::claims::detail
