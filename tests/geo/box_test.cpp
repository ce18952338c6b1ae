#include "geo/box.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <vector>

using namespace dateline::geo;

namespace {

LonLat at(double lon, double lat) { return LonLat::checked(Lon(lon), Lat(lat)); }
constexpr Box fiji{177, -19.5, -178, -16};
constexpr Box chukotka{160, 62, -169.6, 72};

}  // namespace

TEST_CASE("a box across the date line contains Fiji", "[geo]") {
  CHECK(fiji.crosses_date_line());
  CHECK(fiji.longitude_span() == Approx(5));
  CHECK(fiji.contains(at(178.4, -18.1)));
  CHECK(fiji.contains(at(180, -17)));
  CHECK(fiji.contains(at(-179, -17)));
  CHECK_FALSE(fiji.contains(at(0, -17)));
  CHECK_FALSE(fiji.contains(at(176, -17)));
  CHECK(fiji.center().lon() == Approx(179.5));
}

TEST_CASE("a box that ends at 180 contains the date line", "[geo]") {
  CHECK(Box{170, -10, 180, 10}.contains(at(180, 0)));
  CHECK(Box{-180, -90, 180, 90}.contains(at(-180, 90)));
  CHECK(Box{-180, -90, 180, 90}.contains(at(77, -90)));
}

TEST_CASE("the box of places is the smallest one", "[geo]") {
  CHECK_FALSE(bounding_box({}));
  const std::vector<LonLat> russia{at(30, 60), at(131, 43), at(-170, 66)};
  const auto box = bounding_box(russia);
  REQUIRE(box);
  CHECK(box->west == 30);
  CHECK(box->east == -170);
  CHECK(box->south == 43);
  CHECK(box->north == 66);
  const std::vector<LonLat> one{at(5, -0.0)};
  CHECK(*bounding_box(one) == Box{5, 0, 5, 0});
  const std::vector<LonLat> plain{at(-5, 1), at(7, 2)};
  CHECK(*bounding_box(plain) == Box{-5, 1, 7, 2});
}

TEST_CASE("a union holds both boxes", "[geo]") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> lon(-180, 180);
  std::uniform_real_distribution<double> lat(-90, 90);
  for (int i = 0; i < 2000; ++i) {
    const auto make = [&] {
      const double a = lat(random);
      const double b = lat(random);
      return Box{lon(random), std::min(a, b), lon(random), std::max(a, b)};
    };
    const Box a = make();
    const Box b = make();
    const Box both = unite(a, b);
    INFO(a.west << ' ' << a.east << " | " << b.west << ' ' << b.east << " -> " << both.west << ' ' << both.east);
    for (const Box& box : {a, b}) {
      CHECK(both.contains(box.center()));
      CHECK(both.contains(at(box.west + 1e-9 * box.longitude_span(), box.south)));
      CHECK(both.contains(at(box.west + box.longitude_span() * 0.999999, box.north)));
    }
    CHECK(both.longitude_span() == Approx(unite(b, a).longitude_span()));
  }
}

TEST_CASE("a union takes the short way round", "[geo]") {
  CHECK(unite({170, 0, 175, 1}, {-175, 0, -170, 1}) == Box{170, 0, -170, 1});
  CHECK(unite({-5, 0, 0, 1}, {5, 0, 9, 1}) == Box{-5, 0, 9, 1});
  CHECK(unite(fiji, {178, -18, 179, -17}) == fiji);
}

TEST_CASE("boxes meet across the date line", "[geo]") {
  CHECK(intersects(fiji, {-179, -20, -170, 0}));
  CHECK(intersects({-179, -20, -170, 0}, fiji));
  CHECK_FALSE(intersects(fiji, {0, -20, 10, 0}));
  CHECK_FALSE(intersects(fiji, chukotka));
  CHECK(intersects({-180, -90, 180, 90}, fiji));
}
