#include "claims/words.hpp"

#include <catch2/catch.hpp>

using namespace dateline;

TEST_CASE("dates read as people write them", "[pipeline]") {
  const std::pair<const char*, const char*> rows[] = {
      {"2024-10-18", "18 Oct 2024"},
      {"2024-10", "Oct 2024"},
      {"2024", "2024"},
      {"2024-10-08/2024-10-13", "8–13 Oct 2024"},
      {"2024-09-28/2024-10-03", "28 Sep – 3 Oct 2024"},
      {"2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan 2024"},
      {"2024-08/2024-10", "Aug – Oct 2024"},
      {"2022-08/..", "since Aug 2022"},
      {"../2024-03", "until Mar 2024"},
      {"XXXX-10-18", "18 Oct"},
      {"XXXX-10-08/XXXX-10-13", "8–13 Oct"},
      {"2023-24", "winter 2023"},
      {"2024-03~", "about Mar 2024"},
      {"195X", "1950s"},
      {"2024-10-18/2024-10-18", "18 Oct 2024"},
      {"soonish", "soonish"},
      {"", ""},
  };
  for (const auto& [edtf, words] : rows) {
    CAPTURE(edtf);
    CHECK(claims::format_edtf(edtf) == words);
  }
}

TEST_CASE("numbers are grouped, millions are words", "[pipeline]") {
  CHECK(claims::format_number(0) == "0");
  CHECK(claims::format_number(999) == "999");
  CHECK(claims::format_number(1500) == "1,500");
  CHECK(claims::format_number(123456) == "123,456");
  CHECK(claims::format_number(8e6) == "8 million");
  CHECK(claims::format_number(1.28e6) == "1.28 million");
}

TEST_CASE("a quantity says how sure its source was", "[pipeline]") {
  claims::QuantityOf q;
  q.low = 1500, q.high = 1500, q.qualifier = "about";
  CHECK(claims::format_quantity(q) == "about 1,500");
  q.qualifier = "more-than", q.high.reset();
  CHECK(claims::format_quantity(q) == "more than 1,500");
  q.low = 24, q.high.reset(), q.qualifier = "dozens";
  CHECK(claims::format_quantity(q) == "dozens");
  q.low = 10000, q.high = 12000, q.qualifier = "range";
  CHECK(claims::format_quantity(q) == "10,000–12,000");
  q.high = 10000, q.qualifier = "exact", q.additional = true;
  CHECK(claims::format_quantity(q) == "10,000 more");
}

TEST_CASE("a quote is cut after whole words", "[pipeline]") {
  CHECK(claims::first_words("one two three", 3) == "one two three");
  CHECK(claims::first_words("one two, three", 2) == "one two …");
  CHECK(claims::first_words("", 5).empty());
}

TEST_CASE("lists read as sentences", "[pipeline]") {
  CHECK(claims::join_and({}).empty());
  CHECK(claims::join_and({"a"}) == "a");
  CHECK(claims::join_and({"a", "b"}) == "a and b");
  CHECK(claims::join_and({"a", "b", "c"}) == "a, b and c");
}
