#pragma once

#include <ogrsf_frmts.h>

#include <memory>
#include <vector>

#include "geo/vector_layer.hpp"

namespace dateline::plugin {

/// One layer or table of a ledger, read-only. FIDs are row numbers from 1.
class TableLayer final : public OGRLayer {
 public:
  /// `crs` may be null for a table without geometry; it is referenced.
  TableLayer(geo::VectorLayer table, OGRSpatialReference* crs);
  ~TableLayer() override;
  TableLayer(const TableLayer&) = delete;
  TableLayer& operator=(const TableLayer&) = delete;

  OGRFeatureDefn* GetLayerDefn() override { return definition_; }
  void ResetReading() override { next_ = 0; }
  OGRFeature* GetNextFeature() override;
  OGRFeature* GetFeature(GIntBig fid) override;
  GIntBig GetFeatureCount(int force) override;
  OGRErr GetExtent(OGREnvelope* extent, int force) override;
  OGRErr GetExtent(int field, OGREnvelope* extent, int force) override { return OGRLayer::GetExtent(field, extent, force); }
  int TestCapability(const char* capability) override;

 private:
  [[nodiscard]] std::unique_ptr<OGRFeature> make_feature(std::size_t row) const;
  /// The geometry of a row, made once; null for none.
  [[nodiscard]] const OGRGeometry* geometry(std::size_t row) const;
  [[nodiscard]] bool passes(OGRFeature& feature);

  geo::VectorLayer table_;
  OGRFeatureDefn* definition_;
  std::size_t next_ = 0;
  mutable std::vector<std::unique_ptr<OGRGeometry>> geometries_;
};

}  // namespace dateline::plugin
