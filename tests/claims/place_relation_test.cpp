#include "claims/place_relation.hpp"

#include <catch2/catch.hpp>

using namespace dateline;
using namespace dateline::claims;

namespace {

struct Expected {
  const char* text;
  const char* words;
  double degrees;
  double metres;   // 0: no distance
};

}  // namespace

TEST_CASE("where something lies from a place is read with its distance and direction", "[claims]") {
  for (const Expected& e : {Expected{"Two tugs were seen about 90 kilometres south of ", "about 90 kilometres south of", 180, 90'000},
                            {"a convoy some 1,200 km north-east of ", "some 1,200 km north-east of", 45, 1'200'000},
                            {"halted 12.5 miles west of the ", "12.5 miles west of", 270, 12.5 * 1609.344},
                            {"anchored 30 nautical miles off course, 40 nautical miles southeast of ", "40 nautical miles southeast of", 135, 40 * 1852.0},
                            {"camped 60km to the north of ", "60km to the north of", 0, 60'000},
                            {"crossed to the bank south of the ", "south of", 180, 0},
                            {"about 90 kilometres south of", "about 90 kilometres south of", 180, 90'000}}) {
    INFO(e.text);
    const auto relation = relation_at_end(e.text);
    REQUIRE(relation);
    CHECK(relation->words == e.words);
    CHECK(relation->bearing.value() == e.degrees);
    REQUIRE(relation->distance.has_value() == (e.metres > 0));
    if (relation->distance) CHECK(relation->distance->value() == Approx(e.metres));
  }
}

TEST_CASE("what has no direction is no relation", "[claims]") {
  for (const char* text : {"", "the", "of the ", "near ", "in the south ", "the governor of ", "90 km from ", "3,000 km of ", "the north "}) {
    INFO(text);
    CHECK_FALSE(relation_at_end(text));
  }
  const auto no_number = relation_at_end("many miles east of ");
  REQUIRE(no_number);
  CHECK_FALSE(no_number->distance);
  CHECK(no_number->words == "east of");
}
