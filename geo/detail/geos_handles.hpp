#pragma once

#include <geos_c.h>

#include <memory>

namespace dateline::geo::detail {

struct FinishGeos {
  void operator()(GEOSContextHandle_HS* context) const noexcept { GEOS_finish_r(context); }
};
using GeosContext = std::unique_ptr<GEOSContextHandle_HS, FinishGeos>;

/// GEOS wants the context with every call, also to free.
struct DestroyGeosGeometry {
  GEOSContextHandle_t context = nullptr;
  void operator()(GEOSGeometry* geometry) const noexcept { GEOSGeom_destroy_r(context, geometry); }
};
using GeosGeometry = std::unique_ptr<GEOSGeometry, DestroyGeosGeometry>;

}  // namespace dateline::geo::detail
