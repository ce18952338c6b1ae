#include <catch2/catch.hpp>

#include <algorithm>

#include "render/panel_marks.hpp"
#include "render/panels.hpp"
#include "tests/render/story_scene.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

// A presence at each of the places.
Scene scene_of(std::vector<ScenePlace> places) {
  Scene s;
  s.places = std::move(places);
  for (std::size_t i = 0; i < s.places.size(); ++i) {
    Mark m;
    m.number = static_cast<int>(i) + 1;
    m.sites = {i};
    s.marks.push_back(m);
  }
  return s;
}

ScenePlace box_country(const std::string& name, double west, double south, double east, double north) {
  ScenePlace p{name, name, PlaceShape::Country, test::at((west + east) / 2, (south + north) / 2), Meters(0), {}, name, {}, {}};
  p.outline = {{{test::at(west, south), test::at(east, south), test::at(east, north), test::at(west, north)}, {}}};
  return p;
}

}  // namespace

TEST_CASE("no place gives no panel", "[render]") {
  CHECK(plan_panels({}).empty());
  Scene unused;
  unused.places = {test::city("A", 0, 0)};
  CHECK(plan_panels(unused).empty());
}

TEST_CASE("one town is shown with surroundings of some hundred kilometres", "[render]") {
  const auto plans = plan_panels(scene_of({test::city("A", 10, 50)}));
  REQUIRE(plans.size() == 1);
  CHECK(diagonal(plans[0].extent).value() > 300'000);
  CHECK(diagonal(plans[0].extent).value() < 400'000);
}

TEST_CASE("a crowd far from another place gets a panel of its own, and the crowd is the main one", "[render]") {
  const auto plans = plan_panels(scene_of({test::city("far", 37, 48), test::city("A", 131.9, 43.1), test::city("B", 131.9, 43.8), test::city("C", 135, 48.5)}));
  REQUIRE(plans.size() == 2);
  CHECK(plans[0].places == std::vector<std::size_t>{1, 2, 3});
  CHECK(plans[1].places == std::vector<std::size_t>{0});
}

TEST_CASE("towns an hour's drive apart stay in one panel with a wide view, however near each other two of them are", "[render]") {
  const auto plans = plan_panels(scene_of({test::city("A", 29.23, -1.68), test::city("B", 29.26, -1.70), test::city("C", 29.05, -1.57), test::city("D", 29.14, -3.40)}));
  REQUIRE(plans.size() == 1);
  CHECK(diagonal(plans[0].extent).value() >= 199'000);
}

TEST_CASE("a country whose arrow ends in another panel is not squeezed into this one", "[render]") {
  Scene s = scene_of({test::city("A", 29, -1.6), test::city("B", 29.3, -1.9), test::city("C", 28.8, -1.2), test::city("far", 120, 24), test::city("farther", 131, -12)});
  s.places.push_back(box_country("sender", 17, -35, 32, -22));
  Mark m;
  m.number = 6;
  m.origin = 5, m.destinations = {0};
  s.marks.push_back(m);
  const auto plans = plan_panels(s);
  REQUIRE(plans.size() == 2);
  for (const auto& plan : plans) CHECK(std::ranges::find(plan.places, 5) == plan.places.end());
}

TEST_CASE("two far places share one panel: nothing is crowded", "[render]") {
  CHECK(plan_panels(scene_of({test::city("A", 37, 55), test::city("B", 131, 43)})).size() == 1);
}

TEST_CASE("clusters on both sides of the date line are one", "[render]") {
  const auto plans = plan_panels(scene_of({test::city("A", 179.5, 66), test::city("B", -179, 65.5), test::city("C", -178, 66.2)}));
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].extent.crosses_date_line());
  CHECK(plans[0].extent.longitude_span() < 30);
}

TEST_CASE("a country of the cluster's size is shown whole, one far bigger does not widen the panel", "[render]") {
  Scene s = scene_of({test::city("A", 10, 50), test::city("B", 14, 52)});
  s.places.push_back(box_country("near", 8, 47, 12, 50));
  s.places.push_back(box_country("huge", 20, 40, 120, 75));
  Mark m;
  m.number = 3;
  m.origin = 2, m.destinations = {3};
  s.marks.push_back(m);
  const auto plans = plan_panels(s);
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].extent.west <= 8);
  CHECK(plans[0].extent.east < 20);
}

