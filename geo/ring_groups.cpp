#include "geo/ring_groups.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <numeric>

namespace dateline::geo {

namespace {

struct Extent {
  double west = 1e300, south = 1e300, east = -1e300, north = -1e300;
  explicit Extent(const MapLine& ring) {
    for (const MapPoint& p : ring) {
      west = std::min(west, p.x), east = std::max(east, p.x);
      south = std::min(south, p.y), north = std::max(north, p.y);
    }
  }
  [[nodiscard]] bool holds(const Extent& other) const noexcept { return west <= other.west && other.east <= east && south <= other.south && other.north <= north; }
  [[nodiscard]] double size() const noexcept { return (east - west) * (north - south); }
};

/// Tells whether a ring holds a place, asked many times of a long ring: its edges are sorted into bands from south to north.
class BandedRing {
 public:
  explicit BandedRing(const MapLine& ring) : ring_(ring) {
    const Extent extent(ring);
    south_ = extent.south;
    const auto count = std::max<std::size_t>(1, ring.size() / edges_per_band);
    scale_ = extent.north > extent.south ? static_cast<double>(count) / (extent.north - extent.south) : 0;
    bands_.resize(count);
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const double low = std::min(ring[i].y, ring[j].y), high = std::max(ring[i].y, ring[j].y);
      for (std::size_t band = band_of(low); band <= band_of(high); ++band) bands_[band].push_back(static_cast<std::uint32_t>(i));
    }
  }

  [[nodiscard]] bool holds(MapPoint p) const noexcept {
    if (p.y < south_) return false;
    bool inside = false;
    for (const std::uint32_t i : bands_[band_of(p.y)]) {
      const auto &a = ring_[i], &b = ring_[i > 0 ? i - 1 : ring_.size() - 1];
      if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) inside = !inside;
    }
    return inside;
  }

 private:
  static constexpr std::size_t edges_per_band = 16;
  [[nodiscard]] std::size_t band_of(double y) const noexcept { return std::min(static_cast<std::size_t>(std::max(0.0, (y - south_) * scale_)), bands_.size() - 1); }
  const MapLine& ring_;
  double south_ = 0, scale_ = 0;
  std::vector<std::vector<std::uint32_t>> bands_;
};

}  // namespace

std::vector<RingGroup> group_rings(std::span<const MapLine> rings) {
  const std::vector<Extent> extents(rings.begin(), rings.end());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < rings.size(); ++i) {
    if (rings[i].size() > 2) order.push_back(i);
  }
  // What holds a ring is larger, so it comes first.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return extents[a].size() > extents[b].size(); });
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> group_of(rings.size(), none);
  std::vector<int> depth(rings.size(), 0);
  std::vector<std::unique_ptr<BandedRing>> banded(rings.size());
  const auto holds = [&](std::size_t outer, std::size_t inner) {
    if (!extents[outer].holds(extents[inner])) return false;
    if (!banded[outer]) banded[outer] = std::make_unique<BandedRing>(rings[outer]);
    return banded[outer]->holds(rings[inner].front());
  };
  std::vector<RingGroup> groups;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t ring = order[i];
    std::size_t parent = none;
    for (std::size_t k = i; k-- > 0 && parent == none;) {
      if (holds(order[k], ring)) parent = order[k];
    }
    depth[ring] = parent == none ? 0 : depth[parent] + 1;
    if (depth[ring] % 2 == 0) {
      group_of[ring] = groups.size();
      groups.push_back({ring, {}});
    } else {
      groups[group_of[parent]].holes.push_back(ring);
    }
  }
  std::sort(groups.begin(), groups.end(), [](const RingGroup& a, const RingGroup& b) { return a.outer < b.outer; });
  return groups;
}

}  // namespace dateline::geo
