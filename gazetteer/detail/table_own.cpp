#include <algorithm>
#include <array>
#include <cctype>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "gazetteer/detail/own_tables.hpp"
#include "gazetteer/detail/table_sources.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {

namespace {

struct RegionClass {
  std::string_view name;
  PlaceKind kind;
};
/// Classes of regions.tsv. A class that is not here is a mistake in the table.
constexpr std::array<RegionClass, 46> region_classes = {{
    {"region", PlaceKind::Region}, {"region_disputed", PlaceKind::Region}, {"continent", PlaceKind::Continent}, {"country_part", PlaceKind::Region},
    {"bloc", PlaceKind::Bloc}, {"corridor", PlaceKind::Region}, {"border_line", PlaceKind::Region}, {"border_crossing", PlaceKind::Site},
    {"ocean", PlaceKind::Sea}, {"sea", PlaceKind::Sea}, {"sea_part", PlaceKind::Sea}, {"gulf", PlaceKind::Sea}, {"strait", PlaceKind::Strait}, {"canal", PlaceKind::Strait},
    {"sea_route", PlaceKind::Strait}, {"river", PlaceKind::River}, {"lake", PlaceKind::Lake}, {"mountains", PlaceKind::Mountain},
    {"mountain", PlaceKind::Mountain}, {"desert", PlaceKind::Region}, {"valley", PlaceKind::Region}, {"pass", PlaceKind::Mountain},
    {"delta", PlaceKind::Region}, {"forest", PlaceKind::Region}, {"glacier", PlaceKind::Mountain}, {"peninsula", PlaceKind::Region},
    {"isthmus", PlaceKind::Region}, {"island", PlaceKind::Island}, {"archipelago", PlaceKind::Island}, {"reef", PlaceKind::Island},
    {"military_base", PlaceKind::Site}, {"naval_base", PlaceKind::Site}, {"air_base", PlaceKind::Site}, {"training_ground", PlaceKind::Site},
    {"test_range", PlaceKind::Site}, {"spaceport", PlaceKind::Site}, {"nuclear_site", PlaceKind::Site}, {"military_industry", PlaceKind::Site},
    {"industrial_zone", PlaceKind::Site}, {"port", PlaceKind::Site}, {"airport", PlaceKind::Site}, {"oil_terminal", PlaceKind::Site},
    {"dam", PlaceKind::Site}, {"bridge", PlaceKind::Site}, {"building", PlaceKind::Site}, {"district", PlaceKind::Site},
}};
constexpr std::array<RegionClass, 3> named_after_place = {{
    {"place", PlaceKind::Site}, {"metonym", PlaceKind::Metonym}, {"organisation_seat", PlaceKind::Metonym},
}};

PlaceKind kind_of(const TextTable& table, const TextTable::Row& row, const std::string& name) {
  if (const auto kind = kind_of_class(name)) return *kind;
  table.fail(row, "there is no class '" + name + "' of regions", "the classes are listed in gazetteer/data/SOURCES.md");
}

Meters reach_of(const geo::Box& box, geo::LonLat point) {
  Meters most(0);
  for (const double lon : {box.west, box.east}) {
    for (const double lat : {box.south, box.north}) {
      if (const auto corner = geo::LonLat::make(geo::Lon(lon), geo::Lat(lat))) most = std::max(most, geo::great_circle_distance(point, *corner));
    }
  }
  return most;
}

bool all_capitals(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '&'; });
}

std::uint32_t find_place(const TableContext& context, const TextTable& table, const TextTable::Row& row, const std::string& id) {
  if (id.rfind("geonames:", 0) == 0) {
    const auto found = context.by_geonames.find(static_cast<std::uint32_t>(read_integer(table.file(), row.line, std::string_view(id).substr(9))));
    if (found != context.by_geonames.end()) return found->second;
  } else if (const auto found = context.by_id.find(id); found != context.by_id.end()) {
    return found->second;
  }
  table.fail(row, "there is no place '" + id + "'", "use an id of the other tables: country:UA, admin1:UA.05, region:siberia, geonames:703448");
}

}  // namespace

std::optional<PlaceKind> kind_of_class(std::string_view name) {
  for (const auto& entry : region_classes) {
    if (entry.name == name) return entry.kind;
  }
  for (const auto& entry : named_after_place) {
    if (entry.name == name) return entry.kind;
  }
  return std::nullopt;
}

TextTable read_own_table(const std::filesystem::path& file, const std::vector<std::string>& columns) {
  return TextTable::parse(read_file(file, limits::max_config_bytes), file.string(), columns);
}

void add_guarded_name(StoreBuilder& builder, std::uint32_t place, const std::string& name, NameKind kind, std::uint8_t note) {
  constexpr std::string_view article = "the ";
  if (name.compare(0, article.size(), article) == 0) {
    builder.add_name(place, name.substr(article.size()), kind, needs_article, 0, note);
    return;
  }
  // "Calif." and "N.Y." need a point; "CA", "UAE" need capitals; "Washington" needs nothing.
  const bool dotted = !name.empty() && name.size() <= 10 && name.find('.') != std::string::npos;
  const bool capitals = name.size() <= 5 && all_capitals(name);
  builder.add_name(place, name, kind, dotted ? needs_dot : capitals ? needs_capitals : no_guard, 0, note);
}

