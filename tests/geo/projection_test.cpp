#include "geo/projection.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/text_table.hpp"
#include "geo/projection_choice.hpp"

using namespace dateline;
using namespace dateline::geo;

namespace {

LonLat at(double lon, double lat) { return LonLat::checked(Lon(lon), Lat(lat)); }

}  // namespace

TEST_CASE("projections give the numbers of the table", "[geo]") {
  const std::string path = DATELINE_SOURCE_DIR "/tests/geo/projection_cases.tsv";
  const auto table = TextTable::parse(read_file(path, 1 << 20), path, {"definition", "tolerance", "lon", "lat", "x", "y"});
  REQUIRE(table.rows().size() >= 10);
  for (const auto& row : table.rows()) {
    const auto number = [&](const char* name) { return std::strtod(row.cells[table.column(name)].c_str(), nullptr); };
    const std::string& definition = row.cells[table.column("definition")];
    CAPTURE(row.line, definition);
    const auto p = Projection::from_definition(definition).project(at(number("lon"), number("lat")));
    REQUIRE(p);
    CHECK(p->x == Approx(number("x")).margin(number("tolerance")).epsilon(0));
    CHECK(p->y == Approx(number("y")).margin(number("tolerance")).epsilon(0));
  }
}

TEST_CASE("a projection given by its parameters is the same without PROJ's database", "[geo]") {
  for (const std::string definition : {"+proj=lcc +lat_1=41 +lat_2=49 +lat_0=45 +lon_0=131 +datum=WGS84 +units=m", "+proj=merc +lon_0=-60.25 +datum=WGS84 +units=m",
                                       "+proj=laea +lat_0=-90 +lon_0=12 +datum=WGS84 +units=m", "+proj=eqearth +lon_0=170 +datum=WGS84 +units=m",
                                       "+proj=laea +lat_0=30.5 +lon_0=100 +R=6371007 +units=m"}) {
    INFO(definition);
    const auto quick = Projection::from_definition(definition), careful = Projection::from_definition(definition + " +type=crs");
    CHECK(quick.cut_meridian() == careful.cut_meridian());
    for (const auto& [lon, lat] : {std::pair{130.0, 45.0}, {-179.9, 71.0}, {0.0, 0.0}, {-70.0, -55.0}}) {
      const auto a = quick.project(at(lon, lat)), b = careful.project(at(lon, lat));
      REQUIRE(a.has_value() == b.has_value());
      if (!a) continue;
      CHECK(a->x == Approx(b->x).margin(1e-6));
      CHECK(a->y == Approx(b->y).margin(1e-6));
    }
  }
}

TEST_CASE("what is no projected CRS is refused with its name", "[geo]") {
  const auto definition = GENERATE("EPSG:4326", "EPSG:99999", "nonsense", "", "+proj=nosuch", "EPSG:2263", "+proj=lcc +lat_1=1 +lat_2=-1");
  CAPTURE(definition);
  CHECK_THROWS_AS(Projection::from_definition(definition), GeoError);
  CHECK_THROWS_WITH(Projection::from_definition(definition), Catch::Contains("\"" + std::string(definition) + "\""));
}

TEST_CASE("where a projection is not defined there is no point", "[geo]") {
  const auto mercator = Projection::from_definition("+proj=merc +datum=WGS84");
  CHECK_FALSE(mercator.project(at(0, 90)));
  CHECK(mercator.project(at(0, 80)));  // the error of the pole must not poison the next call
  const auto globe = Projection::from_definition("+proj=ortho +lat_0=0 +lon_0=0 +datum=WGS84");
  CHECK_FALSE(globe.project(at(180, 0)));
  CHECK_FALSE(globe.unproject({9e6, 0}));
  CHECK_FALSE(mercator.unproject({std::numeric_limits<double>::quiet_NaN(), 0}));
}

TEST_CASE("unproject undoes project to a millimetre", "[geo]") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const Box extents[] = {{120, 35, 140, 50}, {30, 44, 42, 52}, {170, 60, -170, 72}, {-180, -90, 180, 90}, {175, -20, -177, -15},
                         {-60, 62, 60, 85}, {-20, -35, 50, 37}, {100, -10, 110, 8}, {-80, -50, -60, -20}, {0, 0, 0, 0}};
  for (const Box& extent : extents) {
    const auto projection = Projection::for_extent(extent);
    CAPTURE(projection.definition());
    std::uniform_real_distribution<double> lon(extent.west, extent.west + extent.longitude_span() + 1e-9);
    std::uniform_real_distribution<double> lat(std::max(extent.south, -89.5), std::min(extent.north, 89.5) + 1e-9);
    for (int i = 0; i < 300; ++i) {
      const LonLat p = at(lon(random), lat(random));
      const auto plane = projection.project(p);
      REQUIRE(plane);
      const auto back = projection.unproject(*plane);
      REQUIRE(back);
      CHECK(great_circle_distance(p, *back).value() < 0.001);
    }
  }
}

TEST_CASE("the projection suits the extent", "[geo]") {
  const auto [box, method] = GENERATE(table<Box, std::string>({{{125, 38, 140, 52}, "lcc"},
                                                               {{22, 44, 41, 53}, "lcc"},
                                                               {{-75, -50, -60, -30}, "lcc"},
                                                               {{-180, 66, 180, 90}, "laea"},
                                                               {{-180, -90, 180, -60}, "laea"},
                                                               {{-180, -90, 180, 90}, "eqearth"},
                                                               {{95, -8, 120, 8}, "merc"},
                                                               {{177, -19, -178, -16}, "lcc"},
                                                               {{60, 5, 150, 75}, "laea"},
                                                               {{10, 76, 34, 81}, "lcc"},
                                                               {{5, 60, 32, 72}, "lcc"},
                                                               {{-10, 70, 60, 89}, "laea"},
                                                               {{-70, -78, 60, -65}, "laea"},
                                                               {{30, 10, 30, 10}, "merc"},
                                                               {{30, 50, 30, 50}, "lcc"}}));
  CAPTURE(box.west, box.south, box.east, box.north);
  CHECK_THAT(choose_projection(box).definition, Catch::StartsWith("+proj=" + method + " "));
}

TEST_CASE("descriptions are for readers", "[geo]") {
  CHECK(choose_projection({122, 42, 140, 60}).description == "Lambert conformal conic (45° N, 57° N; 131° E)");
  CHECK(choose_projection({-180, 60, 180, 90}).description == "Lambert azimuthal equal-area (90° N, 0°)");
  CHECK(choose_projection({-180, -90, 180, 90}).description == "Equal Earth (0°)");
  CHECK(Projection::from_definition("EPSG:3857").description() == "WGS 84 / Pseudo-Mercator");
}

TEST_CASE("the cut lies opposite the centre; azimuthal projections have none", "[geo]") {
  CHECK(Projection::for_extent({140, 40, 160, 60}).cut_meridian() == Approx(-30));
  CHECK_FALSE(Projection::for_extent({-180, 66, 180, 90}).cut_meridian());
}

TEST_CASE("the scale factor is ground over plane", "[geo]") {
  const auto mercator = Projection::from_definition("EPSG:3857");
  CHECK(mercator.scale_factor(at(10, 0)) == Approx(1).epsilon(0.002));
  CHECK(mercator.scale_factor(at(10, 60)) == Approx(0.5).epsilon(0.005));
  CHECK(mercator.scale_factor(at(180, 60)) == Approx(0.5).epsilon(0.005));
}
