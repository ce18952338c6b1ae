#include "base/civil_date.hpp"

#include <catch2/catch.hpp>

using dateline::CivilDate;
using dateline::days_in_month;

TEST_CASE("only real days exist", "[base]") {
  CHECK(CivilDate::make(2024, 2, 29));
  CHECK_FALSE(CivilDate::make(2023, 2, 29));
  CHECK_FALSE(CivilDate::make(2024, 2, 31));
  CHECK_FALSE(CivilDate::make(2024, 13, 1));
  CHECK_FALSE(CivilDate::make(0, 1, 1));
  CHECK_FALSE(CivilDate::make(10000, 1, 1));
}

TEST_CASE("dates are read from ISO form only", "[base]") {
  REQUIRE(CivilDate::parse("2024-10-18"));
  CHECK(CivilDate::parse("2024-10-18")->to_string() == "2024-10-18");
  for (const char* text : {"2024-1-18", "18-10-2024", "2024-10-18 ", "2024/10/18", "+024-10-18", "2024-02-30", ""}) {
    CAPTURE(text);
    CHECK_FALSE(CivilDate::parse(text));
  }
}

TEST_CASE("18 October 2024 was a Friday and days add across months and leap years", "[base]") {
  const auto friday = *CivilDate::make(2024, 10, 18);
  CHECK(friday.weekday() == 5);
  CHECK(friday.plus_days(14).to_string() == "2024-11-01");
  CHECK(friday.plus_days(-232).to_string() == "2024-02-29");
  CHECK(CivilDate::make(2024, 12, 31)->days_since(*CivilDate::make(2024, 1, 1)) == 365);
  CHECK(days_in_month(2023, 2) == 28);
  CHECK(days_in_month(2000, 2) == 29);
}

TEST_CASE("adding days stops at the ends of the calendar", "[base]") {
  CHECK(CivilDate::make(9999, 12, 30)->plus_days(1000).to_string() == "9999-12-31");
  CHECK(CivilDate::make(1, 1, 2)->plus_days(-1000).to_string() == "0001-01-01");
}
