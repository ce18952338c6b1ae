#pragma once

#include <ogrsf_frmts.h>

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "geo/vector_layer.hpp"

namespace dateline::plugin {

/// The rows of a layer by its name; may throw.
using MakeRows = std::function<std::vector<geo::Feature>(const std::string& layer)>;

/// One layer or table of a ledger, read-only. FIDs are row numbers from 1. The rows are made when the first is asked for: who only lists the
/// layers of a large ledger does not wait for them.
class TableLayer final : public OGRLayer {
 public:
  /// `table` has fields and no rows yet. `crs` is referenced.
  TableLayer(geo::VectorLayer table, OGRSpatialReference* crs, MakeRows make_rows);
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
  /// Makes the rows if they are not there yet.
  void need_rows();
  [[nodiscard]] std::unique_ptr<OGRFeature> make_feature(std::size_t row) const;
  [[nodiscard]] std::shared_ptr<OGRGeometry> make_geometry(const geo::FeatureGeometry& from) const;
  /// The geometry of a row, made once; null for none.
  [[nodiscard]] const OGRGeometry* geometry(std::size_t row) const;
  [[nodiscard]] bool passes(OGRFeature& feature);

  geo::VectorLayer table_;
  MakeRows make_rows_;   ///< empty once the rows are there
  OGRFeatureDefn* definition_;
  std::size_t next_ = 0;
  mutable std::vector<std::shared_ptr<OGRGeometry>> geometries_;
  mutable std::unordered_map<const geo::MultiPolygon*, std::shared_ptr<OGRGeometry>> shared_;  ///< areas that several rows have, made once
};

}  // namespace dateline::plugin
