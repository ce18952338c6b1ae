#include "tests/render/story_scene.hpp"

#include <cmath>
#include <cstdlib>
#include <numbers>

#include "base/files.hpp"

namespace dateline::render::test {
namespace {

Scene::ContextCity context(const std::string& name, double lon, double lat, std::int64_t population, bool capital = false) {
  return {name, at(lon, lat), population, capital};
}

Scene::ContextLabel water(const std::string& name, double lon, double lat) {
  return {name, at(lon, lat), geo::Box{lon - 2.5, lat - 1.5, lon + 2.5, lat + 1.5}, true, {}};
}

void add_far_eastern_context(Scene& s) {
  s.context_cities = {context("Seoul", 127.0, 37.57, 10'350'000, true), context("Beijing", 116.4, 39.9, 18'960'000, true),
                      context("Pyongyang", 125.75, 39.03, 3'220'000, true), context("Harbin", 126.65, 45.75, 5'878'000),
                      context("Shenyang", 123.43, 41.79, 6'255'000), context("Changchun", 125.32, 43.88, 4'193'000),
                      context("Dalian", 121.6, 38.91, 4'480'000), context("Sapporo", 141.35, 43.07, 1'883'000),
                      context("Komsomolsk-on-Amur", 137.0, 50.55, 275'000), context("Qiqihar", 123.97, 47.34, 882'000),
                      context("Chita", 113.5, 52.03, 308'000), context("Busan", 129.07, 35.1, 3'678'000),
                      context("Hamhung", 127.53, 39.92, 559'000), context("Chongjin", 129.78, 41.8, 327'000),
                      context("Nakhodka", 132.87, 42.81, 170'000), context("Jixi", 130.97, 45.3, 763'000),
                      context("Kyiv", 30.52, 50.45, 2'797'000, true), context("Moscow", 37.62, 55.75, 10'381'000, true),
                      context("Kharkiv", 36.25, 49.98, 1'430'000), context("Odesa", 30.73, 46.48, 1'001'000),
                      context("Lviv", 24.02, 49.84, 717'000), context("Minsk", 27.57, 53.9, 1'742'000, true)};
  s.context_labels = {water("Sea of Japan / East Sea", 134.5, 40.5), water("Yellow Sea", 123.5, 36.5), water("Sea of Okhotsk", 146, 53),
                      water("Black Sea", 33, 43.5), water("Sea of Azov", 36.6, 46.1)};
}

}  // namespace

std::filesystem::path data_folder() {
  const char* folder = std::getenv("DATELINE_DATA");
  return folder != nullptr ? std::filesystem::path(folder) : std::filesystem::path("share/dateline");
}

const geo::BaseMap& base_map() {
  static const geo::BaseMap map = geo::BaseMap::open(data_folder());
  return map;
}

const styles::Style& light_style() {
  static const styles::Style style = styles::load_style(std::string(DATELINE_SOURCE_DIR) + "/styles/light.json", data_folder());
  return style;
}

geo::LonLat at(double lon, double lat) { return geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat)); }

ScenePlace city(const std::string& name, double lon, double lat, const std::string& iso2, double radius_m) {
  return {"test:" + name, name, PlaceShape::City, at(lon, lat), Meters(radius_m), {}, iso2, {}, {}};
}

ScenePlace country(const std::string& name, const std::string& iso2) {
  ScenePlace place{"ne:" + iso2, name, PlaceShape::Country, at(0, 0), Meters(0), base_map().country_outline(iso2), iso2, {}, {}};
  for (const auto& label : base_map().country_labels()) {
    if (label.iso2 == iso2) place.point = label.point;
  }
  return place;
}

Scene empty_scene(const std::string& title) {
  Scene s;
  s.title = title;
  s.subtitle = "What five invented stories say, who says it, and who does not agree";
  s.as_of = "As reported up to 19 Oct 2024";
  s.unverified_line = "Reports not independently verified.";
  s.precision_line = "Circles mark towns, not sites.";
  s.policy_line = "Boundaries: UN view, disputed lines dashed; boundaries imply no position. Names: English usage.";
  s.document_id = "7c41 09ab";
  s.alt_text = "A map made for a test.";
  return s;
}

Mark& add_mark(Scene& s, MarkKind kind, MarkStatus status, const std::string& title) {
  Mark mark;
  mark.number = static_cast<int>(s.marks.size()) + 1;
  mark.kind = kind;
  mark.status = status;
  mark.title = title;
  mark.description = "Invented for a test.";
  Note note;
  note.number = mark.number;
  note.heading = title;
  note.status_line = std::string(status == MarkStatus::Planned ? "Planned" : "Reported") + " · 1 origin, " + std::to_string(mark.number % 4 + 1) + " outlets";
  note.quotes.push_back({"a first group of soldiers went aboard ships in the second week of the month and has landed since", "An intelligence service", "The Test Courier", "18 Oct 2024", "https://example.org/story"});
  s.notes.push_back(note);
  s.marks.push_back(mark);
  return s.marks.back();
}

Scene far_east_story() {
  Scene s = empty_scene("Foreign troops in Russia’s Far East: what was reported, 8–19 October 2024");
  s.places = {country("North Korea", "KP"), city("Vladivostok", 131.89, 43.11, "RU"), city("Ussuriysk", 131.95, 43.80, "RU"),
              city("Khabarovsk", 135.08, 48.48, "RU"), city("Blagoveshchensk", 127.54, 50.27, "RU"), country("Ukraine", "UA"), country("Russia", "RU")};
  ScenePlace donetsk{"geonames:UA.05", "Donetsk region", PlaceShape::Area, at(37.6, 48.0), Meters(120'000), base_map().admin1_outline("UA.05"), "UA", {}, {}};
  s.places.push_back(donetsk);
  Mark* m = &add_mark(s, MarkKind::Movement, MarkStatus::Reported, "1,500 special forces troops, North Korea → Vladivostok");
  m->origin = 0, m->destinations = {1}, m->quantity = 1500, m->quantity_label = "1,500 troops", m->date_label = "8–13 Oct", m->not_confirmed = true;
  m->href = "https://example.org/story";
  for (const std::size_t place : {1, 2, 3, 4}) {
    add_mark(s, MarkKind::Basing, MarkStatus::Reported, "Soldiers housed at " + s.places[place].name).sites = {place};
  }
  m = &add_mark(s, MarkKind::Movement, MarkStatus::Planned, "Onward move to Ukraine after training");
  m->origin = 1, m->destinations = {5}, m->date_label = "after training";
  m = &add_mark(s, MarkKind::Movement, MarkStatus::Planned, "12,000 troops, North Korea → Russia");
  m->origin = 0, m->destinations = {6}, m->quantity = 12000, m->quantity_label = "12,000 troops", m->date_label = "planned";
  m = &add_mark(s, MarkKind::Presence, MarkStatus::Reported, "Officers seen in Donetsk region");
  m->sites = {7}, m->quantity = 6, m->quantity_label = "6 officers";
  s.notes[0].responses = {"Not confirmed: an alliance’s secretary general, 18 Oct 2024"};
  s.notes[5].responses = {"Denied earlier reports: a government spokesman, week of 7 Oct 2024"};
  s.precision_line = "Circles mark towns, not sites; hatching marks a region, tint a country.";
  add_far_eastern_context(s);
  return s;
}

Scene weekly_story() {
  Scene s = far_east_story();
  s.places.erase(s.places.begin() + 5, s.places.end());
  s.marks.resize(5);
  s.notes.resize(5);
  s.periods = {{"7–13 Oct 2024", {0, 1}}, {"14–20 Oct 2024", {1, 2, 3}}, {"21–27 Oct 2024", {3, 4}}};
  return s;
}

Scene date_line_story() {
  Scene s = empty_scene("Ships between Fiji and Chukotka, September 2024");
  s.places = {city("Suva", 178.44, -18.14, "FJ"), city("Anadyr", 177.5, 64.73, "RU"), city("Provideniya", -173.2, 64.42, "RU"), country("Fiji", "FJ")};
  Mark* m = &add_mark(s, MarkKind::Movement, MarkStatus::Reported, "A patrol ship, Suva → Provideniya");
  m->origin = 0, m->destinations = {2}, m->quantity_label = "1 ship", m->date_label = "3–21 Sept";
  m = &add_mark(s, MarkKind::Movement, MarkStatus::Planned, "Return across the date line");
  m->origin = 2, m->destinations = {1}, m->date_label = "October";
  return s;
}

Scene crowded_story() {
  Scene s = empty_scene("Sixty reported positions around Donetsk");
  for (int i = 0; i < 60; ++i) {
    // A sunflower: even, and not on a grid.
    const double r = 0.95 * std::sqrt((i + 0.5) / 60), a = i * std::numbers::pi * (3 - std::sqrt(5.0));
    s.places.push_back(city("Settlement " + std::to_string(i + 1), 37.8 + 1.45 * r * std::cos(a), 48.0 + r * std::sin(a), "UA", 1'500));
    add_mark(s, MarkKind::Presence, MarkStatus::Reported, "A unit at settlement " + std::to_string(i + 1)).sites = {static_cast<std::size_t>(i)};
  }
  add_far_eastern_context(s);
  return s;
}

Scene lone_point_story() {
  Scene s = empty_scene("Exercise near Tambov");
  s.places = {city("Tambov", 41.45, 52.73, "RU")};
  add_mark(s, MarkKind::Presence, MarkStatus::Ongoing, "Training under way at Tambov").sites = {0};
  s.context_cities = {context("Moscow", 37.62, 55.75, 10'381'000, true), context("Voronezh", 39.17, 51.67, 1'050'000), context("Lipetsk", 39.57, 52.6, 515'000), context("Penza", 45, 53.2, 512'000)};
  s.context_labels = {{"Oka–Don Lowland", at(40.8, 52.0), geo::Box{39, 51, 43, 53.5}, false, {}}};
  return s;
}

Scene placeless_story() {
  Scene s = empty_scene("A promise without a place");
  add_mark(s, MarkKind::Mobilisation, MarkStatus::Planned, "A minister promises more soldiers");
  add_mark(s, MarkKind::Presence, MarkStatus::Denied, "An embassy denies everything");
  return s;
}

Scene svalbard_story() {
  Scene s = empty_scene("Visitors on Svalbard");
  s.places = {city("Longyearbyen", 15.63, 78.22, "NO"), city("Barentsburg", 14.23, 78.06, "NO"), city("Murmansk", 33.08, 68.97, "RU")};
  Mark* m = &add_mark(s, MarkKind::Movement, MarkStatus::Reported, "A party of 40, Murmansk → Barentsburg");
  m->origin = 2, m->destinations = {1}, m->quantity = 40, m->quantity_label = "40 people";
  add_mark(s, MarkKind::Presence, MarkStatus::Reported, "Observers at Longyearbyen").sites = {0};
  s.context_labels = {water("Barents Sea", 37, 74), water("Greenland Sea", 0, 75)};
  return s;
}

Scene antarctic_story() {
  Scene s = empty_scene("Flights around the pole");
  s.places = {city("McMurdo Station", 166.67, -77.85), city("Amundsen–Scott Station", 0, -90), city("Vostok Station", 106.8, -78.46), city("Rothera Station", -68.13, -67.57)};
  Mark* m = &add_mark(s, MarkKind::Movement, MarkStatus::Reported, "Crew change at the pole");
  m->origin = 0, m->destinations = {1, 2}, m->quantity_label = "24 people";
  m = &add_mark(s, MarkKind::Movement, MarkStatus::Planned, "Next crew");
  m->origin = 3, m->destinations = {1};
  return s;
}

Scene singapore_story() {
  Scene s = empty_scene("A visit to Singapore");
  s.places = {city("Singapore", 103.85, 1.29, "SG", 12'000), city("Johor Bahru", 103.76, 1.49, "MY", 8'000)};
  Mark* m = &add_mark(s, MarkKind::Movement, MarkStatus::Reported, "A delegation, Johor Bahru → Singapore");
  m->origin = 1, m->destinations = {0}, m->quantity_label = "80 people", m->date_label = "2 Oct";
  s.context_cities = {{"Batam", at(104.02, 1.13), 1'035'280}, {"Tanjungpinang", at(104.45, 0.92), 195'000}, {"Kluang", at(103.32, 2.03), 170'000}, {"Batu Pahat", at(102.93, 1.85), 156'000}};
  s.context_labels = {{"Singapore Strait", at(103.95, 1.18), {103.4, 1.0, 104.5, 1.3}, true, {}}};
  return s;
}

Scene world_story() {
  Scene s = empty_scene("Volunteers from four continents");
  s.places = {city("Bogotá", -74.07, 4.71, "CO"), city("Nairobi", 36.82, -1.29, "KE"), city("Sydney", 151.2, -33.87, "AU"), city("Kyiv", 30.52, 50.45, "UA"), city("Los Angeles", -118.24, 34.05, "US")};
  for (const std::size_t from : {0, 1, 2, 4}) {
    Mark& m = add_mark(s, MarkKind::Movement, MarkStatus::Reported, s.places[from].name + " → Kyiv");
    m.origin = from, m.destinations = {3}, m.quantity = 100.0 * static_cast<double>(from + 1), m.quantity_label = std::to_string(100 * (from + 1)) + " people";
  }
  return s;
}

Scene village_story() {
  Scene s = empty_scene("Three buildings in one village");
  for (int i = 0; i < 3; ++i) {
    ScenePlace p = city("Building " + std::to_string(i + 1), 10.0 + i * 0.012, 50.0 + (i % 2) * 0.008, "DE", 80);
    p.shape = PlaceShape::Site;
    s.places.push_back(p);
    add_mark(s, MarkKind::Presence, MarkStatus::Reported, "Vehicles at building " + std::to_string(i + 1)).sites = {static_cast<std::size_t>(i)};
  }
  return s;
}

Scene strait_story() {
  Scene s = empty_scene("Ships in the Taiwan Strait");
  s.places = {city("Xiamen", 118.09, 24.48, "CN"), city("Kaohsiung", 120.3, 22.63, "TW"), city("Taichung", 120.68, 24.15, "TW")};
  Mark* m = &add_mark(s, MarkKind::Movement, MarkStatus::Reported, "Four ships, Xiamen → Kaohsiung");
  m->origin = 0, m->destinations = {1}, m->quantity_label = "4 ships", m->date_label = "14 Oct", m->denied = true;
  add_mark(s, MarkKind::Mobilisation, MarkStatus::Planned, "Reserves called up at Taichung").sites = {2};
  s.context_cities = {context("Taipei", 121.56, 25.04, 2'600'000, true), context("Fuzhou", 119.3, 26.08, 1'179'000), context("Quanzhou", 118.6, 24.9, 1'100'000)};
  s.context_labels = {water("Taiwan Strait", 119.4, 24.3), water("South China Sea / East Sea / West Philippine Sea", 118, 21.6), water("Philippine Sea", 123, 22.5)};
  return s;
}

Scene provinces_story() {
  Scene s = empty_scene("Columns in two provinces, ships at sea");
  const auto area = [&](const std::string& name, const std::string& code, geo::LonLat point) {
    ScenePlace place{"test:" + name, name, PlaceShape::Area, point, Meters(150'000), base_map().admin1_outline(code), "UA", {}, {}};
    s.places.push_back(std::move(place));
    return s.places.size() - 1;
  };
  const std::size_t donetsk = area("Donetsk Oblast", "UA.05", at(37.8, 48)), luhansk = area("Luhansk Oblast", "UA.14", at(39.1, 48.9));
  ScenePlace sea{"test:black-sea", "Black Sea", PlaceShape::Water, at(34, 43.5), Meters(500'000), {{{at(27.5, 40.9), at(41.8, 40.9), at(41.8, 46.6), at(27.5, 46.6)}, {}}}, "", {}, {}};
  s.places.push_back(sea);
  ScenePlace off_coast = city("Odesa", 30.74, 45.68, "UA", 45'000);
  off_coast.shape = PlaceShape::Area, off_coast.relation = "about 90 km south of";
  s.places.push_back(off_coast);
  add_mark(s, MarkKind::Presence, MarkStatus::Reported, "Columns in Donetsk Oblast").sites = {donetsk};
  add_mark(s, MarkKind::Presence, MarkStatus::Reported, "Columns in Luhansk Oblast").sites = {luhansk};
  add_mark(s, MarkKind::Presence, MarkStatus::Reported, "Ships in the Black Sea").sites = {luhansk + 1};
  add_mark(s, MarkKind::Presence, MarkStatus::Reported, "Tugs about 90 km south of Odesa").sites = {luhansk + 2};
  s.context_cities = {context("Kyiv", 30.52, 50.45, 2'797'000, true), context("Kharkiv", 36.25, 49.98, 1'430'000), context("Odesa", 30.73, 46.48, 1'001'000)};
  return s;
}

Scene statuses_story() {
  Scene s = empty_scene("Every kind of report once");
  s.places = {city("Warsaw", 21.01, 52.23, "PL"), city("Vilnius", 25.28, 54.69, "LT"), city("Lviv", 24.02, 49.84, "UA"), city("Minsk", 27.57, 53.9, "BY"),
              city("Kyiv", 30.52, 50.45, "UA"), city("Chişinău", 28.86, 47.01, "MD"), city("Bucharest", 26.1, 44.43, "RO"), city("Prague", 14.42, 50.09, "CZ"), country("Romania", "RO")};
  const auto arrow = [&](MarkKind kind, MarkStatus status, std::size_t from, std::size_t to, const std::string& label) -> Mark& {
    Mark& m = add_mark(s, kind, status, label);
    m.origin = from, m.destinations = {to}, m.quantity_label = label;
    return m;
  };
  arrow(MarkKind::Movement, MarkStatus::Reported, 0, 1, "reported");
  arrow(MarkKind::Movement, MarkStatus::Ongoing, 0, 2, "under way");
  arrow(MarkKind::Movement, MarkStatus::Planned, 3, 1, "planned");
  arrow(MarkKind::Movement, MarkStatus::Conditional, 2, 4, "conditional");
  arrow(MarkKind::Movement, MarkStatus::Past, 7, 0, "earlier");
  arrow(MarkKind::Movement, MarkStatus::Reported, 3, 4, "denied").denied = true;
  arrow(MarkKind::Withdrawal, MarkStatus::Reported, 5, 6, "withdrawn");
  arrow(MarkKind::Transfer, MarkStatus::Reported, 8, 5, "equipment").not_confirmed = true;
  add_mark(s, MarkKind::Basing, MarkStatus::Planned, "planned at Minsk").sites = {3};
  add_mark(s, MarkKind::Basing, MarkStatus::Denied, "denied at Prague").sites = {7};
  return s;
}

std::span<const SceneCase> scene_cases() {
  static constexpr SceneCase cases[] = {
      {"far-east", far_east_story, 1600, 1000},          {"far-east-small", far_east_story, 1200, 800},
      {"far-east-portrait", far_east_story, 1000, 1400}, {"far-east-narrow", far_east_story, 800, 1000},
      {"telephone", far_east_story, 400, 800},           {"date-line", date_line_story, 1600, 1000},
      {"crowded", crowded_story, 1600, 1000},            {"lone-point", lone_point_story, 1200, 800},
      {"no-place", placeless_story, 1200, 800},          {"svalbard", svalbard_story, 1200, 800},
      {"antarctic", antarctic_story, 1200, 800},         {"singapore", singapore_story, 1200, 800},
      {"world", world_story, 1600, 1000},                {"village", village_story, 1200, 800},
      {"strait", strait_story, 1200, 800},               {"provinces", provinces_story, 1200, 800},
      {"statuses", statuses_story, 1600, 1000}};
  return cases;
}

}  // namespace dateline::render::test
