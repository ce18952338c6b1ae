#include "pipeline/table.hpp"

#include <catch2/catch.hpp>

using namespace dateline::pipeline;

TEST_CASE("columns line up by code points and rows end without spaces", "[pipeline]") {
  CHECK(to_text({{"name", "n"}, {{"Łódź", "1"}, {"a", "20"}, {"b", ""}}}) == "name  n\nŁódź  1\na     20\nb\n");
}

TEST_CASE("cells with commas, quotes and line breaks are quoted", "[pipeline]") {
  CHECK(to_csv({{"a", "b"}, {{"x,y", "say \"hi\"\nnow"}}}) == "a,b\n\"x,y\",\"say \"\"hi\"\"\nnow\"\n");
}
