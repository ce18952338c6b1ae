#include "geo/lonlat.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <type_traits>

using namespace dateline;
using namespace dateline::geo;

namespace {

LonLat at(double lon, double lat) { return LonLat::checked(Lon(lon), Lat(lat)); }
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

template <typename A, typename B>
concept CanMake = requires(A a, B b) { LonLat::make(a, b); };

}  // namespace

static_assert(CanMake<Lon, Lat>);
static_assert(!CanMake<Lat, Lon>, "a swap of longitude and latitude must not compile");
static_assert(!CanMake<double, double>);
static_assert(!std::is_convertible_v<double, Lon>);

TEST_CASE("a place needs finite numbers and a latitude between the poles", "[geo]") {
  CHECK_FALSE(LonLat::make(Lon(not_a_number), Lat(0)));
  CHECK_FALSE(LonLat::make(Lon(0), Lat(not_a_number)));
  CHECK_FALSE(LonLat::make(Lon(infinity), Lat(0)));
  CHECK_FALSE(LonLat::make(Lon(0), Lat(90.0001)));
  CHECK_FALSE(LonLat::make(Lon(0), Lat(-90.0001)));
  CHECK(LonLat::make(Lon(12), Lat(90)));
  CHECK(LonLat::make(Lon(12), Lat(-90)));
  CHECK_THROWS_AS(LonLat::checked(Lon(not_a_number), Lat(0)), std::logic_error);
}

TEST_CASE("longitudes are wrapped to -180 included, 180 not", "[geo]") {
  const auto [given, expected] = GENERATE(table<double, double>(
      {{180, -180}, {-180, -180}, {181, -179}, {-181, 179}, {540, -180}, {359, -1}, {720, 0}, {179.999, 179.999}}));
  CHECK(at(given, 10).lon() == Approx(expected).margin(1e-9));
}

TEST_CASE("minus zero becomes zero", "[geo]") {
  const LonLat p = at(-0.0, -0.0);
  CHECK_FALSE(std::signbit(p.lon()));
  CHECK_FALSE(std::signbit(p.lat()));
  CHECK(p == at(0, 0));
}

TEST_CASE("distances along great circles are right", "[geo]") {
  // One degree of a great circle of the mean sphere.
  constexpr double degree = 6'371'008.8 * std::numbers::pi / 180;
  CHECK(great_circle_distance(at(0, 0), at(1, 0)).value() == Approx(degree).epsilon(1e-12));
  CHECK(great_circle_distance(at(179.5, 0), at(-179.5, 0)).value() == Approx(degree).epsilon(1e-9));
  CHECK(great_circle_distance(at(0, 90), at(123, 90)).value() == Approx(0).margin(1e-6));
  CHECK(great_circle_distance(at(0, 90), at(50, -90)).value() == Approx(180 * degree));
  CHECK(great_circle_distance(at(10, 20), at(-170, -20)).value() == Approx(180 * degree));
  CHECK(great_circle_distance(at(3, 4), at(3, 4)).value() == 0);
  // Pyongyang to Vladivostok is some 690 km.
  CHECK(great_circle_distance(at(125.75, 39.03), at(131.89, 43.12)).value() == Approx(682'000).epsilon(0.02));
}

TEST_CASE("a destination is as far as asked, over poles and date line", "[geo]") {
  CHECK(destination(at(179, 0), Degrees(90), Meters(222'390)).lon() == Approx(-179).margin(1e-3));
  CHECK(destination(at(20, 89), Degrees(0), Meters(2 * 111'195.08)).lat() == Approx(89).margin(1e-3));
  CHECK(destination(at(20, 89), Degrees(0), Meters(2 * 111'195.08)).lon() == Approx(-160).margin(1e-3));
  CHECK(destination(at(5, 5), Degrees(not_a_number), Meters(10)) == at(5, 5));
}

TEST_CASE("destination and distance agree on random places", "[geo]") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> unit(0, 1);
  for (int i = 0; i < 2000; ++i) {
    const LonLat start = at(unit(random) * 360 - 180, unit(random) * 180 - 90);
    const Meters distance(unit(random) * 1.9e7);
    const LonLat end = destination(start, Degrees(unit(random) * 360), distance);
    CHECK(great_circle_distance(start, end).value() == Approx(distance.value()).margin(1));
  }
}

TEST_CASE("a great circle has the ends and equal steps", "[geo]") {
  const auto line = great_circle(at(140, 50), at(-120, 60), 20);
  REQUIRE(line.size() == 21);
  CHECK(line.front() == at(140, 50));
  CHECK(line.back() == at(-120, 60));
  const double step = great_circle_distance(line[0], line[1]).value();
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    CHECK(great_circle_distance(line[i], line[i + 1]).value() == Approx(step).epsilon(1e-6));
  }
  CHECK(great_circle(at(1, 2), at(1, 2), 3).size() == 4);
  CHECK(great_circle(at(0, 0), at(180, 0), 2)[1].lat() == Approx(90).margin(1e-6));
  CHECK_THROWS_AS(great_circle(at(0, 0), at(1, 1), 0), std::logic_error);
}
