// Seas that reports name, and names of waters on maps that do not show their middles.
#include <catch2/catch.hpp>

#include "render/compose.hpp"
#include "render/sea_ground.hpp"
#include "tests/render/story_scene.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

geo::MultiPolygon box_outline(const geo::Box& box) {
  return {{{test::at(box.west, box.south), test::at(box.east, box.south), test::at(box.east, box.north), test::at(box.west, box.north)}, {}}};
}

ScenePlace sea(const std::string& name, double lon, double lat, const geo::Box& box, std::vector<geo::Box> parts = {}) {
  return {"test:" + name, name, PlaceShape::Water, test::at(lon, lat), Meters(500'000), box_outline(box), "", std::move(parts), {}};
}

Scene::ContextLabel water(const std::string& name, double lon, double lat, const geo::Box& box, std::vector<geo::Box> parts = {}) {
  return {name, test::at(lon, lat), box, true, std::move(parts)};
}

Mark mark(int number, MarkKind kind) {
  Mark m;
  m.number = number, m.kind = kind, m.title = "Ships";
  return m;
}

Composition composed(const Scene& scene) {
  DrawOptions options;
  options.width = 1200, options.height = 800;
  return compose(scene, test::base_map(), test::light_style(), options);
}

std::optional<PlacedText> name_of(const std::vector<PlacedText>& texts, const std::string& name) {
  for (const PlacedText& text : texts) {
    for (const TextLine& line : text.block.lines) {
      if (line.text == name) return text;
    }
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("a sea of a report has waves on its water and no edge, and an arrow to it ends where the way is short", "[render]") {
  Scene scene;
  scene.places = {test::city("Lisbon", -9.14, 38.72, "PT"), test::city("Casablanca", -7.6, 33.6, "MA"), sea("Atlantic Ocean", -30, 15, {-83, -60, 20, 68})};
  scene.marks = {mark(1, MarkKind::Movement), mark(2, MarkKind::Presence)};
  scene.marks[0].origin = 0, scene.marks[0].destinations = {2};
  scene.marks[1].sites = {1};
  scene.context_labels = {water("Mediterranean Sea", 17, 35.5, {-5.6, 30, 36.3, 45.8})};
  const Composition c = composed(scene);
  const PanelPicture& panel = c.panels.front();
  CHECK(std::ranges::none_of(panel.items, [](const DisplayItem& item) {
    const auto* path = std::get_if<PathItem>(&item);
    return path != nullptr && path->hatch;
  }));
  CHECK(panel.marks.symbols(scene).contains(Symbol::Waves));
  REQUIRE(panel.marks.arrows.size() == 1);
  const Curve& line = panel.marks.arrows.front().line;
  CHECK(line.length() > 60);
  CHECK(line.length() < 0.6 * panel.frame.width());
  const auto name = name_of(panel.labels.event_texts, "Atlantic Ocean");
  REQUIRE(name);
  CHECK(name->block.lines.front().text == "somewhere on");
}

TEST_CASE("an ocean keeps off the seas at its margins", "[render]") {
  Scene scene;
  scene.context_labels = {water("Near Sea", 5, 5, {0, 0, 10, 10})};
  const MapFrame frame = MapFrame::fit({-20, -20, 20, 20}, {0, 0, 400, 400}, 0, "");
  const auto seas = seas_shown(scene, frame);
  const SeaGround ocean(seas, frame, {test::at(-5, -5), {-40, -40, 40, 40}, {}});
  const auto page = [&](double lon, double lat) { return *frame.to_page(test::at(lon, lat)); };
  CHECK(ocean.is_sure());
  CHECK(ocean.holds(page(-8, -8)));
  CHECK_FALSE(ocean.holds(page(5, 5)));
  // A wider sea is no reason to keep off.
  CHECK(SeaGround(seas, frame, {test::at(5, 5), {0, 0, 9, 9}, {}}).holds(page(5, 5)));
}

TEST_CASE("of a sea whose middle the map does not show, only its parts are sure", "[render]") {
  const MapFrame frame = MapFrame::fit({30, 30, 36, 36}, {0, 0, 400, 400}, 0, "");
  const auto page = [&](double lon, double lat) { return *frame.to_page(test::at(lon, lat)); };
  const std::vector<ShownSea> none;
  const SeaReach unknown{test::at(17, 35.5), {-5.6, 30, 36.3, 45.8}, {}};
  CHECK_FALSE(SeaGround(none, frame, unknown).is_sure());
  const SeaGround known(none, frame, {unknown.point, unknown.box, {{23, 30.8, 34, 37}}});
  CHECK(known.is_sure());
  CHECK(known.holds(page(32, 33)));
  CHECK_FALSE(known.holds(page(35, 33)));
}

TEST_CASE("a coast far from the middle of its sea has the sea's name", "[render]") {
  Scene scene;
  scene.places = {test::city("Haifa", 34.99, 32.82, "IL"), test::city("Sidon", 35.37, 33.56, "LB")};
  scene.marks = {mark(1, MarkKind::Presence)};
  scene.marks[0].sites = {0, 1};
  const auto with_parts = [&](std::vector<geo::Box> parts) {
    scene.context_labels = {water("Mediterranean Sea", 17, 35.5, {-5.6, 30, 36.3, 45.8}, std::move(parts))};
    return name_of(composed(scene).panels.front().labels.context_texts, "Mediterranean Sea").has_value();
  };
  CHECK(with_parts({{23, 30.8, 36.5, 37}}));
  CHECK_FALSE(with_parts({}));
}
