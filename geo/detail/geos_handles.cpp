#include "geo/detail/geos_handles.hpp"

#include <utility>

#include "base/error.hpp"

namespace dateline::geo::detail {

namespace {

struct FinishGeos {
  void operator()(GEOSContextHandle_HS* context) const noexcept { GEOS_finish_r(context); }
};

/// Hands the geometries over to GEOS, which frees them with what it makes of them.
std::vector<GEOSGeometry*> release(std::vector<GeosGeometry>& geometries) {
  std::vector<GEOSGeometry*> raw;
  for (auto& geometry : geometries) raw.push_back(geometry.release());
  return raw;
}

}  // namespace

GEOSContextHandle_t geos_context() {
  thread_local const std::unique_ptr<GEOSContextHandle_HS, FinishGeos> mine = [] {
    std::unique_ptr<GEOSContextHandle_HS, FinishGeos> made(GEOS_init_r());
    if (made) {
      GEOSContext_setNoticeMessageHandler_r(made.get(), nullptr, nullptr);
      GEOSContext_setErrorMessageHandler_r(made.get(), nullptr, nullptr);
    }
    return made;
  }();
  if (!mine) throw std::bad_alloc();
  return mine.get();
}

GeosGeometry own_geos(GEOSGeometry* geometry) {
  if (geometry == nullptr) throw GeoError("GEOS could not make an area valid", "please report this with the data");
  return GeosGeometry(geometry, {geos_context()});
}

GeosGeometry geos_polygon(GeosGeometry outer, std::vector<GeosGeometry> holes) {
  auto raw = release(holes);
  return own_geos(GEOSGeom_createPolygon_r(geos_context(), outer.release(), raw.data(), static_cast<unsigned>(raw.size())));
}

GeosGeometry geos_area(std::vector<GeosGeometry> polygons) {
  if (polygons.size() == 1) return std::move(polygons.front());
  auto raw = release(polygons);
  return own_geos(GEOSGeom_createCollection_r(geos_context(), GEOS_MULTIPOLYGON, raw.data(), static_cast<unsigned>(raw.size())));
}

void for_each_polygon(const GEOSGeometry* geometry, const std::function<void(const GEOSGeometry*)>& use) {
  const int type = GEOSGeomTypeId_r(geos_context(), geometry);
  if (type == GEOS_POLYGON && GEOSisEmpty_r(geos_context(), geometry) == 0) {
    use(geometry);
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    for (int i = 0; i < GEOSGetNumGeometries_r(geos_context(), geometry); ++i) for_each_polygon(GEOSGetGeometryN_r(geos_context(), geometry, i), use);
  }
}

}  // namespace dateline::geo::detail
