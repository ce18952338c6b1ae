#include "geo/detail/unroll.hpp"

#include <cmath>

#include "geo/longitudes.hpp"

namespace dateline::geo::detail {

MapLine unroll(const LineString& line) {
  MapLine out;
  out.reserve(line.size() + 3);  // and what close_along_pole adds
  for (const LonLat& p : line) out.push_back({out.empty() ? p.lon() : out.back().x + short_way(p.lon() - out.back().x), p.lat()});
  return out;
}

double winding_of(std::span<const MapPoint> unrolled) noexcept {
  if (unrolled.empty()) return 0;
  const double back = unrolled.front().x - unrolled.back().x;
  return short_way(back) - back;
}

void close_along_pole(MapLine& ring, double winding) {
  double mean = 0;
  for (const MapPoint& p : ring) mean += p.y;
  const double pole = mean < 0 ? -90 : 90;
  const MapPoint start = ring.front();
  ring.push_back({start.x + winding, start.y});
  ring.push_back({start.x + winding, pole});
  ring.push_back({start.x, pole});
}

MapLine unroll_ring(const LineString& ring) {
  MapLine out = unroll(ring);
  if (const double winding = winding_of(out); std::abs(winding) > 180) close_along_pole(out, winding);
  return out;
}

}  // namespace dateline::geo::detail
