#include "geo/detail/geojson_box.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::geo::detail {

void GeoJsonBox::add(const LonLatPair& point) { add(PairLine{point}); }

void GeoJsonBox::add(const PairLine& line) {
  if (line.empty()) return;
  Stretch stretch{line.front().lon, line.front().lon};
  for (const LonLatPair& p : line) {
    stretch = {std::min(stretch.west, p.lon), std::max(stretch.east, p.lon)};
    south_ = std::min(south_, p.lat);
    north_ = std::max(north_, p.lat);
    at_date_line_ = at_date_line_ || std::abs(p.lon) == 180;
  }
  stretches_.push_back(stretch);
}

std::optional<GeoJsonBox::Sides> GeoJsonBox::sides() const {
  if (stretches_.empty()) return std::nullopt;
  auto sorted = stretches_;
  std::sort(sorted.begin(), sorted.end(), [](const Stretch& a, const Stretch& b) { return a.west < b.west; });
  const double west = sorted.front().west;
  double reached = sorted.front().east;
  Stretch gap{0, 0};  // the widest stretch of longitudes without data between two that have some
  for (const Stretch& s : sorted) {
    if (s.west - reached > gap.east - gap.west) gap = {reached, s.west};
    reached = std::max(reached, s.east);
  }
  const double outside = west + 360 - reached;
  if (at_date_line_ && gap.east - gap.west > outside) return Sides{gap.east, south_, gap.west, north_};
  return Sides{west, south_, reached, north_};
}

}  // namespace dateline::geo::detail
