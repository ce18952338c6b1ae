#pragma once

#include <ogr_geometry.h>

#include <memory>

#include "geo/vector_layer.hpp"

namespace dateline::plugin {

/// The geometry as OGR has it, cut at the date line; null for none. Lines and areas are multi-part, always.
[[nodiscard]] std::unique_ptr<OGRGeometry> to_ogr(const geo::FeatureGeometry& geometry);
[[nodiscard]] OGRwkbGeometryType to_ogr(geo::GeometryKind kind) noexcept;

}  // namespace dateline::plugin
