#pragma once

#include "claims/detail/group_clusters.hpp"

namespace dateline::claims::detail {

/// The event that a cluster makes, without its number.
[[nodiscard]] Event make_event(const Cluster& cluster, const Ledger& ledger);

/// Independent origins of the claims of one event, sorted: innermost named sources, without those that only pass on another one of them,
/// and without media in general ("South Korean media") when a medium of the same country passes on a source that is there.
[[nodiscard]] std::vector<std::string> independent_origins(const Cluster& cluster, const std::vector<SourceRecord>& sources);

/// Names of the fields that are stated differently, in the order of the ledger format.
[[nodiscard]] std::vector<std::string> differing_fields(const Cluster& cluster);

/// Puts clusters into the order in which events get their numbers: what a map draws, then what has no place to be drawn at, then
/// deliveries, then denials and history. In each: movements, what is based or present, plans; then time, place, number.
void sort_for_numbers(std::vector<Cluster>& clusters, const PlaceTable& places);

}  // namespace dateline::claims::detail
