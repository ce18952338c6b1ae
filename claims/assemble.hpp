#pragma once

#include <vector>

#include "claims/extract.hpp"
#include "claims/ledger.hpp"

namespace dateline::claims {

/// Merges the extractions of several stories into one ledger: sources and places united by id, claims sorted by article and
/// offset, then events and conflicts (see group). The order of the stories does not change the result.
[[nodiscard]] Ledger assemble(std::vector<Extraction> extractions);

/// Groups claims into events by compatibility (kind, status class, moved force, overlapping time, equal or nested places,
/// quantities that do not contradict), counts independent origins (innermost named sources, neither citing the other) and outlets, numbers the
/// events, and lists conflicts. Rejected claims are left out. Replaces ledger.events and ledger.conflicts; of the claims, changes nothing but
/// what answers are about, where another story dates them (detail/group_responses.hpp).
void group(Ledger& ledger);

}  // namespace dateline::claims
