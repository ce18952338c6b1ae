#include "pipeline/tile_layers.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "pipeline/detail/tile_events.hpp"
#include "pipeline/detail/tile_ground.hpp"
#include "pipeline/detail/tile_names.hpp"

namespace dateline::pipeline {

namespace {

using geo::TileLayer;

/// Later layers lie on top: ground, then names.
void append(std::vector<TileLayer>& all, std::vector<TileLayer> more) { all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

constexpr double kSameTownDegrees = 0.3;   // two gazetteers' middles of one large city

/// The names and points of a layer's features; empty without a field `name`.
std::multimap<std::string, geo::LonLat> named_points(const geo::VectorLayer& layer) {
  std::multimap<std::string, geo::LonLat> points;
  const auto field = std::find_if(layer.fields.begin(), layer.fields.end(), [](const geo::Field& f) { return f.name == "name"; });
  if (field == layer.fields.end()) return points;
  const auto column = static_cast<std::size_t>(field - layer.fields.begin());
  for (const auto& feature : layer.features) {
    const auto* name = std::get_if<std::string>(&feature.values[column]);
    const auto* point = std::get_if<geo::LonLat>(&feature.geometry);
    if (name != nullptr && point != nullptr) points.emplace(*name, *point);
  }
  return points;
}

}  // namespace

TileLayer own_layer(const char* name, geo::GeometryKind kind, std::vector<geo::Field> fields) {
  TileLayer layer;
  layer.source = tile_source;
  layer.data.name = name;
  layer.data.kind = kind;
  layer.data.fields = std::move(fields);
  return layer;
}

geo::TileLayers without_named_sites(const geo::TileLayers& base, const std::vector<TileLayer>& events) {
  std::multimap<std::string, geo::LonLat> sites;
  for (const auto& layer : events) {
    if (layer.data.name == "sites") sites.merge(named_points(layer.data));
  }
  const auto is_site = [&](const geo::Feature& city) {
    const auto* name = std::get_if<std::string>(&city.values.front());
    const auto* point = std::get_if<geo::LonLat>(&city.geometry);
    if (name == nullptr || point == nullptr) return false;
    const auto [first, last] = sites.equal_range(*name);
    return std::any_of(first, last, [&](const auto& site) {
      return std::abs(site.second.lat() - point->lat()) < kSameTownDegrees && std::abs(std::remainder(site.second.lon() - point->lon(), 360)) < kSameTownDegrees;
    });
  };
  geo::TileLayers out;
  for (std::size_t i = 0; i < base.size(); ++i) {
    const auto& features = base[i].data.features;
    if (base[i].data.name != "cities" || std::none_of(features.begin(), features.end(), is_site)) {
      out.add(base.shared(i));
      continue;
    }
    auto others = base[i];
    std::erase_if(others.data.features, is_site);
    out.add(std::make_shared<const TileLayer>(std::move(others)));
  }
  return out;
}

geo::TileLayers OpenBaseLayers::get(Data& data, const TileScope& scope) {
  const std::lock_guard lock(mutex_);
  auto& place = open_[{scope.min_zoom, scope.max_zoom, scope.tile_pixels, scope.worldview}];
  auto whole = place.lock();
  if (whole == nullptr) {
    whole = std::make_shared<const geo::TileLayers>(base_layers(data, scope));
    place = whole;
  }
  // Each layer keeps the whole list alive, for as long as a pyramid has it.
  geo::TileLayers out;
  for (std::size_t i = 0; i < whole->size(); ++i) out.add({whole, &(*whole)[i]});
  return out;
}

std::vector<TileLayer> base_layers(Data& data, const TileScope& scope) {
  auto layers = detail::ground_layers(data.base_map(scope.worldview), scope);
  append(layers, detail::name_layers(data, scope));
  return layers;
}

std::vector<TileLayer> ledger_layers(Data& data, const claims::Ledger& ledger, features::Extent extent, const TileScope& scope) {
  features::TableOptions options;
  options.extent = extent;
  options.base_map = &data.base_map(scope.worldview);
  return detail::event_layers(features::make_tables(ledger, options), scope);
}

bool uses_own_layers(const styles::Style& style) {
  return std::any_of(style.layers.begin(), style.layers.end(), [&](const styles::Layer& layer) {
    if (layer.type == styles::LayerType::Background) return false;
    const auto source = style.sources.find(layer.source);
    return source == style.sources.end() || !source->second.ogr;
  });
}

}  // namespace dateline::pipeline
