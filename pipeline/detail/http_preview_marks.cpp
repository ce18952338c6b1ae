#include "pipeline/detail/http_preview_marks.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "claims/event_view.hpp"
#include "claims/words.hpp"
#include "features/feature_tables.hpp"
#include "geo/inside_point.hpp"
#include "geo/vector_writer.hpp"
#include "pipeline/event_dates.hpp"
#include "styles/style.hpp"

namespace dateline::pipeline::detail {

namespace {

using Json = nlohmann::ordered_json;

/// The page has the words in its notes already; of a mark it needs what it is and which event it belongs to.
constexpr std::array<std::string_view, 10> kFields = {"number", "kind", "status", "denied", "not_confirmed", "place", "precision", "radius_m", "origin", "destination"};

geo::VectorLayer slim(const geo::VectorLayer& layer) {
  geo::VectorLayer out;
  out.name = layer.name;
  out.kind = layer.kind;
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < layer.fields.size(); ++i) {
    if (std::find(kFields.begin(), kFields.end(), layer.fields[i].name) == kFields.end()) continue;
    kept.push_back(i);
    out.fields.push_back(layer.fields[i]);
  }
  for (const auto& feature : layer.features) {
    geo::Feature copy{feature.geometry, {}};
    for (const std::size_t i : kept) copy.values.push_back(feature.values[i]);
    out.features.push_back(std::move(copy));
  }
  return out;
}

Json geojson(const geo::VectorLayer& layer) { return Json::parse(geo::to_geojson(slim(layer))); }

/// Areas with the place in each where its number stands; without the few that have none.
Json areas_of(const geo::VectorLayer& layer) {
  auto kept = layer;
  std::vector<geo::LonLat> inside;
  std::erase_if(kept.features, [&](const geo::Feature& feature) {
    const auto* area = geo::areas_of(feature.geometry);
    const auto point = area == nullptr ? std::nullopt : geo::find_inside_point(*area);
    if (point) inside.push_back(geo::from_world(*point));
    return !point;
  });
  Json json = geojson(kept);
  for (std::size_t i = 0; i < inside.size(); ++i) json.at("features").at(i).at("properties")["inside"] = {inside[i].lon(), inside[i].lat()};
  return json;
}

Json marks_of(Data& data, const claims::Ledger& ledger, const SceneOptions& scene) {
  features::TableOptions options;
  options.base_map = &data.base_map(scene.worldview);
  if (scene.transfers == Transfers::Draw) options.extent = features::Extent::Transfers;
  const auto tables = features::make_tables(ledger, options);
  return {{"sites", geojson(tables.sites)}, {"movements", geojson(tables.movements)}, {"areas", areas_of(tables.areas)}};
}

/// Events by number, with the days that they may have happened on, for the choice of days.
Json events_of(const claims::Ledger& ledger) {
  const claims::LedgerIndex index(ledger);
  Json out = Json::array();
  for (const auto& view : claims::view_events(index)) {
    Json event = {{"number", view.event->number}, {"status", claims::to_string(view.event->status)}, {"disputed", view.denied || view.not_confirmed}};
    if (const auto days = dates_of(view, index)) {
      if (days->first) event["first"] = days->first->to_string();
      if (days->last) event["last"] = days->last->to_string();
    }
    out.push_back(std::move(event));
  }
  return out;
}

Json colours_of(Data& data, const std::string& name) {
  const auto style = styles::load_style(name, data.folder());
  Json out;
  for (const char* colour : {"mark", "planned", "conditional", "denied", "withdrawn", "area", "badge", "badge-text", "paper", "ink"}) {
    out[colour] = styles::to_hex(style.color(colour));
  }
  const auto* background = style.find_layer("background");
  if (background != nullptr && background->colors.contains("background-color")) out["ground"] = styles::to_hex(background->colors.at("background-color"));
  return out;
}

Json layers_of(const PreviewOptions& options) {
  Json out = Json::array();
  for (const auto& layer : options.layers) {
    const auto set = std::find_if(options.sets.begin(), options.sets.end(), [&](const NamedTileSet* s) { return s->name == layer.set; });
    if (set == options.sets.end()) continue;
    const auto& info = (*set)->source->info();
    const auto& metadata = info.metadata;
    out.push_back({{"set", layer.set}, {"dark", layer.dark_set.empty() ? layer.set : layer.dark_set}, {"title", layer.title}, {"format", metadata.format},
                   {"minzoom", metadata.min_zoom}, {"maxzoom", metadata.max_zoom}, {"sharp", info.max_scale > 1}, {"size", metadata.tile_size},
                   {"bounds", {metadata.bounds.west, metadata.bounds.south, metadata.bounds.east, metadata.bounds.north}}});
  }
  return out;
}

}  // namespace

std::string preview_marks(Data& data, const claims::Ledger* ledger, const PreviewOptions& options) {
  Json json = {{"layers", layers_of(options)}, {"colours", {{"light", colours_of(data, options.style)}}}};
  json["colours"]["dark"] = options.dark_style.empty() ? json["colours"]["light"] : colours_of(data, options.dark_style);
  if (ledger != nullptr) {
    json["marks"] = marks_of(data, *ledger, options.scene);
    json["events"] = events_of(*ledger);
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dateline::pipeline::detail
