#include "features/detail/mark_rows.hpp"

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
const std::vector<Field> kOutlineFields = {
    {"id", FieldType::Text}, {"place", FieldType::Text}, {"place_country", FieldType::Text}, {"precision", FieldType::Text}, {"radius_m", FieldType::Real},
    {"events", FieldType::Integer}, {"numbers", FieldType::Text}};

geo::Feature make_feature(std::string id, const std::vector<geo::FieldValue>& event, geo::FeatureGeometry geometry) {
  geo::Feature feature;
  feature.geometry = std::move(geometry);
  feature.values.reserve(1 + event.size() + kPlaceFields.size());
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

/// A place that an event names, and as what.
struct Named {
  std::string place;
  const char* role = "at";
};

bool goes_somewhere(const EventView& view) {
  return view.event->kind != ClaimKind::Basing && view.event->kind != ClaimKind::Presence && !view.origins.empty();
}

std::vector<Named> places_of(const EventView& view) {
  std::vector<Named> places;
  for (const auto& id : view.sites) places.push_back({id, "at"});
  for (const auto& id : view.destinations) places.push_back({id, "destination"});
  if (goes_somewhere(view)) places.push_back({view.origins.front(), "origin"});
  return places;
}

}  // namespace

void define_marks(FeatureTables& tables) {
  tables.movements = make_layer("movements", GeometryKind::Line, kMovementFields);
  tables.movement_arrows = make_layer("movement_arrows", GeometryKind::Line, kMovementFields);
  tables.sites = make_layer("sites", GeometryKind::Point, kPlaceFields);
  tables.areas = make_layer("areas", GeometryKind::Area, kPlaceFields);
  tables.outlines = {"outlines", GeometryKind::Area, kOutlineFields, {}, "fid", ""};
  tables.areas.areas_from = tables.outlines.name;
}

MarkRows::MarkRows(const claims::LedgerIndex& index, PlaceShapes& shapes, RowSink& sink) : index_(index), shapes_(shapes), countries_(index.ledger()), sink_(sink) {}

void MarkRows::survey(const EventView& view) {
  for (const auto& [place, role] : places_of(view)) {
    Gathered& here = gathered_[place];
    here.events.insert(view.event->number);
    // An arrow carries its own number: at its start only the name of the place is wanted. A withdrawal without a destination has no arrow.
    if (std::string_view(role) != "origin" || view.destinations.empty()) here.numbers.insert(view.event->number);
  }
}

void MarkRows::add_outlines() {
  for (const auto& [place, here] : gathered_) {
    const PlaceShape& shape = shapes_.at(place);
    if (shape.outline == nullptr) continue;
    sink_.add(Table::Outlines, {shape.outline, {place, shape.record->name, text_or_null(shape.record->country), std::string(claims::to_string(shape.precision)),
                                                shape.record->radius_m, static_cast<std::int64_t>(here.events.size()), numbers_text(here.events)}});
  }
}

void MarkRows::add(const EventView& view) {
  values_ = event_values(view, index_, countries_);
  for (const auto& [place, role] : places_of(view)) add_place(view, place, role);
  if (!goes_somewhere(view)) return;
  for (const auto& id : view.destinations) add_movement(view, view.origins.front(), id);
}

void MarkRows::add_place(const EventView& view, const std::string& place, const char* role) {
  const PlaceShape& shape = shapes_.at(place);
  const bool area = shape.outline != nullptr;
  geo::FeatureGeometry geometry = shape.point;
  if (area) geometry = shape.outline;
  auto feature = make_feature(view.event->id + "/" + role + "/" + place, values_, std::move(geometry));
  Gathered& here = gathered_.at(place);
  const bool is_first = !std::exchange(here.is_told, true);
  auto& values = feature.values;
  values.emplace_back(shape.record->name);
  values.emplace_back(place);
  values.push_back(text_or_null(shape.record->country));
  values.emplace_back(std::string(role));
  values.emplace_back(std::string(claims::to_string(shape.precision)));
  values.emplace_back(shape.record->radius_m);
  values.emplace_back(here.looks[look_of(view)]++);
  values.push_back(is_first ? geo::FieldValue(shape.record->name) : geo::FieldValue());
  values.push_back(is_first ? numbers_text(here.numbers) : geo::FieldValue());
  sink_.add(area ? Table::Areas : Table::Sites, std::move(feature));
}

void MarkRows::add_movement(const EventView& view, const std::string& from, const std::string& to) {
  const PlaceShape& start = shapes_.at(from);
  const PlaceShape& end = shapes_.at(to);
  const int earlier = between_[std::minmax(from, to)]++;
  auto line = movement_line(start, end, bend_of(earlier));
  if (!line) return;
  auto feature = make_feature(view.event->id + "/" + from + "/" + to, values_, std::vector<geo::LineString>{std::move(line->curve)});
  add_end(feature, start);
  add_end(feature, end);
  auto arrow = feature;
  arrow.geometry = std::vector<geo::LineString>{{line->start, line->crest, line->end}};
  sink_.add(Table::Movements, std::move(feature));
  sink_.add(Table::MovementArrows, std::move(arrow));
}

}  // namespace dateline::features::detail
