#include "pipeline/detail/tile_events.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "geo/inside_point.hpp"
#include "pipeline/detail/tile_marks.hpp"

namespace dateline::pipeline::detail {

namespace {

using geo::FeatureGeometry;
using geo::FieldType;
using geo::FieldValue;
using geo::GeometryKind;
using geo::LonLat;
using geo::TileLayer;
using geo::VectorLayer;
using geo::WorldPoint;

/// Looks values up by the names of docs/formats/gis.md.
class Columns {
 public:
  explicit Columns(const VectorLayer& layer) {
    for (std::size_t i = 0; i < layer.fields.size(); ++i) slots_[layer.fields[i].name] = i;
  }
  [[nodiscard]] const FieldValue& value(const geo::Feature& feature, const char* name) const { return feature.values.at(slots_.at(name)); }
  [[nodiscard]] std::string text(const geo::Feature& feature, const char* name) const {
    const auto* text = std::get_if<std::string>(&value(feature, name));
    return text == nullptr ? "" : *text;
  }
  [[nodiscard]] std::int64_t integer(const geo::Feature& feature, const char* name) const {
    const auto* number = std::get_if<std::int64_t>(&value(feature, name));
    return number == nullptr ? 0 : *number;
  }
  [[nodiscard]] double real(const geo::Feature& feature, const char* name) const {
    const auto* number = std::get_if<double>(&value(feature, name));
    return number == nullptr ? 0 : *number;
  }

 private:
  std::map<std::string, std::size_t, std::less<>> slots_;
};

/// What a badge, a line and a head tell of their event, in tiles.
constexpr std::array kEventFields = {"number", "event", "kind", "status", "denied", "not_confirmed", "title", "force", "force_country", "quantity", "date_from", "date_to", "date_text",
                                     "origins", "outlets", "quote", "source", "outlet", "published", "link", "responses", "review"};
/// What a place tells.
constexpr std::array kPlaceFields = {"place", "place_id", "place_country", "precision", "radius_m"};

std::vector<geo::Field> pick_fields(const VectorLayer& layer, std::span<const char* const> names) {
  std::vector<geo::Field> fields;
  for (const char* name : names) {
    const auto found = std::find_if(layer.fields.begin(), layer.fields.end(), [name](const geo::Field& field) { return field.name == name; });
    if (found != layer.fields.end()) fields.push_back(*found);
  }
  return fields;
}
std::vector<FieldValue> pick_values(const Columns& columns, const geo::Feature& feature, std::span<const char* const> names) {
  std::vector<FieldValue> values;
  for (const char* name : names) values.push_back(columns.value(feature, name));
  return values;
}

/// The more certain an event, the more it decides how its place looks.
int rank_of(const std::string& status) {
  constexpr std::array kOrder = {"ongoing", "reported", "planned", "conditional", "past", "denied"};
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), status) - kOrder.begin());
}

/// A place of the map with the rows of its events.
struct PlaceMark {
  const VectorLayer* layer = nullptr;
  std::size_t first = 0;
  std::string status, label, numbers;
  std::int64_t number = 0;
  double radius = 0;   ///< metres
  std::vector<std::size_t> badges;   ///< rows of the events whose numbers stand here
};

/// The places of a layer in the order in which they first occur.
std::vector<PlaceMark> places_of(const VectorLayer& layer, const Columns& columns) {
  std::vector<PlaceMark> marks;
  std::map<std::string, std::size_t> known;
  std::map<std::string, std::set<std::int64_t>> seen;
  for (std::size_t i = 0; i < layer.features.size(); ++i) {
    const auto& feature = layer.features[i];
    const std::string id = columns.text(feature, "place_id");
    const auto [found, is_new] = known.emplace(id, marks.size());
    if (is_new) marks.push_back({&layer, i, columns.text(feature, "status"), columns.text(feature, "label"), columns.text(feature, "numbers"), columns.integer(feature, "number"), columns.real(feature, "radius_m"), {}});
    auto& mark = marks[found->second];
    const auto status = columns.text(feature, "status");
    if (rank_of(status) < rank_of(mark.status)) mark.status = status;
    // An arrow carries the number of its event; at its start stands only the name.
    if (columns.text(feature, "role") != "origin" && seen[id].insert(columns.integer(feature, "number")).second) mark.badges.push_back(i);
  }
  return marks;
}

std::optional<LonLat> point_of(const geo::Feature& feature) {
  if (const auto* point = std::get_if<LonLat>(&feature.geometry)) return *point;
  if (const auto* area = geo::areas_of(feature.geometry)) {
    if (const auto inside = geo::find_inside_point(*area)) return geo::from_world(*inside);
  }
  return std::nullopt;
}

class EventLayers {
 public:
  EventLayers(const features::FeatureTables& tables, const TileScope& scope)
      : tables_(tables), scope_(scope), sites_(tables.sites), areas_(tables.areas), movements_(tables.movements),
        site_marks_(places_of(tables.sites, sites_)), area_marks_(places_of(tables.areas, areas_)) {}

