#include <algorithm>
#include <set>

#include "pipeline/detail/scene_places.hpp"

namespace dateline::pipeline::detail {

namespace {

/// How far around a place the map may reach, and how many towns it could name there.
constexpr double kReachDegrees = 14;
constexpr std::int64_t kSmallestCity = 100'000;
constexpr std::size_t kCitiesAround = 60;
constexpr std::size_t kWatersAround = 24;

geo::Box box_around(geo::LonLat p, double degrees) {
  const auto wrap = [](double lon) { return lon < -180 ? lon + 360 : lon >= 180 ? lon - 360 : lon; };
  return {wrap(p.lon() - degrees), std::max(-90.0, p.lat() - degrees), wrap(p.lon() + degrees), std::min(90.0, p.lat() + degrees)};
}

}  // namespace

void add_context(render::Scene& scene, const gazetteer::Store& store, const ContestedNames& names, const SeaParts& sea_parts) {
  std::set<std::string> known;
  for (const auto& place : scene.places) known.insert(place.id);
  for (const auto& place : scene.places) {
    const auto box = box_around(place.point, kReachDegrees);
    for (const auto& city : store.cities_in(box, kSmallestCity, kCitiesAround)) {
      if (!known.insert(city.id).second) continue;
      scene.context_cities.push_back({names.shown(city.name, city.country), city.point, city.population, city.feature_code == "PPLC"});
    }
    for (const auto& water : store.waters_in(box, kWatersAround)) {
      if (!known.insert(water.id).second || !water.box) continue;
      scene.context_labels.push_back({names.shown(water.name), water.point, *water.box, true, sea_parts.of(water.id)});
    }
  }
  std::stable_sort(scene.context_cities.begin(), scene.context_cities.end(), [](const auto& a, const auto& b) {
    if (a.population != b.population) return a.population > b.population;
    return a.name < b.name;
  });
}

void add_contested_countries(render::Scene& scene, const geo::BaseMap& base_map, const ContestedNames& names) {
  for (const auto& country : base_map.country_labels()) {
    if (const auto both = names.shown(country.name, country.iso2); both != country.name) scene.context_labels.push_back({both, country.point, country.box, false, {}});
  }
}

}  // namespace dateline::pipeline::detail
