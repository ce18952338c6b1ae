#include "pipeline/page_size.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace dateline;
using namespace dateline::pipeline;

TEST_CASE("page sizes are given in pixels or by name", "[pipeline]") {
  CHECK(parse_page_size("1600x1000").width == Approx(1600));
  CHECK(parse_page_size("a4-landscape").height == Approx(794));
  for (const std::string& name : page_size_names()) CHECK(parse_page_size(name).width >= 320);
  for (const char* wrong : {"", "a5", "1600", "1600x", "x1000", "100x100", "1600x1000x2", "99999x1000", "-1x1000"}) {
    INFO(wrong);
    CHECK_THROWS_AS(parse_page_size(wrong), UsageError);
  }
}
