#pragma once

#include <vector>

#include "geo/lonlat.hpp"

namespace dateline::geo {

/// Geometry on the Earth, WGS 84. Rings are closed implicitly (first vertex not repeated), outer ring
/// counter-clockwise, holes clockwise.
using LineString = std::vector<LonLat>;
struct Polygon {
  LineString outer;
  std::vector<LineString> holes;
};
using MultiPolygon = std::vector<Polygon>;

/// A place on the projected plane: x east, y north, in units of the projection (metres; degrees never).
struct MapPoint {
  double x = 0;
  double y = 0;
  bool operator==(const MapPoint&) const = default;
};

/// Geometry on the projected plane. A ring repeats no vertex; a line is open.
using MapLine = std::vector<MapPoint>;
struct MapPolygon {
  std::vector<MapLine> rings;  ///< even-odd: outer and holes alike
};

}  // namespace dateline::geo
