#include <catch2/catch.hpp>

#include "render/detail/display_geometry.hpp"
#include "render/detail/svg_path.hpp"
#include "tests/render/support/golden.hpp"
#include "tests/render/support/sample_page.hpp"

using namespace dateline::render;
using namespace dateline::render::detail;
using dateline::render::test::box_path;

TEST_CASE("the sample page's display list is as it was", "[render][golden]") {
  test::check_golden_text("sample-page", to_text(test::sample_page()));
}

TEST_CASE("the text form rounds to tenths and never says minus zero", "[render]") {
  Page page;
  page.items.emplace_back(test::shape({MoveTo{{-0.04, 1.25}}, LineTo{{-1.05, 1e300 * 1e300}}}));
  page.items.emplace_back(BeginGroup{"a\"b", "", "two\nlines", "", ""});
  const std::string text = to_text(page);
  CHECK_THAT(text, Catch::Matchers::Contains("path : M 0.0,1.3 L -1.1,nan\n"));
  CHECK_THAT(text, Catch::Matchers::Contains("group id=\"a\\\"b\" title=\"two\\nlines\"\n"));
}

TEST_CASE("numbers in an SVG are short, plain and never odd", "[render]") {
  CHECK(svg_number(0) == "0");
  CHECK(svg_number(-0.001) == "0");
  CHECK(svg_number(0.25) == ".25");
  CHECK(svg_number(-0.5) == "-.5");
  CHECK(svg_number(12.3) == "12.3");
  CHECK(svg_number(1234567.891) == "1234567.89");
  CHECK(svg_number(std::nan("")) == "0");
  CHECK(svg_number(1e300) == "1000000000");
}

TEST_CASE("relative path data end where the absolute ones do", "[render]") {
  Path path{MoveTo{{0, 0}}};
  for (int i = 1; i <= 1000; ++i) path.emplace_back(LineTo{{i / 3.0, i / 7.0}});
  const std::string data = svg_path_data(path);
  // Sum up what a reader would: rounding must not pile up.
  double x = 0, y = 0;
  const char* at = data.c_str() + data.find('l') + 1;
  for (char* end = nullptr; *at != 0; at = end) {
    x += std::strtod(at, &end);
    y += std::strtod(end, &end);
  }
  CHECK(x == Approx(1000 / 3.0).margin(0.006));
  CHECK(y == Approx(1000 / 7.0).margin(0.006));
}

TEST_CASE("points that fall together after rounding are written once", "[render]") {
  CHECK(svg_path_data(Path{MoveTo{{1, 1}}, LineTo{{1.001, 1.001}}, LineTo{{5, 1}}, LineTo{{5, 9}}, ClosePath{}}) == "M1 1h4v8z");
}

TEST_CASE("hatch lines stay inside, leave holes free and join across neighbours", "[render]") {
  Path ring = box_path(0, 0, 100, 100);
  const Path hole = box_path(40, 40, 20, 20);
  ring.insert(ring.end(), hole.begin(), hole.end());
  double length = 0;
  for (const auto& [a, b] : hatch_segments(ring, FillRule::EvenOdd, Hatch{{}, 4, 1, 45})) {
    const PagePoint middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
    CHECK(PageBox{0, 0, 100, 100}.grown(1e-6).contains(middle));
    CHECK_FALSE(PageBox{40, 40, 60, 60}.grown(-1e-6).contains(middle));
    CHECK(a.x - b.x == Approx(b.y - a.y).margin(1e-6));   // rises to the right
    length += std::hypot(a.x - b.x, a.y - b.y);
  }
  CHECK(length == Approx((100 * 100 - 20 * 20) / 4.0).epsilon(0.02));   // area by spacing

  const auto count = [](double left) { return hatch_segments(box_path(left, 0, 50, 50), FillRule::EvenOdd, Hatch{{}, 5, 1, 0}); };
  CHECK(count(0).front().first.y == Approx(count(50).front().first.y));
}

TEST_CASE("overlapping rings are hatched once under the non-zero rule and not where even-odd leaves a gap", "[render]") {
  Path twice = box_path(0, 0, 60, 60);
  const Path other = box_path(20, 20, 20, 20);
  twice.insert(twice.end(), other.begin(), other.end());
  const auto length = [&](FillRule rule) {
    double sum = 0;
    for (const auto& [a, b] : hatch_segments(twice, rule, Hatch{{}, 2, 1, 0})) sum += std::abs(b.x - a.x);
    return sum;
  };
  CHECK(length(FillRule::NonZero) == Approx(60 * 30));
  CHECK(length(FillRule::EvenOdd) == Approx(60 * 30 - 20 * 10));
}

TEST_CASE("only level rectangles count as rectangles", "[render]") {
  CHECK(is_rectangle(box_path(1, 2, 3, 4)));
  CHECK(is_rectangle({MoveTo{{0, 0}}, LineTo{{0, 5}}, LineTo{{5, 5}}, LineTo{{5, 0}}, LineTo{{0, 0}}, ClosePath{}}));
  CHECK_FALSE(is_rectangle({MoveTo{{0, 0}}, LineTo{{5, 1}}, LineTo{{5, 5}}, LineTo{{0, 5}}, ClosePath{}}));
  CHECK_FALSE(is_rectangle({MoveTo{{0, 0}}, LineTo{{5, 0}}, LineTo{{0, 5}}, LineTo{{5, 5}}, ClosePath{}}));
  CHECK_FALSE(is_rectangle({MoveTo{{0, 0}}, LineTo{{5, 0}}, LineTo{{5, 5}}, ClosePath{}}));
  Path two = box_path(0, 0, 1, 1);
  const Path more = box_path(2, 2, 1, 1);
  two.insert(two.end(), more.begin(), more.end());
  CHECK_FALSE(is_rectangle(two));
  CHECK_FALSE(is_rectangle({}));
}

TEST_CASE("paths with odd numbers are not drawable", "[render]") {
  CHECK(is_drawable(box_path(0, 0, 1, 1)));
  CHECK_FALSE(is_drawable(box_path(std::nan(""), 0, 1, 1)));
  CHECK_FALSE(is_drawable(box_path(0, 1e9, 1, 1)));
  CHECK_FALSE(is_drawable({LineTo{{1, 1}}}));
  CHECK_FALSE(is_drawable(Path{}));
}
