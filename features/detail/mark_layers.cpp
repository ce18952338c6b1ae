#include "features/detail/mark_layers.hpp"

#include <algorithm>

#include "claims/words.hpp"
#include "features/movement_line.hpp"

namespace dateline::features::detail {

namespace {

using claims::ClaimKind;
using claims::EventView;
using geo::Field;
using geo::FieldType;
using geo::GeometryKind;
using geo::VectorLayer;

/// Height of a movement's curve as a share of its length. Several between the same two places lie beside each other, poleward and back in turn.
double bend_of(int earlier) {
  constexpr double kFirst = 0.12, kNext = 0.09;
  const double height = kFirst + kNext * (earlier / 2);
  return earlier % 2 == 0 ? height : -height;
}

VectorLayer make_layer(const char* name, GeometryKind kind, std::vector<Field> own) {
  VectorLayer layer;
  layer.name = name;
  layer.kind = kind;
  layer.fields.push_back({"id", FieldType::Text});
  layer.fields.insert(layer.fields.end(), event_fields().begin(), event_fields().end());
  layer.fields.insert(layer.fields.end(), own.begin(), own.end());
  return layer;
}

const std::vector<Field> kMovementFields = {
    {"origin", FieldType::Text}, {"origin_id", FieldType::Text}, {"origin_precision", FieldType::Text},
    {"destination", FieldType::Text}, {"destination_id", FieldType::Text}, {"destination_precision", FieldType::Text}};
const std::vector<Field> kPlaceFields = {
    {"place", FieldType::Text}, {"place_id", FieldType::Text}, {"place_country", FieldType::Text}, {"role", FieldType::Text},
    {"precision", FieldType::Text}, {"radius_m", FieldType::Real}, {"stack", FieldType::Integer}, {"label", FieldType::Text}, {"numbers", FieldType::Text}};
/// Behind the last event field: where finish() writes.
constexpr std::size_t kLabelSlot = 7, kNumbersSlot = 8;
const std::vector<Field> kOutlineFields = {
    {"id", FieldType::Text}, {"place", FieldType::Text}, {"place_country", FieldType::Text}, {"precision", FieldType::Text}, {"radius_m", FieldType::Real},
    {"events", FieldType::Integer}, {"numbers", FieldType::Text}};

geo::Feature make_feature(std::string id, const std::vector<geo::FieldValue>& event, geo::FeatureGeometry geometry) {
  geo::Feature feature;
  feature.geometry = std::move(geometry);
  feature.values.push_back(std::move(id));
  feature.values.insert(feature.values.end(), event.begin(), event.end());
  return feature;
}

/// What makes marks at one place look alike: of these only the first need be drawn.
std::string look_of(const EventView& view) {
  std::string look(claims::to_string(view.event->status));
  if (view.event->kind == ClaimKind::Withdrawal) look += " withdrawal";
  return view.denied ? look + " denied" : look;
}

void add_end(geo::Feature& feature, const PlaceShape& place) {
  feature.values.push_back(place.record->name);
  feature.values.push_back(place.record->id);
  feature.values.push_back(std::string(claims::to_string(place.precision)));
}

/// The first dozen: thousands would make a label longer than the map.
geo::FieldValue numbers_text(const std::set<int>& numbers) {
  constexpr std::size_t kMost = 12;
  std::vector<std::string> words;
  for (const int number : numbers) {
    if (words.size() == kMost) break;
    words.push_back(std::to_string(number));
  }
  const std::string text = claims::join(words, ", ");
  return text_or_null(numbers.size() > kMost ? text + " and " + std::to_string(numbers.size() - kMost) + " more" : text);
}

}  // namespace

MarkLayers::MarkLayers(const claims::LedgerIndex& index, PlaceShapes& shapes, const CountryNames& countries, FeatureTables& tables)
    : index_(index), shapes_(shapes), countries_(countries), tables_(tables) {
  tables_.movements = make_layer("movements", GeometryKind::Line, kMovementFields);
  tables_.movement_arrows = make_layer("movement_arrows", GeometryKind::Line, kMovementFields);
  tables_.sites = make_layer("sites", GeometryKind::Point, kPlaceFields);
  tables_.areas = make_layer("areas", GeometryKind::Area, kPlaceFields);
  tables_.outlines = {"outlines", GeometryKind::Area, kOutlineFields, {}, "fid", ""};
  tables_.areas.areas_from = tables_.outlines.name;
}

void MarkLayers::add(const EventView& view) {
  values_ = event_values(view, index_, countries_);
  for (const auto& id : view.sites) add_place(view, id, "at");
  for (const auto& id : view.destinations) add_place(view, id, "destination");
  const bool stays = view.event->kind == ClaimKind::Basing || view.event->kind == ClaimKind::Presence;
  if (stays || view.origins.empty()) return;
  add_place(view, view.origins.front(), "origin");
  for (const auto& id : view.destinations) add_movement(view, view.origins.front(), id);
}

void MarkLayers::add_place(const EventView& view, const std::string& place, const char* role) {
  const PlaceShape& shape = shapes_.at(place);
  const bool area = shape.outline != nullptr;
  VectorLayer& layer = area ? tables_.areas : tables_.sites;
  geo::FeatureGeometry geometry = shape.point;
  if (area) geometry = shape.outline;
  auto feature = make_feature(view.event->id + "/" + role + "/" + place, values_, std::move(geometry));
  feature.values.push_back(shape.record->name);
  feature.values.push_back(place);
  feature.values.push_back(text_or_null(shape.record->country));
  feature.values.push_back(std::string(role));
  feature.values.push_back(std::string(claims::to_string(shape.precision)));
  feature.values.push_back(shape.record->radius_m);
  const auto [gathered, is_new] = gathered_.try_emplace(place, Gathered{&layer, layer.features.size(), {}, {}, {}});
  feature.values.emplace_back(gathered->second.looks[look_of(view)]++);
  feature.values.emplace_back();
  feature.values.emplace_back();
  gathered->second.events.insert(view.event->number);
  // An arrow carries its own number: at its start only the name of the place is wanted. A withdrawal without a destination has no arrow.
  if (std::string_view(role) != "origin" || view.destinations.empty()) gathered->second.numbers.insert(view.event->number);
  layer.features.push_back(std::move(feature));
}

void MarkLayers::add_movement(const EventView& view, const std::string& from, const std::string& to) {
  const PlaceShape& start = shapes_.at(from);
  const PlaceShape& end = shapes_.at(to);
  const int earlier = between_[std::minmax(from, to)]++;
  const auto line = movement_line(start, end, bend_of(earlier));
  if (!line) return;
  auto feature = make_feature(view.event->id + "/" + from + "/" + to, values_, std::vector<geo::LineString>{line->curve});
  add_end(feature, start);
  add_end(feature, end);
  tables_.movements.features.push_back(feature);
  feature.geometry = std::vector<geo::LineString>{{line->start, line->crest, line->end}};
  tables_.movement_arrows.features.push_back(std::move(feature));
}

void MarkLayers::finish() {
  const std::size_t own = 1 + event_fields().size();
  for (const auto& [place, gathered] : gathered_) {
    const PlaceShape& shape = shapes_.at(place);
    auto& values = gathered.layer->features[gathered.first].values;
    values[own + kLabelSlot] = shape.record->name;
    values[own + kNumbersSlot] = numbers_text(gathered.numbers);
    if (gathered.layer != &tables_.areas) continue;
    tables_.outlines.features.push_back({shape.outline, {place, shape.record->name, text_or_null(shape.record->country), std::string(claims::to_string(shape.precision)),
                                                         shape.record->radius_m, static_cast<std::int64_t>(gathered.events.size()), numbers_text(gathered.events)}});
  }
}

}  // namespace dateline::features::detail
