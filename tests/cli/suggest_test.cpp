#include "cli/suggest.hpp"

#include <catch2/catch.hpp>

using dateline::cli::suggest;

TEST_CASE("a slip of the finger finds the word that was meant", "[cli]") {
  const std::vector<std::string> known = {"map", "extract", "locate", "claims", "check"};
  CHECK(suggest("extarct", known) == "extract");
  CHECK(suggest("clams", known) == "claims");
  CHECK(suggest("mapp", known) == "map");
}

TEST_CASE("a word that is near nothing finds nothing", "[cli]") {
  CHECK(suggest("banana", {"map", "extract"}).empty());
  CHECK(suggest(std::string(1000, 'a'), {"map"}).empty());
  CHECK(suggest("zz", {"map"}).empty());
}
