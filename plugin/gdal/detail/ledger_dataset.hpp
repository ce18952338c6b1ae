#pragma once

#include <gdal_priv.h>

#include <memory>
#include <string>
#include <vector>

#include "claims/ledger.hpp"
#include "features/feature_tables.hpp"
#include "plugin/gdal/detail/table_layer.hpp"

namespace dateline::plugin {

/// What an opened ledger shows.
struct DatasetOptions {
  features::Extent extent = features::Extent::AsMapped;
  bool arrows = false;             ///< the layer movement_arrows, which repeats the movements
  bool outlines = true;            ///< of regions and countries from the base map, where there is one
  std::string worldview = "un";
};

/// An opened ledger: its layers, and what it holds as metadata.
class LedgerDataset final : public GDALDataset {
 public:
  LedgerDataset(claims::Ledger ledger, DatasetOptions options);

  int GetLayerCount() override { return static_cast<int>(layers_.size()); }
  OGRLayer* GetLayer(int index) override;
  int TestCapability(const char*) override { return FALSE; }

 private:
  /// The rows of one layer; all layers are made at once, with the first.
  [[nodiscard]] std::vector<geo::Feature> take_rows(const std::string& layer);
  void describe();

  claims::Ledger ledger_;
  DatasetOptions options_;
  std::vector<geo::VectorLayer> made_;
  bool is_made_ = false;
  std::vector<std::unique_ptr<TableLayer>> layers_;
};

}  // namespace dateline::plugin
