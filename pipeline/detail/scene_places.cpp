#include "pipeline/detail/scene_places.hpp"

#include "base/error.hpp"

namespace dateline::pipeline::detail {

namespace {

using render::PlaceShape;

PlaceShape shape_of(const claims::PlaceRecord& place) {
  if (place.kind == "country") return PlaceShape::Country;
  if (place.kind == "city") return PlaceShape::City;
  if (place.kind == "site") return PlaceShape::Site;
  return PlaceShape::Area;
}

/// GeoNames' key of a first-level division: "UA.05".
std::string admin1_code(const claims::PlaceRecord& place) { return place.country + "." + place.admin1; }

/// The part of an id behind its scheme: "region:donbas" -> "donbas".
std::string local_id(const std::string& id) { return id.substr(id.find(':') + 1); }

geo::MultiPolygon outline_of(const claims::PlaceRecord& place, PlaceShape shape, const geo::BaseMap& base_map) {
  if (shape == PlaceShape::Country) return base_map.country_outline(place.country);
  if (shape != PlaceShape::Area) return {};
  if (place.kind == "admin1") return base_map.admin1_outline(admin1_code(place));
  auto outline = base_map.region_outline(local_id(place.id));
  if (!outline.empty() || !place.box) return outline;
  std::vector<std::string> countries;
  if (!place.country.empty()) countries.push_back(place.country);
  return base_map.land_in_box(*place.box, countries);
}

}  // namespace

std::size_t ScenePlaces::add(const std::string& place_id) {
  const auto [slot, is_new] = by_id_.emplace(place_id, places_.size());
  if (!is_new) return slot->second;
  const auto& record = *index_.place(place_id);
  const auto point = geo::LonLat::make(geo::Lon(record.lon), geo::Lat(record.lat));
  if (!point) throw InputError("place " + place_id + " has no valid coordinates", "correct lon and lat in the ledger");
  const auto shape = shape_of(record);
  places_.push_back({record.id, names_.both(record.name), shape, *point, Meters(record.radius_m), outline_of(record, shape, base_map_), record.country});
  return slot->second;
}

}  // namespace dateline::pipeline::detail
