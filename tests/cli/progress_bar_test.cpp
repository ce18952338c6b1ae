#include "cli/progress_bar.hpp"

#include <catch2/catch.hpp>

using dateline::cli::speed_text;

TEST_CASE("behind a bar stand speed and time left", "[cli]") {
  CHECK(speed_text(0, 10, 5).empty());
  CHECK(speed_text(5, 10, 0.5).empty());
  CHECK(speed_text(1680, 10'080, 2) == "  840/s, 12 s left");
  CHECK(speed_text(5, 100, 10) == "  0.5/s, 3 min left");
  CHECK(speed_text(100, 1'000'000, 10) == "  10/s, 27 h 46 min left");
}