  std::vector<TileLayer> make() {
    add_places("areas", area_marks_, areas_);
    for (int zoom = scope_.min_zoom; zoom <= scope_.max_zoom; ++zoom) add_zoom(zoom);
    add_places("sites", site_marks_, sites_);
    add_empty("areas", GeometryKind::Area, place_fields(tables_.areas));
    for (const char* name : {"halos", "sites"}) add_empty(name, name[0] == 'h' ? GeometryKind::Area : GeometryKind::Point, place_fields(tables_.sites));
    for (const char* name : {"movements", "heads"}) add_empty(name, name[0] == 'h' ? GeometryKind::Area : GeometryKind::Line, pick_fields(tables_.movements, kEventFields));
    add_empty("badges", GeometryKind::Point, pick_fields(tables_.sites, kEventFields));
    // Badges lie on top of everything.
    std::stable_partition(out_.begin(), out_.end(), [](const TileLayer& layer) { return layer.data.name != "badges"; });
    return std::move(out_);
  }

 private:
  void keep(TileLayer layer) {
    if (!layer.data.features.empty()) out_.push_back(std::move(layer));
  }

  /// A layer that the events do not fill is there all the same: a web map complains of layers of its style that the tiles do not know.
  void add_empty(const char* name, GeometryKind kind, std::vector<geo::Field> fields) {
    const bool there = std::any_of(out_.begin(), out_.end(), [name](const TileLayer& layer) { return layer.data.name == name; });
    if (!there) out_.push_back(own_layer(name, kind, std::move(fields)));
  }

  std::vector<geo::Field> place_fields(const VectorLayer& layer) const {
    auto fields = pick_fields(layer, kPlaceFields);
    for (const char* name : {"name", "label", "numbers", "status", "kind"}) fields.push_back({name, FieldType::Text});
    fields.push_back({"number", FieldType::Integer});
    return fields;
  }
  std::vector<FieldValue> place_values(const PlaceMark& mark, const Columns& columns) const {
    const auto& feature = mark.layer->features[mark.first];
    auto values = pick_values(columns, feature, kPlaceFields);
    values.insert(values.end(), {columns.value(feature, "place"), mark.label, mark.numbers.empty() ? FieldValue() : FieldValue(mark.numbers), mark.status, columns.value(feature, "kind"), mark.number});
    return values;
  }

  void add_places(const char* name, const std::vector<PlaceMark>& marks, const Columns& columns) {
    if (marks.empty()) return;
    auto layer = own_layer(name, marks.front().layer->kind, place_fields(*marks.front().layer));
    for (const auto& mark : marks) layer.data.features.push_back({mark.layer->features[mark.first].geometry, place_values(mark, columns)});
    keep(std::move(layer));
  }

  [[nodiscard]] double halo_metres(const PlaceMark& mark, LonLat point, double pixel) const {
    constexpr double kWorldMetres = 40075016.7;
    const double metres_per_pixel = pixel * kWorldMetres * std::cos(point.lat() * 0.017453292519943295);
    return std::max(mark.radius, mark_size::least_halo * metres_per_pixel);
  }
  /// The same as a distance in the square, seen at the place.
  [[nodiscard]] double halo_size(const PlaceMark& mark, LonLat point, double pixel) const {
    constexpr double kWorldMetres = 40075016.7;
    return halo_metres(mark, point, pixel) / (kWorldMetres * std::max(std::cos(point.lat() * 0.017453292519943295), 0.01));
  }

  void add_zoom(int zoom) {
    // Vector tiles are shown enlarged up to twice: their marks are made a little smaller.
    const double pixel = (scope_.tile_pixels < 512 ? 1.0 : 0.8) / std::ldexp(scope_.tile_pixels, zoom);
    std::vector<TileLayer> made;
    BadgeRoom room(pixel);
    auto badges = own_layer("badges", GeometryKind::Point, pick_fields(tables_.sites, kEventFields));
    made.push_back(halos(pixel));
    auto [lines, heads] = arrows(pixel);
    made.push_back(std::move(lines));
    made.push_back(std::move(heads));
    place_badges(site_marks_, sites_, pixel, room, badges.data);
    movement_badges(pixel, room, badges.data);
    place_badges(area_marks_, areas_, pixel, room, badges.data);
    made.push_back(std::move(badges));
    for (auto& layer : made) {
      layer.min_zoom = zoom;
      layer.max_zoom = zoom == scope_.max_zoom ? geo::max_tile_zoom : zoom;
      keep(std::move(layer));
    }
  }

  TileLayer halos(double pixel) const {
    constexpr int kCorners = 48;
    auto layer = own_layer("halos", GeometryKind::Area, place_fields(tables_.sites));
    for (const auto& mark : site_marks_) {
      const auto point = point_of(mark.layer->features[mark.first]);
      if (!point) continue;
      geo::LineString ring;
      const Meters radius(halo_metres(mark, *point, pixel));
      for (int i = 0; i < kCorners; ++i) ring.push_back(geo::destination(*point, Degrees(360.0 - i * 360.0 / kCorners), radius));
      layer.data.features.push_back({geo::MultiPolygon{{std::move(ring), {}}}, place_values(mark, sites_)});
    }
    return layer;
  }

