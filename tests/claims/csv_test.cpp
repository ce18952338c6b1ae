#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "claims/detail/csv.hpp"

using namespace dateline;
using claims::detail::csv_cell;
using claims::detail::parse_csv;

namespace {

std::string failure_of(const std::string& text) {
  try {
    (void)parse_csv(text, "t.csv");
  } catch (const InputError& error) {
    return error.to_string();
  }
  return "no error";
}

}  // namespace

TEST_CASE("cells in quotation marks hold separators, line breaks and quotation marks", "[claims]") {
  const auto records = parse_csv("a,\"b,\"\"c\"\"\r\nd\",e\r\n\"\",,x\n", "t.csv");
  REQUIRE(records.size() == 2);
  CHECK(records[0].cells == std::vector<std::string>{"a", "b,\"c\"\r\nd", "e"});
  CHECK(records[1].cells == std::vector<std::string>{"", "", "x"});
  CHECK(records[0].line == 1);
  CHECK(records[1].line == 3);
}

TEST_CASE("a byte-order mark, empty lines, semicolons and a missing last break are no trouble", "[claims]") {
  const auto records = parse_csv("\xEF\xBB\xBFid;note\n\n1;two, three", "t.csv");
  REQUIRE(records.size() == 2);
  CHECK(records[0].cells == std::vector<std::string>{"id", "note"});
  CHECK(records[1].cells == std::vector<std::string>{"1", "two, three"});
  CHECK(records[1].line == 3);
  CHECK(parse_csv("", "t.csv").empty());
}

TEST_CASE("damaged tables are told with line and column", "[claims]") {
  CHECK(failure_of("a,b\n1,\"open\n").find("t.csv:2:3: error: this cell's quotation mark is never closed") != std::string::npos);
  CHECK(failure_of("a,b\n1,x\"y\n").find("t.csv:2:4: error: a quotation mark inside a cell") != std::string::npos);
  CHECK(failure_of("\"a\"b\n").find("t.csv:1:4: error: text after the closing quotation mark") != std::string::npos);
}

TEST_CASE("whatever is written as a cell is read back", "[claims]") {
  for (const std::string value : {"", "plain", "a,b", "a;b", "\"", "two\nlines", "two\r\nlines", " spaces ", "tab\t", "\xC3\xA9"}) {
    const auto records = parse_csv("x," + csv_cell(value) + ",y\r\n", "t.csv");
    REQUIRE(records.size() == 1);
    CHECK(records[0].cells == std::vector<std::string>{"x", value, "y"});
  }
}
