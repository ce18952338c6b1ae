#include <algorithm>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "render/compose.hpp"
#include "render/label_placement.hpp"
#include "render/land_mask.hpp"
#include "render/panel_labels.hpp"
#include "tests/render/story_scene.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

// A scene drawn in characters: '#' takes room, 'A'.. are points that want a label of 3 x 1 cells at their right, left, above or
// below, in this order. One cell is 10 x 10. The answer is the same picture with the labels in lower case.
class Sketch {
 public:
  explicit Sketch(std::vector<std::string> rows) : rows_(std::move(rows)) {}

  std::vector<std::string> placed() {
    LabelObstacles obstacles;
    std::vector<LabelRequest> requests;
    std::vector<std::pair<char, std::vector<PageBox>>> names;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (std::size_t c = 0; c < rows_[r].size(); ++c) {
        const char mark = rows_[r][c];
        if (mark == '.') continue;
        const double x = 10.0 * static_cast<double>(c), y = 10.0 * static_cast<double>(r);
        obstacles.boxes.push_back(PageBox{x, y, x + 10, y + 10}.grown(-1));
        if (mark == '#') continue;
        std::vector<PageBox> boxes{{x + 10, y, x + 40, y + 10}, {x - 30, y, x, y + 10}, {x - 10, y - 10, x + 20, y}, {x - 10, y + 10, x + 20, y + 20}};
        LabelRequest request{100 - (mark - 'A'), {}};
        for (std::size_t i = 0; i < boxes.size(); ++i) request.candidates.push_back({{boxes[i].grown(-0.5)}, static_cast<double>(i), std::nullopt, false});
        requests.push_back(request);
        names.emplace_back(mark, boxes);
      }
    }
    const PageBox bounds{0, 0, 10.0 * static_cast<double>(rows_[0].size()), 10.0 * static_cast<double>(rows_.size())};
    const auto chosen = place_labels(requests, obstacles, bounds);
    auto picture = rows_;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (!chosen[i]) continue;
      const PageBox& b = names[i].second[*chosen[i]];
      for (int k = 0; k < 3; ++k) picture[static_cast<std::size_t>(b.top / 10)][static_cast<std::size_t>(b.left / 10) + static_cast<std::size_t>(k)] = static_cast<char>(names[i].first - 'A' + 'a');
    }
    return picture;
  }

 private:
  std::vector<std::string> rows_;
};

using Rows = std::vector<std::string>;

std::vector<PageRing> rings_of(const Path& path) {
  std::vector<PageRing> rings;
  for (const PathSegment& segment : path) {
    if (const auto* move = std::get_if<MoveTo>(&segment)) rings.push_back({move->to});
    if (const auto* line = std::get_if<LineTo>(&segment)) rings.back().push_back(line->to);
  }
  return rings;
}

/// The hatched areas of a panel, in the order of their places.
std::vector<std::vector<PageRing>> hatched_areas(const DisplayList& items) {
  std::vector<std::vector<PageRing>> areas;
  for (const DisplayItem& item : items) {
    const auto* path = std::get_if<PathItem>(&item);
    if (path != nullptr && path->hatch) areas.push_back(rings_of(path->path));
  }
  return areas;
}

std::vector<PageRing> land_areas(const DisplayList& items) {
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    const auto* group = std::get_if<BeginGroup>(&items[i]);
    if (group != nullptr && group->id.ends_with("-land")) return rings_of(std::get<PathItem>(items[i + 1]).path);
  }
  return {};
}

}  // namespace

TEST_CASE("a region's name stands on no other region, a sea's on the sea, and a relation above its name", "[render]") {
  const Scene scene = test::provinces_story();
  DrawOptions options;
  options.width = 1200, options.height = 800;
  const Composition c = compose(scene, test::base_map(), test::light_style(), options);
  const PanelPicture& panel = c.panels.front();
  const auto hatched = hatched_areas(panel.items);   // the two provinces, the place off the coast; never the sea
  REQUIRE(hatched.size() == 3);
  const auto label = [&](const std::string& name) {
    const auto found = std::ranges::find_if(panel.labels.event_texts, [&](const PlacedText& t) {
      return std::ranges::any_of(t.block.lines, [&](const TextLine& line) { return line.text == name; });
    });
    REQUIRE(found != panel.labels.event_texts.end());
    return *found;
  };
  CHECK_FALSE(inside(center_of(label("Donetsk Oblast").box), hatched[1]));
  CHECK_FALSE(inside(center_of(label("Luhansk Oblast").box), hatched[0]));
  CHECK(label("Odesa").block.lines.front().text == "about 90 km south of");
  CHECK(label("Black Sea").block.lines.front().text == "somewhere on");
  CHECK(label("Donetsk Oblast").block.lines.front().text == "somewhere in");
  const auto land = land_areas(panel.items);
  const PageBox sea = label("Black Sea").box;
  for (const PagePoint corner : {PagePoint{sea.left, sea.top}, {sea.right, sea.top}, {sea.left, sea.bottom}, {sea.right, sea.bottom}}) CHECK_FALSE(inside(corner, land));
}

TEST_CASE("a lone point has its label at the right", "[render]") {
  CHECK(Sketch({"........", "..A.....", "........"}).placed() == Rows{"........", "..Aaaa..", "........"});
}

