#include "pipeline/detail/scene_places.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "claims/words.hpp"
#include "features/place_shapes.hpp"

namespace dateline::pipeline::detail {

namespace {

using render::PlaceShape;

PlaceShape shape_of(const claims::PlaceRecord& place) {
  if (features::is_open_water(place)) return PlaceShape::Water;
  if (place.kind == "country") return PlaceShape::Country;
  if (place.kind == "city") return PlaceShape::City;
  if (place.kind == "site") return PlaceShape::Site;
  return PlaceShape::Area;
}

/// How far off "about 90 km south of" may be: a tenth of the way, and as much to either side as half a wind is wide.
Meters reach_of(const claims::PlaceRelation& relation) { return Meters(relation.distance->value() * 0.35); }

/// Moves a place to where the relation says, as an area of that reach.
void move(render::ScenePlace& place, const claims::PlaceRelation& relation) {
  place.shape = PlaceShape::Area;
  place.point = geo::destination(place.point, relation.bearing, *relation.distance);
  place.radius = place.radius + reach_of(relation);
  place.outline.clear();
}

/// "about 90 km south of", "somewhere on the"; empty where the map has words of its own.
std::string words_above(const claims::PlaceRecord& place, const std::optional<claims::PlaceRelation>& relation) {
  const bool water = features::is_open_water(place);
  const std::string article = claims::takes_article(place) ? " the" : "";
  if (relation) return relation->words + article;
  return water ? "somewhere on" + article : "";
}

}  // namespace

std::size_t ScenePlaces::add(const claims::EventView& view, const std::string& place_id) {
  const auto relation = claims::relation_of(view, place_id);
  const bool moved = relation && relation->distance;
  const auto [slot, is_new] = by_id_.emplace(place_id + (moved ? "\n" + relation->words : ""), places_.size());
  if (!is_new) return slot->second;
  const auto& record = *index_.place(place_id);
  const auto point = geo::LonLat::make(geo::Lon(record.lon), geo::Lat(record.lat));
  if (!point) throw InputError("place " + place_id + " has no valid coordinates", "correct lon and lat in the ledger");
  places_.push_back({record.id, record.name, shape_of(record), *point, Meters(record.radius_m),
                     features::outline_of(record, &base_map_), record.country, sea_parts_.of(record.id), words_above(record, relation)});
  if (moved) move(places_.back(), *relation);
  return slot->second;
}

}  // namespace dateline::pipeline::detail
