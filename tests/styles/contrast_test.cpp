#include <catch2/catch.hpp>

#include "styles/contrast.hpp"

using namespace dateline::styles;

TEST_CASE("contrast agrees with published values", "[styles]") {
  CHECK(contrast(parse_color("black"), parse_color("white")) == Approx(21));
  CHECK(contrast(parse_color("#777777"), parse_color("white")) == Approx(4.48).margin(0.005));
  CHECK(contrast(parse_color("white"), parse_color("#767676")) == Approx(4.54).margin(0.005));
  CHECK(contrast(parse_color("red"), parse_color("red")) == Approx(1));
}

TEST_CASE("CIEDE2000 agrees with the test data of its paper", "[styles]") {
  struct Pair { Lab x, y; double expected; };
  const Pair pairs[] = {
      {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},   {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
      {{50, 0, 0}, {50, -1, 2}, 2.3669},                     {{50, 2.49, -0.001}, {50, -2.49, 0.0011}, 7.2195},
      {{50, 2.5, 0}, {73, 25, -18}, 27.1492},                {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
      {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
      {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
      {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082}};
  for (const Pair& pair : pairs) {
    CHECK(difference(pair.x, pair.y) == Approx(pair.expected).margin(0.0001));
    CHECK(difference(pair.y, pair.x) == Approx(pair.expected).margin(0.0001));
  }
}

TEST_CASE("Lab of the sRGB primaries agrees with published values", "[styles]") {
  const Lab red = to_lab(parse_color("red"));
  CHECK(red.lightness == Approx(53.24).margin(0.02));
  CHECK(red.a == Approx(80.09).margin(0.03));
  CHECK(red.b == Approx(67.20).margin(0.03));
  CHECK(to_lab(parse_color("white")).lightness == Approx(100).margin(0.001));
  CHECK(to_lab(parse_color("white")).chroma() == Approx(0).margin(0.02));
}

TEST_CASE("greys look the same to everyone, red and green do not", "[styles]") {
  for (const auto vision : {ColorVision::Protanopia, ColorVision::Deuteranopia, ColorVision::Tritanopia, ColorVision::Grey}) {
    CHECK(difference(to_lab(as_seen(parse_color("#808080"), vision)), to_lab(parse_color("#808080"))) < 0.5);
  }
  const Color red = parse_color("#c03020"), green = parse_color("#5f6a10");
  const auto seen = [&](ColorVision vision) { return difference(to_lab(as_seen(red, vision)), to_lab(as_seen(green, vision))); };
  CHECK(seen(ColorVision::Normal) > 40);
  CHECK(seen(ColorVision::Deuteranopia) < 20);
}

TEST_CASE("half-transparent black over white is middle grey", "[styles]") {
  CHECK(to_hex(over(parse_color("#00000080"), parse_color("white"))) == "#7f7f7f");
}
