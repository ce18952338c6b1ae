#pragma once

#include "claims/detail/group_clusters.hpp"

namespace dateline::claims::detail {

/// What the claims disagree on, within events and between them, each with a sentence. Place and attribution in the order of the events, then answers, then pairs of events.
///
/// Quantity:    different numbers for the same force, place and time.
/// Time:        the same number and place at different times close together; deliveries that began at different times.
/// Place:       the same number and time with different destinations.
/// Attribution: a claim rests on a source that, by another story, does not confirm it.
/// Denial:      somebody denies, doubts or cannot confirm what a claim says; a denial of earlier reports is told as such.
[[nodiscard]] std::vector<Conflict> find_conflicts(const Ledger& ledger, const std::vector<Cluster>& clusters);

}  // namespace dateline::claims::detail
