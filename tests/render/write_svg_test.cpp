#include <catch2/catch.hpp>

#include "render/detail/safe_text.hpp"
#include "render/write.hpp"
#include "tests/render/support/command.hpp"
#include "tests/render/support/pixels.hpp"
#include "tests/render/support/sample_page.hpp"

using namespace dateline;
using namespace dateline::render;
using dateline::render::test::run;
using dateline::render::test::sample_page;
using dateline::render::test::words;
using Catch::Matchers::Contains;

namespace {

Page page_with(DisplayItem item) {
  Page page = sample_page();
  page.items = {std::move(item)};
  return page;
}

void check_well_formed(const std::string& svg) {
  if (!test::has_program("xmllint")) return;
  const test::ScratchFolder folder;
  const auto result = run("xmllint --nonet --noout " + folder.file("page.svg", svg));
  INFO(result.output);
  CHECK(result.status == 0);
}

}  // namespace

TEST_CASE("an SVG with outlines holds every word as a title and no text", "[render]") {
  const std::string svg = write_svg(sample_page(), {SvgOptions::Use::File, {}, SvgOptions::Letters::Outlines});
  CHECK(svg.find("<text") == std::string::npos);
  int words = 0;
  for (const DisplayItem& item : sample_page().items) {
    const auto* text = std::get_if<TextItem>(&item);
    if (text == nullptr) continue;
    ++words;
    CHECK(svg.find("<g role=\"img\"><title>" + detail::escape_xml(detail::clean_text(text->text)) + "</title>") != std::string::npos);
  }
  CHECK(words > 3);
}

TEST_CASE("title and description are the first children and name the picture", "[render]") {
  const std::string svg = write_svg(sample_page());
  const auto start = svg.find("<title"), end = svg.find("<desc");
  CHECK(svg.find('>', svg.find("<svg")) + 2 == start);
  CHECK(start < end);
  CHECK_THAT(svg, Contains("viewBox=\"0 0 640 480\"") && Contains("aria-labelledby=\"title desc\"") && Contains("lang=\"en\""));
  check_well_formed(svg);
}

TEST_CASE("groups keep id, class, title and description, and links lead out", "[render]") {
  const std::string svg = write_svg(sample_page());
  CHECK_THAT(svg, Contains("<a href=\"https://example.org/story?a=1&amp;b=2\" aria-label=\"Hamburg – Tórshavn ") &&
                      Contains("AT &amp; &lt;T&gt; – A crossing by 1,200 people\"><g id=\"event-1\" "
                           "class=\"event reported\">\n<title>A crossing by 1,200 people</title>\n<desc>Reported twice</desc>"));
  CHECK_THAT(svg, Contains("role=\"graphics-document document\""));   // with links it must not hide its children
  CHECK_THAT(write_svg(page_with(words("x", {5, 5}))), Contains("role=\"img\""));
}

TEST_CASE("text stays text, in words that can be searched", "[render]") {
  const std::string svg = write_svg(sample_page());
  CHECK_THAT(svg, Contains(">Hamburg – Tórshavn</text>") && Contains(">Хабаровск, Ґанок</text>") && Contains(">AT &amp; &lt;T&gt;</text>"));
  CHECK_THAT(svg, Contains("font-family=\"'Open Sans', 'Noto Sans', 'Noto Sans Arabic', sans-serif\""));
}

TEST_CASE("a spaced line begins where its letters do, since browsers space the last letter, too", "[render]") {
  TextItem item = words("CHINA", {100, 50});
  item.style.letter_spacing = 8;
  item.width = 60;
  for (const auto& [anchor, start] : {std::pair{TextAnchor::Start, "100"}, {TextAnchor::Middle, "70"}, {TextAnchor::End, "40"}}) {
    item.anchor = anchor;
    const std::string svg = write_svg(page_with(item));
    CHECK_THAT(svg, Contains("<text x=\"" + std::string(start) + "\" y=\"50\"") && Contains("textLength=\"68\""));
    CHECK(svg.find("text-anchor") == std::string::npos);
  }
}

TEST_CASE("a page shown in a box with a rounded size keeps its upper edge there, and its letters their places", "[render]") {
  CHECK_THAT(write_svg(sample_page()), Contains("preserveAspectRatio=\"xMidYMin\"") && Contains("text-rendering=\"geometricPrecision\""));
}

