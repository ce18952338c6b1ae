// Every scene of the rules through the outside checkers, as SVG and PDF.
#include <cmath>
#include <cstdlib>

#include <catch2/catch.hpp>

#include "render/area_names.hpp"
#include "render/draw.hpp"
#include "render/write.hpp"
#include "tests/render/story_scene.hpp"
#include "tests/render/support/command.hpp"
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

using namespace dateline;
using namespace dateline::render;

namespace {

/// Cairo 1.16 never frees the outlines of OpenType fonts (Noto CJK) that it embeds; the checker of leaks cannot see which function of Cairo
/// took them, so that no line of lsan.supp could name it.
std::string write_pdf_unwatched(const std::vector<Page>& pages) {
#ifdef __SANITIZE_ADDRESS__
  const __lsan::ScopedDisabler unwatched;
#endif
  return write_pdf(pages);
}

}  // namespace

TEST_CASE("every test scene passes the outside checks as SVG and as PDF", "[render][slow]") {
  const auto svg_checker = test::find_checker("check_svg.sh"), pdf_checker = test::find_checker("check_pdf.sh");
  if (!svg_checker || !pdf_checker) return;
  // With Chromium a picture takes seconds; where there is time, both programs must agree on every one.
  const bool thorough = std::getenv("DATELINE_HEAVY_TESTS") != nullptr;
  const test::ScratchFolder folder;
  std::string svg_files, pdf_files;
  std::vector<test::SceneCase> scenes(test::scene_cases().begin(), test::scene_cases().end());
  scenes.push_back({"weeks", test::weekly_story, 1600, 1000});
  for (const test::SceneCase& scene : scenes) {
    DrawOptions options;
    options.width = scene.width, options.height = scene.height;
    options.overflow = DrawOptions::Overflow::NewPage;
    const Drawing drawing = draw(scene.make(), test::base_map(), test::light_style(), options);
    svg_files += " " + folder.file(std::string(scene.name) + ".svg", write_svg(drawing.pages.front()));
    pdf_files += " " + folder.file(std::string(scene.name) + ".pdf", write_pdf_unwatched(drawing.pages));
  }
  const auto svg = test::run(*svg_checker + (thorough ? " --agree 2" : "") + svg_files);
  INFO(svg.output);
  CHECK((svg.status == 0 || svg.status == 3));   // 3: a program it needs is not installed
  const auto pdf = test::run(*pdf_checker + " --title --no-images --deterministic" + pdf_files);
  INFO(pdf.output);
  CHECK((pdf.status == 0 || pdf.status == 3));
}

TEST_CASE("the letters of a name on an arc stand on it in their order, turned as it runs", "[render]") {
  const Theme theme(test::light_style());
  const TextMeasure measure(theme.font_families);
  const Typesetter type(measure);
  TextStyle style = text_style(14, theme.country_text, 600);
  style.letter_spacing = 4;
  const std::string name = "S\u00c3O TOM\u00c9";
  const TextBlock block = type.block({{name, style}});
  for (const double bend : {0.004, -0.006}) {
    const NameAxis axis{{200, 100}, 10, bend, 200, 0};
    const DisplayList letters = letters_along(block, axis, type);
    REQUIRE(letters.size() == 7);
    std::string spelled;
    double angle = 0, left = 0, right = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const auto& letter = std::get<TextItem>(letters[i]);
      spelled += letter.text;
      CHECK(letter.style.letter_spacing == Approx(0));
      if (i > 0) CHECK((letter.rotation_degrees > angle) == (bend > 0));
      angle = letter.rotation_degrees;
      // All baselines lie at one distance from the circle's middle.
      const PagePoint center = axis.spot(0, 1 / bend).at;
      CHECK(distance(letter.at, center) == Approx(std::abs(1 / bend - (block.baselines[0] - block.height / 2))).margin(0.01));
      (i == 0 ? left : right) = letter.at.x;
    }
    CHECK(spelled == "S\u00c3OTOM\u00c9");
    CHECK(right - left == Approx(block.width).epsilon(0.15));
  }
}
