#include "base/diagnostics.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace dateline;

TEST_CASE("a diagnostic prints file, line, column, the line, the mark and the hint", "[base]") {
  const std::string text = "First line.\nThe tremor of 31 February was felt.\n";
  const auto start = text.find("31 February");
  const auto d = diagnose(Severity::Error, "there is no 31 February", "write the date as it is printed", text,
                          {start, start + 11}, "quake.txt");
  CHECK(format_diagnostic(d) ==
        "quake.txt:2:15: error: there is no 31 February\n"
        "  The tremor of 31 February was felt.\n"
        "                ^~~~~~~~~~~\n"
        "hint: write the date as it is printed\n");
}

TEST_CASE("columns count code points, not bytes", "[base]") {
  const std::string text = "Łódź – Gdańsk";
  const auto position = position_at(text, text.find("Gda"), "a");
  CHECK(position.line == 1);
  CHECK(position.column == 8);
}

TEST_CASE("a very long line is cut around the mark", "[base]") {
  const std::string text = std::string(500, 'x') + "HERE" + std::string(500, 'y');
  const auto printed = format_diagnostic(diagnose(Severity::Warning, "look", "", text, {500, 504}, "f"));
  CHECK(printed.size() < 350);
  const auto caret = printed.rfind("^~~~");
  const auto line_start = printed.rfind('\n', caret) + 1;
  const auto excerpt_start = printed.find('\n') + 1;
  CHECK(printed.substr(excerpt_start + (caret - line_start), 4) == "HERE");
}

TEST_CASE("an error keeps the first position it was given and takes a file on the way up", "[base]") {
  InputError error("the text is empty", "name another file");
  error.set_file("a.txt");
  CHECK(error.to_string() == "a.txt: error: the text is empty\nhint: name another file\n");
  error.set_position({"", 3, 4}, "abcdef");
  error.set_position({"b.txt", 9, 9});
  CHECK(error.to_string() == "a.txt:3:4: error: the text is empty\n  abcdef\n     ^\nhint: name another file\n");
}
