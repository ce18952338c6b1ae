#pragma once

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>
#include <type_traits>

namespace dateline::geo::detail {

struct CloseDataset {
  void operator()(void* dataset) const noexcept { GDALClose(dataset); }
};
struct DestroyFeature {
  void operator()(void* feature) const noexcept { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};
struct DestroyGeometry {
  void operator()(void* geometry) const noexcept { OGR_G_DestroyGeometry(static_cast<OGRGeometryH>(geometry)); }
};
struct DestroyFieldDefinition {
  void operator()(void* field) const noexcept { OGR_Fld_Destroy(static_cast<OGRFieldDefnH>(field)); }
};
struct ReleaseSpatialReference {
  void operator()(void* reference) const noexcept { OSRRelease(static_cast<OGRSpatialReferenceH>(reference)); }
};
struct DestroyTransformation {
  void operator()(void* transformation) const noexcept {
    OCTDestroyCoordinateTransformation(static_cast<OGRCoordinateTransformationH>(transformation));
  }
};

template <typename Handle, typename Deleter>
using Owned = std::unique_ptr<std::remove_pointer_t<Handle>, Deleter>;

using Dataset = Owned<GDALDatasetH, CloseDataset>;
using OgrFeature = Owned<OGRFeatureH, DestroyFeature>;
using OgrGeometry = Owned<OGRGeometryH, DestroyGeometry>;
using OgrFieldDefinition = Owned<OGRFieldDefnH, DestroyFieldDefinition>;
using SpatialReference = Owned<OGRSpatialReferenceH, ReleaseSpatialReference>;
using CoordinateTransformation = Owned<OGRCoordinateTransformationH, DestroyTransformation>;

}  // namespace dateline::geo::detail