TEST_CASE("a lone area takes its country with it", "[render]") {
  ScenePlace area = box_country("XX", 4, 4, 6, 6);
  area.shape = PlaceShape::Area;
  ScenePlace whole = box_country("XX", 0, 0, 8, 8);
  const auto plans = plan_panels(scene_of({area, whole}));
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].extent.west <= 0.01);
  CHECK(plans[0].places.size() == 2);
}

TEST_CASE("countries alone make a panel", "[render]") {
  const auto plans = plan_panels(scene_of({box_country("A", 0, 40, 8, 48), box_country("B", 9, 40, 18, 48)}));
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].places.size() == 2);
}

TEST_CASE("places at the poles and at one point can be planned", "[render]") {
  CHECK(plan_panels(scene_of({test::city("pole", 0, 90), test::city("other", 100, 89)})).size() == 1);
  CHECK(plan_panels(scene_of({test::city("A", 5, 5), test::city("B", 5, 5), test::city("C", 5, 5)})).size() == 1);
}

TEST_CASE("there are never more panels than allowed", "[render]") {
  std::vector<ScenePlace> places;
  for (int cluster = 0; cluster < 6; ++cluster) {
    for (int i = 0; i < 4; ++i) places.push_back(test::city("p", -150 + 55 * cluster + 0.1 * i, 10.0 * (cluster % 3)));
  }
  CHECK(plan_panels(scene_of(places), 3).size() == 3);
  CHECK(plan_panels(scene_of(places), 1).size() == 1);
}

TEST_CASE("a map of most of the world is turned so that arrows are short", "[render]") {
  Scene s = scene_of({test::city("Kyiv", 30.5, 50.5), test::city("Sydney", 151, -34), test::city("Los Angeles", -118, 34), test::city("Bogotá", -74, 4.7)});
  for (const std::size_t from : {1, 2, 3}) {
    Mark m;
    m.origin = from, m.destinations = {0};
    s.marks.push_back(m);
  }
  const auto plans = plan_panels(s);
  REQUIRE(plans.size() == 1);
  CHECK_FALSE(plans[0].extent.crosses_date_line());
}

TEST_CASE("an arrow to a place of another panel that lies in this one ends there, and arrives in the other, too", "[render]") {
  Scene scene = test::empty_scene("Two towns");
  scene.places = {test::city("West", 28, 50), test::city("East", 31, 50.2)};
  Mark& mark = test::add_mark(scene, MarkKind::Movement, MarkStatus::Reported, "West to East");
  mark.origin = 0, mark.destinations = {1};
  const geo::Box wide{25, 48, 34, 52}, near{30.8, 50.1, 31.2, 50.3};
  std::vector<Panel> panels;
  panels.push_back(make_panel(scene, {{0}, wide, 1}, MapFrame::fit(wide, {0, 0, 700, 500}, 40, "")));
  panels.push_back(make_panel(scene, {{1}, near, 1}, MapFrame::fit(near, {720, 0, 1000, 300}, 40, "")));
  const auto marks = distribute_marks(scene, panels);
  REQUIRE(marks[0].arrows.size() == 1);
  CHECK(marks[0].arrows[0].beyond.empty());
  CHECK(distance(marks[0].arrows[0].line.end, panels[0].places[1].center) < 12);
  REQUIRE(marks[1].arrows.size() == 1);
  CHECK(marks[1].arrows[0].beyond.find("from West") == 0);
}
