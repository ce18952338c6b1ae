#include "plugin/gdal/detail/ledger_dataset.hpp"

#include <algorithm>
#include <utility>

#include "plugin/gdal/detail/ledger_source.hpp"

namespace dateline::plugin {

namespace {

struct LayerText {
  const char* layer;
  const char* text;
};
constexpr LayerText kDescriptions[] = {
    {"sites", "Towns and sites that events name: a circle of radius_m, not a spot"},
    {"movements", "Reported movements from place to place; the curve is not a route"},
    {"movement_arrows", "The movements with three vertices, for curved arrows"},
    {"areas", "Regions and countries that events name: somewhere inside"},
    {"claims", "What each story says once, with its quote"},
    {"sources", "Who says it"},
    {"citations", "Quotes with their stories and links"},
    {"conflicts", "Where the sources disagree"},
};

}  // namespace

LedgerDataset::LedgerDataset(claims::Ledger ledger, DatasetOptions options) : ledger_(std::move(ledger)), options_(std::move(options)) {
  // Longitude first, as our coordinates are, whatever EPSG:4326 says.
  auto* crs = new OGRSpatialReference();
  crs->SetWellKnownGeogCS("WGS84");
  crs->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  auto all = features::empty_tables().take_layers();
  for (const auto& [name, text] : kDescriptions) {
    const auto found = std::find_if(all.begin(), all.end(), [name = name](const geo::VectorLayer& layer) { return layer.name == name; });
    if (found == all.end() || (!options_.arrows && found->name == "movement_arrows")) continue;
    layers_.push_back(std::make_unique<TableLayer>(std::move(*found), crs, [this](const std::string& layer) { return take_rows(layer); }));
    layers_.back()->SetMetadataItem("DESCRIPTION", text);
  }
  crs->Release();
  describe();
}

std::vector<geo::Feature> LedgerDataset::take_rows(const std::string& layer) {
  if (!is_made_) {
    is_made_ = true;
    const auto map = options_.outlines ? open_base_map(options_.worldview) : std::nullopt;
    features::TableOptions options;
    options.extent = options_.extent;
    options.base_map = map ? &*map : nullptr;
    made_ = features::make_tables(ledger_, options).take_layers();
    ledger_ = {};  // the tables hold all that is shown
  }
  const auto found = std::find_if(made_.begin(), made_.end(), [&layer](const geo::VectorLayer& made) { return made.name == layer; });
  return found == made_.end() ? std::vector<geo::Feature>{} : std::move(found->features);
}

void LedgerDataset::describe() {
  std::string first;
  std::string last;
  for (const auto& article : ledger_.articles) {
    if (article.published.empty()) continue;
    if (first.empty() || article.published < first) first = article.published;
    last = std::max(last, article.published);
  }
  const std::pair<const char*, std::string> items[] = {
      {"STORIES", std::to_string(ledger_.articles.size())}, {"CLAIMS", std::to_string(ledger_.claims.size())}, {"EVENTS", std::to_string(ledger_.events.size())},
      {"PUBLISHED_FIRST", first}, {"PUBLISHED_LAST", last}, {"NOTE", "Reports, not independently verified"}};
  for (const auto& [key, value] : items) {
    if (!value.empty()) SetMetadataItem(key, value.c_str());
  }
}

OGRLayer* LedgerDataset::GetLayer(int index) {
  return index < 0 || index >= GetLayerCount() ? nullptr : layers_[static_cast<std::size_t>(index)].get();
}

}  // namespace dateline::plugin
