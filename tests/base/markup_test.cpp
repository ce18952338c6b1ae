#include "base/markup.hpp"

#include <catch2/catch.hpp>

using namespace dateline;

TEST_CASE("escaped text is one clean line", "[base]") {
  CHECK(escape_xml("a<b> & \"c\"\n\x01") == "a&lt;b&gt; &amp; &quot;c&quot; ");
  CHECK(escape_xml("\u202Eabc") == "abc");
}

TEST_CASE("a value for XML keeps every character that XML can hold", "[base]") {
  CHECK(xml_value("a<b> & \"c\"") == "a&lt;b&gt; &amp; &quot;c&quot;");
  CHECK(xml_value("two\nlines\tand\r\n") == "two&#10;lines&#9;and&#13;&#10;");
  CHECK(xml_value("\u202E北京") == "\u202E北京");
}

TEST_CASE("what XML cannot hold is replaced, not dropped", "[base]") {
  CHECK(xml_value(std::string("a\0b\x1F", 4)) == "a\uFFFDb\uFFFD");
  CHECK(xml_value("a\xFF" "b") == "a\uFFFDb");
  CHECK(xml_value("\uFFFE") == "\uFFFD");
}
