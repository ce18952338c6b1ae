#include <catch2/catch.hpp>

#include <algorithm>

#include "base/error.hpp"
#include "claims/detail/evidence.hpp"
#include "claims/span_record.hpp"
#include "extract_support.hpp"

using namespace dateline;
using claims::detail::Evidence;
using claims::detail::EvidenceSet;
using claims::detail::EvidenceWeights;
using claims::test::extract;

TEST_CASE("weights add up, and those of a pair only where both are seen", "[claims][extract]") {
  const EvidenceWeights weights("evidence\tweight\nalways\t-1.5\ngo\t0.5\ngo counted\t2\n", "evidence.tsv");
  EvidenceSet seen;
  CHECK(weights.weigh(seen) == Approx(-1.5));
  seen.add(Evidence::Go);
  CHECK(weights.weigh(seen) == Approx(-1.0));
  seen.add(Evidence::Counted);
  CHECK(weights.weigh(seen) == Approx(1.0));
  CHECK(seen.names() == std::vector<std::string_view>{"go", "counted"});
}

TEST_CASE("what cannot hold is not added", "[claims][extract]") {
  EvidenceSet seen;
  seen.add(Evidence::Go, false);
  CHECK(seen.names().empty());
  CHECK_FALSE(seen.has(Evidence::Go));
}

TEST_CASE("an unknown name and a weight that is none are refused", "[claims][extract]") {
  CHECK_THROWS_WITH(EvidenceWeights("evidence\tweight\ngo\t1\nmoon\t1\n", "evidence.tsv"), Catch::Contains("'moon'"));
  CHECK_THROWS_WITH(EvidenceWeights("evidence\tweight\ngo\tmuch\n", "evidence.tsv"), Catch::Contains("'much'"));
  CHECK_THROWS_AS(EvidenceWeights("evidence\tweight\ngo\t1e\n", "evidence.tsv"), InputError);
}

TEST_CASE("a claim that only weighing made says so, and the record tells what was seen", "[claims][extract]") {
  const auto found = extract("Two hundred Kenyan soldiers crossed into Somalia on Sunday, the army said. Their tanks went to Dhobley for a ceremony.");
  REQUIRE(found.claims.size() == 2);
  const auto& weighed = found.claims[1];
  CHECK(weighed.rules.front() == "weighed");
  CHECK(std::find(weighed.flags.begin(), weighed.flags.end(), "weighed") != weighed.flags.end());
  REQUIRE(found.trace.weighed.size() == 1);
  CHECK(found.trace.weighed[0].holds);
  CHECK(claims::to_span_record(found, "one", true).find("\"refused-visit\"") != std::string::npos);
  CHECK(claims::to_span_record(found, "one").find("refused-visit") == std::string::npos);
}

TEST_CASE("a presence without a place is no claim, whatever speaks for it", "[claims][extract]") {
  CHECK(extract("Somalia has 15,000 soldiers. Kenyan troops entered Gedo on Sunday.").claims.size() == 1);
}
