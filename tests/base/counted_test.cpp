#include "base/counted.hpp"

#include <catch2/catch.hpp>

using namespace dateline;

TEST_CASE("one thing is told in the singular, any other number in the plural, thousands apart", "[base]") {
  CHECK(counted(1, "story", "stories") == "1 story");
  CHECK(counted(0, "story", "stories") == "0 stories");
  CHECK(counted(1'200, "story", "stories") == "1,200 stories");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1'234'567) == "1,234,567");
}