TEST_CASE("hostile strings stay inside their attribute or text", "[render]") {
  using namespace std::string_literals;  // keeps what follows the zero byte
  const std::string evil = "\"/><script>alert(1)</script>&amp;\0\x1B]]>\xFF"s;
  Page page = page_with(words(evil, {10, 10}));
  page.title = page.description = page.credits = page.document_id = page.language = evil;
  page.font_families = {"Evil', serif;\" onload=\"x", evil};
  page.items.emplace_back(BeginGroup{evil, evil, evil, evil, "https://example.org/\"onload=\"x'<>"});
  page.items.emplace_back(BeginGroup{evil, evil, evil, evil, "javascript:alert(1)"});
  page.items.emplace_back(PushClip{test::box_path(0, 0, 5, 5)});
  const std::string svg = write_svg(page);
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("javascript:") == std::string::npos);
  CHECK(svg.find("\" onload=") == std::string::npos);
  CHECK(svg.find('\0') == std::string::npos);
  check_well_formed(svg);
  CHECK_FALSE(write_png(page, 1).empty());
  CHECK_FALSE(write_pdf({page}).empty());
}

TEST_CASE("ids are legal and each is used once", "[render]") {
  Page page = sample_page();
  page.items = {BeginGroup{"event-3", "", "", "", ""}, EndGroup{}, BeginGroup{"event-3", "", "", "", ""}, EndGroup{},
                BeginGroup{"3 événements", "", "", "", ""}, EndGroup{}, BeginGroup{"title", "", "", "", ""}, EndGroup{}};
  CHECK_THAT(write_svg(page), Contains("id=\"event-3\"") && Contains("id=\"event-3-2\"") && Contains("id=\"d3__") && Contains("id=\"title-2\""));
}

TEST_CASE("items with odd numbers are left out", "[render]") {
  Page page = page_with(words("not a place", {std::nan(""), 5}));
  PathItem item = test::shape(test::box_path(0, 0, std::nan(""), 1));
  item.fill = styles::Color{};
  page.items.emplace_back(item);
  item.path = test::box_path(0, 0, 5, 5);
  item.fill.reset();
  item.stroke = Stroke{{}, std::nan(""), {}};
  page.items.emplace_back(item);
  const std::string svg = write_svg(page);
  CHECK(svg.find("nan") == std::string::npos);
  CHECK(svg.find("<text") == std::string::npos);
  CHECK(svg.find("<path") == std::string::npos);
}

TEST_CASE("equal clips are written once", "[render]") {
  Page page = sample_page();
  page.items = {PushClip{test::box_path(0, 0, 5, 5)}, PopClip{}, PushClip{test::box_path(0, 0, 5, 5)}, PopClip{}};
  const std::string svg = write_svg(page);
  CHECK(svg.find("<clipPath") == svg.rfind("<clipPath"));
}

TEST_CASE("the same page gives the same SVG bytes", "[render]") { CHECK(write_svg(sample_page()) == write_svg(sample_page())); }

TEST_CASE("an SVG renderer of another hand draws what the PNG shows", "[render]") {
  if (!test::has_program("rsvg-convert")) return;
  const test::ScratchFolder folder;
  const auto result = run("rsvg-convert -o " + folder.path("page.png") + ' ' + folder.file("page.svg", write_svg(sample_page())));
  INFO(result.output);
  REQUIRE(result.status == 0);
  const auto difference = test::compare(test::decode_png(write_png(sample_page(), 1)), test::decode_png(folder.read("page.png")));
  INFO("largest " << difference.largest << ", share " << difference.share_above_8 << ", mean " << difference.mean);
  CHECK(difference.mean < 0.6);
  CHECK(difference.share_above_8 < 0.03);   // letters stand a fraction of a pixel apart
}

TEST_CASE("the SVG passes the outside check", "[render]") {
  const auto checker = test::find_checker("check_svg.sh");
  if (!checker) return;
  const test::ScratchFolder folder;
  const auto result = run(*checker + " --expect 'Hamburg – Tórshavn' " + folder.file("page.svg", write_svg(sample_page())));
  INFO(result.output);
  CHECK((result.status == 0 || result.status == 3));   // 3: a program it needs is not installed
}
