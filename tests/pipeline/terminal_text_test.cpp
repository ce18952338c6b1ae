#include "pipeline/terminal_text.hpp"

#include <catch2/catch.hpp>

#include "pipeline/table.hpp"

using namespace dateline::pipeline;

TEST_CASE("text cannot steer the terminal or turn its writing around", "[pipeline]") {
  CHECK(safe_for_terminal("a\x1b[2Jb\nc\x07") == "a [2Jb\nc ");
  CHECK(safe_for_terminal("a\xE2\x80\xAE" "b") == "a b");
  CHECK(safe_for_terminal("\xFFz") == "?z");
  CHECK(safe_for_terminal("\xC2\x9B" "1m") == " 1m");
}

TEST_CASE("columns count what a terminal shows", "[pipeline]") {
  CHECK(columns_of("Łódź") == 4);
  CHECK(columns_of("e\xCC\x81") == 1);
  CHECK(columns_of("서울") == 4);
  CHECK(cut_to_columns("Blagoveshchensk", 6) == "Blago…");
  CHECK(cut_to_columns("Perm", 6) == "Perm");
  CHECK(cut_to_columns("서울시", 4) == "서…");
}

TEST_CASE("lines break between words and what follows is indented", "[pipeline]") {
  CHECK(wrap("one two three four", 9, 2) == "one two\n  three\n  four");
  CHECK(wrap("  says   a very long sentence\nnext", 20, 9) == "  says   a very long\n         sentence\nnext");
  CHECK(wrap("unbreakablewordisleftwhole x", 5, 1) == "unbreakablewordisleftwhole\n x");
  CHECK(wrap("as it is, however long", 0, 2) == "as it is, however long");
  CHECK(wrap("", 10, 2).empty());
}

TEST_CASE("a table is cut to the terminal, and becomes blocks where it is too narrow", "[pipeline]") {
  const Table table{{"no", "quote"}, {{"1", "They left the harbour at night"}, {"12", ""}}};
  CHECK(to_text(table, 80) == to_text(table));
  CHECK(to_text(table, 20) == "no  quote\n1   They left the h…\n12\n");
  CHECK(to_text(table, 8) == "no: 1\nquote:\n  They\n  left\n  the\n  harbour\n  at\n  night\n\nno: 12\n");
}

TEST_CASE("a table's cells are single lines", "[pipeline]") { CHECK(to_text({{"a"}, {{"x\ny\x1b"}}}) == "a\nx y\n"); }

TEST_CASE("a spreadsheet gets no formula out of a story", "[pipeline]") {
  CHECK(to_csv({{"a"}, {{"=1+1"}, {"@x"}, {"-"}, {"-2"}}}) == "a\n'=1+1\n'@x\n-\n'-2\n");
}
