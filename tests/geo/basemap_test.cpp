#include "geo/basemap.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "base/error.hpp"
#include "base/files.hpp"
#include "geo/detail/outlines.hpp"

using namespace dateline;
using namespace dateline::geo;

namespace {

LonLat at(double lon, double lat) { return LonLat::checked(Lon(lon), Lat(lat)); }

const BaseMap& un() {
  static const BaseMap map = BaseMap::open(find_data_folder());
  return map;
}

struct View {
  Projection projection;
  BaseMapGeometry geometry;
};

/// What a 900 x 900 pixel panel round a place shows.
View view(const BaseMap& map, Projection projection, LonLat center, double denominator) {
  const double pixel = 0.0254 / 96 * denominator;
  const auto c = *projection.project(center);
  BaseMapRequest request;
  request.window = {{c.x - 450 * pixel, c.y - 450 * pixel}, {c.x + 450 * pixel, c.y + 450 * pixel}};
  request.tolerance = 0.3 * pixel;
  request.scale_denominator = denominator;
  auto geometry = map.read(projection, request);
  return {std::move(projection), std::move(geometry)};
}

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

std::set<BorderKind> kinds_near(const View& v, LonLat place, double metres) {
  const auto p = *v.projection.project(place);
  std::set<BorderKind> kinds;
  for (const auto& border : v.geometry.borders) {
    for (std::size_t i = 0; i + 1 < border.line.size(); ++i) {
      const MapPoint& a = border.line[i];
      const MapPoint& b = border.line[i + 1];
      const double l = std::pow(b.x - a.x, 2) + std::pow(b.y - a.y, 2);
      const double t = l > 0 ? std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / l, 0.0, 1.0) : 0;
      if (std::hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y)) < metres) kinds.insert(border.kind);
    }
  }
  return kinds;
}

}  // namespace

TEST_CASE("the outline of North Korea contains Pyongyang and not Seoul", "[geo]") {
  const auto outline = un().country_outline("KP");
  REQUIRE_FALSE(outline.empty());
  CHECK(detail::contains(outline, at(125.75, 39.03)));
  CHECK_FALSE(detail::contains(outline, at(126.98, 37.57)));
  CHECK(un().country_outline("ZZ").empty());
  CHECK(un().country_outline("").empty());
}

TEST_CASE("Crimea belongs to whom the view says", "[geo]") {
  const auto de_facto = BaseMap::open(find_data_folder(), "de_facto");
  CHECK(un().country_at(at(34, 45)) == "UA");
  CHECK(de_facto.country_at(at(34, 45)) == "RU");
  CHECK(detail::contains(un().country_outline("UA"), at(34, 45)));
  CHECK(detail::contains(de_facto.country_outline("RU"), at(34, 45)));
  CHECK_FALSE(detail::contains(de_facto.country_outline("UA"), at(34, 45)));
}

TEST_CASE("cells cut along a line of control follow the view", "[geo]") {
  const auto de_facto = BaseMap::open(find_data_folder(), "de_facto");
  CHECK(un().country_at(at(35.78, 32.98)) == "SY");  // the Golan Heights
  CHECK(de_facto.country_at(at(35.78, 32.98)) == "IL");
  CHECK(un().country_at(at(-13.0, 26.5)) == "EH");
  CHECK(un().country_at(at(-10.5, 27.3)) == "EH");
  CHECK(de_facto.country_at(at(-13.0, 26.5)) == "MA");
  CHECK(un().country_at(at(-11.5, 28.2)) == "MA");
}

