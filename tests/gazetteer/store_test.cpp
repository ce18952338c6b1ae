#include "gazetteer/store.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/gazetteer/store_fixture.hpp"

namespace dateline::gazetteer {
namespace {

std::vector<std::string> ids(const Store& store, std::span<const Candidate> candidates) {
  std::vector<std::string> out;
  for (const auto& candidate : candidates) out.push_back(store.place(candidate.record).id);
  return out;
}

using Ids = std::vector<std::string>;

TEST_CASE("all places of a name are found, the most populous first", "[gazetteer]") {
  const auto store = fixture::small_store();
  CHECK(ids(store, store.find("blagoveshchensk")) == Ids{"geonames:2026609", "geonames:576116"});
  CHECK(ids(store, store.find("MOSCOW")) == Ids{"geonames:524901", "geonames:5601538"});
  CHECK(ids(store, store.find("Благовещенск")) == Ids{"geonames:2026609"});
  CHECK(store.find("Nowhere").empty());
  CHECK(store.find("").empty());
  CHECK(store.find("Blagoveshchens").empty());
}

TEST_CASE("a name with the article is looked up without it when it has none of its own", "[gazetteer]") {
  const auto store = fixture::small_store();
  CHECK(ids(store, store.find("the USSR")) == Ids{"country:RU"});
}

TEST_CASE("the kind, guards and language of a name are kept", "[gazetteer]") {
  const auto store = fixture::small_store();
  const auto calif = store.find("Calif.");
  REQUIRE(calif.size() == 1);
  CHECK(calif[0].name_kind == NameKind::Abbreviation);
  CHECK(calif[0].guards == needs_dot);
  CHECK(store.find("CA")[0].guards == needs_capitals);
  // "La." and "LA" are one folded name: one of the two forms is enough.
  REQUIRE(store.find("LA").size() == 1);
  CHECK(store.find("LA")[0].guards == (needs_dot | needs_capitals));
  CHECK(store.find("Russian")[0].name_kind == NameKind::Adjective);
  CHECK(store.find("Russians")[0].name_kind == NameKind::Demonym);
  CHECK(store.find("Russians")[0].note == people_name);
  CHECK(store.find("USSR")[0].note == historic_name);
  // The same name again in English keeps the better kind and gains the language.
  const auto town = store.find("Blagoveshchensk")[0];
  CHECK(town.name_kind == NameKind::Main);
  CHECK(store.languages().at(town.language) == "en");
  CHECK(store.languages().at(store.find("Благовещенск")[0].language) == "ru");
}

TEST_CASE("a record gives back what went in", "[gazetteer]") {
  const auto store = fixture::small_store();
  const auto place = store.find_id("geonames:2026609");
  REQUIRE(place);
  CHECK(place->name == "Blagoveshchensk");
  CHECK(place->kind == PlaceKind::City);
  CHECK(place->feature_code == "PPLA");
  CHECK(place->point.lon() == Approx(127.5));
  CHECK(place->point.lat() == Approx(50.3));
  CHECK(place->radius.value() == Approx(2000));
  CHECK(place->country == "RU");
  CHECK(place->country_name == "Russia");
  CHECK(place->admin1 == "05");
  CHECK(place->admin1_name == "Amur Oblast");
  CHECK(place->population == 225'000);
  CHECK(place->source == "made up for tests");
  CHECK_FALSE(place->box);
  CHECK(store.find_id("country:RU")->box->crosses_date_line());
  CHECK(store.names(*store.find_record("geonames:2026609")) ==
        std::vector<LanguageName>{{"en", "Blagoveshchensk"}, {"ru", "Благовещенск"}});
}

TEST_CASE("ids of every form are found and others are not", "[gazetteer]") {
  const auto store = fixture::small_store();
  CHECK(store.find_id("admin1:RU.05")->name == "Amur Oblast");
  CHECK(store.find_id("cj:00000003")->name == "Suva");
  CHECK(store.find_id("geonames:2017370")->id == "country:RU");
  for (const auto* id : {"", "geonames:", "geonames:1", "geonames:x", "geonames:2026609x", "geonames:99999999999999999999", "country:XX", "admin1:RU.0"}) {
    INFO(id);
    CHECK_FALSE(store.find_id(id));
  }
}

TEST_CASE("countries know their capital", "[gazetteer]") {
  const auto store = fixture::small_store();
  CHECK(store.place(*store.find_capital("RU")).name == "Moscow");
  CHECK(store.place(*store.find_country("RU")).id == "country:RU");
  CHECK_FALSE(store.find_capital("FJ"));
  CHECK_FALSE(store.find_country("ZZ"));
  CHECK_FALSE(store.find_country(""));
}

TEST_CASE("a summary agrees with the place", "[gazetteer]") {
  const auto store = fixture::small_store();
  for (std::uint32_t i = 0; i < store.size(); ++i) {
    const auto place = store.place(i);
    const auto summary = store.summary(i);
    CHECK(summary.kind == place.kind);
    CHECK(summary.population == place.population);
    CHECK(summary.lon == Approx(place.point.lon()));
    CHECK(summary.lat == Approx(place.point.lat()));
    CHECK((summary.country == 0) == place.country.empty());
    CHECK((summary.admin1 == 0) == place.admin1.empty());
  }
  CHECK(store.summary(*store.find_record("geonames:524901")).seat == 6);
  CHECK(store.summary(*store.find_record("geonames:2026609")).seat == 5);
  CHECK(store.summary(*store.find_record("geonames:576116")).seat == 0);
  CHECK(store.summary(store.size()).kind == PlaceKind::Other);
}

TEST_CASE("the cursor follows names word by word", "[gazetteer]") {
  const auto store = fixture::small_store();
  Store::Cursor cursor(store);
  REQUIRE(cursor.extend("new"));
  CHECK(cursor.matches().empty());
  CHECK(cursor.can_extend());
  REQUIRE(cursor.extend("york"));
  CHECK(cursor.matches().size() == 1);
  CHECK(cursor.can_extend());
  REQUIRE(cursor.extend("city"));
  CHECK(cursor.matches().size() == 1);
  CHECK_FALSE(cursor.can_extend());
  CHECK_FALSE(cursor.extend("council"));
  cursor.reset();
  CHECK_FALSE(cursor.extend("nowhere"));
  CHECK(store.has_longer("new"));
  CHECK(store.has_longer("amur"));
  CHECK_FALSE(store.has_longer("moscow"));
  CHECK_FALSE(store.has_longer("york"));
}

TEST_CASE("names that begin alike are offered, the most populous first and each place once", "[gazetteer]") {
  const auto store = fixture::small_store();
  const auto found = store.find_prefix("new", 10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == "New York City");
  const auto blago = store.find_prefix("Благо", 10);
  REQUIRE(blago.size() == 1);
  CHECK(store.place(blago[0].candidate.record).id == "geonames:2026609");
  CHECK(store.find_prefix("M", 1).size() == 1);
  CHECK(store.place(store.find_prefix("M", 1)[0].candidate.record).id == "geonames:524901");
  CHECK(store.find_prefix("", 10).empty());
  CHECK(store.find_prefix("zz", 10).empty());
  CHECK(store.find_prefix("m", 0).empty());
}

TEST_CASE("misspelt names are found within one or two edits, nearest first", "[gazetteer]") {
  const auto store = fixture::small_store();
  CHECK(store.find_similar("Moskow", 1, 5).size() == 2);
  CHECK(store.find_similar("Moskw", 1, 5).empty());
  CHECK(store.find_similar("Moskw", 2, 5).size() == 2);
  CHECK(store.find_similar("Blagoveshensk", 2, 5).size() == 2);
  CHECK(store.find_similar("Благовещинск", 1, 5).size() == 1);
  const auto near = store.find_similar("Suva", 2, 5);
  REQUIRE_FALSE(near.empty());
  CHECK(near[0].name == "Suva");
  CHECK(store.find_similar("", 2, 5).empty());
  CHECK(store.find_similar(std::string(500, 'a'), 2, 5).empty());
}

TEST_CASE("a box across the date line holds the towns on both sides", "[gazetteer]") {
  const auto store = fixture::small_store();
  const auto names_in = [&](geo::Box box, std::int64_t population) {
    std::vector<std::string> out;
    for (const auto& place : store.cities_in(box, population, 10)) out.push_back(place.name);
    return out;
  };
  CHECK(names_in({170, -30, -170, 0}, 0) == Ids{"Suva", "Taveuni"});
  CHECK(names_in({170, -30, 180, 0}, 0) == Ids{"Suva"});
  CHECK(names_in({170, -30, -170, 0}, 10'000) == Ids{"Suva"});
  CHECK(names_in({-180, -90, 180, 90}, 1'000'000) == Ids{"Moscow", "New York City"});
  CHECK(store.cities_in({-180, -90, 180, 90}, 0, 3).size() == 3);
  CHECK(store.cities_in({0, 0, 1, 1}, 0, 3).empty());
}

TEST_CASE("the nearest towns are found across the date line and at the poles", "[gazetteer]") {
  const auto store = fixture::small_store();
  const auto nearest = [&](double lon, double lat) {
    return store.place(store.nearest(geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat)), 1).at(0).record).name;
  };
  CHECK(nearest(179.5, -17) == "Taveuni");
  CHECK(nearest(178.5, -18) == "Suva");
  CHECK(nearest(175, 65) == "Lavrentiya");
  CHECK(nearest(37, 56) == "Moscow");
  CHECK_FALSE(nearest(0, 90).empty());
  CHECK_FALSE(nearest(0, -90).empty());
  CHECK(store.nearest(geo::LonLat::checked(geo::Lon(0), geo::Lat(0)), 0).empty());
}

TEST_CASE("nearest agrees with measuring every town", "[gazetteer]") {
  const auto store = fixture::small_store();
  for (double lon = -180; lon < 180; lon += 17) {
    for (double lat = -90; lat <= 90; lat += 15) {
      const auto from = geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat));
      Meters least(1e12);
      for (std::uint32_t i = 0; i < store.size(); ++i) {
        const auto place = store.place(i);
        if (place.kind == PlaceKind::City) least = std::min(least, geo::great_circle_distance(from, place.point));
      }
      INFO(lon << " " << lat);
      CHECK(store.nearest(from, 3).at(0).distance.value() == Approx(least.value()));
    }
  }
}

TEST_CASE("the same places give the same bytes", "[gazetteer]") {
  CHECK(fixture::small_builder().build() == fixture::small_builder().build());
}

TEST_CASE("information tells what is inside", "[gazetteer]") {
  const auto info = fixture::small_store().info();
  CHECK(info.version == 1);
  CHECK(info.places == 13);
  CHECK(info.credits == "Nobody.");
  CHECK(info.built_from == "made up for tests\n");
  CHECK(info.content_hash.size() == 64);
}

}  // namespace
}  // namespace dateline::gazetteer
