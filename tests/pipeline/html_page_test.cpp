#include <catch2/catch.hpp>

#include "base/markup.hpp"
#include "pipeline/detail/picture_id.hpp"
#include "pipeline/detail/two_themes.hpp"
#include "pipeline/html_page.hpp"

namespace dateline::pipeline {

using Catch::Matchers::Contains;

TEST_CASE("a page allows its own style and script by their hashes and nothing else", "[pipeline]") {
  HtmlPage page;
  page.title = "A <b>bold</b> & \"quoted\" title";
  page.document_id = "0123abcd";
  // SHA-256 of "abc" is ba7816bf... (FIPS 180-4, appendix B.1).
  page.style = "abc";
  page.body = "<p>x</p>\n";
  const std::string plain = write_html_page(page);
  CHECK_THAT(plain, Contains("style-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='\""));
  CHECK_THAT(plain, Contains("default-src 'none'") && !Contains("script-src"));
  CHECK_THAT(plain, Contains("<title>A &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; title</title>"));
  CHECK(detail::document_id_of(plain) == "0123abcd");
  page.script = "";
  CHECK_THAT(write_html_page(page), !Contains("<script"));
  page.script = "abc";
  CHECK_THAT(write_html_page(page), Contains("script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='\"") && Contains("<script>abc</script>"));
}

TEST_CASE("links lead only to the web, and their words cannot break out", "[pipeline]") {
  CHECK(html_link("https://example.org/?a=1&b=\"2\"", "a <i> & b") == "<a href=\"https://example.org/?a=1&amp;b=%222%22\">a &lt;i&gt; &amp; b</a>");
  CHECK(html_link("javascript:alert(1)", "x") == "x");
  CHECK(html_link("data:text/html,<script>", "<x>") == "&lt;x&gt;");
  CHECK(html_link("", "x") == "x");
}

TEST_CASE("markup drops what could turn a quote around", "[pipeline]") {
  CHECK(escape_xml("a\xE2\x80\xAE" "b\x01\n<c>") == "ab &lt;c&gt;");
  CHECK(clean_text("\xFF" "a") == "\xEF\xBF\xBD" "a");
}

TEST_CASE("two drawings that differ in colours become one with classes", "[pipeline]") {
  const std::string light = "<svg><g class=\"event\"><path fill=\"#ffffff\" stroke=\"#000000\" d=\"M0 0\"/></g><text fill=\"#000000\">a</text><path fill=\"#ffffff\" stroke=\"#000000\" d=\"M1 1\"/></svg>\n";
  const std::string dark = "<svg><g class=\"event\"><path fill=\"#111111\" fill-opacity=\"0.5\" stroke=\"#eeeeee\" d=\"M0 0\"/></g><text fill=\"#eeeeee\">a</text><path fill=\"#111111\" fill-opacity=\"0.5\" stroke=\"#eeeeee\" d=\"M1 1\"/></svg>\n";
  const auto both = detail::merge_themes(light, dark, "k");
  CHECK(both.css == ".k1{fill:#111111;fill-opacity:0.5;stroke:#eeeeee}\n.k2{fill:#eeeeee}\n");
  CHECK_THAT(both.svg, Contains("<path class=\"k1\" fill=\"#ffffff\" stroke=\"#000000\" d=\"M0 0\"/>") && Contains("<text class=\"k2\" fill=\"#000000\">a</text>"));
  CHECK(detail::merge_themes(light, light, "k").css.empty());
  CHECK(detail::merge_themes(light, light, "k").svg == light);
}

TEST_CASE("drawings of different elements are not mixed", "[pipeline]") {
  CHECK(detail::merge_themes("<svg><path/></svg>", "<svg><text/></svg>", "k").css.empty());
  CHECK(detail::merge_themes("<svg><path fill=\"a\"/></svg>", "<svg><path fill=\"b\"/><path/></svg>", "k").svg == "<svg><path fill=\"a\"/></svg>");
  CHECK(detail::merge_themes("<svg><text>a</text></svg>", "<svg><text>b</text></svg>", "k").css.empty());
  CHECK(detail::merge_themes("<svg><unfinished", "<svg><unfinished", "k").svg == "<svg><unfinished");
}

}  // namespace dateline::pipeline