void read_regions(TableContext& context) {
  const auto table = read_own_table(context.folder / "regions.tsv", {"id", "name", "aliases", "class", "countries", "lon", "lat", "west", "south",
                                                                     "east", "north", "precision_km", "note"});
  const auto source = context.builder.add_source("Dateline's table of regions");
  for (const auto& row : table.rows()) {
    const auto cell = [&](std::string_view column) -> const std::string& { return row.cells[table.column(column)]; };
    PlaceRow place;
    place.id = "region:" + cell("id");
    place.name = cell("name");
    place.feature = cell("class");
    place.kind = kind_of(table, row, cell("class"));
    // A bloc ("the West") is recognised so that it is not drawn; it lies nowhere, so the truth may be anywhere.
    const bool nowhere = place.kind == PlaceKind::Bloc && cell("lat").empty();
    if (!nowhere) place.point = read_point(table.file(), row.line, cell("lat"), cell("lon"));
    if (const auto countries = split_cell(cell("countries")); !countries.empty()) place.country = countries.front();
    place.source = source;
    place.radius = nowhere ? Meters(20'000'000) : Meters(10'000);
    if (!cell("west").empty()) {
      const auto south_west = read_point(table.file(), row.line, cell("south"), cell("west"));
      const auto north_east = read_point(table.file(), row.line, cell("north"), cell("east"));
      // A box up to 180 E would wrap to -180 and seem to cross the date line.
      const double east = north_east.lon() == -180 && cell("east").front() != '-' ? 180 : north_east.lon();
      place.box = geo::Box{south_west.lon(), south_west.lat(), east, north_east.lat()};
      place.radius = reach_of(*place.box, place.point);
    }
    if (!cell("precision_km").empty()) {
      const auto kilometres = read_point(table.file(), row.line, "0", cell("precision_km")).lon();
      place.radius = Meters(kilometres * 1000);
    }
    const auto kind = place.kind == PlaceKind::Metonym ? NameKind::Metonym : NameKind::Main;
    const auto index = context.add(std::move(place));
    add_guarded_name(context.builder, index, cell("name"), kind);
    for (const auto& alias : split_cell(cell("aliases"))) add_guarded_name(context.builder, index, alias, kind == NameKind::Metonym ? kind : NameKind::English);
  }
}

void read_demonyms(TableContext& context) {
  const auto table = read_own_table(context.folder / "demonyms.tsv", {"iso2", "adjectives", "people", "other_names"});
  for (const auto& row : table.rows()) {
    const auto place = find_place(context, table, row, "country:" + row.cells[table.column("iso2")]);
    for (const auto& name : split_cell(row.cells[table.column("other_names")])) {
      const bool is_short = fold(name).size() <= 6 && (name.find('.') != std::string::npos || all_capitals(name));
      add_guarded_name(context.builder, place, name, is_short ? NameKind::Abbreviation : NameKind::English);
    }
    for (const auto& name : split_cell(row.cells[table.column("people")])) {
      context.builder.add_name(place, name, NameKind::Demonym, no_guard, 0, people_name);
    }
    for (const auto& name : split_cell(row.cells[table.column("adjectives")])) add_guarded_name(context.builder, place, name, NameKind::Adjective);
  }
  const auto regions = read_own_table(context.folder / "region-adjectives.tsv", {"adjective", "region_id"});
  for (const auto& row : regions.rows()) {
    const auto place = find_place(context, regions, row, "region:" + row.cells[regions.column("region_id")]);
    context.builder.add_name(place, row.cells[regions.column("adjective")], NameKind::Adjective);
  }
}

void read_abbreviations(TableContext& context) {
  const auto table = read_own_table(context.folder / "abbreviations.tsv", {"geonames_admin1", "name", "abbreviations"});
  for (const auto& row : table.rows()) {
    const auto place = find_place(context, table, row, "admin1:" + row.cells[table.column("geonames_admin1")]);
    for (const auto& name : split_cell(row.cells[table.column("abbreviations")])) {
      const bool dotted = name.find('.') != std::string::npos;
      context.builder.add_name(place, name, NameKind::Abbreviation, dotted ? needs_dot : all_capitals(name) ? needs_capitals : no_guard);
    }
  }
}

void read_other_names(TableContext& context) {
  const auto table = read_own_table(context.folder / "other-names.tsv", {"place", "kind", "names"});
  for (const auto& row : table.rows()) {
    const auto place = find_place(context, table, row, row.cells[table.column("place")]);
    const auto& kind = row.cells[table.column("kind")];
    if (kind == "main") {
      context.builder.place(place).name = row.cells[table.column("names")];
      context.builder.add_name(place, row.cells[table.column("names")], NameKind::Main);
      continue;
    }
    if (kind != "english" && kind != "historic" && kind != "demonym" && kind != "adjective") {
      table.fail(row, "there is no kind of name '" + kind + "'", "write main, english, historic, demonym or adjective");
    }
    for (const auto& name : split_cell(row.cells[table.column("names")])) {
      if (kind == "demonym") context.builder.add_name(place, name, NameKind::Demonym, no_guard, 0, people_name);
      else if (kind == "adjective") context.builder.add_name(place, name, NameKind::Adjective);
      else add_guarded_name(context.builder, place, name, NameKind::English, kind == "historic" ? historic_name : 0);
    }
  }
}

}  // namespace dateline::gazetteer::detail
