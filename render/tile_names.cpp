// The names of a zoom, from the features themselves: where a name stands does not hang on how lines are simplified.
#include <algorithm>
#include <cmath>

#include "geo/inside_point.hpp"
#include "geo/tile_id.hpp"
#include "render/detail/raster_glyphs.hpp"
#include "render/tile_filter.hpp"
#include "render/tile_scene.hpp"

namespace dateline::render {

namespace {

using geo::WorldPoint;

std::vector<WorldPoint> project(const geo::LineString& line) {
  std::vector<WorldPoint> out;
  for (const geo::LonLat& place : line) {
    WorldPoint p = geo::to_world(place);
    if (!out.empty()) p.x = out.back().x + std::remainder(p.x - out.back().x, 1.0);   // the short way round
    out.push_back(p);
  }
  return out;
}

double length_of(WorldPoint a, WorldPoint b) noexcept { return std::hypot(b.x - a.x, b.y - a.y); }

WorldPoint middle_of(const std::vector<WorldPoint>& line) {
  double left = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) left += length_of(line[i], line[i + 1]);
  left /= 2;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const double length = length_of(line[i], line[i + 1]);
    if (length >= left && length > 0) return {std::lerp(line[i].x, line[i + 1].x, left / length), std::lerp(line[i].y, line[i + 1].y, left / length)};
    left -= length;
  }
  return line.back();
}

/// Where the names of a feature stand: points themselves, the middle of the longest line, inside the largest area.
struct NamePlaces {
  std::vector<WorldPoint> operator()(std::monostate) const { return {}; }
  std::vector<WorldPoint> operator()(const geo::LonLat& place) const { return {geo::to_world(place)}; }
  std::vector<WorldPoint> operator()(const std::vector<geo::LonLat>& places) const {
    std::vector<WorldPoint> out;
    for (const geo::LonLat& place : places) out.push_back(geo::to_world(place));
    return out;
  }
  std::vector<WorldPoint> operator()(const std::vector<geo::LineString>& lines) const {
    const auto longest = std::max_element(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    if (longest == lines.end() || longest->empty()) return {};
    return {wrapped(middle_of(project(*longest)))};
  }
  std::vector<WorldPoint> operator()(const geo::MultiPolygon& area) const {
    const auto inside = geo::find_inside_point(area);
    return inside ? std::vector<WorldPoint>{*inside} : std::vector<WorldPoint>{};
  }
  std::vector<WorldPoint> operator()(const geo::SharedArea& area) const { return (*this)(*area); }

  static WorldPoint wrapped(WorldPoint p) noexcept { return {p.x - std::floor(p.x), p.y}; }
};

struct SortKey {
  std::optional<std::size_t> field;
  double sign = 1;

  SortKey(const styles::Layer& style, const geo::VectorLayer& data) {
    const auto word = style.words.find("symbol-sort-key");
    if (word == style.words.end()) return;
    const bool negative = word->second.starts_with('-');
    sign = negative ? -1 : 1;
    field = find_field(data, negative ? word->second.substr(1) : word->second);
  }
  [[nodiscard]] double of(const geo::Feature& feature) const {
    if (!field) return 0;
    // What has no number comes last.
    return sign * property_number(feature.values[*field]).value_or(sign * 1e300);
  }
};

void add_names(const styles::Layer& style, const geo::TileLayer& layer, double world, std::vector<TileName>& out) {
  const auto word = style.words.find("text-field");
  if (word == style.words.end()) return;
  const auto field = find_field(layer.data, word->second);
  if (!field) return;
  const TileFilter filter(style, layer.data);
  const SortKey key(style, layer.data);
  for (const geo::Feature& feature : layer.data.features) {
    if (!filter.takes(feature)) continue;
    const std::string text = property_text(feature.values[*field]);
    if (text.empty()) continue;
    for (const WorldPoint& p : std::visit(NamePlaces{}, feature.geometry)) out.push_back({text, p.x * world, p.y * world, key.of(feature)});
  }
}

void add_obstacles(const styles::Layer& style, const geo::TileLayer& layer, double style_zoom, double scale, double world, std::vector<TileObstacle>& out) {
  const double radius = (style_number(style, "circle-radius", style_zoom, 5) + style_number(style, "circle-stroke-width", style_zoom, 0)) * scale;
  const TileFilter filter(style, layer.data);
  for (const geo::Feature& feature : layer.data.features) {
    const bool is_point = std::holds_alternative<geo::LonLat>(feature.geometry) || std::holds_alternative<std::vector<geo::LonLat>>(feature.geometry);
    if (!is_point || !filter.takes(feature)) continue;
    for (const WorldPoint& p : std::visit(NamePlaces{}, feature.geometry)) out.push_back({p.x * world, p.y * world, radius});
  }
}

}  // namespace

ZoomNames make_zoom_names(const TileSources& sources, int zoom, const ShownNames& before, detail::GlyphStore& glyphs) {
  NamePlacement placement;
  placement.style_zoom = style_zoom_of(zoom);
  placement.scale = sources.scale;
  placement.tile = 256 * sources.scale;
  placement.world = std::ldexp(placement.tile, zoom);
  placement.before = &before;
  std::vector<NameLayer> layers;
  std::vector<std::size_t> places;
  std::vector<TileObstacle> obstacles;
  for (std::size_t i = 0; i < sources.style->layers.size(); ++i) {
    const styles::Layer& style = sources.style->layers[i];
    const bool symbols = style.type == styles::LayerType::Symbol, circles = style.type == styles::LayerType::Circle;
    if ((!symbols && !circles) || !is_shown(style, placement.style_zoom)) continue;
    if (symbols) {
      layers.push_back({&style, {}});
      places.push_back(i);
    }
    for (const geo::TileLayer& layer : *sources.layers) {
      if (!serves(layer, style, zoom)) continue;
      if (symbols) add_names(style, layer, placement.world, layers.back().names);
      else add_obstacles(style, layer, placement.style_zoom, sources.scale, placement.world, obstacles);
    }
  }
  ZoomNames out;
  const detail::GlyphStore::Session session(glyphs);
  std::vector<TileNames> placed = place_names(layers, obstacles, placement, glyphs, out.shown);
  for (std::size_t i = 0; i < places.size(); ++i) out.by_layer[places[i]] = std::move(placed[i]);
  return out;
}

}  // namespace dateline::render
