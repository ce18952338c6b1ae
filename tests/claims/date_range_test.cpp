#include "claims/date_range.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace dateline;
using namespace dateline::claims;

namespace {

std::string text_of(const DateRange& range) {
  if (!range.is_known()) return "none";
  return (range.first ? range.first->to_string() : "..") + " " + (range.last ? range.last->to_string() : "..");
}

DateRange days(const char* first, const char* last) { return {CivilDate::parse(first), CivilDate::parse(last)}; }

}  // namespace

TEST_CASE("dates of all precisions become days, open ends stay open", "[claims]") {
  CHECK(text_of(date_range("2024-10-08")) == "2024-10-08 2024-10-08");
  CHECK(text_of(date_range("2024-02")) == "2024-02-01 2024-02-29");
  CHECK(text_of(date_range("2023~")) == "2023-01-01 2023-12-31");
  CHECK(text_of(date_range("2024-10-18~")) == "2024-10-18 2024-10-18");
  CHECK(text_of(date_range("2024-10-08/2024-10-13")) == "2024-10-08 2024-10-13");
  CHECK(text_of(date_range("2022-08/..")) == "2022-08-01 ..");
  CHECK(text_of(date_range("../2024-10")) == ".. 2024-10-31");
}

TEST_CASE("a season is its months of the northern year", "[claims]") {
  CHECK(text_of(date_range("2024-23")) == "2024-09-01 2024-11-30");
  CHECK(text_of(date_range("2024-24")) == "2024-12-01 2025-02-28");
}

TEST_CASE("what names no year or is no date has no days", "[claims]") {
  for (const char* none : {"", "XXXX-10-18", "2024-13", "2024-02-31", "soon", "/", "../..", "-024", "2024-10-13/2024-10-08"}) {
    INFO(none);
    CHECK(text_of(date_range(none)) == "none");
  }
}

TEST_CASE("ranges meet when they share a day", "[claims]") {
  CHECK(days("2024-10-08", "2024-10-13").meets(days("2024-10-13", "2024-10-20")));
  CHECK_FALSE(days("2024-10-08", "2024-10-13").meets(days("2024-10-14", "2024-10-20")));
  CHECK(DateRange{CivilDate::parse("2022-08-01"), {}}.meets(days("2024-10-14", "2024-10-20")));
  CHECK_FALSE(DateRange{CivilDate::parse("2025-08-01"), {}}.meets(days("2024-10-14", "2024-10-20")));
  CHECK(DateRange{}.meets(DateRange{}));
}

TEST_CASE("a time touches days that it shares, by month and day if its year is not known", "[claims]") {
  const auto from = CivilDate::parse("2024-10-01"), to = CivilDate::parse("2024-10-31");
  CHECK(touches_days("2024-10-31/2024-11-02", from, to));
  CHECK_FALSE(touches_days("2024-11", from, to));
  CHECK(touches_days("XXXX-10-18", from, to));
  CHECK_FALSE(touches_days("XXXX-11-18", from, to));
  CHECK(touches_days("2030", from, std::nullopt));
  CHECK_FALSE(touches_days("", from, to));
  CHECK_FALSE(touches_days("2024-10-18", to, from));
}
