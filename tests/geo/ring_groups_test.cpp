#include "geo/ring_groups.hpp"

#include <catch2/catch.hpp>

using namespace dateline::geo;

namespace {

MapLine square(double middle, double half) { return {{middle - half, -half}, {middle + half, -half}, {middle + half, half}, {middle - half, half}}; }

}  // namespace

TEST_CASE("rings within rings become areas with holes, and islands in the holes", "[geo]") {
  const std::vector<MapLine> rings{square(0, 2), square(0, 8), square(0, 4), square(30, 3), square(0, 1), {{5, 5}, {6, 6}}, square(7, 0.5)};
  CHECK(group_rings(rings) == std::vector<RingGroup>{{0, {4}}, {1, {2, 6}}, {3, {}}});
  CHECK(group_rings({}).empty());
}

TEST_CASE("a long ring holds what is inside it only", "[geo]") {
  MapLine comb;   // teeth that reach up from a ground line
  for (int i = 0; i < 500; ++i) {
    for (const auto& [dx, y] : {std::pair{0.0, 1.0}, {0.2, 9.0}, {0.4, 9.0}, {0.6, 1.0}}) comb.push_back({i + dx, y});
  }
  comb.push_back({500, 0});
  comb.push_back({0, 0});
  const auto small = [](double x, double y) { return MapLine{{x, y}, {x + 0.01, y}, {x, y + 0.01}}; };
  const std::vector<MapLine> rings{comb, small(100.3, 5), small(100.8, 5), small(499.3, 8.9)};
  CHECK(group_rings(rings) == std::vector<RingGroup>{{0, {1, 3}}, {2, {}}});
}
