#include "geo/detail/repair_area.hpp"

#include <algorithm>
#include <cmath>
#include <new>
#include <vector>

#include "base/error.hpp"
#include "geo/detail/geos_handles.hpp"

namespace dateline::geo::detail {

namespace {

/// One a thread; GEOS prints nothing.
GEOSContextHandle_t context() {
  thread_local const GeosContext mine = [] {
    GeosContext made(GEOS_init_r());
    if (made) {
      GEOSContext_setNoticeMessageHandler_r(made.get(), nullptr, nullptr);
      GEOSContext_setErrorMessageHandler_r(made.get(), nullptr, nullptr);
    }
    return made;
  }();
  if (!mine) throw std::bad_alloc();
  return mine.get();
}

GeosGeometry own(GEOSGeometry* geometry) {
  if (geometry == nullptr) throw GeoError("GEOS could not make an area of a vector tile valid", "please report this with the data");
  return GeosGeometry(geometry, {context()});
}

GeosGeometry ring_of(const GridLine& line) {
  GEOSCoordSequence* points = GEOSCoordSeq_create_r(context(), static_cast<unsigned>(line.size() + 1), 2);
  if (points == nullptr) throw std::bad_alloc();
  for (std::size_t i = 0; i <= line.size(); ++i) {
    const auto& p = line[i < line.size() ? i : 0];
    GEOSCoordSeq_setXY_r(context(), points, static_cast<unsigned>(i), static_cast<double>(p.x), static_cast<double>(p.y));
  }
  return own(GEOSGeom_createLinearRing_r(context(), points));
}

/// Hands the geometries over to GEOS, which frees them with what it makes of them.
std::vector<GEOSGeometry*> release(std::vector<GeosGeometry>& geometries) {
  std::vector<GEOSGeometry*> raw;
  for (auto& geometry : geometries) raw.push_back(geometry.release());
  return raw;
}

GeosGeometry polygon_of(const GridFeature& area, std::size_t first, std::size_t last) {
  auto shell = ring_of(area.parts[first]);
  std::vector<GeosGeometry> holes;
  for (std::size_t i = first + 1; i < last; ++i) holes.push_back(ring_of(area.parts[i]));
  auto raw = release(holes);
  return own(GEOSGeom_createPolygon_r(context(), shell.release(), raw.data(), static_cast<unsigned>(raw.size())));
}

GeosGeometry geometry_of(const GridFeature& area) {
  std::vector<GeosGeometry> polygons;
  for (std::size_t first = 0; first < area.parts.size();) {
    std::size_t last = first + 1;
    while (last < area.parts.size() && !area.outer[last]) ++last;
    polygons.push_back(polygon_of(area, first, last));
    first = last;
  }
  if (polygons.size() == 1) return std::move(polygons.front());
  auto raw = release(polygons);
  return own(GEOSGeom_createCollection_r(context(), GEOS_MULTIPOLYGON, raw.data(), static_cast<unsigned>(raw.size())));
}

void add_ring(GridFeature& area, const GEOSGeometry* ring, bool outer) {
  const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(context(), ring);
  unsigned count = 0;
  GEOSCoordSeq_getSize_r(context(), points, &count);
  GridLine line;
  for (unsigned i = 0; i + 1 < count; ++i) {
    double x = 0, y = 0;
    GEOSCoordSeq_getXY_r(context(), points, i, &x, &y);
    line.push_back({std::llround(x), std::llround(y)});
  }
  if (line.size() < 3) return;
  if ((signed_area(line) > 0) != outer) std::reverse(line.begin(), line.end());
  add_part(area, std::move(line), outer);
}

void add_polygons(GridFeature& area, const GEOSGeometry* geometry) {
  const int type = GEOSGeomTypeId_r(context(), geometry);
  if (type == GEOS_POLYGON && GEOSisEmpty_r(context(), geometry) == 0) {
    add_ring(area, GEOSGetExteriorRing_r(context(), geometry), true);
    for (int i = 0; i < GEOSGetNumInteriorRings_r(context(), geometry); ++i) add_ring(area, GEOSGetInteriorRingN_r(context(), geometry, i), false);
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    for (int i = 0; i < GEOSGetNumGeometries_r(context(), geometry); ++i) add_polygons(area, GEOSGetGeometryN_r(context(), geometry, i));
  }
}

}  // namespace

void repair_area(GridFeature& area) {
  // A triangle cannot cross itself.
  if (area.parts.size() == 1 && area.parts.front().size() == 3) return;
  auto geometry = geometry_of(area);
  if (GEOSisValid_r(context(), geometry.get()) == 1) return;
  const std::unique_ptr<GEOSMakeValidParams, void (*)(GEOSMakeValidParams*)> parameters(GEOSMakeValidParams_create_r(context()), [](GEOSMakeValidParams* p) { GEOSMakeValidParams_destroy_r(context(), p); });
  GEOSMakeValidParams_setMethod_r(context(), parameters.get(), GEOS_MAKE_VALID_STRUCTURE);
  GEOSMakeValidParams_setKeepCollapsed_r(context(), parameters.get(), 0);
  geometry = own(GEOSMakeValidWithParams_r(context(), geometry.get(), parameters.get()));
  // Where edges crossed there are new corners between the units: rounding them must keep it valid.
  geometry = own(GEOSGeom_setPrecision_r(context(), geometry.get(), 1.0, 0));
  area.parts.clear();
  area.boxes.clear();
  area.outer.clear();
  add_polygons(area, geometry.get());
}

}  // namespace dateline::geo::detail
