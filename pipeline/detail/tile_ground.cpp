#include "pipeline/detail/tile_ground.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <numeric>

#include "base/parallel.hpp"

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

struct Extent {
  double west = 999, south = 999, east = -999, north = -999;
  explicit Extent(const LineString& ring) {
    for (const auto& p : ring) {
      west = std::min(west, p.lon()), east = std::max(east, p.lon());
      south = std::min(south, p.lat()), north = std::max(north, p.lat());
    }
  }
  [[nodiscard]] bool holds(const Extent& other) const noexcept { return west <= other.west && other.east <= east && south <= other.south && other.north <= north; }
  [[nodiscard]] double size() const noexcept { return (east - west) * (north - south); }
};

/// Tells whether a ring holds a place, asked many times of a long ring: its edges are sorted into bands of latitude.
class RingIndex {
 public:
  explicit RingIndex(const LineString& ring) : ring_(ring) {
    const Extent extent(ring);
    south_ = extent.south;
    const auto count = std::max<std::size_t>(1, ring.size() / kEdgesPerBand);
    scale_ = extent.north > extent.south ? static_cast<double>(count) / (extent.north - extent.south) : 0;
    bands_.resize(count);
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const double low = std::min(ring[i].lat(), ring[j].lat()), high = std::max(ring[i].lat(), ring[j].lat());
      for (std::size_t band = band_of(low); band <= band_of(high); ++band) bands_[band].push_back(static_cast<std::uint32_t>(i));
    }
  }

  [[nodiscard]] bool holds(LonLat p) const noexcept {
    if (p.lat() < south_) return false;
    bool inside = false;
    for (const std::uint32_t i : bands_[band_of(p.lat())]) {
      const auto &a = ring_[i], &b = ring_[i > 0 ? i - 1 : ring_.size() - 1];
      if ((a.lat() > p.lat()) != (b.lat() > p.lat()) && p.lon() < (b.lon() - a.lon()) * (p.lat() - a.lat()) / (b.lat() - a.lat()) + a.lon()) inside = !inside;
    }
    return inside;
  }

 private:
  static constexpr std::size_t kEdgesPerBand = 16;
  [[nodiscard]] std::size_t band_of(double lat) const noexcept {
    return std::min(static_cast<std::size_t>(std::max(0.0, (lat - south_) * scale_)), bands_.size() - 1);
  }
  const LineString& ring_;
  double south_ = 0, scale_ = 0;
  std::vector<std::vector<std::uint32_t>> bands_;
};

void add_areas(VectorLayer& layer, const std::vector<geo::MapPolygon>& polygons) {
  for (const auto& polygon : polygons) {
    std::vector<LineString> rings;
    for (const auto& ring : polygon.rings) {
      auto degrees = to_degrees(ring);
      if (degrees.size() > 2) rings.push_back(std::move(degrees));
    }
    // Each island is a feature: found faster, and a lake on an island in a lake does not lie within another part of its own feature.
    for (auto& area : areas_of(rings)) layer.features.push_back({geo::MultiPolygon{std::move(area)}, {}});
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

geo::MultiPolygon areas_of(const std::vector<LineString>& rings) {
  std::vector<Extent> extents(rings.begin(), rings.end());
  std::vector<std::size_t> order(rings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // What holds a ring is larger, so it comes first.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return extents[a].size() > extents[b].size(); });
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> polygon_of(rings.size(), kNone);   // where an outer ring stands in `areas`
  std::vector<int> depth(rings.size(), 0);
  std::vector<std::unique_ptr<RingIndex>> indexes(rings.size());
  const auto holds = [&](std::size_t outer, std::size_t inner) {
    if (!extents[outer].holds(extents[inner])) return false;
    if (!indexes[outer]) indexes[outer] = std::make_unique<RingIndex>(rings[outer]);
    return indexes[outer]->holds(rings[inner].front());
  };
  geo::MultiPolygon areas;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t ring = order[i];
    std::size_t parent = kNone;
    for (std::size_t k = i; k-- > 0 && parent == kNone;) {
      const std::size_t other = order[k];
      if (holds(other, ring)) parent = other;
    }
    depth[ring] = parent == kNone ? 0 : depth[parent] + 1;
    if (depth[ring] % 2 == 0) {
      polygon_of[ring] = areas.size();
      areas.push_back({rings[ring], {}});
    } else {
      areas[polygon_of[parent]].holes.push_back(rings[ring]);
    }
  }
  return areas;
}

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
