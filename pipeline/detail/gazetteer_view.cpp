#include "base/counted.hpp"
#include "claims/words.hpp"
#include "pipeline/gazetteer_view.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "pipeline/table.hpp"

namespace dateline::pipeline {

namespace {

using Json = nlohmann::ordered_json;

/// A place and the name under which it was found.
struct Found {
  gazetteer::Place place;
  std::string name;
};

/// More than are shown, so that a filter by country still finds the rest.
constexpr std::size_t kCandidateLimit = 400;

std::vector<Found> find(const gazetteer::Store& store, const std::string& name, LookupMode mode) {
  std::vector<Found> out;
  if (mode == LookupMode::Exact) {
    for (const auto& candidate : store.find(name)) out.push_back({store.place(candidate.record), name});
    return out;
  }
  const auto named = mode == LookupMode::Prefix ? store.find_prefix(name, kCandidateLimit) : store.find_similar(name, 2, kCandidateLimit);
  for (const auto& [found_name, candidate] : named) out.push_back({store.place(candidate.record), found_name});
  return out;
}

std::vector<Found> select(std::vector<Found> found, const LookupOptions& options) {
  std::set<std::string> seen;
  std::erase_if(found, [&](const Found& f) {
    return (!options.country.empty() && f.place.country != options.country) || !seen.insert(f.place.id).second;
  });
  if (options.near) {
    std::stable_sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
      return geo::great_circle_distance(*options.near, a.place.point) < geo::great_circle_distance(*options.near, b.place.point);
    });
  } else if (options.mode == LookupMode::Exact) {
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.place.population > b.place.population; });
  }
  if (found.size() > options.limit) found.erase(found.begin() + static_cast<std::ptrdiff_t>(options.limit), found.end());
  return found;
}

std::string coordinates(geo::LonLat p) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.4f, %.4f", p.lat(), p.lon());
  return buffer;
}

std::string to_text(const std::vector<Found>& found, const LookupOptions& options) {
  if (found.empty()) return "";
  Table table;
  table.headers = {"id", "name", "kind", "in", "country", "lat, lon", "radius", "population"};
  if (options.near) table.headers.emplace_back("distance");
  for (const auto& [place, name] : found) {
    table.rows.push_back({place.id, place.name, gazetteer::to_string(place.kind), place.admin1_name, place.country,
                          coordinates(place.point), claims::format_number(std::ceil(place.radius.value() / 1000)) + " km",
                          place.population > 0 ? claims::format_number(static_cast<double>(place.population)) : ""});
    if (options.near) {
      table.rows.back().push_back(claims::format_number(std::round(geo::great_circle_distance(*options.near, place.point).value() / 1000)) + " km");
    }
  }
  return pipeline::to_text(table);
}

Json to_json(const Found& found) {
  const auto& p = found.place;
  return {{"id", p.id}, {"name", p.name}, {"matched", found.name}, {"kind", gazetteer::to_string(p.kind)},
          {"feature_code", p.feature_code}, {"lat", p.point.lat()}, {"lon", p.point.lon()}, {"radius_m", p.radius.value()},
          {"country", p.country}, {"country_name", p.country_name}, {"admin1", p.admin1}, {"admin1_name", p.admin1_name},
          {"population", p.population}, {"source", p.source}};
}

/// A place that holds a point, and how that is known.
struct Area {
  gazetteer::Place place;
  const char* by;  ///< "box" or "outline"
};

/// Waters only where the base map has no land, lands only where it has; a box may hold either.
std::vector<Area> areas_at(const gazetteer::Store& store, const geo::BaseMap& base_map, geo::LonLat at) {
  using gazetteer::PlaceKind;
  const auto country = base_map.country_at(at);
  std::vector<Area> out;
  for (const auto record : store.extents_at(at)) {
    auto place = store.place(record);
    const bool water = place.kind == PlaceKind::Sea || place.kind == PlaceKind::Strait;
    const bool land = place.kind == PlaceKind::Region || place.kind == PlaceKind::Island || place.kind == PlaceKind::Mountain || place.kind == PlaceKind::Continent;
    // The box of a lake lies on land for the base map, which has no lakes among its countries.
    if (water ? country.empty() : land ? !country.empty() : place.kind == PlaceKind::Lake) out.push_back({std::move(place), "box"});
  }
  const auto division = base_map.admin1_at(at);
  for (const auto& record : {store.find_record("admin1:" + division), store.find_country(country)}) {
    if (record) out.push_back({store.place(*record), "outline"});
  }
  return out;
}

