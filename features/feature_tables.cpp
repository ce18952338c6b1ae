#include "features/feature_tables.hpp"

#include <iterator>
#include <utility>

#include "features/detail/list_rows.hpp"
#include "features/detail/mark_rows.hpp"

namespace dateline::features {

namespace {

bool is_shown(const claims::EventView& view, Extent extent) {
  if (!view.has_place()) return false;
  if (extent == Extent::Everything) return true;
  if (view.event->status == claims::ClaimStatus::Past || view.event->status == claims::ClaimStatus::Denied) return false;
  return view.event->kind != claims::ClaimKind::Transfer || extent == Extent::Transfers;
}

/// Puts the rows into their tables.
class Collector final : public RowSink {
 public:
  explicit Collector(FeatureTables& tables) : tables_(tables) {}
  void add(Table table, geo::Feature row) override { tables_.at(table).features.push_back(std::move(row)); }

 private:
  FeatureTables& tables_;
};

}  // namespace

void make_rows(const claims::Ledger& ledger, const TableOptions& options, RowSink& sink) {
  const claims::LedgerIndex index(ledger);
  PlaceShapes shapes(index, options.base_map);
  auto views = claims::view_events(index);
  std::erase_if(views, [&options](const claims::EventView& view) { return !is_shown(view, options.extent); });
  detail::MarkRows marks(index, shapes, sink);
  for (const auto& view : views) marks.survey(view);
  marks.add_outlines();
  for (const auto& view : views) marks.add(view);
  detail::add_claims(index, sink);
  detail::add_sources(index, sink);
  detail::add_citations(index, sink);
  detail::add_conflicts(index, sink);
}

FeatureTables make_tables(const claims::Ledger& ledger, const TableOptions& options) {
  FeatureTables tables = empty_tables();
  Collector collector(tables);
  make_rows(ledger, options, collector);
  return tables;
}

FeatureTables empty_tables() {
  FeatureTables tables;
  detail::define_marks(tables);
  detail::define_lists(tables);
  return tables;
}

geo::VectorLayer& FeatureTables::at(Table table) {
  geo::VectorLayer* const all[] = {&outlines, &areas, &movement_arrows, &movements, &sites, &claims, &sources, &citations, &conflicts};
  static_assert(std::size(all) == table_count);
  return *all[static_cast<std::size_t>(table)];
}

std::vector<geo::VectorLayer> FeatureTables::take_layers() && {
  std::vector<geo::VectorLayer> layers;
  for (std::size_t i = 0; i < table_count; ++i) layers.push_back(std::move(at(static_cast<Table>(i))));
  return layers;
}

}  // namespace dateline::features
