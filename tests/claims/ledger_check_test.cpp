#include <catch2/catch.hpp>

#include "article/hash.hpp"
#include "claims/check.hpp"
#include "claims/ledger_json.hpp"
#include "tests/claims/ledger_samples.hpp"

using namespace dateline;
using claims::Ledger;
using claims::ProblemKind;

namespace {

const std::string kStory = "Caf\xC3\xA9 owners say two ships left the harbour of Port Sorrow at dawn.";

Ledger sample() {
  Ledger ledger;
  ledger.articles.push_back({"a1", "harbour.txt", article::sha256_hex(kStory), "", "", "", "", "", "", "", "none", {}});
  claims::Claim claim;
  claim.id = "c1";
  claim.article = "a1";
  claim.quote = claims::samples::quote("two ships left the harbour", 16);
  claim.quote.prefix = "say ";
  claim.quote.suffix = " of Port";
  claim.review.state = claims::ReviewState::Accepted;
  ledger.claims.push_back(claim);
  return ledger;
}

std::vector<claims::Problem> check(const Ledger& ledger, const std::optional<std::string>& text = kStory) {
  return claims::check(ledger, "l.json", claims::to_json(ledger), [&](const claims::ArticleRecord&) { return text; });
}

}  // namespace

TEST_CASE("a ledger that agrees with its stories has no problems", "[claims]") { CHECK(check(sample()).empty()); }

TEST_CASE("a moved quote is found and the place named", "[claims]") {
  Ledger ledger = sample();
  ledger.claims[0].quote.start += 1;
  ledger.claims[0].quote.end += 1;
  const auto problems = check(ledger);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].kind == ProblemKind::Quote);
  CHECK(problems[0].claim == "c1");
  CHECK(problems[0].diagnostic.hint == "the same words stand at 16");
  const std::string json = claims::to_json(ledger);
  CHECK(problems[0].diagnostic.position == position_at(json, json.find("\"two ships"), "l.json"));
}

TEST_CASE("prefix, suffix and parts are checked too", "[claims]") {
  Ledger ledger = sample();
  ledger.claims[0].quote.suffix = " of Port Joy";
  REQUIRE(check(ledger).size() == 1);
  CHECK(check(ledger)[0].diagnostic.message == "the words after the quote differ from the story");
  ledger = sample();
  ledger.claims[0].force = claims::Force{claims::samples::span("three ships", 16), "", "ships", "", 0};
  REQUIRE(check(ledger).size() == 1);
  CHECK(check(ledger)[0].kind == ProblemKind::Quote);
}

TEST_CASE("an edited story is told by its hash", "[claims]") {
  const auto problems = check(sample(), kStory + " Nobody saw them.");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].kind == ProblemKind::Hash);
}

TEST_CASE("a missing story is a problem of the story, not of each quote", "[claims]") {
  const auto problems = check(sample(), std::nullopt);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].kind == ProblemKind::MissingArticle);
}

TEST_CASE("unknown places, missing reviews and conflicts are listed", "[claims]") {
  Ledger ledger = sample();
  ledger.claims[0].review.state = claims::ReviewState::Unreviewed;
  claims::PlaceRef ref;
  ref.span = claims::samples::span("Port Sorrow", 46);
  ledger.claims[0].destination.push_back(ref);
  ref.place = "nowhere:1";
  ledger.claims[0].at.push_back(ref);
  ledger.conflicts.push_back({claims::ConflictKind::Time, {"c1"}, "One says dawn, one says dusk."});
  std::vector<ProblemKind> kinds;
  for (const auto& problem : check(ledger)) kinds.push_back(problem.kind);
  CHECK(kinds == std::vector{ProblemKind::Unresolved, ProblemKind::Place, ProblemKind::Unreviewed, ProblemKind::Conflict});
  CHECK(std::string(to_string(ProblemKind::MissingArticle)) == "missing-article");
}
