#pragma once

#include <gdal_priv.h>

#include <memory>
#include <string>
#include <vector>

#include "claims/ledger.hpp"
#include "features/feature_tables.hpp"
#include "plugin/gdal/detail/table_layer.hpp"

namespace dateline::plugin {

enum class Arrows { LeaveOut, Show };

/// An opened ledger: its layers, and what it holds as metadata. The layer movement_arrows repeats the movements: it is there when it is asked for.
class LedgerDataset final : public GDALDataset {
 public:
  LedgerDataset(const claims::Ledger& ledger, features::FeatureTables tables, Arrows arrows);

  int GetLayerCount() override { return static_cast<int>(layers_.size()); }
  OGRLayer* GetLayer(int index) override;
  int TestCapability(const char*) override { return FALSE; }

 private:
  std::vector<std::unique_ptr<TableLayer>> layers_;
};

}  // namespace dateline::plugin
