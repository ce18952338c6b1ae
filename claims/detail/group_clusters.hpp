#pragma once

#include <vector>

#include "claims/detail/group_features.hpp"

namespace dateline::claims::detail {

/// Claims of one event; the most specific one first.
using Cluster = std::vector<const Features*>;

/// Joins claims that fit (see match). The most specific claims come first and lead; each further claim joins the cluster it fits
/// best, provided that it contradicts none of its members. Depends on what the claims say, not on their order. Near-linear: only clusters that share a
/// country of place, a number or a time are compared, and at most kMostCandidates of them.
[[nodiscard]] std::vector<Cluster> cluster(const std::vector<Features>& features);

}  // namespace dateline::claims::detail