TEST_CASE("a label gives way to an obstacle and to the frame", "[render]") {
  CHECK(Sketch({"........", "...A.#..", "........"}).placed() == Rows{"........", "aaaA.#..", "........"});
  CHECK(Sketch({".......", ".A#....", "......."}).placed() == Rows{"aaa....", ".A#....", "......."});
}

TEST_CASE("a more important label keeps its best position", "[render]") {
  CHECK(Sketch({".........", "..A...B..", "........."}).placed() == Rows{".....bbb.", "..AaaaB..", "........."});
}

TEST_CASE("a label without room moves others to make room", "[render]") {
  // B fits only above itself, where A's best position is; A is more important but can go left.
  const auto picture = Sketch({"...A......", "####B#####", "##########"}).placed();
  int a = 0, b = 0;
  for (const auto& row : picture) {
    for (const char c : row) a += c == 'a', b += c == 'b';
  }
  CHECK(a == 3);
  CHECK(b == 0);   // a more important label is not moved against its will by a lesser one
}

TEST_CASE("labels of equal weight make room for each other", "[render]") {
  // Two labels, each with two positions; the greedy choice of the first blocks the only one of the second.
  LabelRequest first{1, {{{{0, 0, 30, 10}}, 0, std::nullopt, false}, {{{0, 20, 30, 30}}, 1, std::nullopt, false}}};
  LabelRequest second{1, {{{{10, 0, 40, 10}}, 0, std::nullopt, false}}};
  const auto chosen = place_labels({first, second}, {}, {0, 0, 100, 100});
  CHECK(chosen[0] == 1U);
  CHECK(chosen[1] == 0U);
}

TEST_CASE("labels keep off lines, discs and each other's leaders", "[render]") {
  const LabelCandidate on_line{{{40, 40, 60, 60}}, 0, std::nullopt, false}, beside{{{70, 40, 90, 60}}, 1, std::nullopt, false};
  LabelObstacles obstacles;
  obstacles.lines.push_back({{0, 50}, {65, 50}});
  CHECK(place_labels({{1, {on_line, beside}}}, obstacles, {0, 0, 100, 100})[0] == 1U);
  obstacles.discs.push_back({{95, 50}, 8});
  CHECK_FALSE(place_labels({{1, {on_line, beside}}}, obstacles, {0, 0, 100, 100})[0].has_value());
  LabelCandidate with_leader{{{80, 80, 95, 90}}, 0, PageSegment{{10, 10}, {80, 80}}, false};
  LabelCandidate crossed{{{10, 80, 25, 90}}, 0, PageSegment{{80, 10}, {20, 80}}, false};
  const auto chosen = place_labels({{2, {with_leader}}, {1, {crossed}}}, {}, {0, 0, 100, 100});
  CHECK(chosen[0].has_value());
  CHECK_FALSE(chosen[1].has_value());
}

TEST_CASE("placed labels never overlap, whatever the scene", "[render]") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const auto number = [&](double most) { return most * (static_cast<double>(random()) / 4294967296.0); };
    std::vector<LabelRequest> requests;
    for (int i = 0; i < 400; ++i) {
      const double x = number(900), y = number(700), w = 20 + number(60), h = 10 + number(8);
      LabelRequest r{static_cast<int>(number(5)), {}};
      for (const auto& [dx, dy] : {std::pair{4.0, -h - 4}, {4.0, -h / 2}, {-w - 4, -h - 4}, {-w - 4, -h / 2}}) {
        r.candidates.push_back({{{x + dx, y + dy, x + dx + w, y + dy + h}}, number(5), std::nullopt, false});
      }
      requests.push_back(r);
    }
    const PageBox bounds{0, 0, 900, 700};
    const auto chosen = place_labels(requests, {}, bounds);
    CHECK(chosen == place_labels(requests, {}, bounds));
    std::vector<PageBox> boxes;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (chosen[i]) boxes.push_back(requests[i].candidates[*chosen[i]].boxes[0]);
    }
    CHECK(boxes.size() > 150);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      CHECK(holds(bounds, boxes[i]));
      for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(boxes[i].overlaps(boxes[j]));
    }
  }
}

TEST_CASE("upper case knows Latin, Greek and Cyrillic letters", "[render]") {
  CHECK(upper_case("Côte d’Ivoire") == "CÔTE D’IVOIRE");
  CHECK(upper_case("Łódź, Україна, ё, Ελλάδα") == "ŁÓDŹ, УКРАЇНА, Ё, ΕΛΛάΔΑ");
  CHECK(upper_case("한국 \xff") == "한국 \xff");
}

TEST_CASE("the land mask counts land in a box", "[render]") {
  const LandMask mask({0, 0, 90, 90}, {{{{0, 0}, {45, 0}, {45, 90}, {0, 90}}, {{9, 9}, {9, 30}, {30, 30}, {30, 9}}}});
  CHECK(mask.is_land({40, 50}));
  CHECK_FALSE(mask.is_land({20, 20}));
  CHECK_FALSE(mask.is_land({60, 50}));
  CHECK_FALSE(mask.is_land({-5, 50}));
  CHECK(mask.land_share({30, 60, 60, 90}) == Approx(0.5));
  CHECK(mask.has_coast({40, 40, 50, 50}));
  CHECK_FALSE(mask.has_coast({60, 40, 70, 50}));
}