TEST_CASE("the border of Crimea is dashed in every view", "[geo]") {
  for (const char* name : {"un", "de_facto", "ru"}) {
    CAPTURE(name);
    const auto map = BaseMap::open(find_data_folder(), name);
    const auto v = view(map, Projection::for_extent({32, 44, 37, 47}), at(34.2, 46), 6e6);
    CHECK(kinds_near(v, at(34.0, 46.11), 15'000) == std::set{BorderKind::Disputed});
  }
}

TEST_CASE("lines on which governments differ are dashed: Ossetia, Donbas, Aksai Chin, Shaksgam, Ilemi, Abyei", "[geo]") {
  const auto [lon, lat] = GENERATE(table<double, double>({{44.0394, 42.1803},    // South Ossetia
                                                          {37.8222, 48.2433},    // Donetsk, 2015 to 2022
                                                          {39.1334, 48.6741},    // Luhansk
                                                          {79.6406, 35.8016},    // Aksai Chin
                                                          {76.7789, 35.9103},    // Shaksgam
                                                          {35.0548, 4.6198},     // Ilemi
                                                          {28.6014, 10.1601}}));  // Abyei
  CAPTURE(lon, lat);
  const auto v = view(un(), Projection::for_extent({lon - 3, lat - 3, lon + 3, lat + 3}), at(lon, lat), 6e6);
  CHECK(kinds_near(v, at(lon, lat), 1'000).contains(BorderKind::Disputed));
}

TEST_CASE("each government has the disputed cells it claims", "[geo]") {
  const auto [view_name, lon, lat, code] = GENERATE(table<const char*, double, double, std::string>({{"un", 43.97, 42.3, "GE"},
                                                                                                     {"ru", 43.97, 42.3, "x-south-ossetia"},
                                                                                                     {"un", 38.0, 48.0, "UA"},
                                                                                                     {"de_facto", 38.0, 48.0, "RU"},
                                                                                                     {"de_facto", 37.3, 48.5, "UA"},
                                                                                                     {"ru", 35.5, 47.2, "RU"},
                                                                                                     {"in", 79.2, 35.3, "IN"},
                                                                                                     {"cn", 79.2, 35.3, "CN"},
                                                                                                     {"ss", 28.4, 9.8, "SS"},
                                                                                                     {"ss", 35.3, 4.9, "SS"},
                                                                                                     {"un", 35.3, 4.9, "KE"}}));
  CAPTURE(view_name, lon, lat);
  CHECK(BaseMap::open(find_data_folder(), view_name).country_at(at(lon, lat)) == code);
}

TEST_CASE("first-level divisions are found on land, whoever owns them", "[geo]") {
  CHECK(un().admin1_at(at(132.2, 43.5)) == "RU.59");
  CHECK(un().admin1_at(at(38.0, 48.0)) == "UA.05");
  CHECK(un().admin1_at(at(0, 0)).empty());
  CHECK(un().admin1_at(at(0, -90)).empty());
}

TEST_CASE("countries are found on land, nothing at sea", "[geo]") {
  const auto [lon, lat, code] = GENERATE(table<double, double, std::string>({{37.6, 55.75, "RU"},
                                                                             {132.2, 43.5, "RU"},
                                                                             {-172, 66.5, "RU"},
                                                                             {2.35, 48.85, "FR"},
                                                                             {178.0, -17.8, "FJ"},
                                                                             {0, -85, "AQ"},
                                                                             {100, -90, "AQ"},
                                                                             {20.9, 42.6, "XK"},
                                                                             {35.2, 31.9, "PS"},
                                                                             {28.5, -29.5, "LS"},
                                                                             {0, 0, ""},
                                                                             {-0.0, -0.0, ""},
                                                                             {180, 0, ""},
                                                                             {0, 90, ""}}));
  CAPTURE(lon, lat);
  CHECK(un().country_at(at(lon, lat)) == code);
}

TEST_CASE("country_at and the outlines agree", "[geo]") {
  for (const char* code : {"UA", "KP", "FJ", "AQ", "NL"}) {
    const auto outline = un().country_outline(code);
    for (double lat = -88; lat < 84; lat += 17.3) {
      for (double lon = -180; lon < 180; lon += 13.7) {
        const LonLat p = at(lon, lat);
        CAPTURE(code, lon, lat);
        CHECK(detail::contains(outline, p) == (un().country_at(p) == code));
      }
    }
  }
}

TEST_CASE("the Donetsk region has its city", "[geo]") {
  const auto outline = un().admin1_outline("UA.05");
  CHECK(detail::contains(outline, at(37.8, 48.0)));
  CHECK_FALSE(detail::contains(outline, at(39.3, 48.57)));
  CHECK(un().admin1_outline("UA.99").empty());
  CHECK(un().admin1_outline("").empty());
}

TEST_CASE("regions are made of their members", "[geo]") {
  const auto far_east = un().region_outline("russian-far-east");
  CHECK(detail::contains(far_east, at(135.1, 48.5)));
  CHECK(detail::contains(far_east, at(175, 66)));
  CHECK(detail::contains(far_east, at(-172, 66.5)));
  CHECK_FALSE(detail::contains(far_east, at(82.9, 55.0)));
  const auto donbas = un().region_outline("donbas");
  CHECK(detail::contains(donbas, at(39.3, 48.57)));
  CHECK(un().region_outline("no-such-region").empty());
}

TEST_CASE("land in a box is the land of the asked countries", "[geo]") {
  const auto land = un().land_in_box({170, 60, -170, 70}, {"RU"});
  CHECK(detail::contains(land, at(177, 66)));
  CHECK(detail::contains(land, at(-173, 66.5)));
  CHECK_FALSE(detail::contains(land, at(160, 65)));
  CHECK_FALSE(detail::contains(un().land_in_box({-170, 60, -140, 70}, {"RU"}), at(-150, 65)));
  CHECK(detail::contains(un().land_in_box({-170, 60, -140, 70}, {}), at(-150, 65)));
}

TEST_CASE("Chukotka is unbroken on a conic map of the Russian Far East", "[geo]") {
  const auto v = view(un(), Projection::from_definition("+proj=lcc +lat_1=50 +lat_2=70 +lat_0=60 +lon_0=150 +datum=WGS84"), at(170, 65), 25e6);
  for (double lon = 176; lon < 185; lon += 0.25) {
    const auto p = *v.projection.project(at(lon, 67.2));
    CAPTURE(lon);
    CHECK(covers(v.geometry.land, p));
  }
  // No coast along the meridian of 180.
  for (const MapLine& line : v.geometry.coast) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      const auto a = *v.projection.unproject(line[i]);
      const auto b = *v.projection.unproject(line[i + 1]);
      const bool on_seam = std::abs(std::abs(a.lon()) - 180) < 1e-3 && std::abs(std::abs(b.lon()) - 180) < 1e-3;
      CHECK_FALSE((on_seam && std::abs(a.lat() - b.lat()) > 0.05));
    }
  }
}

TEST_CASE("land and sea are right on every kind of projection", "[geo]") {
  const char* definitions[] = {"+proj=eqearth +lon_0=0 +datum=WGS84", "+proj=eqearth +lon_0=150 +datum=WGS84",
                               "+proj=laea +lat_0=-90 +lon_0=0 +datum=WGS84", "+proj=laea +lat_0=35 +lon_0=105 +datum=WGS84",
                               "+proj=merc +datum=WGS84", "+proj=lcc +lat_1=45 +lat_2=55 +lat_0=50 +lon_0=100 +datum=WGS84"};
  for (const char* definition : definitions) {
    CAPTURE(definition);
    const auto projection = Projection::from_definition(definition);
    BaseMapRequest request;
    request.window = {{-1e7, -1e7}, {1e7, 1e7}};
    request.tolerance = 5000;
    request.scale_denominator = 80e6;
    const auto geometry = un().read(projection, request);
    int wrong = 0;
    int all = 0;
    for (double lat = -84; lat < 84; lat += 8.1) {
      for (double lon = -179; lon < 180; lon += 9.3) {
        const auto p = projection.project(at(lon, lat));
        if (!p || std::abs(p->x) > 9.9e6 || std::abs(p->y) > 9.9e6) continue;
        ++all;
        wrong += covers(geometry.land, *p) != !un().country_at(at(lon, lat)).empty();
      }
    }
    CHECK(all > 100);
    CHECK(wrong <= all / 50);  // places within a pixel of the coast
  }
}

TEST_CASE("scales choose what is shown", "[geo]") {
  const auto far = view(un(), Projection::for_extent({100, 30, 150, 60}), at(130, 45), 20e6);
  const auto near = view(un(), Projection::for_extent({125, 40, 138, 48}), at(132, 44), 8e6);
  const auto first_level = [](const View& v) {
    return std::count_if(v.geometry.borders.begin(), v.geometry.borders.end(), [](const auto& b) { return b.kind == BorderKind::FirstLevel; });
  };
  CHECK(first_level(far) == 0);
  CHECK(first_level(near) > 0);
  const auto deepest = [](const View& v) {
    int rank = -1;
    for (const auto& river : v.geometry.rivers) rank = std::max(rank, river.rank);
    return rank;
  };
  CHECK(deepest(near) > deepest(far));
  CHECK_FALSE(near.geometry.lakes.empty());
  CHECK(covers(near.geometry.lakes, *near.projection.project(at(132.4, 45.0))));  // Khanka
}

TEST_CASE("labels lie inside the largest part of their country", "[geo]") {
  const auto& labels = un().country_labels();
  CHECK(labels.size() > 200);
  CHECK(std::is_sorted(labels.begin(), labels.end(), [](const auto& a, const auto& b) { return a.iso2 < b.iso2; }));
  for (const auto& label : labels) {
    CAPTURE(label.iso2);
    CHECK(un().country_at(label.point) == label.iso2);
    CHECK(label.box.contains(label.point));
    CHECK(label.area_km2 > 0);
  }
  const auto russia = std::find_if(labels.begin(), labels.end(), [](const auto& l) { return l.iso2 == "RU"; });
  REQUIRE(russia != labels.end());
  CHECK(russia->area_km2 == Approx(16.3e6).epsilon(0.05));
  CHECK(russia->name == "Russia");
  CHECK(russia->box.crosses_date_line());
}

TEST_CASE("views are named, others are refused", "[geo]") {
  const auto names = un().worldviews();
  CHECK(std::find(names.begin(), names.end(), "un") != names.end());
  CHECK(std::find(names.begin(), names.end(), "de_facto") != names.end());
  CHECK(un().worldview() == "un");
  CHECK(BaseMap::open(find_data_folder(), "neutral").worldview() == "un");
  CHECK(BaseMap::open(find_data_folder(), "de-facto").worldview() == "de_facto");
  CHECK_THROWS_AS(BaseMap::open(find_data_folder(), "atlantis"), InputError);
  CHECK_THROWS_WITH(BaseMap::open(find_data_folder(), "atlantis"), Catch::Contains("atlantis"));
}

TEST_CASE("the same request gives the same geometry", "[geo]") {
  const auto a = view(un(), Projection::for_extent({120, 35, 140, 50}), at(130, 43), 15e6);
  const auto b = view(un(), Projection::for_extent({120, 35, 140, 50}), at(130, 43), 15e6);
  REQUIRE(a.geometry.land.size() == b.geometry.land.size());
  for (std::size_t i = 0; i < a.geometry.land.size(); ++i) CHECK(a.geometry.land[i].rings == b.geometry.land[i].rings);
  CHECK(a.geometry.coast == b.geometry.coast);
}
