#include "geo/vector_tile.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "geo/detail/mvt.hpp"
#include "geo/detail/repair_area.hpp"
#include "geo/detail/tile_grid.hpp"
#include "geo/zoom_layer.hpp"

namespace dateline::geo {

namespace {

using detail::GridBox;
using detail::GridFeature;
using detail::tile_extent;
using detail::tile_rim;

// Pixels of a 512-pixel tile, in which a unit is an eighth.
constexpr double kTolerance = 0.3;
constexpr double kDeepestTolerance = 0.125;

GridBox box_with_rim(std::uint32_t x, std::uint32_t y, std::uint32_t columns, std::uint32_t rows) noexcept {
  return {std::int64_t{x} * tile_extent - tile_rim, std::int64_t{y} * tile_extent - tile_rim, (std::int64_t{x} + columns) * tile_extent + tile_rim,
          (std::int64_t{y} + rows) * tile_extent + tile_rim};
}

WorldBox to_world(const GridBox& box, int zoom, int shift) noexcept {
  const double unit = std::ldexp(1.0 / static_cast<double>(tile_extent), -zoom);
  return {static_cast<double>(box.west) * unit - shift, static_cast<double>(box.north) * unit, static_cast<double>(box.east) * unit - shift, static_cast<double>(box.south) * unit};
}

/// What the layers have in a block and its rim, layer by layer. Clipped once for all its tiles: a continent's outline is walked once, not 64 times.
std::vector<GridFeature> features_in(const std::vector<ZoomLayer>& layers, int zoom, const GridBox& box) {
  std::vector<GridFeature> features;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    for (const int shift : {0, -1, 1}) {
      const WorldBox view = to_world(box, zoom, shift);
      if (view.east < 0 || view.west > 1) continue;
      layers[i].visit(view, [&](const ZoomFeature& feature) {
        auto part = clip(detail::to_grid(feature, zoom, shift), box);
        if (part.parts.empty()) return;
        part.layer = static_cast<std::uint32_t>(i);
        features.push_back(std::move(part));
      });
    }
  }
  return features;
}

std::string encode(TileId id, const std::vector<ZoomLayer>& layers, const std::vector<GridFeature>& features) {
  const GridBox box = box_with_rim(id.x, id.y, 1, 1);
  // Layers of one name are one layer of the tile, where the first of them stands.
  std::vector<std::string_view> names;
  std::map<std::string_view, detail::MvtLayer> parts;
  for (const auto& feature : features) {
    auto part = clip(feature, box);
    if (part.kind == GeometryKind::Area && !part.parts.empty()) detail::repair_area(part);
    if (part.parts.empty()) continue;
    const auto& data = layers[part.layer].layer().data;
    auto found = parts.find(data.name);
    if (found == parts.end()) {
      found = parts.emplace(data.name, detail::MvtLayer(data.name, id)).first;
      names.push_back(data.name);
    }
    found->second.add(part, data.fields, data.features[part.feature].values);
  }
  std::string tile;
  for (const auto name : names) tile += parts.at(name).finish();
  return tile;
}

const char* type_name(FieldType type) noexcept {
  switch (type) {
    case FieldType::Integer:
    case FieldType::Real: return "Number";
    case FieldType::Boolean: return "Boolean";
    case FieldType::Text:
    case FieldType::Date: break;
  }
  return "String";
}

}  // namespace

VectorTileMaker::VectorTileMaker(TileLayers layers, int max_zoom) : layers_(std::move(layers)), max_zoom_(max_zoom) {}
VectorTileMaker::~VectorTileMaker() = default;

const VectorTileMaker::ZoomLayers& VectorTileMaker::at_zoom(int zoom) const {
  auto& prepared = prepared_.at(static_cast<std::size_t>(zoom));
  std::call_once(prepared.once, [&] {
    auto made = std::make_unique<ZoomLayers>();
    for (const auto& layer : layers_) {
      if (layer.min_zoom <= zoom && zoom <= layer.max_zoom) made->push_back(make_zoom_layer(layer, zoom, zoom >= max_zoom_ ? kDeepestTolerance : kTolerance));
    }
    prepared.layers = std::move(made);
  });
  return *prepared.layers;
}

std::vector<VectorTileMaker::Tile> VectorTileMaker::make(const TileBlock& block) const {
  const auto& layers = at_zoom(block.zoom);
  const auto features = features_in(layers, block.zoom, box_with_rim(block.x, block.y, block_size, block_size));
  std::vector<Tile> tiles;
  if (features.empty()) return tiles;
  for (const TileId id : tiles_of(block)) {
    auto bytes = encode(id, layers, features);
    if (!bytes.empty()) tiles.push_back({id, std::move(bytes)});
  }
  return tiles;
}

std::string VectorTileMaker::make_tile(TileId id) const {
  // By way of its block, as make() does: clipping twice rounds twice, and the bytes must be the same.
  const auto& layers = at_zoom(id.zoom);
  const auto corner = [](std::uint32_t at) { return at / block_size * block_size; };
  return encode(id, layers, features_in(layers, id.zoom, box_with_rim(corner(id.x), corner(id.y), block_size, block_size)));
}

std::vector<VectorLayerInfo> describe_layers(const TileLayers& layers, int min_zoom, int max_zoom) {
  std::vector<VectorLayerInfo> infos;
  for (const auto& layer : layers) {
    const int low = std::max(layer.min_zoom, min_zoom), high = std::min(layer.max_zoom, max_zoom);
    if (low > high) continue;
    auto info = std::find_if(infos.begin(), infos.end(), [&](const VectorLayerInfo& known) { return known.id == layer.data.name; });
    if (info == infos.end()) info = infos.insert(infos.end(), VectorLayerInfo{layer.data.name, {}, {}, low, high});
    info->min_zoom = std::min(info->min_zoom, low);
    info->max_zoom = std::max(info->max_zoom, high);
    for (const auto& field : layer.data.fields) {
      const bool known = std::any_of(info->fields.begin(), info->fields.end(), [&](const auto& other) { return other.first == field.name; });
      if (!known) info->fields.emplace_back(field.name, type_name(field.type));
    }
  }
  return infos;
}

}  // namespace dateline::geo
