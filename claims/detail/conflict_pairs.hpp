#pragma once

#include "claims/detail/group_clusters.hpp"

namespace dateline::claims::detail {

/// Two events that cannot both be right in one respect: Quantity, Time or Place.
struct ClusterPair {
  ConflictKind kind = ConflictKind::Quantity;
  const Cluster* a = nullptr;
  const Cluster* b = nullptr;
};

/// In the order of the clusters. Only events of one kind, status class and nationality that share a place or a number are compared.
[[nodiscard]] std::vector<ClusterPair> find_conflicting_pairs(const std::vector<Cluster>& clusters);

}  // namespace dateline::claims::detail
