// The rules of docs/cartography.md that can be computed, on every test scene.
#include <cmath>
#include <map>
#include <numbers>
#include <set>

#include <catch2/catch.hpp>

#include "render/compose.hpp"
#include "tests/render/story_scene.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

using test::SceneCase;

Composition compose_anew(const SceneCase& c) {
  DrawOptions options;
  options.width = c.width;
  options.height = c.height;
  return compose(c.make(), test::base_map(), test::light_style(), options);
}

// Each scene is drawn once for all rules.
const Composition& compose_case(const SceneCase& c) {
  static std::map<const SceneCase*, Composition> made;
  const auto found = made.find(&c);
  return found != made.end() ? found->second : made.emplace(&c, compose_anew(c)).first->second;
}

struct Named {
  std::string name;
  PageBox box;
};

// Everything that must not overlap: labels, badges, heads, dots, the scale bar. Halos are checked as discs.
std::vector<Named> things(const PanelPicture& p, const Scene& scene) {
  std::vector<Named> all;
  for (const PlacedBadge& b : p.labels.badges) all.push_back({"badge " + std::to_string(scene.marks[b.mark].number), b.box});
  for (const auto* texts : {&p.labels.event_texts, &p.labels.context_texts}) {
    for (const PlacedText& t : *texts) {
      for (const PageBox& box : t.boxes()) all.push_back({"label " + t.block.lines.front().text, box});
    }
  }
  for (const MarkedArrow& a : p.marks.arrows) {
    all.push_back({"head " + std::to_string(scene.marks[a.mark].number), make_head(a.line, head_length(a.look.width), head_width(a.look.width)).box()});
  }
  for (const PlacedDot& d : p.labels.dots) all.push_back({"dot", box_at(d.center, 4, 4)});
  all.push_back({"scale bar", p.scale_bar});
  if (p.inset) all.push_back({"locator", *p.inset});
  return all;
}

bool is_finite(PagePoint p) { return std::isfinite(p.x) && std::isfinite(p.y); }

}  // namespace

TEST_CASE("labels, badges, heads and symbols do not overlap", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    const Scene scene = c.make();
    for (const PanelPicture& p : compose_case(c).panels) {
      const auto all = things(p, scene);
      for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
          // Heads of several arrows into one place may share the room in front of its halo.
          if (all[i].name.starts_with("head") && all[j].name.starts_with("head")) continue;
          if (all[i].name.starts_with("label") && all[i].name == all[j].name) continue;   // parts of one slanting name
          INFO(c.name << ": " << all[i].name << " and " << all[j].name);
          CHECK_FALSE(all[i].box.overlaps(all[j].box));
        }
      }
    }
  }
}

TEST_CASE("no label lies on the halo of a place", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    const Composition made = compose_case(c);
    for (const PanelPicture& p : made.panels) {
      for (const auto& disc : p.labels.obstacles.discs) {
        for (const auto* texts : {&p.labels.event_texts, &p.labels.context_texts}) {
          for (const PlacedText& t : *texts) {
            INFO(c.name << ": " << t.block.lines.front().text);
            for (const PageBox& box : t.boxes()) CHECK(distance_to_box(disc.center, box) > disc.radius - 1.6);
          }
        }
      }
    }
  }
}

TEST_CASE("everything in a panel lies inside its frame, places with a margin of 6 %", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    const Scene scene = c.make();
    for (const PanelPicture& p : compose_case(c).panels) {
      for (const Named& t : things(p, scene)) {
        INFO(c.name << ": " << t.name);
        CHECK(holds(p.frame, t.box));
      }
      for (const auto& disc : p.labels.obstacles.discs) {
        INFO(c.name);
        CHECK(event_bounds(p.frame).contains(disc.center));
      }
    }
  }
}

TEST_CASE("panels, key, locator, notes and furniture do not overlap and stay on the page", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    const Composition made = compose_case(c);
    std::vector<Named> boxes{{"header", made.layout.header}, {"footer", made.layout.footer}};
    for (const PageBox& b : made.layout.panels) boxes.push_back({"panel", {b.left, b.top, b.right, b.bottom + caption_height}});
    for (const PageBox& b : made.layout.notes) boxes.push_back({"notes", b});
    const bool inset = !made.panels.empty() && made.panels.front().inset;
    if (inset) CHECK(holds(made.layout.panels.front(), *made.layout.locator));
    else if (made.layout.locator) boxes.push_back({"locator", *made.layout.locator});
    if (!made.key.empty()) boxes.push_back({"key", made.layout.key});
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      INFO(c.name << ": " << boxes[i].name);
      CHECK(holds({0, 0, c.width, made.drawing.pages.front().height}, boxes[i].box));
      for (std::size_t j = i + 1; j < boxes.size(); ++j) {
        INFO(boxes[j].name);
        CHECK_FALSE(boxes[i].box.overlaps(boxes[j].box));
      }
    }
  }
}

