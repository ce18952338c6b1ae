#include "features/feature_tables.hpp"

#include <utility>

#include "features/detail/list_tables.hpp"
#include "features/detail/mark_layers.hpp"

namespace dateline::features {

namespace {

bool is_shown(const claims::EventView& view, Extent extent) {
  if (!view.has_place()) return false;
  if (extent == Extent::Everything) return true;
  if (view.event->status == claims::ClaimStatus::Past || view.event->status == claims::ClaimStatus::Denied) return false;
  return view.event->kind != claims::ClaimKind::Transfer || extent == Extent::Transfers;
}

}  // namespace

FeatureTables make_tables(const claims::Ledger& ledger, const TableOptions& options) {
  const claims::LedgerIndex index(ledger);
  const detail::CountryNames countries(ledger);
  PlaceShapes shapes(index, options.base_map);
  FeatureTables tables;
  detail::MarkLayers marks(index, shapes, countries, tables);
  for (const auto& view : claims::view_events(index)) {
    if (is_shown(view, options.extent)) marks.add(view);
  }
  marks.finish();
  tables.claims = detail::claim_table(index);
  tables.sources = detail::source_table(index);
  tables.citations = detail::citation_table(index);
  tables.conflicts = detail::conflict_table(index);
  return tables;
}

FeatureTables empty_tables() { return make_tables({}, {}); }

std::vector<geo::VectorLayer> FeatureTables::take_layers() && {
  std::vector<geo::VectorLayer> layers;
  for (auto* layer : {&outlines, &areas, &movement_arrows, &movements, &sites, &claims, &sources, &citations, &conflicts}) layers.push_back(std::move(*layer));
  return layers;
}

}  // namespace dateline::features
