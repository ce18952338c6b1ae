#pragma once

#include <utility>
#include <vector>

#include "gazetteer/detail/resolver.hpp"

namespace dateline::bench {

/// The names of one text and which of their candidates are right.
struct ResolverExample {
  gazetteer::detail::Problem problem;
  /// Per group: (lon, lat) of its marked names that have a point.
  std::vector<std::vector<std::pair<double, double>>> points;
};

/// Softmax regression over the candidates of each name, first alone, then with the context that the weights so far give.
/// A candidate within 161 km of the marked point counts as right.
[[nodiscard]] gazetteer::detail::ResolverWeights train_resolver(std::vector<ResolverExample> examples);

}  // namespace dateline::bench
