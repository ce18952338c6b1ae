#include "features/outline_vertices.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>
#include <random>

using namespace dateline;
using namespace dateline::features;

namespace {

geo::LonLat at(double lon, double lat) { return geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat)); }
double wrapped(double lon) { return lon < -180 ? lon + 360 : lon >= 180 ? lon - 360 : lon; }

/// A ragged ring of `count` vertices round a place.
geo::MultiPolygon ragged(double lon, double lat, std::size_t count, std::mt19937& random) {
  std::uniform_real_distribution<double> reach(2, 9);
  geo::LineString ring;
  for (std::size_t i = 0; i < count; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count), r = reach(random);
    ring.push_back(at(wrapped(lon + r * std::cos(angle)), lat + r * std::sin(angle)));
  }
  return {{std::move(ring), {}}};
}

geo::LonLat nearest_by_looking_at_all(const geo::MultiPolygon& outline, geo::LonLat target) {
  const double shrink = std::cos(target.lat() * std::numbers::pi / 180);
  geo::LonLat best = outline[0].outer[0];
  double least = 1e99;
  for (const auto& p : outline[0].outer) {
    const double x = std::remainder(p.lon() - target.lon(), 360.0) * shrink, y = p.lat() - target.lat();
    if (x * x + y * y < least) least = x * x + y * y, best = p;
  }
  return best;
}

}  // namespace

TEST_CASE("the nearest vertex is the one that looking at all of them finds, over the date line, too", "[features]") {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> any_lon(-180, 179), any_lat(-89, 89);
  for (const double lon : {20.0, 177.0, -175.0}) {
    const auto outline = ragged(lon, 60, 777, random);
    const OutlineVertices vertices(outline);
    for (int i = 0; i < 300; ++i) {
      const auto target = at(any_lon(random), any_lat(random));
      INFO("seed 5, ring at " << lon << ", target " << target.lon() << " " << target.lat());
      CHECK(vertices.nearest(target) == nearest_by_looking_at_all(outline, target));
    }
  }
}

TEST_CASE("neighbours meet in the middle of their border", "[features]") {
  const OutlineVertices west({{{at(0, 45), at(10, 45), at(10, 50), at(10, 55), at(0, 55)}, {}}});
  const OutlineVertices east({{{at(10, 45), at(20, 45), at(20, 55), at(10, 55), at(10, 50)}, {}}});
  const OutlineVertices far({{{at(30, 45), at(40, 45), at(40, 55)}, {}}});
  const OutlineVertices corner({{{at(10, 55), at(20, 56), at(20, 60)}, {}}});
  CHECK(west.middle_of_border(east) == at(10, 50));
  CHECK(east.middle_of_border(west) == at(10, 55));
  CHECK_FALSE(west.middle_of_border(far));
  CHECK_FALSE(west.middle_of_border(corner));  // one place is no border
}
