#include "pipeline/tile_layers.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "pipeline/detail/tile_events.hpp"
#include "pipeline/detail/tile_ground.hpp"
#include "pipeline/detail/tile_marks.hpp"
#include "pipeline/detail/tile_workers.hpp"
#include "tests/pipeline/event_rows.hpp"

using namespace dateline;
using namespace dateline::pipeline;
using geo::LonLat;
using test::add_row;
using test::place_at;
using test::site_values;

namespace {

geo::LineString square(double middle, double half) { return {place_at(middle - half, -half), place_at(middle + half, -half), place_at(middle + half, half), place_at(middle - half, half)}; }

std::vector<geo::TileLayer> layers_named(const std::vector<geo::TileLayer>& layers, const std::string& name, int zoom) {
  std::vector<geo::TileLayer> found;
  for (const auto& layer : layers) {
    if (layer.data.name == name && layer.min_zoom <= zoom && zoom <= layer.max_zoom) found.push_back(layer);
  }
  return found;
}

}  // namespace

TEST_CASE("an arrow stops before its place and has a head of its size, a short one a smaller head, a tiny one none", "[pipeline]") {
  constexpr double kPixel = 1.0 / 512;
  const detail::WorldLine line = {{0.1, 0.5}, {0.3, 0.5}, {0.5, 0.5}};
  const auto arrow = detail::make_arrow(line, 5 * kPixel, kPixel);
  REQUIRE(arrow);
  CHECK(arrow->head[0].x == Approx(0.5 - 5 * kPixel));
  CHECK(std::abs(arrow->head[1].y - arrow->head[2].y) == Approx(detail::mark_size::head_width * kPixel));
  CHECK(arrow->shaft.back().x < arrow->head[0].x);
  CHECK(arrow->shaft.back().x > arrow->head[1].x);
  const auto small = detail::make_arrow({{0.5, 0.5}, {0.5 + 10 * kPixel, 0.5}}, 0, kPixel);
  REQUIRE(small);
  CHECK(std::abs(small->head[1].y - small->head[2].y) < detail::mark_size::head_width * kPixel / 2);
  CHECK_FALSE(detail::make_arrow({{0.5, 0.5}, {0.5 + 10 * kPixel, 0.5}}, 6 * kPixel, kPixel));
}

TEST_CASE("a line over the date line does not jump, and comes back to places", "[pipeline]") {
  const geo::LineString line = {place_at(170, 10), place_at(-175, 12), place_at(-160, 10)};
  const auto world = detail::to_world_line(line);
  CHECK(world[2].x - world[0].x == Approx(30.0 / 360));
  const auto back = detail::to_places(world);
  for (std::size_t i = 0; i < line.size(); ++i) {
    CHECK(back[i].lon() == Approx(line[i].lon()));
    CHECK(back[i].lat() == Approx(line[i].lat()));
  }
}

TEST_CASE("badges never overlap, at any zoom, and none is lost", "[pipeline]") {
  auto tables = features::empty_tables();
  // Twelve events in one town, three in towns nearby, one in a region around them.
  for (std::int64_t number = 1; number <= 12; ++number) add_row(tables.sites, place_at(131.9, 43.1), site_values(number, "Porthaven", "reported"));
  for (std::int64_t number = 13; number <= 15; ++number) add_row(tables.sites, place_at(131.9 + 0.02 * static_cast<double>(number), 43.2), site_values(number, "Quay " + std::to_string(number), "planned"));
  add_row(tables.areas, geo::MultiPolygon{{square(131, 5), {}}}, site_values(16, "Eastland", "reported"));
  TileScope scope;
  scope.max_zoom = 9;
  const auto layers = detail::event_layers(tables, scope);
  for (int zoom = 0; zoom <= 9; ++zoom) {
    const auto found = layers_named(layers, "badges", zoom);
    REQUIRE(found.size() == 1);
    const auto& badges = found[0].data.features;
    CHECK(badges.size() == 16);
    const auto number_at = [&](std::size_t i) { return std::get<std::int64_t>(badges[i].values[0]); };
    // In one row they rise from left to right.
    for (std::size_t i = 1; i < 8; ++i) {
      CHECK(std::get<LonLat>(badges[i].geometry).lat() == Approx(std::get<LonLat>(badges[0].geometry).lat()));
      CHECK(number_at(i) == number_at(0) - static_cast<std::int64_t>(i));
    }
    const double size = detail::mark_size::badge / std::ldexp(256.0, zoom) * 0.99;
    for (std::size_t i = 0; i < badges.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const auto a = geo::to_world(std::get<LonLat>(badges[i].geometry)), b = geo::to_world(std::get<LonLat>(badges[k].geometry));
        const double dx = std::abs(a.x - b.x);
        CHECK((std::min(dx, 1 - dx) >= size || std::abs(a.y - b.y) >= size));
      }
    }
  }
  CHECK(layers.back().data.name == "badges");
}

