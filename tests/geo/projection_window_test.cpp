// Lines and polygons in a window: date line, poles, curvature.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

#include "geo/projection.hpp"

using namespace dateline::geo;

namespace {

LonLat at(double lon, double lat) { return LonLat::checked(Lon(lon), Lat(lat)); }
constexpr Projection::Window everything{{-3e7, -3e7}, {3e7, 3e7}};

bool covers(const std::vector<MapPolygon>& polygons, MapPoint p) {
  bool inside = false;
  for (const auto& polygon : polygons) {
    for (const MapLine& ring : polygon.rings) {
      for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint& a = ring[i];
        const MapPoint& b = ring[(i + 1) % ring.size()];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) * (b.x - a.x) / (b.y - a.y)) inside = !inside;
      }
    }
  }
  return inside;
}

double longest_step(const std::vector<MapLine>& lines) {
  double longest = 0;
  for (const auto& line : lines) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) longest = std::max(longest, std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y));
  }
  return longest;
}

}  // namespace

TEST_CASE("a line over the date line stays whole where the map is centred on it", "[geo]") {
  const std::vector<LonLat> line{at(160, 60), at(175, 62), at(-175, 64), at(-165, 66)};
  const auto centred = Projection::from_definition("+proj=lcc +lat_1=55 +lat_2=70 +lat_0=62 +lon_0=180 +datum=WGS84");
  CHECK(centred.project_line(line, everything, 100).size() == 1);
  const auto world = Projection::from_definition("+proj=eqearth +lon_0=0 +datum=WGS84");
  const auto pieces = world.project_line(line, everything, 100);
  CHECK(pieces.size() == 2);
  CHECK(longest_step(pieces) < 1.5e6);  // nothing runs across the whole map
}

TEST_CASE("a polygon over the date line is cut in two on a world map", "[geo]") {
  const MultiPolygon fiji{{{at(177, -19), at(-178, -19), at(-178, -16), at(177, -16)}, {}}};
  const auto world = Projection::from_definition("+proj=eqearth +lon_0=0 +datum=WGS84");
  const auto cut = world.project_polygons(fiji, everything, 100);
  REQUIRE(cut.size() == 1);
  CHECK(cut[0].rings.size() == 2);
  CHECK(covers(cut, *world.project(at(178, -17))));
  CHECK(covers(cut, *world.project(at(-179, -17))));
  CHECK_FALSE(covers(cut, *world.project(at(0, -17))));
  const auto local = Projection::for_extent({177, -19, -178, -16});
  const auto whole = local.project_polygons(fiji, everything, 100);
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].rings.size() == 1);
}

TEST_CASE("a ring round the south pole covers it on every projection", "[geo]") {
  LineString ring;
  for (int lon = -180; lon < 180; lon += 10) ring.push_back(at(lon, -70));
  const MultiPolygon cap{{ring, {}}};
  for (const char* definition : {"+proj=laea +lat_0=-90 +lon_0=0 +datum=WGS84", "+proj=eqearth +lon_0=0 +datum=WGS84",
                                 "+proj=eqearth +lon_0=150 +datum=WGS84", "EPSG:3031"}) {
    CAPTURE(definition);
    const auto projection = Projection::from_definition(definition);
    const auto drawn = projection.project_polygons(cap, everything, 1000);
    CHECK(covers(drawn, *projection.project(at(10, -85))));
    CHECK(covers(drawn, *projection.project(at(-170, -72))));
    CHECK_FALSE(covers(drawn, *projection.project(at(20, -60))));
  }
}

TEST_CASE("a polygon that covers the point opposite the centre is not turned inside out", "[geo]") {
  const MultiPolygon chile{{{at(-80, -45), at(-60, -45), at(-60, -25), at(-80, -25)}, {}}};
  const auto asia = Projection::from_definition("+proj=laea +lat_0=35 +lon_0=105 +datum=WGS84");
  const auto drawn = asia.project_polygons(chile, {{-4e6, -4e6}, {4e6, 4e6}}, 1000);
  CHECK_FALSE(covers(drawn, {0, 0}));
  CHECK_FALSE(covers(drawn, {3e6, -2e6}));
}

