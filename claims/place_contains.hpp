#pragma once

#include "claims/ledger.hpp"

namespace dateline::claims {

/// Whether `outer` holds `inner`: the same place, a country and what lies in it, a first-level division and its towns, a region whose
/// box holds the other. Coarse on purpose: boxes stand for outlines.
[[nodiscard]] bool place_contains(const PlaceRecord& outer, const PlaceRecord& inner);

}  // namespace dateline::claims
