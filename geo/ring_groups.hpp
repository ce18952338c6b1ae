#pragma once

#include <span>
#include <vector>

#include "geo/geometry.hpp"

namespace dateline::geo {

/// One area among rings: places in the list of rings.
struct RingGroup {
  std::size_t outer = 0;
  std::vector<std::size_t> holes;
  bool operator==(const RingGroup&) const = default;
};

/// Rings under the even-odd rule as areas with their holes, in the order of their outer rings; an island in a hole is an area of its own. Rings must not
/// cross; those of less than three vertices belong to nothing. Fast for long and for many rings.
[[nodiscard]] std::vector<RingGroup> group_rings(std::span<const MapLine> rings);

}  // namespace dateline::geo