TEST_CASE("a coast close to the point opposite the centre does not cut across the map", "[geo]") {
  const auto half = Projection::from_definition("+proj=laea +lat_0=4 +lon_0=-60 +R=6371007 +units=m");
  const Projection::Window window{{-9.1e6, -9.1e6}, {9.1e6, 9.1e6}};
  // Islands of some kilometres about 120 E, 4 S: one beside the point, one round it.
  for (const double lon : {120.02, 119.97}) {
    const MultiPolygon island{{{at(lon, -4.06), at(lon + 0.1, -4.06), at(lon + 0.1, -3.95), at(lon, -3.95)}, {}}};
    const auto drawn = half.project_polygons(island, window, 20'000);
    for (const double x : {-5e6, -2e6, 0.0, 2e6, 5e6}) {
      for (const double y : {-5e6, -2e6, 0.0, 2e6, 5e6}) CHECK_FALSE(covers(drawn, {x, y}));
    }
  }
}

TEST_CASE("a globe shows no land of its far side, and land on its edge ends there", "[geo]") {
  const auto globe = Projection::from_definition("+proj=ortho +lat_0=20 +lon_0=30 +datum=WGS84");
  const Projection::Window window{{-7e6, -7e6}, {7e6, 7e6}};
  const MultiPolygon hawaii{{{at(-160, 18), at(-154, 18), at(-154, 23), at(-160, 23)}, {}}};
  CHECK(globe.project_polygons(hawaii, window, 1000).empty());
  // Round the point opposite the centre, where every direction leads back.
  const MultiPolygon opposite{{{at(-170, -40), at(-130, -40), at(-130, 0), at(-170, 0)}, {}}};
  const auto none = globe.project_polygons(opposite, window, 1000);
  CHECK_FALSE(covers(none, {0, 0}));
  CHECK_FALSE(covers(none, {5e6, 1e6}));
  const MultiPolygon band{{{at(60, -10), at(140, -10), at(140, 10), at(60, 10)}, {}}};
  const auto drawn = globe.project_polygons(band, window, 1000);
  CHECK(covers(drawn, *globe.project(at(80, 0))));
  CHECK(covers(drawn, *globe.project(at(110, 0))));
  CHECK_FALSE(covers(drawn, *globe.project(at(80, 20))));
  CHECK_FALSE(covers(drawn, {0, 0}));
  for (const auto& polygon : drawn) {
    for (const auto& ring : polygon.rings) {
      for (const MapPoint& p : ring) CHECK(std::hypot(p.x, p.y) < 6.4e6);
    }
  }
}

TEST_CASE("a parallel is drawn curved where the projection curves it", "[geo]") {
  const auto conic = Projection::from_definition("+proj=lcc +lat_1=45 +lat_2=55 +lat_0=50 +lon_0=100 +datum=WGS84");
  const std::vector<LonLat> border{at(80, 49), at(120, 49)};
  const auto drawn = conic.project_line(border, everything, 500);
  REQUIRE(drawn.size() == 1);
  CHECK(drawn[0].size() > 10);
  for (const MapPoint& p : drawn[0]) CHECK(conic.unproject(p)->lat() == Approx(49).margin(1e-6));
}

TEST_CASE("a window shows only what is in it", "[geo]") {
  const auto conic = Projection::for_extent({120, 35, 140, 50});
  const auto middle = *conic.project(at(130, 42));
  const Projection::Window window{{middle.x - 1e5, middle.y - 1e5}, {middle.x + 1e5, middle.y + 1e5}};
  const std::vector<LonLat> line{at(120, 42), at(140, 42)};
  const auto pieces = conic.project_line(line, window, 100);
  REQUIRE(pieces.size() == 1);
  CHECK(pieces[0].front().x == Approx(window.low.x).margin(1));
  CHECK(pieces[0].back().x == Approx(window.high.x).margin(1));
  const std::vector<LonLat> elsewhere{at(0, 0), at(10, 10)};
  CHECK(conic.project_line(elsewhere, window, 100).empty());
  const MultiPolygon africa{{{at(0, 0), at(20, 0), at(20, 20)}, {}}};
  CHECK(conic.project_polygons(africa, window, 100).empty());
}

TEST_CASE("empty and degenerate shapes give nothing", "[geo]") {
  const auto conic = Projection::for_extent({120, 35, 140, 50});
  CHECK(conic.project_line({}, everything, 100).empty());
  const std::vector<LonLat> point{at(130, 42)};
  CHECK(conic.project_line(point, everything, 100).empty());
  CHECK(conic.project_polygons({}, everything, 100).empty());
  CHECK(conic.project_polygons({{{at(1, 1), at(2, 2)}, {}}}, everything, 100).empty());
}
