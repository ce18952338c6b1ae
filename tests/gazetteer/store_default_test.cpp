// The default store as the build makes it from gazetteer/data.
#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/text_table.hpp"
#include "gazetteer/build.hpp"
#include "gazetteer/store.hpp"

namespace dateline::gazetteer {
namespace {

const Store& store() {
  static const Store opened = Store::open(find_data_folder() / "places.dgz");
  return opened;
}

/// The candidate of this id among those of a name.
std::optional<Candidate> candidate(const std::string& name, const std::string& id) {
  for (const auto& found : store().find(name)) {
    if (store().place(found.record).id == id) return found;
  }
  return std::nullopt;
}

TEST_CASE("the default store is complete and sound", "[gazetteer][data]") {
  const auto info = store().info();
  CHECK(info.places > 260'000);
  CHECK(info.names > 650'000);
  CHECK(info.credits.find("CC BY 4.0") != std::string::npos);
  CHECK(info.built_from.find("GeoNames cities500 2023-03") != std::string::npos);
  CHECK_NOTHROW(store().verify());
}

TEST_CASE("names are printed without the marks of transliteration, and found with and without them", "[gazetteer][data]") {
  struct Row {
    const char *id, *printed, *written;
  };
  const auto row = GENERATE(Row{"geonames:281102", "Rafah", "Rafa\u1e29"}, Row{"geonames:500096", "Ryazan", "Ryazan\u2019"}, Row{"geonames:2657896", "Z\u00fcrich", "Zurich"},
                            Row{"geonames:1853909", "Osaka", "\u014csaka"}, Row{"geonames:1846918", "Ansan", "Ansan-si"});
  for (const std::string name : {row.printed, row.written}) {
    const auto found = candidate(name, row.id);
    INFO(row.id << ' ' << name);
    REQUIRE(found);
    CHECK(store().place(found->record).name == row.printed);
  }
}

TEST_CASE("towns that share a name are all there", "[gazetteer][data]") {
  CHECK(candidate("Blagoveshchensk", "geonames:2026609"));
  CHECK(candidate("Blagoveshchensk", "geonames:576116"));
  CHECK(candidate("Donetsk", "geonames:709717"));
  CHECK(candidate("Donetsk", "geonames:565348"));
  CHECK(store().find("Washington").size() > 30);
  CHECK(store().find_id("geonames:2013348")->name == "Vladivostok");
  CHECK(store().find_id("geonames:2013348")->admin1_name == "Primorye");
  CHECK(store().find_id("geonames:2026609")->admin1_name == "Amur Oblast");
}

TEST_CASE("every country has a record, and all but the disputed ones a capital", "[gazetteer][data]") {
  const auto path = std::filesystem::path(DATELINE_SOURCE_DIR) / "gazetteer/data/countries.tsv";
  const auto table = TextTable::parse(read_file(path, 1U << 20U), path.string(), {"iso2", "capital_geonameid"});
  CHECK(table.rows().size() == 250);
  for (const auto& row : table.rows()) {
    const auto& iso = row.cells[table.column("iso2")];
    INFO(iso);
    const auto country = store().find_country(iso);
    REQUIRE(country);
    CHECK(store().place(*country).kind == PlaceKind::Country);
    CHECK(store().place(*country).id == "country:" + iso);
    const auto& capital = row.cells[table.column("capital_geonameid")];
    if (!capital.empty() && store().find_record("geonames:" + capital)) CHECK(store().find_capital(iso) == store().find_record("geonames:" + capital));
  }
  CHECK(store().place(*store().find_capital("KP")).name == "Pyongyang");
  CHECK(store().place(*store().find_capital("UA")).name == "Kyiv");
  CHECK(store().place(*store().find_capital("US")).name == "Washington");
}

struct Named {
  const char* name;
  const char* id;
  NameKind kind;
};

TEST_CASE("newspaper names lead to their places", "[gazetteer][data]") {
  const std::vector<Named> rows = {
      {"North Korea", "country:KP", NameKind::Main}, {"North Korean", "country:KP", NameKind::Adjective}, {"North Koreans", "country:KP", NameKind::Demonym},
      {"DPRK", "country:KP", NameKind::Abbreviation}, {"U.S.", "country:US", NameKind::Abbreviation}, {"Americans", "country:US", NameKind::Demonym},
      {"Britain", "country:GB", NameKind::English}, {"Zaire", "country:CD", NameKind::English}, {"Burma", "country:MM", NameKind::English},
      {"USSR", "country:RU", NameKind::English}, {"DR Congo", "country:CD", NameKind::English}, {"Congo-Brazzaville", "country:CG", NameKind::English},
      {"Ivory Coast", "country:CI", NameKind::Main}, {"Türkiye", "country:TR", NameKind::Main},
      {"Donetsk region", "admin1:UA.05", NameKind::English}, {"Luhansk oblast", "admin1:UA.14", NameKind::Main},
      {"Yakutia", "admin1:RU.63", NameKind::Main}, {"Buryatia", "admin1:RU.11", NameKind::Main}, {"Primorsky Krai", "admin1:RU.59", NameKind::English},
      {"Bavaria", "admin1:DE.02", NameKind::Main}, {"Diyala province", "admin1:IQ.10", NameKind::English}, {"Punjab province", "admin1:PK.04", NameKind::Alternate},
      {"Calif.", "admin1:US.CA", NameKind::Abbreviation}, {"W.Va.", "admin1:US.WV", NameKind::Abbreviation}, {"B.C.", "admin1:CA.02", NameKind::Abbreviation},
      {"DeKalb", "admin2:US.GA.089", NameKind::Alternate}, {"DeKalb County", "admin2:US.GA.089", NameKind::Main},
      {"Russia's Far East", "region:russian-far-east", NameKind::English}, {"Russia’s Far East", "region:russian-far-east", NameKind::English},
      {"Kremlin", "region:kremlin", NameKind::Metonym}, {"European", "region:europe", NameKind::Adjective}, {"Sea of Japan", "region:sea-of-japan", NameKind::Main},
      {"Kiev", "geonames:703448", NameKind::English}, {"Artemivsk", "geonames:713174", NameKind::Alternate}, {"Saigon", "geonames:1566083", NameKind::English},
      {"Leningrad", "geonames:498817", NameKind::Alternate}, {"Київ", "geonames:703448", NameKind::Alternate}, {"평양", "geonames:1871859", NameKind::Alternate},
      {"موسكو", "geonames:524901", NameKind::Alternate}, {"北京", "geonames:1816670", NameKind::Alternate},
  };
  for (const auto& row : rows) {
    INFO(row.name);
    const auto found = candidate(row.name, row.id);
    REQUIRE(found);
    CHECK(static_cast<int>(found->name_kind) == static_cast<int>(row.kind));
  }
}

TEST_CASE("abbreviations carry the form they need", "[gazetteer][data]") {
  CHECK(candidate("Calif.", "admin1:US.CA")->guards == needs_dot);
  CHECK(candidate("CA", "admin1:US.CA")->guards == needs_capitals);
  CHECK(candidate("IN", "admin1:US.IN")->guards == needs_capitals);
  CHECK(candidate("the North", "country:KP")->guards == needs_article);
  CHECK(candidate("Ukraine", "country:UA")->guards == no_guard);
}

TEST_CASE("no country is found by a three-letter code that is a word", "[gazetteer][data]") {
  for (const auto* word : {"AND", "CAN", "ARE", "PER"}) {
    INFO(word);
    for (const auto& found : store().find(word)) CHECK(store().place(found.record).kind != PlaceKind::Country);
  }
}

TEST_CASE("points are those of the towns, not of outlines", "[gazetteer][data]") {
  const auto distance = [](const char* id, double lon, double lat) {
    return geo::great_circle_distance(store().find_id(id)->point, geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat))).value();
  };
  CHECK(distance("admin1:US.OH", -83.00018, 40.25034) < 2);
  CHECK(distance("geonames:2013348", 131.87, 43.11) < 3'000);
  CHECK(distance("country:US", -98.5, 39.76) < 2);
  CHECK(distance("admin1:UA.05", 37.8, 48.0) < 60'000);
}

TEST_CASE("the Russian Far East and Chukotka reach across the date line", "[gazetteer][data]") {
  CHECK(store().find_id("region:russian-far-east")->box->crosses_date_line());
  CHECK(store().find_id("admin1:RU.15")->box->crosses_date_line());
  CHECK(store().find_id("country:FJ")->box->longitude_span() < 10);
}

TEST_CASE("names are offered in every language known", "[gazetteer][data]") {
  const auto names = store().names(*store().find_record("geonames:703448"));
  const auto in = [&](const std::string& language) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.language == language; });
    return found == names.end() ? std::string() : found->name;
  };
  CHECK(in("uk") == "Київ");
  CHECK(in("ru") == "Киев");
  CHECK(in("fr") == "Kyiv");
}

TEST_CASE("a misspelt town is found first", "[gazetteer][data]") {
  CHECK(store().place(store().find_similar("Vladivostk", 2, 3).at(0).candidate.record).id == "geonames:2013348");
  CHECK(store().place(store().find_similar("Владивостк", 2, 3).at(0).candidate.record).id == "geonames:2013348");
  CHECK(store().place(store().find_prefix("Ussur", 3).at(0).candidate.record).id == "geonames:2014006");
}

TEST_CASE("reverse look-up names the town at a point", "[gazetteer][data]") {
  const auto near = store().nearest(geo::LonLat::checked(geo::Lon(131.95), geo::Lat(43.8)), 1);
  REQUIRE(near.size() == 1);
  CHECK(store().place(near[0].record).name == "Ussuriysk");
}

TEST_CASE("the largest towns of a box come first", "[gazetteer][data]") {
  const auto found = store().cities_in({125, 42, 136, 52}, 200'000, 40);
  REQUIRE(found.size() > 5);
  CHECK(std::is_sorted(found.begin(), found.end(), [](const Place& a, const Place& b) { return a.population > b.population; }));
  CHECK(std::any_of(found.begin(), found.end(), [](const Place& place) { return place.name == "Vladivostok"; }));
}

TEST_CASE("a wrong table is refused with its line", "[gazetteer][data]") {
  namespace fs = std::filesystem;
  const auto folder = fs::temp_directory_path() / "dateline-store-tables-test";
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::ofstream(folder / "cities.tsv")
      << "geonameid\tname\tlat\tlon\tfeature_code\tcountry\tadmin1\tadmin2\tpopulation\talternates\n"
      << "1\tHere\t10\t20\tPPL\tRU\t\t\t5\t\n"
      << "2\tThere\t95\t20\tPPL\tRU\t\t\t5\t\n";
  NoProgress progress;
  try {
    (void)compile_tables(folder, progress);
    FAIL("a latitude of 95 degrees was taken");
  } catch (const InputError& error) {
    CHECK(error.position().line == 3);
    CHECK(std::string(error.what()) == "there is no place at latitude 95, longitude 20");
  }
  fs::remove_all(folder);
}

TEST_CASE("compiling the tables again gives the bytes of the build", "[gazetteer][data][slow]") {
  NoProgress progress;
  const auto bytes = compile_tables(std::filesystem::path(DATELINE_SOURCE_DIR) / "gazetteer/data", progress);
  const MappedFile built(find_data_folder() / "places.dgz");
  REQUIRE(bytes.size() == built.bytes().size());
  CHECK(std::equal(bytes.begin(), bytes.end(), reinterpret_cast<const char*>(built.bytes().data())));
}

}  // namespace

TEST_CASE("routes and halves of seas are places, but no names for a map", "[gazetteer][data]") {
  std::set<std::string> names;
  for (const Place& water : store().waters_in({-180, -90, 180, 90}, 5'000)) names.insert(water.name);
  CHECK(names.contains("Mediterranean Sea"));
  CHECK(names.contains("Suez Canal"));
  CHECK(names.size() > 150);
  for (const char* name : {"Northern Sea Route", "Northwest Passage", "Eastern Mediterranean"}) {
    INFO(name);
    CHECK_FALSE(names.contains(name));
    CHECK_FALSE(store().find(name).empty());
  }
}

}  // namespace dateline::gazetteer
