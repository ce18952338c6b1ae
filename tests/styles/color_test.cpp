#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "styles/style.hpp"

using namespace dateline;
using namespace dateline::styles;

TEST_CASE("every notation of one colour gives the same colour", "[styles]") {
  for (const char* text : {"#f63", "#ff6633", "#FF6633", "#ff6633ff", "#f63f", "rgb(255,102,51)", "rgb(255 102 51)", "rgba(255, 102, 51, 1)",
                           "rgb(100%, 40%, 20%)", "hsl(15, 100%, 60%)", "hsla(375, 100%, 60%, 100%)", " hsl(-345deg 100% 60% / 1) "}) {
    INFO(text);
    CHECK(to_hex(parse_color(text)) == "#ff6633");
  }
}

TEST_CASE("names are those of CSS and not of X11", "[styles]") {
  CHECK(to_hex(parse_color("green")) == "#008000");
  CHECK(to_hex(parse_color("Gray")) == "#808080");
  CHECK(to_hex(parse_color("rebeccapurple")) == "#663399");
  CHECK(to_hex(parse_color("transparent")) == "#00000000");
}

TEST_CASE("transparency is kept and written only where there is some", "[styles]") {
  CHECK(to_hex(parse_color("rgba(0,0,0,0.5)")) == "#00000080");
  CHECK(to_hex(parse_color("#12345678")) == "#12345678");
}

TEST_CASE("channels beyond their range are clipped as in CSS", "[styles]") {
  CHECK(to_hex(parse_color("rgb(300, -20, 0)")) == "#ff0000");
}

TEST_CASE("what is no colour is refused with the notations that are", "[styles]") {
  for (const char* text : {"", "#", "#12", "#12345", "#ggg", "rgb(1,2)", "rgb(1,2,3,4,5)", "hsl(1,2,3)", "rgb(nan,0,0)", "rgb(1,2,3", "redd", "url(x)", "()"}) {
    INFO(text);
    CHECK_THROWS_AS(parse_color(text), InputError);
  }
}
