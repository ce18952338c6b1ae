#include "render/name_axis.hpp"

#include <cmath>
#include <numbers>

#include <catch2/catch.hpp>

#include "render/ring_index.hpp"

using namespace dateline::render;

namespace {

constexpr double radian = std::numbers::pi / 180;

RoomField field_of(const std::vector<PageRing>& rings) {
  const RingIndex index(rings);
  RoomField field({-300, -300, 300, 300}, [&](PagePoint p) { return index.contains(p); });
  field.measure();
  return field;
}

PageRing band(double degrees, double length, double height) {
  PageRing ring;
  for (const PagePoint corner : {PagePoint{-length / 2, -height / 2}, {length / 2, -height / 2}, {length / 2, height / 2}, {-length / 2, height / 2}}) {
    ring.push_back(rotated(corner, degrees * radian));
  }
  return ring;
}

// Part of a ring of land, 28 px wide, arched like a bridge.
PageRing arch(double radius) {
  PageRing ring;
  for (int a = -50; a <= 50; a += 2) ring.push_back(PagePoint{0, radius} + rotated({0, -radius - 14}, a * radian));
  for (int a = 50; a >= -50; a -= 2) ring.push_back(PagePoint{0, radius} + rotated({0, -radius + 14}, a * radian));
  return ring;
}

NameWish wish(double wanted) { return {16, 60, wanted, {0, 0}, true}; }

}  // namespace

TEST_CASE("a name lies along a slanting area and level in a level one", "[render]") {
  const auto slanting = name_axes(field_of({band(24, 400, 40)}), wish(320)), level = name_axes(field_of({band(0, 400, 60)}), wish(320));
  REQUIRE(!slanting.empty());
  REQUIRE(!level.empty());
  CHECK(slanting.front().degrees == Approx(24));
  CHECK(slanting.front().length > 250);
  CHECK(distance(slanting.front().middle, {0, 0}) < 40);
  CHECK(level.front().degrees == Approx(0).margin(1e-9));
  CHECK(level.front().bend == Approx(0).margin(1e-9));
}

TEST_CASE("a name follows the bend of its area, upward or downward, unless its letters must stay joined", "[render]") {
  PageRing hanging = arch(200);
  for (PagePoint& p : hanging) p.y = -p.y;
  const auto bridge = name_axes(field_of({arch(200)}), wish(220)), bowl = name_axes(field_of({hanging}), wish(220));
  REQUIRE(!bridge.empty());
  REQUIRE(!bowl.empty());
  CHECK(bridge.front().bend > 0);
  CHECK(bowl.front().bend < 0);
  NameWish joined = wish(220);
  joined.may_bend = false;
  for (const NameAxis& axis : name_axes(field_of({arch(200)}), joined)) CHECK(axis.bend == Approx(0).margin(1e-12));
}

TEST_CASE("a round area keeps its name level, and one too thin for letters has no line", "[render]") {
  PageRing round;
  for (int i = 0; i < 60; ++i) round.push_back(rotated({100, 0}, i * 6 * radian));
  const auto disc = name_axes(field_of({round}), wish(150));
  REQUIRE(!disc.empty());
  CHECK(disc.front().degrees == Approx(0).margin(1e-9));
  CHECK(disc.front().bend == Approx(0).margin(1e-9));
  CHECK(name_axes(field_of({band(0, 300, 6)}), wish(150)).empty());
  CHECK(name_axes(field_of({}), wish(150)).empty());
}

TEST_CASE("no letter of a name is steeper than 52 degrees, and all of it lies inside", "[render]") {
  for (const PageRing& ring : {band(90, 400, 90), band(40, 420, 50), arch(160)}) {
    const RingIndex area(std::vector<PageRing>{ring});
    for (const NameAxis& axis : name_axes(field_of({ring}), wish(200))) {
      for (double along = -axis.length / 2; along <= axis.length / 2; along += 5) {
        const auto spot = axis.spot(along, 0);
        CHECK(std::abs(spot.degrees) <= 52.01);
        CHECK(area.contains(spot.at));
      }
    }
  }
}

TEST_CASE("what stands in an area already is left free", "[render]") {
  const RingIndex index(std::vector<PageRing>{band(0, 400, 100)});
  RoomField field({-300, -300, 300, 300}, [&](PagePoint p) { return index.contains(p); });
  const PageBox taken{-60, -60, 60, 10};
  field.remove(taken);
  field.measure();
  const auto axes = name_axes(field, wish(120));
  REQUIRE(!axes.empty());
  for (const NameAxis& axis : axes) {
    for (const PageBox& box : boxes_along(axis, axis.length, 12)) CHECK_FALSE(box.overlaps(taken));
  }
}

TEST_CASE("the boxes along a slanting or bent name cover all of it", "[render]") {
  for (const double bend : {0.0, 0.005, -0.008}) {
    const NameAxis axis{{10, 20}, 30, bend, 120, 0};
    const auto boxes = boxes_along(axis, 120, 14);
    for (int i = -60; i <= 60; i += 5) {
      for (const double below : {-6.9, 0.0, 6.9}) {
        const PagePoint p = axis.spot(i, below).at;
        bool covered = false;
        for (const PageBox& box : boxes) covered = covered || box.grown(0.6).contains(p);
        CHECK(covered);
      }
    }
  }
}

TEST_CASE("an outline in rows answers as the plain one does", "[render]") {
  std::vector<PageRing> rings{arch(150), band(20, 80, 30)};
  for (int i = 0; i < 40; ++i) rings.push_back({{i * 7.0, -i * 3.0}, {i * 7.0 + 30, 5}, {i * 2.0, 90.0 - i}});
  const RingIndex index(rings);
  for (int x = -260; x <= 320; x += 7) {
    for (int y = -200; y <= 200; y += 9) {
      const PagePoint p{x + 0.25, y + 0.4};
      CHECK(index.contains(p) == inside(p, rings));
      double nearest = 1e300;
      bool crossed = false;
      const PageSegment way{p, {12, 3}};
      for (const PageRing& ring : rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
          nearest = std::min(nearest, distance_to_segment(p, {ring[i], ring[j]}));
          crossed = crossed || crossing(way, {ring[i], ring[j]}).has_value();
        }
      }
      CHECK(index.distance_to_edges(p) == Approx(nearest).margin(1e-9));
      CHECK(index.crosses(way) == crossed);
    }
  }
}
