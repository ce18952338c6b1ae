#include "base/suggest.hpp"

#include <catch2/catch.hpp>

using dateline::nearest_word;

TEST_CASE("a slip of the finger finds the word that was meant", "[base]") {
  const std::vector<std::string> known = {"map", "extract", "locate", "claims", "check"};
  CHECK(nearest_word("extarct", known) == "extract");
  CHECK(nearest_word("clams", known) == "claims");
  CHECK(nearest_word("mapp", known) == "map");
}

TEST_CASE("a word that is near nothing finds nothing", "[base]") {
  const std::vector<std::string> known = {"map", "extract"};
  CHECK(nearest_word("banana", known).empty());
  CHECK(nearest_word(std::string(1000, 'a'), known).empty());
  CHECK(nearest_word("zz", known).empty());
}

TEST_CASE("a hint names the nearest word, or all of them", "[base]") {
  const std::vector<std::string_view> known = {"line-width", "fill-color"};
  CHECK(dateline::did_you_mean("line-widht", known) == "did you mean \"line-width\"?");
  CHECK(dateline::did_you_mean("radius", known) == "expected one of line-width, fill-color");
}