std::string to_text(const std::vector<Area>& areas) {
  Table table;
  table.headers = {"id", "inside", "kind", "country", "known by"};
  for (const auto& [place, by] : areas) table.rows.push_back({place.id, place.name, gazetteer::to_string(place.kind), place.country, by});
  return areas.empty() ? "" : pipeline::to_text(table) + "\n";
}

}  // namespace

std::string look_up(const gazetteer::Store& store, const std::string& name, const LookupOptions& options) {
  const auto found = select(find(store, name, options.mode), options);
  if (options.form == OutputForm::Text) return to_text(found, options);
  Json places = Json::array();
  for (const auto& f : found) places.push_back(to_json(f));
  return Json{{"query", name}, {"places", std::move(places)}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string look_around(const gazetteer::Store& store, const geo::BaseMap& base_map, geo::LonLat at, const LookupOptions& options) {
  // A filter by country looks further, but not without end: the store is ordered by degree cells, not by country.
  constexpr std::size_t further = 100;
  auto filtered = options;
  filtered.near = at;
  std::vector<Found> found;
  for (const auto& near : store.nearest(at, options.country.empty() ? options.limit : options.limit * further)) {
    auto place = store.place(near.record);
    auto name = place.name;
    found.push_back({std::move(place), std::move(name)});
  }
  found = select(std::move(found), filtered);
  const auto areas = areas_at(store, base_map, at);
  if (options.form == OutputForm::Text) return to_text(areas) + to_text(found, filtered);
  Json inside = Json::array();
  for (const auto& area : areas) {
    inside.push_back(to_json({area.place, area.place.name}));
    inside.back()["by"] = area.by;
  }
  Json places = Json::array();
  for (const auto& f : found) {
    places.push_back(to_json(f));
    places.back()["distance_m"] = std::round(geo::great_circle_distance(at, f.place.point).value());
  }
  return Json{{"at", {{"lat", at.lat()}, {"lon", at.lon()}}}, {"inside", std::move(inside)}, {"places", std::move(places)}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

gazetteer::BuildReport build_store(const Data& data, const BuildFiles& files, const std::string& output, Overwrite overwrite, Progress& progress) {
  gazetteer::BuildInputs inputs;
  inputs.base = files.base.empty() ? data.folder() / "places.dgz" : std::filesystem::path(files.base);
  inputs.dump = files.dump;
  inputs.alternate_names = files.alternate_names;
  inputs.admin1 = files.admin1;
  inputs.countries = files.countries;
  inputs.own.assign(files.own.begin(), files.own.end());
  return gazetteer::build_store(inputs, output, overwrite, progress);
}

std::string describe_build(const gazetteer::BuildReport& report) {
  std::string out = counted(report.rows, "row", "rows") + " read: " + counted(report.added, "place", "places") + " added, " + grouped(report.joined) + " there already";
  if (report.skipped > 0) {
    out += ", " + counted(report.skipped, "row", "rows") + " skipped";
    if (report.skipped > report.diagnostics.size()) out += " (the first " + grouped(report.diagnostics.size()) + " are named above)";
  }
  if (report.repeated > 0) out += "\n" + grouped(report.repeated) + " GeoNames numbers stand in more than one row; each row became a place";
  return out;
}

std::string describe_store(const gazetteer::Store& store, OutputForm form) {
  const auto info = store.info();
  if (form == OutputForm::Json) {
    return Json{{"version", info.version}, {"places", info.places}, {"names", info.names}, {"content_hash", info.content_hash},
                {"built_from", info.built_from}, {"credits", info.credits}}
               .dump(2) + "\n";
  }
  return "places:       " + claims::format_number(static_cast<double>(info.places)) + "\nnames:        " +
         claims::format_number(static_cast<double>(info.names)) + "\nformat:       version " + std::to_string(info.version) +
         "\ncontent hash: " + info.content_hash + "\nmade from:\n" + info.built_from + "\ncredits:      " + info.credits + "\n";
}

}  // namespace dateline::pipeline