TEST_CASE("the key explains exactly the symbols that are drawn", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    const Scene scene = c.make();
    const Composition made = compose_case(c);
    std::set<Symbol> drawn, explained;
    for (const PanelPicture& p : made.panels) {
      for (const auto& [symbol, events] : p.marks.symbols(scene)) drawn.insert(symbol);
    }
    for (const KeyEntry& e : made.key) {
      if (e.symbol != Symbol::Widths) explained.insert(e.symbol);
    }
    INFO(c.name);
    CHECK(drawn == explained);
  }
}

TEST_CASE("every mark with a place has its badge, and every badge its note", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    const Scene scene = c.make();
    const Composition made = compose_case(c);
    std::set<int> badges;
    for (const PanelPicture& p : made.panels) {
      for (const PlacedBadge& b : p.labels.badges) badges.insert(scene.marks[b.mark].number);
    }
    const std::set<int> notes(made.notes.begin(), made.notes.end());
    INFO(c.name);
    if (!made.panels.empty()) CHECK(badges.size() == scene.marks.size());
    CHECK(notes.size() + made.notes_left == scene.notes.size());
    if (made.notes_left == 0) {
      for (const int number : badges) CHECK(notes.contains(number));
    }
  }
}

TEST_CASE("text is never smaller than 10 px, and in at most four sizes on the map and three in the notes", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    for (const Page& page : compose_case(c).drawing.pages) {
      std::set<double> in_map, in_notes;
      std::string part;
      int depth = 0;
      for (const DisplayItem& item : page.items) {
        if (const auto* open = std::get_if<BeginGroup>(&item)) {
          if (depth++ == 0) part = open->id;
        } else if (std::holds_alternative<EndGroup>(item)) {
          --depth;
        } else if (const auto* text = std::get_if<TextItem>(&item)) {
          INFO(c.name << ": " << text->text);
          CHECK((text->style.size >= 10 || text->text == "n"));
          if (depth > 0 && part.starts_with("panel")) in_map.insert(text->style.size);
          if (depth > 0 && part == "notes") in_notes.insert(text->style.size);
        }
      }
      INFO(c.name);
      CHECK(in_map.size() <= 5);   // four of labels and the badges' digits, where they differ
      CHECK(in_notes.size() <= 4); // three, and the badges' digits
    }
  }
}

TEST_CASE("at most 25 context labels stand in a panel and no name stands there twice", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    for (const PanelPicture& p : compose_case(c).panels) {
      INFO(c.name);
      CHECK(p.labels.context_texts.size() <= 25);
      std::set<std::string> names;
      for (const PlacedText& t : p.labels.context_texts) {
        std::string name;
        for (const TextLine& line : t.block.lines) name += line.text + " ";
        INFO(name);
        CHECK(names.insert(name).second);
      }
    }
  }
}

TEST_CASE("leader lines are short and cross neither each other nor an arrow", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    for (const PanelPicture& p : compose_case(c).panels) {
      const auto& leaders = p.labels.leaders;
      for (std::size_t i = 0; i < leaders.size(); ++i) {
        INFO(c.name);
        CHECK(distance(leaders[i].a, leaders[i].b) < 40);
        int symbols = 0;
        for (const auto& disc : p.labels.obstacles.discs) symbols += distance_to_segment(disc.center, leaders[i]) < disc.radius - 1;
        CHECK(symbols <= 1);   // its own
        for (std::size_t j = i + 1; j < leaders.size(); ++j) CHECK_FALSE(crossing(leaders[i], leaders[j]).has_value());
        for (const MarkedArrow& a : p.marks.arrows) {
          const auto line = a.line.sampled(24);
          for (std::size_t k = 1; k < line.size(); ++k) CHECK_FALSE(crossing(leaders[i], {line[k - 1], line[k]}).has_value());
        }
      }
    }
  }
}

TEST_CASE("the words of an arrow stand next to its line and nearer to it than to a strange town", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    const Scene scene = c.make();
    for (const PanelPicture& p : compose_case(c).panels) {
      for (const PlacedText& t : p.labels.event_texts) {
        if (!t.mark) continue;
        double own = 1e9;
        for (const MarkedArrow& a : p.marks.arrows) {
          if (a.mark != *t.mark) continue;
          for (const PagePoint q : a.line.sampled(200)) {
            own = std::min(own, distance_to_box(q, t.box));
            // Where the line has no room for the badge it stands between the line and the words.
            for (const PlacedBadge& b : p.labels.badges) {
              if (b.mark == a.mark && b.box.grown(8).overlaps(t.box)) own = std::min(own, distance_to_box(q, b.box));
            }
          }
        }
        INFO(c.name << ": " << t.block.lines.front().text);
        CHECK(own < 26);
        for (const auto& disc : p.labels.obstacles.discs) {
          bool is_end = false;
          for (const MarkedArrow& a : p.marks.arrows) is_end = is_end || (a.mark == *t.mark && std::min(distance(a.line.start, disc.center), distance(a.line.end, disc.center)) < disc.radius + 8);
          if (!is_end) CHECK(distance_to_box(disc.center, t.box) - disc.radius > own - 6);
        }
      }
    }
  }
}

