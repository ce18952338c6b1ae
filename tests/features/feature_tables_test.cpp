#include "features/feature_tables.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "base/error.hpp"
#include "features/combine_layers.hpp"
#include "geo/vector_writer.hpp"
#include "tests/features/small_ledger.hpp"

using namespace dateline;
using namespace dateline::features;
using dateline::test::make_movement;
using dateline::test::make_place;

namespace {

const auto kPort = make_place("p:port", "Port", "city", 131.9, 43.1, "AA");
const auto kFort = make_place("p:fort", "Fort", "city", 135.1, 48.5, "AA");

geo::FieldValue value(const geo::VectorLayer& layer, std::size_t row, const std::string& field) {
  for (std::size_t i = 0; i < layer.fields.size(); ++i) {
    if (layer.fields[i].name == field) return layer.features.at(row).values.at(i);
  }
  FAIL("layer " << layer.name << " has no field " << field);
  return {};
}
std::string text(const geo::VectorLayer& layer, std::size_t row, const std::string& field) { return std::get<std::string>(value(layer, row, field)); }
bool is_null(const geo::FieldValue& v) { return std::holds_alternative<std::monostate>(v); }

}  // namespace

TEST_CASE("a movement becomes a line, its ends become places, with the map's number and typed dates", "[features]") {
  const auto tables = make_tables(make_movement(kFort, {kPort}), {});
  REQUIRE(tables.movements.features.size() == 1);
  REQUIRE(tables.sites.features.size() == 2);
  CHECK(tables.areas.features.empty());
  CHECK(value(tables.movements, 0, "number") == geo::FieldValue(std::int64_t{7}));
  CHECK(text(tables.movements, 0, "id") == "event:1/p:fort/p:port");
  CHECK(value(tables.movements, 0, "date_from") == geo::FieldValue(*CivilDate::make(2031, 5, 1)));
  CHECK(value(tables.movements, 0, "date_to") == geo::FieldValue(*CivilDate::make(2031, 5, 2)));
  CHECK(text(tables.movements, 0, "date_precision") == "day");
  CHECK(text(tables.movements, 0, "source") == "Ministry");
  CHECK(text(tables.movements, 0, "link") == "https://paper.example/1");
  CHECK(is_null(value(tables.movements, 0, "responses")));
  CHECK(text(tables.sites, 0, "role") == "destination");
  CHECK(value(tables.sites, 0, "radius_m") == geo::FieldValue(9000.0));
  CHECK(text(tables.sites, 1, "role") == "origin");
}

TEST_CASE("every layer's rows fit its fields, and ids are unique", "[features]") {
  const auto layers = make_tables(make_movement(kFort, {kPort}), {}).take_layers();
  REQUIRE(layers.size() == 9);
  for (const auto& layer : layers) {
    std::vector<std::string> ids;
    for (std::size_t row = 0; row < layer.features.size(); ++row) {
      CHECK(layer.features[row].values.size() == layer.fields.size());
      ids.push_back(text(layer, row, "id"));
    }
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  }
}

TEST_CASE("only an address of the web becomes a link", "[features]") {
  auto ledger = make_movement(kFort, {kPort});
  for (const char* address : {"file:///bin/true", "javascript:alert(1)", "httpx://a", ""}) {
    ledger.articles[0].url = address;
    const auto tables = make_tables(ledger, {});
    CHECK(is_null(value(tables.movements, 0, "link")));
    CHECK(is_null(value(tables.claims, 0, "link")));
  }
}

TEST_CASE("a time without a year stays without a date", "[features]") {
  auto ledger = make_movement(kFort, {kPort});
  ledger.claims[0].when->edtf = "XXXX-05-01";
  CHECK(is_null(value(make_tables(ledger, {}).movements, 0, "date_from")));
  ledger.claims[0].when->edtf = "2031-05/..";
  const auto open = make_tables(ledger, {});
  CHECK(value(open.movements, 0, "date_from") == geo::FieldValue(*CivilDate::make(2031, 5, 1)));
  CHECK(is_null(value(open.movements, 0, "date_to")));
}

TEST_CASE("the first row of a place carries its name and all numbers that meet there", "[features]") {
  auto ledger = make_movement(kFort, {kPort});
  auto second = ledger.claims[0];
  second.id = "c2", second.kind = claims::ClaimKind::Basing, second.origin.clear(), second.at = std::move(second.destination), second.destination.clear();
  ledger.claims.push_back(second);
  auto event = ledger.events[0];
  event.id = "event:2", event.number = 9, event.kind = claims::ClaimKind::Basing, event.claims = {"c2"};
  ledger.events.push_back(event);
  const auto tables = make_tables(ledger, {});
  REQUIRE(tables.sites.features.size() == 3);
  CHECK(text(tables.sites, 0, "label") == "Port");
  CHECK(text(tables.sites, 0, "numbers") == "7, 9");
  CHECK(text(tables.sites, 1, "label") == "Fort");
  CHECK(is_null(value(tables.sites, 1, "numbers")));
  CHECK(is_null(value(tables.sites, 2, "label")));
}

