#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "geo/zoom_layer.hpp"

using namespace dateline;
using namespace dateline::geo;

namespace {

LonLat at(double lon, double lat) { return LonLat::checked(Lon(lon), Lat(lat)); }

TileLayer layer_of(std::vector<FeatureGeometry> geometries) {
  TileLayer layer;
  layer.data.name = "test";
  for (auto& geometry : geometries) layer.data.features.push_back({std::move(geometry), {}});
  return layer;
}

double area_of(const std::vector<WorldPoint>& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const WorldPoint &a = ring[i], &b = ring[(i + 1) % ring.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum / 2;
}

double distance(WorldPoint p, WorldPoint a, WorldPoint b) {
  const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
  const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

LineString box_ring(double west, double south, double east, double north) {
  return {at(west, south), at(east, south), at(east, north), at(west, north)};
}

}  // namespace

TEST_CASE("an index finds what a plain search finds, in the order of the layer", "[geo][tiles]") {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> lon(-180, 180), lat(-80, 80), size(0.1, 9);
  std::vector<FeatureGeometry> geometries;
  for (int i = 0; i < 700; ++i) {
    const double x = lon(random), y = lat(random);
    if (i % 3 == 0) geometries.emplace_back(at(x, y));
    else geometries.emplace_back(std::vector<LineString>{{at(x, y), at(std::min(179.9, x + size(random)), y + size(random))}});
  }
  const TileLayer layer = layer_of(std::move(geometries));
  const ZoomLayer ready = make_zoom_layer(layer, 5, 0);
  REQUIRE(ready.features().size() == 700);
  for (int i = 0; i < 50; ++i) {
    const WorldPoint a = to_world(at(lon(random), lat(random)));
    const WorldBox box{a.x, a.y, a.x + 0.1, a.y + 0.05};
    std::vector<std::uint32_t> expected, found;
    for (const ZoomFeature& feature : ready.features()) {
      if (intersects(feature.box, box)) expected.push_back(feature.feature);
    }
    ready.visit(box, [&](const ZoomFeature& feature) { found.push_back(feature.feature); });
    REQUIRE(found == expected);
  }
  CHECK(make_zoom_layer(layer_of({}), 3, 0.5).find({0, 0, 1, 1}).empty());
}

TEST_CASE("an island on the date line becomes two pieces that end on the square's edges", "[geo][tiles]") {
  const TileLayer layer = layer_of({MultiPolygon{{{at(177, -19), at(-178, -19), at(-178, -16), at(177, -16)}, {}}}});
  const ZoomLayer ready = make_zoom_layer(layer, 6, 0.5);
  REQUIRE(ready.features().size() == 1);
  const ZoomFeature& island = ready.features().front();
  REQUIRE(island.parts.size() == 2);
  double total = 0;
  std::set<double> west_edge, east_edge;
  for (const auto& ring : island.parts) {
    total += area_of(ring);
    for (const WorldPoint& p : ring) {
      CHECK((p.x < 0.01 || p.x > 0.99));
      if (p.x == 0) west_edge.insert(p.y);
      if (p.x == 1) east_edge.insert(p.y);
    }
  }
  CHECK(west_edge.size() == 2);
  CHECK(west_edge == east_edge);
  CHECK(total == Approx(5.0 / 360 * (to_world(at(0, -19)).y - to_world(at(0, -16)).y)));
}

TEST_CASE("a line over the date line does not run round the map", "[geo][tiles]") {
  const TileLayer layer = layer_of({std::vector<LineString>{{at(170, 60), at(-170, 66)}}});
  const ZoomLayer ready = make_zoom_layer(layer, 4, 0.5);
  REQUIRE(ready.features().size() == 1);
  CHECK(ready.features().front().parts.size() == 2);
  for (const auto& part : ready.features().front().parts) CHECK(std::abs(part.front().x - part.back().x) < 0.04);
}

TEST_CASE("land round a pole fills the square to its lower edge and has no line there", "[geo][tiles]") {
  LineString coast;
  for (int lon = -180; lon < 180; lon += 5) coast.push_back(at(lon, -70 + 4 * std::sin(lon * 0.2)));
  const TileLayer layer = layer_of({MultiPolygon{{coast, {}}}});
  const ZoomLayer ready = make_zoom_layer(layer, 3, 0.5);
  REQUIRE(ready.features().size() == 1);
  const auto& ring = ready.features().front().parts.front();
  CHECK(ready.features().front().box == WorldBox{0, ready.features().front().box.north, 1, 1});
  CHECK(area_of(ring) == Approx(1 - to_world(at(0, -70)).y).epsilon(0.05));
  int cut = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) cut += is_cut_edge(ring[i], ring[(i + 1) % ring.size()]) ? 1 : 0;
  CHECK(cut >= 3);
}

TEST_CASE("nothing moves farther than the tolerance", "[geo][tiles]") {
  std::mt19937 random(3);
  std::normal_distribution<double> step(0, 0.05);
  LineString line;
  double y = 10;
  for (double x = -60; x < 60; x += 0.02) line.push_back(at(x, y = std::clamp(y + step(random), -20.0, 40.0)));
  const TileLayer layer = layer_of({std::vector<LineString>{line}});
  const double tolerance = 0.4, reach = tolerance / 512 / 8;
  const ZoomLayer ready = make_zoom_layer(layer, 3, tolerance);
  const auto& simple = ready.features().front().parts.front();
  CHECK(simple.size() < line.size() / 3);
  double worst = 0;
  for (const LonLat& place : line) {
    double nearest = 1;
    for (std::size_t i = 0; i + 1 < simple.size(); ++i) nearest = std::min(nearest, distance(to_world(place), simple[i], simple[i + 1]));
    worst = std::max(worst, nearest);
  }
  CHECK(worst <= reach * 1.0001);
  CHECK(worst > reach * 0.5);
  CHECK(simple.front() == to_world(line.front()));
  CHECK(simple.back() == to_world(line.back()));
}

TEST_CASE("neighbours share their border after simplifying, wherever their rings begin", "[geo][tiles]") {
  std::mt19937 random(5);
  std::normal_distribution<double> wiggle(0, 0.08);
  LineString border;   // from south to north, between two countries
  for (double lat = 0; lat <= 20; lat += 0.05) border.push_back(at(10 + (lat > 0 && lat < 20 ? wiggle(random) : 0), lat));
  for (const std::size_t start : {0U, 150U, 390U}) {
    LineString west = border, east(border.rbegin(), border.rend());
    west.push_back(at(0, 20));
    west.push_back(at(0, 0));
    east.push_back(at(20, 0));
    east.push_back(at(20, 20));
    std::rotate(east.begin(), east.begin() + static_cast<std::ptrdiff_t>(start), east.end());
    const TileLayer layer = layer_of({MultiPolygon{{west, {}}}, MultiPolygon{{east, {}}}});
    const ZoomLayer ready = make_zoom_layer(layer, 4, 1);
    REQUIRE(ready.features().size() == 2);
    std::set<std::pair<double, double>> shared[2];
    for (int side = 0; side < 2; ++side) {
      for (const WorldPoint& p : ready.features()[side].parts.front()) {
        if (p.x > 0.52 && p.x < 0.54) shared[side].insert({p.x, p.y});
      }
    }
    CHECK(shared[0].size() > 10);
    CHECK(shared[0].size() < 300);
    CHECK(shared[0] == shared[1]);
  }
}

TEST_CASE("outer rings run clockwise, holes the other way; what is too small goes with its holes", "[geo][tiles]") {
  LineString reversed = box_ring(0, 0, 40, 40);
  std::reverse(reversed.begin(), reversed.end());
  const TileLayer layer = layer_of({MultiPolygon{{reversed, {box_ring(10, 10, 20, 20), box_ring(30, 30, 30.001, 30.001)}},
                                                 {box_ring(60, 0, 60.002, 0.002), {box_ring(60.0005, 0.0005, 60.001, 0.001)}}}});
  const ZoomLayer ready = make_zoom_layer(layer, 5, 0.5);
  REQUIRE(ready.features().size() == 1);
  const ZoomFeature& feature = ready.features().front();
  REQUIRE(feature.parts.size() == 2);
  CHECK(feature.outer == std::vector<bool>{true, false});
  CHECK(area_of(feature.parts[0]) > 0);
  CHECK(area_of(feature.parts[1]) < 0);
}

TEST_CASE("features without a place are left out, points keep theirs", "[geo][tiles]") {
  const TileLayer layer = layer_of({std::monostate{}, at(0, 0), std::vector<LonLat>{at(1, 1), at(179, 89.9)}, std::vector<LineString>{}});
  const ZoomLayer ready = make_zoom_layer(layer, 2, 0.5);
  REQUIRE(ready.features().size() == 2);
  CHECK(ready.features()[0].feature == 1);
  CHECK(ready.features()[1].kind == GeometryKind::Points);
  CHECK(ready.features()[1].parts.front().size() == 2);
  CHECK(ready.features()[1].box.north == 0);
}
