#include "pipeline/detail/base_layers.hpp"

#include <algorithm>
#include <cmath>

#include "geo/ring_groups.hpp"
#include "pipeline/detail/contested_names.hpp"

namespace dateline::pipeline::detail {

namespace {

using geo::BorderKind;
using geo::GeometryKind;
using geo::LonLat;
using geo::MapPoint;
using geo::VectorLayer;

constexpr double kLeastDegrees = 4;      // a single town still gets a country around it
constexpr double kMargin = 0.25;         // of the extent, on each side
constexpr double kPixels = 1'500;        // the base map is as fine as a map this wide needs
constexpr std::size_t kMostCities = 60;
constexpr std::size_t kMostWaters = 16;
constexpr std::int64_t kSmallestCity = 200'000;
constexpr double kSmallestCountry = 2'000;  // of this share of the extent: San Marino is no name for a map of Eurasia

VectorLayer make_layer(const char* name, GeometryKind kind, bool named) {
  VectorLayer layer;
  layer.name = name;
  layer.kind = kind;
  layer.fields = {{"kind", geo::FieldType::Text}};
  if (named) layer.fields.push_back({"name", geo::FieldType::Text});
  return layer;
}

/// The window of the projected plane that shows the box: its edges are curves there.
geo::Projection::Window window_of(const geo::Box& box, const geo::Projection& projection) {
  constexpr int kSteps = 24;
  geo::Projection::Window window{{1e99, 1e99}, {-1e99, -1e99}};
  for (int i = 0; i <= kSteps; ++i) {
    for (int k = 0; k <= kSteps; ++k) {
      const auto p = LonLat::make(geo::Lon(box.west + box.longitude_span() * i / kSteps), geo::Lat(box.south + box.latitude_span() * k / kSteps));
      const auto m = p ? projection.project(*p) : std::nullopt;
      if (!m) continue;
      window.low = {std::min(window.low.x, m->x), std::min(window.low.y, m->y)};
      window.high = {std::max(window.high.x, m->x), std::max(window.high.y, m->y)};
    }
  }
  return window;
}

/// The window made as wide or as high as the frame of the print layout (styles/qgis/layout.xml): the base map fills it.
geo::Projection::Window framed(geo::Projection::Window view) {
  constexpr double kAspect = 215.0 / 158.0;
  const double wide = view.high.x - view.low.x, high = view.high.y - view.low.y;
  const double more_x = std::max(0.0, high * kAspect - wide) / 2, more_y = std::max(0.0, wide / kAspect - high) / 2;
  return {{view.low.x - more_x, view.low.y - more_y}, {view.high.x + more_x, view.high.y + more_y}};
}

/// Back to degrees; what has none is left out.
geo::LineString to_degrees(geo::MapLine line, const geo::Projection& projection) {
  projection.unproject_to_degrees(line);
  geo::LineString out;
  for (const MapPoint& p : line) {
    const auto place = LonLat::make(geo::Lon(p.x), geo::Lat(p.y));
    if (place && (out.empty() || !(out.back() == *place))) out.push_back(*place);
  }
  return out;
}

/// Grouped in the plane: in degrees a ring may cross the date line.
geo::MultiPolygon to_area(const geo::MapPolygon& polygon, const geo::Projection& projection) {
  geo::MultiPolygon area;
  for (const geo::RingGroup& group : geo::group_rings(polygon.rings)) {
    area.push_back({to_degrees(polygon.rings[group.outer], projection), {}});
    for (const std::size_t hole : group.holes) area.back().holes.push_back(to_degrees(polygon.rings[hole], projection));
  }
  return area;
}

const char* name_of(BorderKind kind) {
  switch (kind) {
    case BorderKind::International: return "international";
    case BorderKind::Disputed: return "disputed";
    case BorderKind::FirstLevel: return "first-level";
  }
  return "";
}

void add_line(VectorLayer& layer, const char* kind, const geo::MapLine& line, const geo::Projection& projection) {
  auto degrees = to_degrees(line, projection);
  if (degrees.size() > 1) layer.features.push_back({std::vector<geo::LineString>{std::move(degrees)}, {std::string(kind)}});
}

void add_areas(VectorLayer& layer, const char* kind, const std::vector<geo::MapPolygon>& polygons, const geo::Projection& projection) {
  for (const auto& polygon : polygons) {
    auto area = to_area(polygon, projection);
    if (!area.empty()) layer.features.push_back({std::move(area), {std::string(kind)}});
  }
}

/// The whole window: what is no land on it is sea.
geo::MultiPolygon sea(const geo::Projection::Window& window, const geo::Projection& projection) {
  constexpr int kSteps = 48;  // its edges are curves in degrees
  geo::MapLine ring;
  const double wide = window.high.x - window.low.x, high = window.high.y - window.low.y;
  for (int i = 0; i < kSteps; ++i) ring.push_back({window.low.x + wide * i / kSteps, window.low.y});
  for (int i = 0; i < kSteps; ++i) ring.push_back({window.high.x, window.low.y + high * i / kSteps});
  for (int i = 0; i < kSteps; ++i) ring.push_back({window.high.x - wide * i / kSteps, window.high.y});
  for (int i = 0; i < kSteps; ++i) ring.push_back({window.low.x, window.high.y - high * i / kSteps});
  auto degrees = to_degrees(std::move(ring), projection);
  return degrees.size() < 4 ? geo::MultiPolygon{} : geo::MultiPolygon{{std::move(degrees), {}}};
}

double area_km2(const geo::Box& box) {
  constexpr double kKilometresPerDegree = 111.2, kRadians = 0.017453292519943295;
  return box.longitude_span() * kKilometresPerDegree * std::cos(box.center().lat() * kRadians) * box.latitude_span() * kKilometresPerDegree;
}

VectorLayer make_places(Data& data, const geo::BaseMap& map, const geo::Box& box) {
  auto layer = make_layer("base_places", GeometryKind::Point, true);
  const auto add = [&layer](LonLat p, const char* kind, const std::string& name) { layer.features.push_back({p, {std::string(kind), name}}); };
  for (const auto& country : map.country_labels()) {
    // The name of a country that is a dot on this map would push larger ones aside.
    if (box.contains(country.point) && country.area_km2 > area_km2(box) / kSmallestCountry) add(country.point, "country", country.name);
  }
  for (const auto& city : data.store().cities_in(box, kSmallestCity, kMostCities)) add(city.point, city.feature_code == "PPLC" ? "capital" : "city", city.name);
  const ContestedNames names(data.folder());
  for (const auto& water : data.store().waters_in(box, kMostWaters)) {
    if (box.contains(water.point)) add(water.point, "water", names.shown(water.name));
  }
  return layer;
}

double wrapped(double lon) { return lon < -180 ? lon + 360 : lon >= 180 ? lon - 360 : lon; }

geo::Box grown(const geo::Box& box) {
  const double wide = box.longitude_span(), high = box.latitude_span();
  const double x = std::max(wide * kMargin, (kLeastDegrees * 2 - wide) / 2), y = std::max(high * kMargin, (kLeastDegrees - high) / 2);
  const double south = std::max(-90.0, box.south - y), north = std::min(90.0, box.north + y);
  if (wide + 2 * x >= 360) return {-180, south, 180, north};
  return {wrapped(box.west - x), south, wrapped(box.east + x), north};
}

}  // namespace

void MarkExtent::add(const VectorLayer& layer, const geo::Feature& feature) {
  if (const auto* p = std::get_if<LonLat>(&feature.geometry)) points_.push_back(*p);
  if (const auto* lines = std::get_if<std::vector<geo::LineString>>(&feature.geometry)) {
    for (const auto& line : *lines) points_.insert(points_.end(), line.begin(), line.end());
  }
  const auto* area = geo::areas_of(feature.geometry);
  if (area == nullptr || !layer.areas_from.empty()) return;
  const auto precision = std::find_if(layer.fields.begin(), layer.fields.end(), [](const geo::Field& f) { return f.name == "precision"; });
  const auto slot = static_cast<std::size_t>(precision - layer.fields.begin());
  const bool country = slot < feature.values.size() && feature.values[slot] == geo::FieldValue(std::string("country"));
  auto& target = country ? countries_ : points_;
  for (const auto& polygon : *area) target.insert(target.end(), polygon.outer.begin(), polygon.outer.end());
}

std::optional<geo::Box> MarkExtent::box() const {
  const auto box = geo::bounding_box(points_.empty() ? countries_ : points_);
  if (!box) return std::nullopt;
  return grown(*box);
}

BaseLayers make_base_layers(Data& data, const std::string& worldview, const geo::Box& extent) {
  const auto& map = data.base_map(worldview);
  const auto projection = geo::Projection::for_extent(extent);
  const auto window = framed(window_of(extent, projection));
  const double metres_per_pixel = (window.high.x - window.low.x) / kPixels;
  constexpr double kMetresPerPixelAt96Dpi = 0.0254 / 96;
  const auto geometry = map.read(projection, {window, metres_per_pixel * 0.5, metres_per_pixel / kMetresPerPixelAt96Dpi});
  BaseLayers layers;
  layers.projection = projection.definition();
  layers.view = window;
  layers.land = make_layer("base_land", GeometryKind::Area, false);
  if (auto water = sea(window, projection); !water.empty()) layers.land.features.push_back({std::move(water), {std::string("sea")}});
  add_areas(layers.land, "land", geometry.land, projection);
  add_areas(layers.land, "lake", geometry.lakes, projection);
  layers.lines = make_layer("base_lines", GeometryKind::Line, false);
  for (const auto& river : geometry.rivers) add_line(layers.lines, "river", river.line, projection);
  for (const auto& line : geometry.coast) add_line(layers.lines, "coast", line, projection);
  for (const auto& border : geometry.borders) add_line(layers.lines, name_of(border.kind), border.line, projection);
  layers.places = make_places(data, map, extent);
  return layers;
}

}  // namespace dateline::pipeline::detail
