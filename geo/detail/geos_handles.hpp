#pragma once

#include <geos_c.h>

#include <functional>
#include <memory>
#include <new>
#include <vector>

namespace dateline::geo::detail {

/// GEOS wants the context with every call, also to free.
struct DestroyGeosGeometry {
  GEOSContextHandle_t context = nullptr;
  void operator()(GEOSGeometry* geometry) const noexcept { GEOSGeom_destroy_r(context, geometry); }
};
using GeosGeometry = std::unique_ptr<GEOSGeometry, DestroyGeosGeometry>;

/// The context of this thread; it prints nothing. Throws std::bad_alloc.
[[nodiscard]] GEOSContextHandle_t geos_context();

/// Takes what GEOS made. Throws GeoError if it made nothing.
[[nodiscard]] GeosGeometry own_geos(GEOSGeometry* geometry);

[[nodiscard]] GeosGeometry geos_polygon(GeosGeometry outer, std::vector<GeosGeometry> holes);
/// A multipolygon, or the polygon itself if there is but one.
[[nodiscard]] GeosGeometry geos_area(std::vector<GeosGeometry> polygons);

/// Every polygon in the geometry; points and lines that a repair left over are passed by.
void for_each_polygon(const GEOSGeometry* geometry, const std::function<void(const GEOSGeometry*)>& use);

/// A ring of open points; `coordinates` gives a pair of x and y for each.
template <typename Points, typename Coordinates>
[[nodiscard]] GeosGeometry geos_ring(const Points& points, Coordinates coordinates) {
  GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(geos_context(), static_cast<unsigned>(points.size() + 1), 2);
  if (sequence == nullptr) throw std::bad_alloc();
  for (std::size_t i = 0; i <= points.size(); ++i) {
    const auto [x, y] = coordinates(points[i < points.size() ? i : 0]);
    GEOSCoordSeq_setXY_r(geos_context(), sequence, static_cast<unsigned>(i), x, y);
  }
  return own_geos(GEOSGeom_createLinearRing_r(geos_context(), sequence));
}

/// The points of a ring, without the last, which repeats the first; `make` makes one of x and y.
template <typename Point, typename Make>
[[nodiscard]] std::vector<Point> points_of_ring(const GEOSGeometry* ring, Make make) {
  const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(geos_context(), ring);
  unsigned count = 0;
  GEOSCoordSeq_getSize_r(geos_context(), sequence, &count);
  std::vector<Point> points;
  for (unsigned i = 0; i + 1 < count; ++i) {
    double x = 0, y = 0;
    GEOSCoordSeq_getXY_r(geos_context(), sequence, i, &x, &y);
    points.push_back(make(x, y));
  }
  return points;
}

}  // namespace dateline::geo::detail
