#include "geo/inside_point.hpp"

#include <catch2/catch.hpp>

using namespace dateline::geo;

namespace {

LonLat at(double lon, double lat) { return LonLat::checked(Lon(lon), Lat(lat)); }
LineString box(double west, double south, double east, double north) { return {at(west, south), at(east, south), at(east, north), at(west, north)}; }

LonLat inside(const MultiPolygon& area) {
  const auto found = find_inside_point(area);
  REQUIRE(found);
  return from_world(*found);
}

}  // namespace

TEST_CASE("the point of a plain area is about its middle", "[geo]") {
  const auto p = inside({{box(10, -10, 30, 10), {}}});
  CHECK(p.lon() == Approx(20));
  CHECK(std::abs(p.lat()) < 1e-6);
}

TEST_CASE("the point of a crescent lies in it, where it is wide, not in the middle of its box", "[geo]") {
  // A U that is open to the north; its right arm is the wide one.
  const LineString shape{at(0, 0), at(30, 0), at(30, 30), at(18, 30), at(18, 4), at(4, 4), at(4, 30), at(0, 30)};
  const auto p = inside({{shape, {}}});
  CHECK(p.lon() == Approx(24));
  CHECK(p.lat() > 5);
  CHECK(p.lat() < 27);
}

TEST_CASE("holes are not inside, and the largest part decides", "[geo]") {
  const auto p = inside({{box(-100, 0, -98, 2), {}}, {box(0, 0, 40, 20), {box(12, 2, 38, 18)}}});
  CHECK(p.lon() > 0);
  CHECK(p.lon() < 12);
  CHECK(p.lat() > 2);
}

TEST_CASE("an area over the date line has its point in it", "[geo]") {
  const auto p = inside({{{at(170, -20), at(-150, -20), at(-150, -10), at(170, -10)}, {}}});
  CHECK(p.lon() == Approx(-170));
}

TEST_CASE("what is no area has no point", "[geo]") {
  CHECK_FALSE(find_inside_point({}));
  CHECK_FALSE(find_inside_point({{{at(1, 1), at(2, 2)}, {}}}));
  CHECK_FALSE(find_inside_point({{{at(1, 1), at(2, 1), at(3, 1)}, {}}}));   // flat
}
