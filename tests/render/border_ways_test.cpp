#include <catch2/catch.hpp>

#include "render/border_ways.hpp"
#include "render/compose.hpp"
#include "tests/render/story_scene.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

const PageBox page{0, 0, 800, 600};
PageRing box_ring(double left, double top, double right, double bottom) { return {{left, top}, {right, top}, {right, bottom}, {left, bottom}}; }

// A frame on which land is whatever the rings say.
LandMask mask_of(const std::vector<PageRing>& rings) {
  std::vector<std::vector<PageRing>> land;
  for (const PageRing& r : rings) land.push_back({r});
  return LandMask(page, land);
}

}  // namespace

TEST_CASE("an arrow between neighbours crosses their common border and nothing else", "[render]") {
  const std::vector<PageRing> west{box_ring(100, 100, 400, 500)}, east{box_ring(400, 100, 700, 500)};
  const auto ways = border_crossings(west, east, page);
  REQUIRE(ways.size() >= 3);
  for (const OutlinePair& way : ways) {
    CHECK(inside(way.start, west));
    CHECK(inside(way.end, east));
    CHECK(distance(way.start, way.end) < 120);
  }
  for (std::size_t i = 0; i < ways.size(); ++i) {
    for (std::size_t j = i + 1; j < ways.size(); ++j) CHECK_FALSE(crossing({ways[i].start, ways[i].end}, {ways[j].start, ways[j].end}).has_value());
  }
}

TEST_CASE("areas that do not touch have no border to cross", "[render]") {
  const std::vector<PageRing> west{box_ring(100, 100, 300, 500)}, east{box_ring(400, 100, 700, 500)};
  CHECK(border_crossings(west, east, page).empty());
}

TEST_CASE("ways across a short border avoid the land of a third country", "[render]") {
  // The two meet only in the lowest 30 px; a third lies between them above.
  const std::vector<PageRing> west{box_ring(100, 100, 300, 500)}, east{box_ring(300, 470, 700, 500), box_ring(400, 100, 700, 471)};
  const std::vector<PageRing> third{box_ring(300, 100, 400, 470)};
  const LandMask mask = mask_of({west[0], east[0], east[1], third[0]});
  const auto ways = border_crossings(west, east, page, &mask);
  REQUIRE_FALSE(ways.empty());
  for (const OutlinePair& way : ways) {
    for (int i = 0; i <= 20; ++i) CHECK_FALSE(inside(way.start + (way.end - way.start) * (i / 20.0), std::vector<PageRing>{box_ring(304, 100, 396, 466)}));
  }
}

TEST_CASE("the country of a town that the same event names gets no arrow of its own", "[render]") {
  Scene s = test::empty_scene("Neighbours");
  s.places = {test::country("Ukraine", "UA"), test::country("Poland", "PL"), test::city("Lublin", 22.57, 51.25, "PL")};
  Mark& m = test::add_mark(s, MarkKind::Movement, MarkStatus::Reported, "A battalion");
  m.origin = 0, m.destinations = {1, 2};
  const auto arrows_to = [&](std::size_t place) {
    std::size_t count = 0;
    for (const PanelPicture& p : compose(s, test::base_map(), test::light_style(), {}).panels) count += static_cast<std::size_t>(std::ranges::count(p.marks.arrows, place, &MarkedArrow::to));
    return count;
  };
  CHECK(arrows_to(1) == 0);
  CHECK(arrows_to(2) == 1);
  m.destinations = {1};
  CHECK(arrows_to(1) == 1);
}

TEST_CASE("an arrow between neighbouring countries is short on a real map", "[render]") {
  Scene s = test::empty_scene("Neighbours");
  s.places = {test::country("Belarus", "BY"), test::country("Ukraine", "UA")};
  for (const MarkStatus status : {MarkStatus::Planned, MarkStatus::Reported, MarkStatus::Conditional}) {
    Mark& m = test::add_mark(s, MarkKind::Movement, status, "A column");
    m.origin = 0, m.destinations = {1};
  }
  const Composition c = compose(s, test::base_map(), test::light_style(), {});
  REQUIRE(c.panels.size() == 1);
  REQUIRE(c.panels[0].marks.arrows.size() == 3);
  for (const MarkedArrow& a : c.panels[0].marks.arrows) {
    CHECK(a.line.length() < 0.25 * std::min(c.panels[0].frame.width(), c.panels[0].frame.height()));
    for (const MarkedArrow& b : c.panels[0].marks.arrows) {
      if (&a != &b) CHECK(distance(a.line.end, b.line.end) > 12);
    }
  }
}

TEST_CASE("reports of one way share a line and keep a badge each", "[render]") {
  Scene s = test::empty_scene("One way");
  s.places = {test::country("Belarus", "BY"), test::country("Ukraine", "UA")};
  for (int i = 0; i < 3; ++i) {
    Mark& m = test::add_mark(s, MarkKind::Movement, MarkStatus::Planned, "A column");
    m.origin = 0, m.destinations = {1}, m.denied = i == 1, m.quantity_label = std::to_string(i + 1) + "00 soldiers";
  }
  const Composition c = compose(s, test::base_map(), test::light_style(), {});
  REQUIRE(c.panels.size() == 1);
  REQUIRE(c.panels[0].marks.arrows.size() == 1);
  const MarkedArrow& line = c.panels[0].marks.arrows[0];
  CHECK(line.marks() == std::vector<std::size_t>{0, 1, 2});
  CHECK(line.look.denied);
  CHECK(c.panels[0].labels.badges.size() == 3);
  const SymbolUse use = c.panels[0].marks.symbols(s);
  CHECK(use.at(Symbol::ArrowDenied) == std::set<int>{2});
  CHECK(use.at(Symbol::ArrowPlanned) == std::set<int>{1, 2, 3});
}
