#include "render/name_axis.hpp"

#include <catch2/catch.hpp>

using namespace dateline::render;

namespace {
const PageBox page{-500, -500, 500, 500};

PageRing band(double degrees, double length, double height) {
  PageRing ring;
  for (const PagePoint corner : {PagePoint{-length / 2, -height / 2}, {length / 2, -height / 2}, {length / 2, height / 2}, {-length / 2, height / 2}}) {
    ring.push_back(rotated(corner, degrees * 3.14159265358979 / 180));
  }
  return ring;
}
}  // namespace

TEST_CASE("a name lies along a slanting area and level in a level one", "[render]") {
  const std::vector<PageRing> slanting{band(30, 400, 60)}, level{band(0, 400, 60)};
  const auto a = name_axis(slanting, 20, page), b = name_axis(level, 20, page);
  REQUIRE((a && b));
  CHECK(a->degrees == Approx(30));
  CHECK(a->length > 300);
  CHECK(distance(a->middle, {0, 0}) < 25);
  CHECK(b->degrees == Approx(0).margin(1e-9));
}

TEST_CASE("a round area keeps its name level, and one too thin for letters has no axis", "[render]") {
  PageRing round;
  for (int i = 0; i < 60; ++i) round.push_back(rotated({100, 0}, i * 3.14159265358979 / 30));
  const std::vector<PageRing> disc{round}, thread{band(0, 300, 6)};
  REQUIRE(name_axis(disc, 20, page));
  CHECK(name_axis(disc, 20, page)->degrees == Approx(0).margin(1e-9));
  CHECK_FALSE(name_axis(thread, 20, page));
  CHECK_FALSE(name_axis(std::vector<PageRing>{}, 20, page));
}

TEST_CASE("a name is never steeper than 45 degrees", "[render]") {
  const std::vector<PageRing> upright{band(90, 400, 90)};
  const auto axis = name_axis(upright, 20, page);
  REQUIRE(axis);
  CHECK(std::abs(axis->degrees) <= 45);
}

TEST_CASE("the boxes along a slanting name cover all of it", "[render]") {
  const PagePoint middle{10, 20}, along = rotated({1, 0}, 3.14159265358979 / 6), across{-along.y, along.x};
  const auto boxes = boxes_along(middle, 30, 120, 14);
  for (int i = -60; i <= 60; i += 5) {
    for (const double side : {-6.9, 0.0, 6.9}) {
      const PagePoint p = middle + along * i + across * side;
      bool covered = false;
      for (const PageBox& box : boxes) covered = covered || box.grown(0.01).contains(p);
      CHECK(covered);
    }
  }
}
