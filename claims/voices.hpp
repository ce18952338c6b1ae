#pragma once

#include <vector>

#include "claims/ledger.hpp"

namespace dateline::claims {

/// The chain of a claim, outermost first, with those who speak together in one group: "Ghana and Togo said that, according to Mali, …" is
/// {{Ghana, Togo}, {Mali}}. The links of a group stand in one list before or behind one cue. Looks into the claim.
[[nodiscard]] std::vector<std::vector<const Attribution*>> voices_of(const Claim& claim);

}  // namespace dateline::claims
