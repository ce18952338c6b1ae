#include <cstdlib>
#include <thread>

#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "render/detail/safe_text.hpp"
#include "render/text_measure.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

const TextMeasure& measure() {
  static const TextMeasure one({"Open Sans", "Noto Sans", "Noto Sans Arabic"});
  return one;
}

double width(const std::string& text, TextStyle style = {}) { return measure().measure(text, style).width; }

TextStyle sized(double size) {
  TextStyle style;
  style.size = size;
  return style;
}

}  // namespace

TEST_CASE("width grows in step with size: nothing is hinted or rounded", "[render]") {
  const double at_10 = width("Blagoveshchensk, 1,500", sized(10));
  CHECK(at_10 > 80);
  CHECK(width("Blagoveshchensk, 1,500", sized(20)) == Approx(2 * at_10).epsilon(0.002));
  CHECK(width("Blagoveshchensk, 1,500", sized(13.7)) == Approx(1.37 * at_10).epsilon(0.002));
}

TEST_CASE("all digits are equally wide", "[render]") {
  const double one = width("1111111111");
  for (const char* digits : {"0000000000", "2222222222", "7777777777", "8888888888"}) CHECK(width(digits) == Approx(one).margin(0.01));
}

TEST_CASE("the ink of a word lies about its baseline", "[render]") {
  const TextExtent extent = measure().measure("Hp", sized(100));
  CHECK(extent.ink.top < -65);
  CHECK(extent.ink.top > -80);
  CHECK(extent.ink.bottom > 15);
  CHECK(extent.ascent > 90);
  CHECK(extent.descent > 15);
  CHECK(measure().measure("ё", sized(100)).ascent == extent.ascent);   // the line's height does not depend on its letters
}

TEST_CASE("weight, slope and spacing have their effect", "[render]") {
  TextStyle bold = sized(20), italic = sized(20), spaced = sized(20);
  bold.weight = 700;
  italic.italic = true;
  spaced.letter_spacing = 2;
  CHECK(width("Sea of Japan", bold) > width("Sea of Japan", sized(20)) * 1.03);
  CHECK(width("Sea of Japan", italic) < width("Sea of Japan", sized(20)));
  CHECK(width("abcd", spaced) == Approx(width("abcd", sized(20)) + 3 * 2).margin(0.05));
}

TEST_CASE("lines are as full as can be and never too wide", "[render]") {
  const std::string text = "One column of notes is set ragged right, with about forty letters in a line, more or less.";
  for (const double column : {60.0, 120.0, 200.0, 1000.0}) {
    const auto lines = measure().wrap(text, sized(12), column);
    std::string joined;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      CHECK(width(lines[i], sized(12)) <= column + 0.01);
      if (i + 1 < lines.size()) {
        const std::string next_word = lines[i + 1].substr(0, lines[i + 1].find(' '));
        CHECK(width(lines[i] + ' ' + next_word, sized(12)) > column);
      }
      joined += (i > 0 ? " " : "") + lines[i];
    }
    CHECK(joined == text);
  }
}

TEST_CASE("a word longer than the line is broken without losing or adding a letter", "[render]") {
  const std::string word = "Rindfleischetikettierungsgesetz";
  const auto lines = measure().wrap(word, sized(12), 50);
  CHECK(lines.size() > 2);
  std::string joined;
  for (const std::string& line : lines) {
    CHECK(width(line, sized(12)) <= 50.01);
    joined += line;
  }
  CHECK(joined == word);
}

TEST_CASE("odd columns and texts still give lines", "[render]") {
  CHECK(measure().wrap("", sized(12), 100).empty());
  CHECK(measure().wrap("abc", sized(12), 0).size() == 3);
  CHECK(measure().wrap("abc", sized(12), -5).size() == 3);
  CHECK(measure().wrap("abc def", sized(12), std::nan("")) == std::vector<std::string>{"abc def"});
  CHECK(measure().wrap("  \n ", sized(12), 100).size() == 1);
  CHECK(measure().wrap("two\nlines", sized(12), 500) == std::vector<std::string>{"two lines"});
}

TEST_CASE("scripts of the fallbacks are shown, missing ones are named once", "[render]") {
  CHECK(measure().missing_glyphs("Café, Хабаровск, الخرطوم, Ελλάδα").empty());
  CHECK(measure().missing_glyphs("a\xF4\x80\x80\x80z\xF4\x80\x80\x80") == std::vector<char32_t>{0x100000});   // private use
  CHECK(measure().missing_glyphs("a\u200Db\u00A0c\uFEFF").empty());   // nobody sees these
}

TEST_CASE("Korean is shown where a font for it is installed", "[render]") {
  if (!measure().missing_glyphs("평양").empty()) {
    WARN("no Korean font is installed: skipped");
    return;
  }
  CHECK(width("평양", sized(20)) > 30);
}

TEST_CASE("environment variables of fontconfig and Pango do not move a letter", "[render]") {
  const double before = width("Ussuriysk الخرطوم");
  setenv("PANGO_LANGUAGE", "fa:ja", 1);
  setenv("LANGUAGE", "ja", 1);
  setenv("FC_LANG", "ja", 1);
  setenv("FONTCONFIG_FILE", "/nonexistent", 1);
  double in_new_thread = 0;
  std::thread([&] { in_new_thread = TextMeasure({"Open Sans", "Noto Sans", "Noto Sans Arabic"}).measure("Ussuriysk الخرطوم", {}).width; }).join();
  for (const char* name : {"PANGO_LANGUAGE", "LANGUAGE", "FC_LANG", "FONTCONFIG_FILE"}) unsetenv(name);
  CHECK(in_new_thread == before);
}

TEST_CASE("hostile text is measured as what is drawn", "[render]") {
  CHECK(width(std::string("a\0b", 3)) == width("ab"));
  CHECK(width("a\xFF" "b") == width("a\uFFFD" "b"));
  CHECK(width("a\u202Eb") == width("ab"));   // an override of direction
  CHECK(width(std::string(100'000, 'm')) > 100'000);
}

TEST_CASE("text is cleaned of what pages must not carry", "[render]") {
  using detail::clean_text;
  CHECK(clean_text("a\tb\r\nc\u2028d") == "a b  c d");
  CHECK(clean_text(std::string("\x01\x02x\x7F\u0080", 6)) == "x");
  CHECK(clean_text("\uFFFEx\uFDD0") == "x");
  CHECK(clean_text("e\u0301 👍🏽 \u2066x\u2069") == "e\u0301 👍🏽 \u2066x\u2069");
  CHECK(detail::escape_xml("<a b=\"c\">&") == "&lt;a b=&quot;c&quot;&gt;&amp;");
  CHECK(is_valid_utf8(clean_text("\xE2\x82 \xF0\x9F")));
}

TEST_CASE("only addresses that a picture may link to survive", "[render]") {
  using detail::safe_link;
  CHECK(safe_link("https://example.org/a?b=1&c=2#d") == "https://example.org/a?b=1&c=2#d");
  CHECK(safe_link("HTTP://Example.org/") == "HTTP://Example.org/");
  CHECK(safe_link("mailto:desk@example.org") == "mailto:desk@example.org");
  CHECK(safe_link("#event-3") == "#event-3");
  CHECK(safe_link("https://example.org/новости и \"x'") == "https://example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8%20%D0%B8%20%22x%27");
  for (const char* bad : {"javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "story.txt", ""}) {
    CHECK(safe_link(bad).empty());
  }
}