TEST_CASE("only maps of the world and of the poles have a graticule, and its names stand at the frame", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    bool found = false;
    for (const Page& page : compose_case(c).drawing.pages) {
      for (const DisplayItem& item : page.items) {
        const auto* open = std::get_if<BeginGroup>(&item);
        found = found || (open != nullptr && open->id == "graticule-1");
      }
    }
    const std::string name = c.name;
    INFO(name);
    // Fiji with Chukotka spans a hemisphere; Svalbard lies beyond 66 degrees.
    CHECK(found == (name == "world" || name == "antarctic" || name == "date-line" || name == "svalbard"));
  }
}

TEST_CASE("nothing on a page is infinite or not a number", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    for (const Page& page : compose_case(c).drawing.pages) {
      for (const DisplayItem& item : page.items) {
        INFO(c.name);
        if (const auto* text = std::get_if<TextItem>(&item)) {
          REQUIRE(is_finite(text->at));
        } else if (const auto* path = std::get_if<PathItem>(&item)) {
          for (const PathSegment& s : path->path) {
            if (const auto* m = std::get_if<MoveTo>(&s)) REQUIRE(is_finite(m->to));
            if (const auto* l = std::get_if<LineTo>(&s)) REQUIRE(is_finite(l->to));
            if (const auto* b = std::get_if<CurveTo>(&s)) REQUIRE((is_finite(b->control1) && is_finite(b->control2) && is_finite(b->to)));
          }
        }
      }
    }
  }
}

TEST_CASE("the same scene gives the same pages twice", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    const auto first = compose_case(c).drawing.pages, second = compose_anew(c).drawing.pages;
    REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
      INFO(c.name);
      CHECK(to_text(first[i]) == to_text(second[i]));
    }
  }
}

TEST_CASE("groups are balanced and their ids unique on each page", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    for (const Page& page : compose_case(c).drawing.pages) {
      int depth = 0, clips = 0;
      std::set<std::string> ids;
      for (const DisplayItem& item : page.items) {
        if (const auto* open = std::get_if<BeginGroup>(&item)) {
          ++depth;
          INFO(c.name << ": " << open->id);
          if (!open->id.empty()) CHECK(ids.insert(open->id).second);
        }
        if (std::holds_alternative<EndGroup>(item)) --depth;
        if (std::holds_alternative<PushClip>(item)) ++clips;
        if (std::holds_alternative<PopClip>(item)) --clips;
        CHECK(depth >= 0);
      }
      CHECK(depth == 0);
      CHECK(clips == 0);
    }
  }
}

TEST_CASE("several arrows into one town arrive at least 15 degrees apart", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    for (const PanelPicture& p : compose_case(c).panels) {
      const auto& arrows = p.marks.arrows;
      for (std::size_t i = 0; i < arrows.size(); ++i) {
        for (std::size_t j = i + 1; j < arrows.size(); ++j) {
          if (arrows[i].to != arrows[j].to || c.make().places[arrows[i].to].shape != PlaceShape::City) continue;
          const double spread = std::abs(normalized_angle(angle_of(arrows[i].line.tangent(1)) - angle_of(arrows[j].line.tangent(1))));
          INFO(c.name);
          CHECK(spread * 180 / std::numbers::pi >= 15);
        }
      }
    }
  }
}

// Share of the panel that lies farther than an eighth of its shorter side from every mark and name.
static double empty_share(const PanelPicture& p, const Scene& scene) {
  const double reach = std::min(p.frame.width(), p.frame.height()) / 8;
  std::vector<PageBox> boxes;
  for (const Named& t : things(p, scene)) boxes.push_back(t.box);
  std::vector<PagePoint> points;
  for (const MarkedArrow& a : p.marks.arrows) {
    for (const PagePoint q : a.line.sampled(40)) points.push_back(q);
  }
  for (const auto& disc : p.labels.obstacles.discs) boxes.push_back(box_at(disc.center, 2 * disc.radius, 2 * disc.radius));
  int all = 0, empty = 0;
  for (double x = p.frame.left + 4; x < p.frame.right; x += 8) {
    for (double y = p.frame.top + 4; y < p.frame.bottom; y += 8) {
      const PagePoint q{x, y};
      ++all;
      bool near = std::ranges::any_of(boxes, [&](const PageBox& b) { return distance_to_box(q, b) < reach; }) ||
                  std::ranges::any_of(points, [&](PagePoint o) { return distance(q, o) < reach; });
      empty += near ? 0 : 1;
    }
  }
  return static_cast<double>(empty) / all;
}

TEST_CASE("no panel is empty over more than three fifths", "[render]") {
  for (const SceneCase& c : test::scene_cases()) {
    const Scene scene = c.make();
    for (const PanelPicture& p : compose_case(c).panels) {
      INFO(c.name << ": " << p.caption);
      const double share = empty_share(p, scene);
      // Three buildings within two kilometres: the data know nothing else there, and farther off they would be one.
      CHECK(share <= (std::string(c.name) == "village" ? 0.67 : 0.6));
    }
  }
}
