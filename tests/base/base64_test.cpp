#include "base/base64.hpp"

#include <catch2/catch.hpp>

using namespace dateline;

TEST_CASE("base64 follows the examples of RFC 4648", "[base]") {
  CHECK(to_base64("").empty());
  CHECK(to_base64("f") == "Zg==");
  CHECK(to_base64("fo") == "Zm8=");
  CHECK(to_base64("foo") == "Zm9v");
  CHECK(to_base64("foobar") == "Zm9vYmFy");
  CHECK(to_base64("\xFF\xFE\xFD") == "//79");
}
