#include <set>

#include <catch2/catch.hpp>

#include "render/compose.hpp"
#include "tests/render/story_scene.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {
bool says(const Page& page, const std::string& part) {
  for (const DisplayItem& item : page.items) {
    const auto* text = std::get_if<TextItem>(&item);
    if (text != nullptr && text->text.find(part) != std::string::npos) return true;
  }
  return false;
}
}  // namespace

TEST_CASE("small multiples share extent and scale, and each shows the marks of its time", "[render]") {
  const Scene scene = test::weekly_story();
  const Composition c = compose(scene, test::base_map(), test::light_style(), {});
  REQUIRE(c.panels.size() == scene.periods.size());
  std::set<int> badges;
  for (std::size_t i = 0; i < c.panels.size(); ++i) {
    INFO(scene.periods[i].caption);
    CHECK(c.panels[i].frame.width() == Approx(c.panels[0].frame.width()));
    CHECK(c.panels[i].frame.height() == Approx(c.panels[0].frame.height()));
    CHECK(c.panels[i].caption.find(scene.periods[i].caption) == 0);
    CHECK(says(c.drawing.pages[0], scene.periods[i].caption));
    std::set<std::size_t> shown;
    for (const PlacedBadge& b : c.panels[i].labels.badges) shown.insert(b.mark), badges.insert(scene.marks[b.mark].number);
    CHECK(shown == std::set<std::size_t>(scene.periods[i].marks.begin(), scene.periods[i].marks.end()));
    for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(c.panels[i].frame.overlaps(c.panels[j].frame));
  }
  CHECK(badges.size() == scene.marks.size());
  CHECK(c.notes.size() == scene.notes.size());
  // The scale after the date is the same in every caption.
  const auto scale = [](const std::string& caption) { return caption.substr(caption.find("1 : ")); };
  for (const PanelPicture& p : c.panels) CHECK(scale(p.caption) == scale(c.panels[0].caption));
}

TEST_CASE("small multiples keep far clusters in panels of their own, and leave out those in which nothing happened", "[render]") {
  Scene scene = test::far_east_story();
  // The Far East and Donetsk in the first period, the Far East alone in the second.
  scene.periods = {{"7–13 Oct 2024", {0, 1, 2, 5, 6, 7}}, {"14–20 Oct 2024", {3, 4}}};
  const Composition c = compose(scene, test::base_map(), test::light_style(), {});
  REQUIRE(c.panels.size() == 3);
  CHECK(c.panels[0].caption.find("7–13") == 0);
  CHECK(c.panels[1].caption.find("7–13") == 0);
  CHECK(c.panels[2].caption.find("14–20") == 0);
  const auto scale = [](const std::string& caption) { return caption.substr(caption.find("1 : "), caption.find("lion") - caption.find("1 : ")); };
  CHECK(scale(c.panels[0].caption) == scale(c.panels[2].caption));
  CHECK(scale(c.panels[0].caption) != scale(c.panels[1].caption));
  std::set<std::size_t> first, second;
  for (const std::size_t panel : {0, 1}) {
    for (const PlacedBadge& b : c.panels[panel].labels.badges) first.insert(b.mark);
  }
  for (const PlacedBadge& b : c.panels[2].labels.badges) second.insert(b.mark);
  CHECK(first == std::set<std::size_t>(scene.periods[0].marks.begin(), scene.periods[0].marks.end()));
  CHECK(second == std::set<std::size_t>(scene.periods[1].marks.begin(), scene.periods[1].marks.end()));
}

TEST_CASE("without notes the map takes their room, and the small print stays", "[render]") {
  const Scene scene = test::far_east_story();
  DrawOptions options;
  const double with = compose(scene, test::base_map(), test::light_style(), options).panels[0].frame.width();
  options.notes = DrawOptions::Notes::None;
  const Composition c = compose(scene, test::base_map(), test::light_style(), options);
  CHECK(c.panels[0].frame.width() > with * 1.2);
  CHECK(c.notes.empty());
  CHECK(c.notes_left == 0);
  CHECK(says(c.drawing.pages[0], scene.title));
  CHECK(says(c.drawing.pages[0], "not independently verified"));
  CHECK_FALSE(says(c.drawing.pages[0], "more, see"));
}

TEST_CASE("a map for embedding has its words in a caption below it", "[render]") {
  const Scene scene = test::lone_point_story();
  DrawOptions options;
  options.width = 640, options.height = 480;
  options.notes = DrawOptions::Notes::Caption;
  const Composition c = compose(scene, test::base_map(), test::light_style(), options);
  CHECK(c.panels[0].frame.top < 40);
  CHECK(c.notes.empty());
  bool title_below = false;
  for (const DisplayItem& item : c.drawing.pages[0].items) {
    const auto* text = std::get_if<TextItem>(&item);
    if (text == nullptr || text->text.find(scene.title) == std::string::npos) continue;
    title_below = text->at.y > c.panels[0].frame.bottom;
    CHECK(text->style.size < 14);
  }
  CHECK(title_below);
  CHECK(says(c.drawing.pages[0], "not independently verified"));
  CHECK(says(c.drawing.pages[0], "Natural Earth"));
}
