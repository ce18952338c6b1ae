#include "pipeline/detail/scene_places.hpp"

#include "base/error.hpp"
#include "features/place_shapes.hpp"

namespace dateline::pipeline::detail {

namespace {

using render::PlaceShape;

PlaceShape shape_of(const claims::PlaceRecord& place) {
  if (place.kind == "country") return PlaceShape::Country;
  if (place.kind == "city") return PlaceShape::City;
  if (place.kind == "site") return PlaceShape::Site;
  return PlaceShape::Area;
}

}  // namespace

std::size_t ScenePlaces::add(const std::string& place_id) {
  const auto [slot, is_new] = by_id_.emplace(place_id, places_.size());
  if (!is_new) return slot->second;
  const auto& record = *index_.place(place_id);
  const auto point = geo::LonLat::make(geo::Lon(record.lon), geo::Lat(record.lat));
  if (!point) throw InputError("place " + place_id + " has no valid coordinates", "correct lon and lat in the ledger");
  const auto shape = shape_of(record);
  places_.push_back({record.id, names_.both(record.name), shape, *point, Meters(record.radius_m), features::outline_of(record, &base_map_), record.country,
                     features::is_open_water(record)});
  return slot->second;
}

}  // namespace dateline::pipeline::detail
