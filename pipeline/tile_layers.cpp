#include "pipeline/tile_layers.hpp"

#include <algorithm>
#include <iterator>

#include "base/error.hpp"
#include "base/limits.hpp"
#include "geo/vector_reader.hpp"
#include "pipeline/detail/tile_events.hpp"
#include "pipeline/detail/tile_ground.hpp"
#include "pipeline/detail/tile_names.hpp"

namespace dateline::pipeline {

namespace {

using geo::TileLayer;

/// Later layers lie on top: ground, then names.
void append(std::vector<TileLayer>& all, std::vector<TileLayer> more) { all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

bool is_used(const styles::Style& style, const std::string& source) {
  return std::any_of(style.layers.begin(), style.layers.end(), [&](const styles::Layer& layer) { return layer.source == source; });
}

}  // namespace

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

std::vector<TileLayer> ogr_layers(const styles::Style& style, const TileScope& scope) {
  std::vector<TileLayer> layers;
  for (const auto& [name, source] : style.sources) {
    if (!source.ogr || !is_used(style, name) || source.max_zoom < scope.min_zoom || source.min_zoom > scope.max_zoom) continue;
    geo::VectorReadOptions options;
    options.layer = source.layer;
    options.most_features = limits::max_source_features;
    for (auto& data : geo::read_vector_file(source.path, options)) {
      TileLayer layer;
      layer.source = name;
      layer.data = std::move(data);
      // A style that names no layer means the only one; the vector tile calls it as the exported style does.
      if (source.layer.empty()) layer.data.name = name;
      layer.min_zoom = source.min_zoom;
      layer.max_zoom = source.max_zoom;
      layers.push_back(std::move(layer));
    }
  }
  return layers;
}

bool uses_own_layers(const styles::Style& style) {
  return std::any_of(style.layers.begin(), style.layers.end(), [&](const styles::Layer& layer) {
    if (layer.type == styles::LayerType::Background) return false;
    const auto source = style.sources.find(layer.source);
    return source == style.sources.end() || !source->second.ogr;
  });
}

}  // namespace dateline::pipeline
