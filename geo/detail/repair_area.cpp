#include "geo/detail/repair_area.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "geo/detail/geos_handles.hpp"

namespace dateline::geo::detail {

namespace {

GeosGeometry ring_of(const GridLine& line) {
  return geos_ring(line, [](const GridPoint& p) { return std::pair(static_cast<double>(p.x), static_cast<double>(p.y)); });
}

GeosGeometry polygon_of(const GridFeature& area, std::size_t first, std::size_t last) {
  auto shell = ring_of(area.parts[first]);
  std::vector<GeosGeometry> holes;
  for (std::size_t i = first + 1; i < last; ++i) holes.push_back(ring_of(area.parts[i]));
  return geos_polygon(std::move(shell), std::move(holes));
}

GeosGeometry geometry_of(const GridFeature& area) {
  std::vector<GeosGeometry> polygons;
  for (std::size_t first = 0; first < area.parts.size();) {
    std::size_t last = first + 1;
    while (last < area.parts.size() && !area.outer[last]) ++last;
    polygons.push_back(polygon_of(area, first, last));
    first = last;
  }
  return geos_area(std::move(polygons));
}

void add_ring(GridFeature& area, const GEOSGeometry* ring, bool outer) {
  auto line = points_of_ring<GridPoint>(ring, [](double x, double y) { return GridPoint{std::llround(x), std::llround(y)}; });
  if (line.size() < 3) return;
  if ((signed_area(line) > 0) != outer) std::reverse(line.begin(), line.end());
  add_part(area, std::move(line), outer);
}

void add_polygon(GridFeature& area, const GEOSGeometry* polygon) {
  add_ring(area, GEOSGetExteriorRing_r(geos_context(), polygon), true);
  for (int i = 0; i < GEOSGetNumInteriorRings_r(geos_context(), polygon); ++i) add_ring(area, GEOSGetInteriorRingN_r(geos_context(), polygon, i), false);
}

}  // namespace

void repair_area(GridFeature& area) {
  // A triangle cannot cross itself.
  if (area.parts.size() == 1 && area.parts.front().size() == 3) return;
  auto geometry = geometry_of(area);
  if (GEOSisValid_r(geos_context(), geometry.get()) == 1) return;
  const std::unique_ptr<GEOSMakeValidParams, void (*)(GEOSMakeValidParams*)> parameters(GEOSMakeValidParams_create_r(geos_context()), [](GEOSMakeValidParams* p) { GEOSMakeValidParams_destroy_r(geos_context(), p); });
  GEOSMakeValidParams_setMethod_r(geos_context(), parameters.get(), GEOS_MAKE_VALID_STRUCTURE);
  GEOSMakeValidParams_setKeepCollapsed_r(geos_context(), parameters.get(), 0);
  geometry = own_geos(GEOSMakeValidWithParams_r(geos_context(), geometry.get(), parameters.get()));
  // Where edges crossed there are new corners between the units: rounding them must keep it valid.
  geometry = own_geos(GEOSGeom_setPrecision_r(geos_context(), geometry.get(), 1.0, 0));
  area.parts.clear();
  area.boxes.clear();
  area.outer.clear();
  for_each_polygon(geometry.get(), [&area](const GEOSGeometry* polygon) { add_polygon(area, polygon); });
}

}  // namespace dateline::geo::detail