  [[nodiscard]] const PlaceMark* find_site(const std::string& place) const {
    const auto found = std::find_if(site_marks_.begin(), site_marks_.end(), [&](const PlaceMark& mark) { return sites_.text(mark.layer->features[mark.first], "place_id") == place; });
    return found == site_marks_.end() ? nullptr : &*found;
  }

  /// Where an arrow ends: at the rim of the circle, not in its middle.
  [[nodiscard]] double rim_of(const geo::Feature& movement, double pixel) const {
    const auto* site = find_site(movements_.text(movement, "destination_id"));
    const auto point = site == nullptr ? std::nullopt : point_of(site->layer->features[site->first]);
    return point ? halo_size(*site, *point, pixel) + pixel : 0;
  }

  std::pair<TileLayer, TileLayer> arrows(double pixel) const {
    auto lines = own_layer("movements", GeometryKind::Line, pick_fields(tables_.movements, kEventFields));
    auto heads = own_layer("heads", GeometryKind::Area, lines.data.fields);
    for (const auto& movement : tables_.movements.features) {
      const auto* parts = std::get_if<std::vector<geo::LineString>>(&movement.geometry);
      if (parts == nullptr || parts->empty() || parts->front().size() < 2) continue;
      const auto arrow = make_arrow(to_world_line(parts->front()), rim_of(movement, pixel), pixel);
      if (!arrow) continue;
      const auto values = pick_values(movements_, movement, kEventFields);
      lines.data.features.push_back({std::vector<geo::LineString>{to_places(arrow->shaft)}, values});
      heads.data.features.push_back({geo::MultiPolygon{{to_places(arrow->head), {}}}, values});
    }
    return {std::move(lines), std::move(heads)};
  }

  static void add_badge(VectorLayer& layer, WorldPoint at, const Columns& columns, const geo::Feature& feature) {
    layer.features.push_back({to_place(at), pick_values(columns, feature, kEventFields)});
  }

  /// In a row to the left of a site, since names stand on the right; rows above and below when others are in the way. On an area around its middle.
  void place_badges(const std::vector<PlaceMark>& marks, const Columns& columns, double pixel, BadgeRoom& room, VectorLayer& layer) const {
    for (const auto& mark : marks) {
      const auto point = point_of(mark.layer->features[mark.first]);
      if (!point || mark.badges.empty()) continue;
      const bool site = mark.layer == &tables_.sites;
      const auto center = geo::to_world(*point);
      const double step = mark_size::badge * pixel;
      const double start = site ? std::min(halo_size(mark, *point, pixel), 3 * step) + step * 0.6 : 0;
      std::vector<WorldPoint> candidates;
      for (const int row : {0, -1, 1, -2, 2, -3, 3}) {
        constexpr int kColumns = 8;
        for (int column = 0; column < kColumns; ++column) {
          // An area's go right and left in turn.
          const double across = site ? -start - column * step : (column % 2 == 0 ? 1 : -1) * ((column + 1) / 2) * step;
          candidates.push_back({center.x + across, center.y + row * step});
        }
      }
      // The last one stands next to a site, so that they rise from left to right.
      auto rows = mark.badges;
      if (site) std::reverse(rows.begin(), rows.end());
      for (const std::size_t row : rows) add_badge(layer, room.take(candidates), columns, mark.layer->features[row]);
    }
  }

  void movement_badges(double pixel, BadgeRoom& room, VectorLayer& layer) const {
    for (const auto& movement : tables_.movements.features) {
      const auto* parts = std::get_if<std::vector<geo::LineString>>(&movement.geometry);
      if (parts == nullptr || parts->empty() || parts->front().size() < 2) continue;
      const auto line = to_world_line(parts->front());
      const double length = length_of(line), step = mark_size::badge * pixel;
      // The site at its end carries the number when the line is too short for another.
      if (length < 3 * step) continue;
      std::vector<WorldPoint> candidates;
      for (const double share : {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73}) candidates.push_back(point_along(line, length * share));
      for (const double side : {1.0, -1.0, 2.0, -2.0}) candidates.push_back({candidates.front().x, candidates.front().y + side * step});
      add_badge(layer, room.take(candidates), movements_, movement);
    }
  }

  const features::FeatureTables& tables_;
  const TileScope& scope_;
  Columns sites_, areas_, movements_;
  std::vector<PlaceMark> site_marks_, area_marks_;
  std::vector<TileLayer> out_;
};

}  // namespace

std::vector<TileLayer> event_layers(const features::FeatureTables& tables, const TileScope& scope) { return EventLayers(tables, scope).make(); }

}  // namespace dateline::pipeline::detail
