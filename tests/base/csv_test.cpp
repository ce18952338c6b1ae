#include "base/csv.hpp"

#include <catch2/catch.hpp>

namespace dateline {
namespace {

using Cells = std::vector<std::string>;

TEST_CASE("cells of a CSV row may be quoted", "[base]") {
  CHECK(split_csv_row("a,b , c") == Cells{"a", "b", "c"});
  CHECK(split_csv_row("\"one, two\",\"she said \"\"no\"\"\",") == Cells{"one, two", "she said \"no\"", ""});
  CHECK(split_csv_row("") == Cells{""});
  CHECK(split_csv_row("a;b,c", ';') == Cells{"a", "b,c"});
}

TEST_CASE("a row with an open quote goes on in the next line", "[base]") {
  CHECK(is_whole_csv_row("a,\"b\""));
  CHECK_FALSE(is_whole_csv_row("a,\"b"));
}

TEST_CASE("the separator is what the first row uses", "[base]") {
  CHECK(find_csv_separator("name,lat;lon") == ',');
  CHECK(find_csv_separator("name;lat;lon") == ';');
  CHECK(find_csv_separator("name\tlat") == '\t');
  CHECK(find_csv_separator("name") == ',');
}

}  // namespace
}  // namespace dateline
