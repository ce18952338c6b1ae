#include "pipeline/event_dates.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace dateline;
using namespace dateline::pipeline;

namespace {
DateRange days(const std::string& first, const std::string& last) { return {CivilDate::parse(first), CivilDate::parse(last)}; }
}  // namespace

TEST_CASE("weeks begin on Monday and empty ones are left out", "[pipeline]") {
  const auto weeks = date_periods({days("2024-10-08", "2024-10-08"), days("2024-10-13", "2024-10-14"), std::nullopt, days("2024-10-30", "2024-10-30")}, Multiples::Week);
  REQUIRE(weeks.size() == 3);
  CHECK(weeks[0].caption == "7–13 Oct 2024");
  CHECK(weeks[0].members == std::vector<std::size_t>{0, 1});
  CHECK(weeks[1].members == std::vector<std::size_t>{1});
  CHECK(weeks[2].members == std::vector<std::size_t>{3});
}

TEST_CASE("days show what went on, and too many of them are refused", "[pipeline]") {
  const auto all = date_periods({days("2024-10-08", "2024-10-10"), DateRange{CivilDate::parse("2024-10-09"), {}}}, Multiples::Day);
  REQUIRE(all.size() == 3);
  CHECK(all[2].members == std::vector<std::size_t>{0, 1});
  CHECK(all[2].caption == "10 Oct 2024");
  CHECK(date_periods({std::nullopt}, Multiples::Day).empty());
  CHECK(date_periods({days("2024-10-08", "2024-10-10")}, Multiples::None).empty());
  CHECK_THROWS_AS(date_periods({days("2024-01-01", "2024-12-31")}, Multiples::Day), UsageError);
  CHECK(date_periods({days("2024-01-01", "2024-12-31")}, Multiples::Day, days("2024-05-01", "2024-05-03")).size() == 3);   // of the time asked for
  // From the first year to the last there must be no endless walk.
  CHECK_THROWS_AS(date_periods({days("0001-01-01", "9999-12-31")}, Multiples::Week), UsageError);
}