TEST_CASE("a place is one feature, and looks like the most certain of its events", "[pipeline]") {
  auto tables = features::empty_tables();
  add_row(tables.sites, place_at(10, 50), site_values(1, "Midtown", "planned"));
  add_row(tables.sites, place_at(10, 50), site_values(2, "Midtown", "reported"));
  add_row(tables.sites, place_at(10, 50), site_values(3, "Midtown", "denied"));
  const auto layers = detail::event_layers(tables, {});
  const auto sites = layers_named(layers, "sites", 4);
  REQUIRE(sites.size() == 1);
  REQUIRE(sites[0].data.features.size() == 1);
  const auto& fields = sites[0].data.fields;
  const auto slot = std::find_if(fields.begin(), fields.end(), [](const geo::Field& f) { return f.name == "status"; }) - fields.begin();
  CHECK(sites[0].data.features[0].values[static_cast<std::size_t>(slot)] == geo::FieldValue(std::string("reported")));
  // Layers without a feature are there, too: a style's layers must all be known.
  for (const char* name : {"areas", "halos", "movements", "heads", "sites", "badges"}) CHECK_FALSE(layers_named(layers, name, 4).empty());
}

TEST_CASE("work on many threads is taken once each, and a failure on either side ends it", "[pipeline]") {
  for (const int threads : {1, 4}) {
    std::vector<int> taken(200, 0);
    detail::work_in_order_of_finishing<std::size_t>(200, threads, [](std::size_t i) { return i * i; }, [&](std::size_t i, const std::size_t& square_of) { taken[i] += square_of == i * i ? 1 : 100; });
    CHECK(taken == std::vector<int>(200, 1));
    CHECK_THROWS_AS(detail::work_in_order_of_finishing<int>(
                        200, threads, [](std::size_t i) { return i == 50 ? throw std::runtime_error("drawing") : 1; }, [](std::size_t, const int&) {}),
                    std::runtime_error);
    CHECK_THROWS_AS(detail::work_in_order_of_finishing<int>(
                        200, threads, [](std::size_t) { return 1; }, [](std::size_t i, const int&) { if (i > 20) throw std::logic_error("a full disk"); }),
                    std::logic_error);
  }
  detail::work_in_order_of_finishing<int>(0, 3, [](std::size_t) { return 1; }, [](std::size_t, const int&) { FAIL("nothing to take"); });
}

TEST_CASE("a town that an event names stands in the tiles once, a namesake far away and its neighbour stay", "[pipeline]") {
  const auto layer_of = [](const char* name, const std::vector<std::pair<std::string, LonLat>>& places) {
    auto layer = own_layer(name, geo::GeometryKind::Point, {{"name", geo::FieldType::Text}});
    for (const auto& [place, point] : places) layer.data.features.push_back({point, {place}});
    return layer;
  };
  const geo::TileLayers given{layer_of("cities", {{"Olden", place_at(10, 50)}, {"Olden", place_at(40, 50)}, {"Newham", place_at(10.1, 50)}}), layer_of("waters", {{"Olden", place_at(10, 50)}})};
  const auto base = without_named_sites(given, {layer_of("sites", {{"Olden", place_at(10.05, 50.05)}})});
  REQUIRE(base[0].data.features.size() == 2);
  CHECK(std::get<LonLat>(base[0].data.features[0].geometry) == place_at(40, 50));
  CHECK(std::get<std::string>(base[0].data.features[1].values[0]) == "Newham");
  CHECK(base[1].data.features.size() == 1);
  CHECK(base.shared(1) == given.shared(1));
  CHECK(given[0].data.features.size() == 3);
}
