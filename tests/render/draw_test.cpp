#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "render/compose.hpp"
#include "tests/render/story_scene.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

Composition made(const Scene& scene, DrawOptions options = {}) { return compose(scene, test::base_map(), test::light_style(), options); }

bool has_text(const Page& page, const std::string& words) {
  for (const DisplayItem& item : page.items) {
    const auto* text = std::get_if<TextItem>(&item);
    if (text != nullptr && text->text.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a story with places 7,000 km apart gets two panels with captions of their own", "[render]") {
  const Composition c = made(test::far_east_story());
  REQUIRE(c.panels.size() == 2);
  CHECK(c.drawing.panels[0].find("North Korea and Russia") == 0);
  CHECK(c.drawing.panels[1].find("Ukraine") == 0);
  CHECK(c.drawing.panels[0].find("1 : ") != std::string::npos);
  CHECK(c.layout.locator.has_value());
}

TEST_CASE("a move to a country beyond the map points the way, claims no route and says where to", "[render]") {
  const Composition c = made(test::far_east_story());
  CHECK(has_text(c.drawing.pages[0], "to Ukraine (7,"));
  CHECK(has_text(c.drawing.pages[0], "km west)"));
  for (const MarkedArrow& a : c.panels[0].marks.arrows) {
    if (a.beyond.empty()) continue;
    CHECK(c.panels[0].frame.contains(a.line.end));
    CHECK(a.look.beyond == Beyond::Target);
    CHECK(a.line.length() < 130);
  }
}

TEST_CASE("an arrow from a country starts on its outline", "[render]") {
  const Scene scene = test::far_east_story();
  const PageBox page{0, 0, 900, 800};
  const auto plans = plan_panels(scene);
  REQUIRE_FALSE(plans.empty());
  std::vector<Panel> panels;
  panels.push_back(make_panel(scene, plans[0], MapFrame::fit(plans[0].extent, page, 60, {})));
  const auto marks = distribute_marks(scene, panels);
  int checked = 0;
  for (const MarkedArrow& a : marks[0].arrows) {
    if (scene.places[a.from].shape != PlaceShape::Country) continue;
    double nearest = 1e9;
    for (const PageRing& ring : panels[0].places[a.from].rings) {
      for (std::size_t i = 0; i < ring.size(); ++i) nearest = std::min(nearest, distance_to_segment(a.line.start, {ring[i], ring[(i + 1) % ring.size()]}));
    }
    // Into a neighbour it crosses the common border, with its tail inside the country.
    if (scene.places[a.to].shape == PlaceShape::City || !a.beyond.empty()) CHECK(nearest < 0.5);
    else CHECK((nearest < 0.5 || inside(a.line.start, panels[0].places[a.from].rings)));
    CHECK(a.look.coarse_start);
    ++checked;
  }
  CHECK(checked == 2);
}

TEST_CASE("a story without a place is a page of notes", "[render]") {
  const Composition c = made(test::placeless_story());
  CHECK(c.panels.empty());
  CHECK(c.key.empty());
  CHECK(c.notes == std::vector<int>{1, 2});
}

TEST_CASE("notes that do not fit are counted, or make the page taller, or go to further pages", "[render]") {
  const Scene scene = test::crowded_story();
  DrawOptions options;
  const Composition cut = made(scene, options);
  CHECK(cut.notes_left > 0);
  CHECK(has_text(cut.drawing.pages[0], "+ " + std::to_string(cut.notes_left) + " more, see the ledger"));

  options.overflow = DrawOptions::Overflow::Grow;
  const Composition grown = made(scene, options);
  CHECK(grown.notes.size() == 60);
  CHECK(grown.drawing.pages.size() == 1);
  CHECK(grown.drawing.pages[0].height > options.height);
  CHECK(grown.layout.footer.bottom <= grown.drawing.pages[0].height);

  options.overflow = DrawOptions::Overflow::NewPage;
  const Composition paged = made(scene, options);
  CHECK(paged.notes.size() == 60);
  CHECK(paged.notes_left == 0);
  CHECK(paged.drawing.pages.size() > 1);
}

TEST_CASE("events are groups with a title, a description and a link", "[render]") {
  const Composition c = made(test::far_east_story());
  int found = 0;
  for (const DisplayItem& item : c.drawing.pages[0].items) {
    const auto* group = std::get_if<BeginGroup>(&item);
    if (group == nullptr || group->id != "event-1") continue;
    ++found;
    CHECK(group->css_class == "event reported not-confirmed");
    CHECK(group->title.find("1,500") == 0);
    CHECK(group->href == "https://example.org/story");
  }
  CHECK(found == 1);
}

TEST_CASE("two events in one town share one label with two badges", "[render]") {
  Scene s = test::lone_point_story();
  test::add_mark(s, MarkKind::Basing, MarkStatus::Planned, "A second event at Tambov").sites = {0};
  const Composition c = made(s);
  REQUIRE(c.panels.size() == 1);
  CHECK(c.panels[0].labels.badges.size() == 2);
  int labels = 0;
  for (const PlacedText& t : c.panels[0].labels.event_texts) labels += t.block.lines.front().text == "Tambov";
  CHECK(labels == 1);
}

TEST_CASE("a picture's size and projection are checked", "[render]") {
  DrawOptions options;
  options.width = 100;
  CHECK_THROWS_AS(made(test::lone_point_story(), options), RenderError);
  options = {};
  options.crs = "no such projection";
  CHECK_THROWS_AS(made(test::lone_point_story(), options), GeoError);
  options.crs = "EPSG:3857";
  CHECK(made(test::lone_point_story(), options).panels.size() == 1);
}

TEST_CASE("characters without a glyph are warned of", "[render]") {
  Scene s = test::placeless_story();
  s.title += " \xF3\xB0\x80\x80";   // private use plane 15
  const Composition c = made(s);
  REQUIRE_FALSE(c.drawing.diagnostics.empty());
  CHECK(c.drawing.diagnostics.back().message.find("U+F0000") != std::string::npos);
}

TEST_CASE("indices of places that do not exist are passed over", "[render]") {
  Scene s = test::lone_point_story();
  Mark& m = test::add_mark(s, MarkKind::Movement, MarkStatus::Reported, "Broken");
  m.origin = 77, m.destinations = {0, 99}, m.sites = {1234};
  CHECK(made(s).panels.size() == 1);
}
