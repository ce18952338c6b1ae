#include "features/movement_line.hpp"

#include <catch2/catch.hpp>

#include "features/feature_tables.hpp"
#include "geo/vector_writer.hpp"
#include "tests/features/small_ledger.hpp"

using namespace dateline;
using namespace dateline::features;
using dateline::test::make_place;

namespace {

geo::LonLat at(double lon, double lat) { return geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat)); }

PlaceShape town(const claims::PlaceRecord& record) {
  PlaceShape shape;
  shape.record = &record;
  shape.point = at(record.lon, record.lat);
  return shape;
}

PlaceShape country(const claims::PlaceRecord& record, geo::LineString outline) {
  PlaceShape shape = town(record);
  shape.coarse = true;
  shape.precision = claims::Precision::Country;
  shape.set_outline({{std::move(outline), {}}});
  return shape;
}

}  // namespace

TEST_CASE("a line bends towards the pole and its crest is its middle vertex", "[features]") {
  const auto west = make_place("w", "West", "city", 10, 50, "AA"), east = make_place("e", "East", "city", 20, 50, "BB");
  for (const auto& [a, b] : {std::pair(&west, &east), std::pair(&east, &west)}) {
    const auto line = movement_line(town(*a), town(*b), 0.12);
    REQUIRE(line);
    CHECK(line->curve.size() % 2 == 1);
    CHECK(line->curve[line->curve.size() / 2] == line->crest);
    CHECK(line->curve.front() == at(a->lon, a->lat));
    CHECK(line->curve.back() == at(b->lon, b->lat));
    const double straight = geo::great_circle(at(10, 50), at(20, 50), 2)[1].lat();
    const double length = geo::great_circle_distance(at(10, 50), at(20, 50)).value();
    CHECK_THAT((line->crest.lat() - straight) * 111'195, Catch::WithinRel(0.12 * length, 0.01));
  }
}

TEST_CASE("a line from a country starts on its outline, at the side that faces the other end", "[features]") {
  const auto land = make_place("c:aa", "Aland", "country", 5, 50, "AA"), port = make_place("p", "Port", "city", 20, 50, "BB");
  const auto line = movement_line(country(land, {at(0, 45), at(10, 45), at(10, 50), at(10, 55), at(0, 55)}), town(port), 0.1);
  REQUIRE(line);
  CHECK(line->start == at(10, 50));
}

TEST_CASE("between neighbours the line crosses the border they share", "[features]") {
  const auto a = make_place("c:aa", "Aland", "country", 5, 50, "AA"), b = make_place("c:bb", "Beland", "country", 15, 50, "BB");
  const auto line = movement_line(country(a, {at(0, 45), at(10, 45), at(10, 50), at(10, 55), at(0, 55)}),
                                  country(b, {at(10, 45), at(20, 45), at(20, 55), at(10, 55), at(10, 50)}), 0);
  REQUIRE(line);
  CHECK(line->start.lon() < 10);
  CHECK(line->end.lon() > 10);
  CHECK(geo::great_circle_distance(line->start, line->end).value() < 300'000);
}

TEST_CASE("no line is drawn within one place or to the place that holds it", "[features]") {
  const auto land = make_place("c:aa", "Aland", "country", 5, 50, "AA"), port = make_place("p", "Port", "city", 9, 50, "AA");
  CHECK_FALSE(movement_line(town(port), town(port), 0.1));
  CHECK_FALSE(movement_line(country(land, {at(0, 45), at(10, 45), at(10, 55)}), town(port), 0.1));
}

TEST_CASE("a line over the date line is cut there and its box crosses it", "[features]") {
  const auto from = make_place("f", "Fort", "city", 170, 60, "AA"), to = make_place("t", "Town", "city", -165, 64, "BB");
  const auto json = geo::to_geojson(make_tables(dateline::test::make_movement(from, {to}), {}).movements);
  CHECK_THAT(json, Catch::Contains("\"MultiLineString\"") && Catch::Contains("[180,") && Catch::Contains("[-180,") && Catch::Contains("\"bbox\":[170,60,-165,"));
}
