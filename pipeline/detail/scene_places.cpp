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

bool is_name_of(const std::string& text, const std::string& place_id, const gazetteer::Store& store) {
  const auto found = store.find(text);
  return std::any_of(found.begin(), found.end(), [&](const gazetteer::Candidate& c) { return store.place(c.record).id == place_id; });
}

}  // namespace

StorySpellings::StorySpellings(const claims::Ledger& ledger, const gazetteer::Store& store) {
  std::map<std::string, std::map<std::string, int>> counts;
  for (const auto& claim : ledger.claims) {
    for (const auto* list : {&claim.origin, &claim.destination, &claim.at}) {
      for (const auto& ref : *list) {
        const bool sharp = ref.precision == claims::Precision::City || ref.precision == claims::Precision::Site;
        if (sharp && !ref.place.empty() && ref.mention == claims::PlaceMention::Toponym) ++counts[ref.place][ref.span.text];
      }
    }
  }
  for (const auto& [id, spellings] : counts) {
    int most = 0;
    for (const auto& [text, count] : spellings) {
      if (count > most && is_name_of(text, id, store)) most = count, by_id_[id] = text;
    }
  }
}

const std::string& StorySpellings::name(const claims::PlaceRecord& place) const noexcept {
  const auto found = by_id_.find(place.id);
  return found == by_id_.end() ? place.name : found->second;
}

std::string StorySpellings::other_names(const claims::EventView& view, const claims::LedgerIndex& index) const {
  std::vector<std::string> names;
  for (const auto* ids : {&view.origins, &view.destinations, &view.sites}) {
    for (const auto& id : *ids) {
      const auto& place = *index.place(id);
      if (const auto& spelling = name(place); spelling != place.name) names.push_back(place.name + ", in the stories " + spelling);
    }
  }
  return claims::join(names, "; ");
}

std::size_t ScenePlaces::add(const claims::EventView& view, const std::string& place_id) {
  const auto relation = claims::relation_of(view, place_id);
  const bool moved = relation && relation->distance;
  const auto [slot, is_new] = by_id_.emplace(place_id + (moved ? "\n" + relation->words : ""), places_.size());
  if (!is_new) return slot->second;
  const auto& record = *index_.place(place_id);
  const auto point = geo::LonLat::make(geo::Lon(record.lon), geo::Lat(record.lat));
  if (!point) throw InputError("place " + place_id + " has no valid coordinates", "correct lon and lat in the ledger");
  places_.push_back({record.id, names_.both(spellings_.name(record)), shape_of(record), *point, Meters(record.radius_m),
                     features::outline_of(record, &base_map_), record.country, sea_parts_.of(record.id), relation ? relation->words : ""});
  if (moved) move(places_.back(), *relation);
  return slot->second;
}

}  // namespace dateline::pipeline::detail
