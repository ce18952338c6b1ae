#include "pipeline/detail/template_parts.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

#include "base/error.hpp"

using namespace dateline;
using dateline::pipeline::detail::expand_parts;

namespace {

std::string expand(const std::string& text) {
  static const std::map<std::string, std::string> files = {
      {"dot", "<dot c=\"[[color]]\"/>\n"}, {"two", "<part file=\"dot\" color=\"[[color]]\"/>\n<part file=\"dot\" color=\"blue\"/>\n"}, {"loop", "<part file=\"loop\"/>"}};
  return expand_parts(text, [](const std::string& file) { return files.at(file); });
}

}  // namespace

TEST_CASE("a part stands where it is named, with the caller's values", "[pipeline]") {
  CHECK(expand("<a>\n<part file=\"dot\" color=\"red@0.3\"/>\n</a>\n") == "<a>\n<dot c=\"red@0.3\"/>\n</a>\n");
  CHECK(expand("<part file=\"two\" color=\"red\"/>") == "<dot c=\"red\"/>\n<dot c=\"blue\"/>\n");
  CHECK(expand("no parts, and {{mark}} stays") == "no parts, and {{mark}} stays");
}

TEST_CASE("a part that cannot be made whole is an error", "[pipeline]") {
  CHECK_THROWS_AS(expand("<part file=\"dot\"/>"), InputError);
  CHECK_THROWS_AS(expand("<part color=\"red\"/>"), InputError);
  CHECK_THROWS_AS(expand("<part file=\"dot"), InputError);
  CHECK_THROWS_AS(expand("<part file=dot/>"), InputError);
  CHECK_THROWS_AS(expand("<part file=\"loop\"/>"), InputError);
}