TEST_CASE("deliveries, history and denials are left out unless they are asked for; the claims are always there", "[features]") {
  auto ledger = make_movement(kFort, {kPort});
  ledger.events[0].kind = claims::ClaimKind::Transfer;
  CHECK(make_tables(ledger, {}).movements.features.empty());
  CHECK(make_tables(ledger, {}).claims.features.size() == 1);
  CHECK(make_tables(ledger, {Extent::Transfers, nullptr}).movements.features.size() == 1);
  ledger.events[0].kind = claims::ClaimKind::Movement;
  ledger.events[0].status = claims::ClaimStatus::Past;
  CHECK(make_tables(ledger, {Extent::Transfers, nullptr}).movements.features.empty());
  CHECK(make_tables(ledger, {Extent::Everything, nullptr}).movements.features.size() == 1);
}

TEST_CASE("a region is an area, and without a base map its box is one", "[features]") {
  auto region = make_place("region:x", "Old Marches", "region", 20, 50, "");
  region.box = geo::Box{18, 48, 22, 52};
  const auto tables = make_tables(make_movement(kFort, {region}), {});
  REQUIRE(tables.areas.features.size() == 1);
  CHECK(text(tables.areas, 0, "precision") == "region");
  CHECK_THAT(geo::to_geojson(tables.areas), Catch::Contains("\"bbox\":[18,48,22,52]"));
}

TEST_CASE("events in one region share its outline, which stands once with their number", "[features]") {
  auto region = make_place("region:x", "Old Marches", "region", 20, 50, "");
  region.box = geo::Box{18, 48, 22, 52};
  auto ledger = make_movement(kFort, {region});
  for (int i = 2; i <= 20; ++i) {
    auto claim = ledger.claims[0];
    claim.id = "c" + std::to_string(i);
    ledger.claims.push_back(claim);
    auto event = ledger.events[0];
    event.id = "event:" + std::to_string(i), event.number = 7 + i, event.claims = {claim.id};
    if (i == 20) event.status = claims::ClaimStatus::Planned;
    ledger.events.push_back(event);
  }
  const auto tables = make_tables(ledger, {});
  REQUIRE(tables.areas.features.size() == 20);
  CHECK(tables.areas.areas_from == tables.outlines.name);
  REQUIRE(tables.outlines.features.size() == 1);
  CHECK(value(tables.outlines, 0, "events") == geo::FieldValue(std::int64_t{20}));
  CHECK(text(tables.outlines, 0, "numbers") == "7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 and 8 more");
  const auto* outline = geo::areas_of(tables.outlines.features[0].geometry);
  for (const auto& feature : tables.areas.features) CHECK(geo::areas_of(feature.geometry) == outline);
  // The first of those that look alike is the one to draw.
  CHECK(value(tables.areas, 0, "stack") == geo::FieldValue(std::int64_t{0}));
  CHECK(value(tables.areas, 1, "stack") == geo::FieldValue(std::int64_t{1}));
  CHECK(value(tables.areas, 19, "stack") == geo::FieldValue(std::int64_t{0}));
}

TEST_CASE("a rejected claim is no mark, and stays in the table of claims", "[features]") {
  auto ledger = make_movement(kFort, {kPort});
  ledger.claims[0].review.state = claims::ReviewState::Rejected;
  const auto tables = make_tables(ledger, {});
  CHECK(tables.movements.features.empty());
  CHECK(text(tables.claims, 0, "state") == "rejected");
}

TEST_CASE("combined layers keep each feature's values under their names", "[features]") {
  const auto tables = make_tables(make_movement(kFort, {kPort}), {});
  const auto all = combine_layers({&tables.sites, &tables.movements}, "marks");
  REQUIRE(all.features.size() == 3);
  CHECK(all.fields[0].name == "id");
  CHECK(text(all, 0, "layer") == "sites");
  CHECK(text(all, 2, "layer") == "movements");
  CHECK(text(all, 2, "origin") == "Fort");
  CHECK(is_null(value(all, 0, "origin")));
  CHECK(text(all, 0, "place") == "Port");
}

TEST_CASE("a place without coordinates on the Earth is an error, not a mark at null island", "[features]") {
  auto nowhere = kPort;
  nowhere.lat = 123;
  CHECK_THROWS_AS(make_tables(make_movement(kFort, {nowhere}), {}), InputError);
}
