#pragma once

#include <vector>

#include "geo/geometry.hpp"

namespace dateline::geo {

/// Longitude and latitude as GIS files want them: 180 and -180 are different there, and pieces end at the one they
/// belong to.
struct LonLatPair {
  double lon = 0;  ///< -180..180, both included
  double lat = 0;
  bool operator==(const LonLatPair&) const = default;
};
using PairLine = std::vector<LonLatPair>;
/// Outer ring first, then holes; not closed.
using PairPolygon = std::vector<PairLine>;

/// A line cut at the date line into pieces that do not cross it (RFC 7946, 3.1.9).
[[nodiscard]] std::vector<PairLine> cut_at_date_line(const LineString& line);
/// The same for areas; a ring round a pole is closed along it. Outer rings counter-clockwise.
[[nodiscard]] std::vector<PairPolygon> cut_at_date_line(const MultiPolygon& area);

}  // namespace dateline::geo
