#include "pipeline/detail/tile_ground.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/parallel.hpp"
#include "geo/ring_groups.hpp"

namespace dateline::pipeline::detail {

namespace {

using geo::BorderKind;
using geo::GeometryKind;
using geo::LineString;
using geo::LonLat;
using geo::TileLayer;
using geo::VectorLayer;

constexpr double kWorldMetres = 40075016.685578488;   // EPSG:3857, a side of the square
// The base map has no more to show beyond this zoom of 512-pixel tiles.
constexpr int kFinestZoom = 9;

/// Degrees of a ring or line; what lies beyond the square's edge stays there, so that what is cut is cut out of sight.
LineString to_degrees(const geo::MapLine& line) {
  // The sphere of EPSG:3857, without the cost of asking PROJ for each vertex.
  constexpr double kRadius = kWorldMetres / (2 * std::numbers::pi), kDegrees = 180 / std::numbers::pi;
  LineString out;
  out.reserve(line.size());
  for (const auto& p : line) {
    const auto place = LonLat::make(geo::Lon(p.x / kRadius * kDegrees), geo::Lat(std::atan(std::sinh(p.y / kRadius)) * kDegrees));
    if (place && (out.empty() || !(out.back() == *place))) out.push_back(*place);
  }
  return out;
}

void add_areas(VectorLayer& layer, const std::vector<geo::MapPolygon>& polygons) {
  for (const auto& polygon : polygons) {
    // Each island is a feature: found faster, and a lake on an island in a lake does not lie within another part of its own feature.
    for (const geo::RingGroup& group : geo::group_rings(polygon.rings)) {
      geo::Polygon area{to_degrees(polygon.rings[group.outer]), {}};
      if (area.outer.size() < 3) continue;
      for (const std::size_t hole : group.holes) {
        auto degrees = to_degrees(polygon.rings[hole]);
        if (degrees.size() > 2) area.holes.push_back(std::move(degrees));
      }
      layer.features.push_back({geo::MultiPolygon{std::move(area)}, {}});
    }
  }
}

void add_line(VectorLayer& layer, const geo::MapLine& line, std::vector<geo::FieldValue> values) {
  auto degrees = to_degrees(line);
  if (degrees.size() > 1) layer.features.push_back({std::vector<LineString>{std::move(degrees)}, std::move(values)});
}

std::string name_of(BorderKind kind) {
  switch (kind) {
    case BorderKind::International: return "international";
    case BorderKind::Disputed: return "disputed";
    case BorderKind::FirstLevel: break;
  }
  return "first-level";
}

geo::BaseMapGeometry read(const geo::BaseMap& map, const geo::Projection& projection, int zoom, int pixels) {
  const double metres = std::ldexp(kWorldMetres / pixels, -zoom);   // one pixel at the equator
  geo::BaseMapRequest request;
  // Higher than the square, so that the edges of what is cut at its top and bottom are not in it.
  constexpr double kBeyond = 1.02;
  request.window = {{-kWorldMetres / 2, -kWorldMetres / 2 * kBeyond}, {kWorldMetres / 2, kWorldMetres / 2 * kBeyond}};
  constexpr double kPixelsKept = 0.15, kMetresPerPixelAt96Dpi = 0.0254 / 96, kMiddleLatitude = 0.7;  // the cosine of 45.6°
  request.tolerance = metres * kPixelsKept;
  request.scale_denominator = metres * kMiddleLatitude / kMetresPerPixelAt96Dpi;
  return map.read(projection, request);
}

std::vector<TileLayer> layers_of(const geo::BaseMap& map, int zoom, int pixels) {
  const auto projection = geo::Projection::from_definition("EPSG:3857");   // one a thread
  const auto geometry = read(map, projection, zoom, pixels);
  std::vector<TileLayer> layers = {own_layer("land", GeometryKind::Area, {}), own_layer("lakes", GeometryKind::Area, {}),
                                   own_layer("rivers", GeometryKind::Lines, {{"rank", geo::FieldType::Integer}}), own_layer("coast", GeometryKind::Lines, {}),
                                   own_layer("borders", GeometryKind::Lines, {{"kind", geo::FieldType::Text}})};
  add_areas(layers[0].data, geometry.land);
  add_areas(layers[1].data, geometry.lakes);
  for (const auto& river : geometry.rivers) add_line(layers[2].data, river.line, {std::int64_t{river.rank}});
  for (const auto& line : geometry.coast) add_line(layers[3].data, line, {});
  for (const auto& border : geometry.borders) add_line(layers[4].data, border.line, {name_of(border.kind)});
  return layers;
}

}  // namespace

std::vector<TileLayer> ground_layers(const geo::BaseMap& map, const TileScope& scope) {
  const int finest = kFinestZoom + (scope.tile_pixels < 512 ? 1 : 0);
  const int last = std::min(scope.max_zoom, finest), first = std::min(scope.min_zoom, last);
  std::vector<std::vector<TileLayer>> by_zoom(static_cast<std::size_t>(last - first + 1));
  // The deepest zoom takes longest and is begun first.
  for_each_index(by_zoom.size(), scope.threads, [&](std::size_t i) {
    const int zoom = last - static_cast<int>(i);
    auto& here = by_zoom[by_zoom.size() - 1 - i];
    here = layers_of(map, zoom, scope.tile_pixels);
    for (auto& layer : here) {
      layer.min_zoom = zoom;
      layer.max_zoom = zoom == last ? geo::max_tile_zoom : zoom;
    }
  });
  std::vector<TileLayer> layers;
  for (auto& here : by_zoom) {
    for (auto& layer : here) {
      if (!layer.data.features.empty()) layers.push_back(std::move(layer));
    }
  }
  return layers;
}

}  // namespace dateline::pipeline::detail
