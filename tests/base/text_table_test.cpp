#include "base/text_table.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace dateline;

TEST_CASE("a table has named columns, comments and missing trailing cells", "[base]") {
  const auto table = TextTable::parse("# verbs\n\nverb\tclass\tnote\nsend\tmove\n deploy \t move \t x \n", "verbs.tsv", {"verb", "class"});
  REQUIRE(table.rows().size() == 2);
  CHECK(table.rows()[0].cells[table.column("note")].empty());
  CHECK(table.rows()[1].cells[table.column("verb")] == "deploy");
  CHECK(table.rows()[1].line == 5);
  CHECK_FALSE(table.has_column("other"));
}

TEST_CASE("a wrong table says where and what", "[base]") {
  CHECK_THROWS_AS(TextTable::parse("verb\n", "t", {"verb", "class"}), InputError);
  CHECK_THROWS_AS(TextTable::parse("", "t", {"verb"}), InputError);
  try {
    static_cast<void>(TextTable::parse("a\tb\n1\t2\t3\n", "t.tsv", {"a"}));
    FAIL("no error");
  } catch (const InputError& error) {
    CHECK(error.to_string() == "t.tsv:2:1: error: the row has 3 cells, the table has 2 columns\nhint: separate cells by one tab; the first row names the columns\n");
  }
}

TEST_CASE("a cell of several values is split and trimmed", "[base]") {
  CHECK(split_cell(" a ; b;; c ") == std::vector<std::string>{"a", "b", "c"});
  CHECK(split_cell("").empty());
}
