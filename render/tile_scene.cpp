#include "render/tile_scene.hpp"

#include <algorithm>
#include <cmath>

#include "render/tile_filter.hpp"

namespace dateline::render {

namespace {

/// Lines move by less than this share of a pixel when they are simplified.
constexpr double tolerance_px = 0.2;

void cut(const std::vector<geo::WorldPoint>& line, bool closed, TileGeometry& out) {
  const std::size_t edges = line.size() - (closed ? 0 : 1);
  double length = 0;
  for (std::size_t first = 0; first < edges || first == 0; first += TileGeometry::stretch) {
    geo::WorldBox box{line[first].x, line[first].y, line[first].x, line[first].y};
    out.starts.push_back(length);
    for (std::size_t i = first; i < std::min(first + TileGeometry::stretch, edges); ++i) {
      const geo::WorldPoint& b = line[i + 1 < line.size() ? i + 1 : 0];
      length += std::sqrt((b.x - line[i].x) * (b.x - line[i].x) + (b.y - line[i].y) * (b.y - line[i].y));
      box = {std::min(box.west, b.x), std::min(box.north, b.y), std::max(box.east, b.x), std::max(box.south, b.y)};
    }
    out.boxes.push_back(box);
  }
  out.first_boxes.push_back(static_cast<std::uint32_t>(out.boxes.size()));
}

std::vector<bool> taken(const styles::Layer& style, const geo::ZoomLayer& layer) {
  const TileFilter filter(style, layer.layer().data);
  std::vector<bool> takes;
  takes.reserve(layer.features().size());
  for (const geo::ZoomFeature& feature : layer.features()) takes.push_back(filter.takes(layer.layer().data.features[feature.feature]));
  return takes;
}

bool draws_geometry(const styles::Layer& style) noexcept {
  return style.type != styles::LayerType::Background && style.type != styles::LayerType::Symbol;
}

}  // namespace

std::vector<const geo::TileLayer*> drawn_layers(const TileSources& sources, int zoom) {
  std::vector<const geo::TileLayer*> out;
  for (const geo::TileLayer& layer : *sources.layers) {
    const auto& styles = sources.style->layers;
    const bool drawn = std::any_of(styles.begin(), styles.end(), [&](const styles::Layer& style) {
      return draws_geometry(style) && is_shown(style, style_zoom_of(zoom)) && serves(layer, style, zoom);
    });
    if (drawn) out.push_back(&layer);
  }
  return out;
}

TileGeometry make_tile_geometry(const TileSources& sources, const geo::TileLayer& layer, int zoom) {
  std::vector<TileFilter> filters;
  for (const styles::Layer& style : sources.style->layers) {
    if (draws_geometry(style) && is_shown(style, style_zoom_of(zoom)) && serves(layer, style, zoom)) filters.emplace_back(style, layer.data);
  }
  const auto wanted = [&](const geo::Feature& feature) {
    return std::any_of(filters.begin(), filters.end(), [&](const TileFilter& filter) { return filter.takes(feature); });
  };
  const double tolerance = tolerance_px * 2 / sources.scale;   // of 512-pixel tiles
  TileGeometry geometry{geo::make_zoom_layer(layer, zoom, tolerance, wanted), {}, {0}, {}, {}};
  for (const geo::ZoomFeature& feature : geometry.layer.features()) {
    geometry.first_parts.push_back(static_cast<std::uint32_t>(geometry.first_boxes.size() - 1));
    if (feature.kind == geo::GeometryKind::Point || feature.kind == geo::GeometryKind::Points) continue;
    for (const auto& part : feature.parts) cut(part, feature.kind == geo::GeometryKind::Area, geometry);
  }
  return geometry;
}

bool is_shown(const styles::Layer& style, double style_zoom) noexcept {
  // Zoom 0 of 256-pixel tiles is -1 of the style, and "from 0" means from the beginning.
  return (style_zoom >= style.min_zoom || style.min_zoom == 0) && (style_zoom < style.max_zoom || style.max_zoom == 24);
}

bool serves(const geo::TileLayer& layer, const styles::Layer& style, int zoom) noexcept {
  return layer.source == style.source && (style.source_layer.empty() || style.source_layer == layer.data.name) && zoom >= layer.min_zoom &&
         zoom <= layer.max_zoom;
}

double style_number(const styles::Layer& style, const char* name, double style_zoom, double otherwise) noexcept {
  const auto found = style.numbers.find(name);
  return found == style.numbers.end() ? otherwise : found->second.at(style_zoom);
}

TileScene make_tile_scene(const TileSources& sources, int zoom, SceneParts parts) {
  TileScene scene;
  scene.zoom = zoom;
  scene.style_zoom = style_zoom_of(zoom);
  scene.scale = sources.scale;
  scene.tile = 256 * sources.scale;
  scene.world = std::ldexp(scene.tile, zoom);
  const auto& layers = sources.style->layers;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const styles::Layer& style = layers[i];
    if (!is_shown(style, scene.style_zoom)) continue;
    if (style.type == styles::LayerType::Background) scene.steps.push_back({&style, nullptr, {}, {}});
    if (style.type == styles::LayerType::Symbol) scene.steps.push_back({&style, nullptr, {}, std::move(parts.names.by_layer[i])});
    if (!draws_geometry(style)) continue;
    for (const geo::TileLayer& layer : *sources.layers) {
      if (!serves(layer, style, zoom)) continue;
      const auto& geometry = parts.geometry.at(&layer);
      scene.steps.push_back({&style, geometry, taken(style, geometry->layer), {}});
    }
  }
  return scene;
}

}  // namespace dateline::render
