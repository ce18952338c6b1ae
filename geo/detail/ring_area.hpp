#pragma once

#include <cstddef>

namespace dateline::geo::detail {

/// Twice the area of a ring; its sign is the direction. Reckoned from the first vertex: rings are small and far from the origin.
template <typename Ring, typename X, typename Y>
[[nodiscard]] double twice_area(const Ring& ring, X x, Y y) noexcept {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto &a = ring[i], &b = ring[i + 1 < ring.size() ? i + 1 : 0];
    sum += (a.*x - ring[0].*x) * (b.*y - ring[0].*y) - (b.*x - ring[0].*x) * (a.*y - ring[0].*y);
  }
  return sum;
}

}  // namespace dateline::geo::detail
