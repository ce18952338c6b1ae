#include <catch2/catch.hpp>

#include "render/compose.hpp"
#include "render/write.hpp"
#include "tests/render/story_scene.hpp"
#include "tests/render/support/golden.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

// All symbols in one key: what a reader learns, and by the same functions what the map shows.
Page key_sheet() {
  const Theme theme(test::light_style());
  const TextMeasure measure(theme.font_families);
  const Typesetter type(measure);
  const Scene scene = test::far_east_story();
  const ArrowWidths widths(scene);
  SymbolUse use;
  for (int s = 0; s <= static_cast<int>(Symbol::NotConfirmed); ++s) use[static_cast<Symbol>(s)].insert(1);
  const auto key = make_key(use, widths);
  Page page;
  page.width = 260, page.height = 410;
  page.title = "Key", page.font_families = theme.font_families;
  PathItem paper;
  paper.path = rectangle({0, 0, page.width, page.height});
  paper.fill = theme.paper;
  page.items.emplace_back(std::move(paper));
  paint_key(page.items, key, {12, 12, 250, 400}, 240, 19, widths, theme, type);
  return page;
}

// Events, names, key and words; the base map's outlines would drown what is looked for, and change with the data.
Page without_base_map(const Page& page) {
  Page kept = page;
  kept.items.clear();
  int depth = 0, wanted = 0;
  for (const DisplayItem& item : page.items) {
    if (const auto* open = std::get_if<BeginGroup>(&item)) {
      ++depth;
      const bool starts = open->id.starts_with("event-") || open->id.starts_with("names") || open->id == "key" || open->id == "header" || open->id == "footer";
      if (wanted == 0 && starts) wanted = depth;
    }
    if (wanted > 0) kept.items.push_back(item);
    if (std::holds_alternative<EndGroup>(item)) {
      if (depth == wanted) wanted = 0;
      --depth;
    }
  }
  return kept;
}

}  // namespace

TEST_CASE("every symbol of the key is drawn as it was", "[render][golden]") {
  const Page page = key_sheet();
  test::check_golden_text("key-sheet", to_text(page));
  test::check_golden_picture("key-sheet", write_png(page, 2));
}

TEST_CASE("marks and words of the map of all statuses are where they were", "[render][golden]") {
  const Composition c = compose(test::statuses_story(), test::base_map(), test::light_style(), {});
  test::check_golden_text("statuses", to_text(without_base_map(c.drawing.pages.front())));
}

TEST_CASE("the whole map of all statuses, base map and all, looks as it did", "[render][golden]") {
  DrawOptions options;
  options.width = 960, options.height = 640;
  const Composition c = compose(test::statuses_story(), test::base_map(), test::light_style(), options);
  constexpr double other_rasterizer = 0.002;   // of the pixels: edges of letters under another FreeType
  test::check_golden_picture("statuses-page", write_png(c.drawing.pages.front(), 1), other_rasterizer);
}

TEST_CASE("two panels, their arrows to each other and the locator are where they were", "[render][golden]") {
  DrawOptions options;
  options.width = 1200, options.height = 800;
  const Composition c = compose(test::far_east_story(), test::base_map(), test::light_style(), options);
  REQUIRE(c.panels.size() == 2);
  test::check_golden_text("two-panels", to_text(without_base_map(c.drawing.pages.front())));
  constexpr double other_rasterizer = 0.002;
  test::check_golden_picture("two-panels", write_png(c.drawing.pages.front(), 0.6), other_rasterizer);
}
