#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "render/write.hpp"
#include "tests/render/support/golden.hpp"
#include "tests/render/support/pixels.hpp"
#include "tests/render/support/sample_page.hpp"

using namespace dateline;
using namespace dateline::render;
using dateline::render::test::sample_page;

TEST_CASE("the sample page's picture is as it was", "[render][golden]") {
  test::check_golden_picture("sample-page", write_png(sample_page(), 1));
}

TEST_CASE("a PNG carries its title, alt text, source and licences", "[render]") {
  Page page = sample_page();
  page.credits = "Karte: Länder";
  page.description = "bad \xFF byte";
  const auto texts = test::png_texts(write_png(page, 1));
  CHECK(texts == std::vector<std::string>{"Title=Every kind of item", "Description=bad \uFFFD byte", "Source=0123456789abcdef",
                                          "Copyright=Karte: Länder", "Software=Dateline"});
}

TEST_CASE("a PNG at twice the scale differs in sharpness only", "[render]") {
  const auto once = test::decode_png(write_png(sample_page(), 1)), twice = test::decode_png(write_png(sample_page(), 2));
  REQUIRE(twice.width == 2 * once.width);
  REQUIRE(twice.height == 2 * once.height);
  const auto difference = test::compare(once, test::halved(twice));
  CHECK(difference.mean < 0.6);
  CHECK(difference.share_above_8 < 0.03);
}

TEST_CASE("the same page gives the same PNG bytes", "[render]") {
  CHECK(write_png(sample_page(), 1.5) == write_png(sample_page(), 1.5));
}

TEST_CASE("a page without a ground is transparent", "[render]") {
  Page page;
  page.width = page.height = 10;
  PathItem dot = test::shape(test::box_path(0, 0, 5, 5));
  dot.fill = styles::parse_color("#ff000080");
  page.items.emplace_back(dot);
  const auto pixels = test::decode_png(write_png(page, 1));
  CHECK(pixels.at(2, 2)[0] == 255);
  CHECK(static_cast<int>(pixels.at(2, 2)[3]) == Approx(128).margin(1));
  CHECK(pixels.at(8, 8)[3] == 0);
}

TEST_CASE("pictures of no size or too large a size are refused", "[render]") {
  Page page;
  for (const double width : {0.0, -5.0, 1e9, std::nan("")}) {
    page.width = width;
    CHECK_THROWS_AS(write_png(page, 1), RenderError);
    CHECK_THROWS_AS(write_svg(page), RenderError);
    CHECK_THROWS_AS(write_pdf({page}), RenderError);
  }
  CHECK_THROWS_AS(write_png(sample_page(), 1000), RenderError);
  CHECK_THROWS_AS(write_pdf({}), RenderError);
}

TEST_CASE("a clip on a level rectangle ends on whole pixels, others stay soft", "[render]") {
  Page page;
  page.width = page.height = 20;
  PathItem black = test::shape(test::box_path(0, 0, 20, 20));
  black.fill = styles::parse_color("#000");
  page.items = {PushClip{test::box_path(4.3, 4.3, 10, 10)}, black, PopClip{}};
  const auto pixels = test::decode_png(write_png(page, 1));
  for (int i = 0; i < 20; ++i) CHECK((pixels.at(i, 8)[3] == 0 || pixels.at(i, 8)[3] == 255));
  CHECK(pixels.at(8, 8)[3] == 255);
}

TEST_CASE("crossed and unbalanced groups and clips harm no writer", "[render]") {
  Page page = sample_page();
  const DisplayList good = page.items;
  page.items = {EndGroup{}, PopClip{}, PushClip{test::box_path(0, 0, 9, 9)}, BeginGroup{"a", "", "", "", ""}, PopClip{}, EndGroup{},
                PushClip{{}}, BeginGroup{"b", "", "", "", "https://example.org"}};
  page.items.insert(page.items.end(), good.begin(), good.end());
  CHECK_FALSE(write_png(page, 1).empty());
  CHECK_FALSE(write_svg(page).empty());
  CHECK_FALSE(write_pdf({page, page}).empty());
}
