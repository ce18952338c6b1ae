#include "claims/ledger_diff.hpp"

#include <catch2/catch.hpp>

#include "claims/assemble.hpp"
#include "tests/claims/group_builder.hpp"
#include "tests/claims/ledger_samples.hpp"

using namespace dateline::claims;
using namespace dateline::claims::samples;

namespace {

Ledger base() {
  return assemble(extractions({movement("s1", "a").number(900).to("Port Sorrow").when("2031-05-01").by("agency"), movement("s2", "b").number(900).to("Port Sorrow").when("2031-05-01").by("agency"),
                               ClaimBuilder("s2", "c", ClaimKind::Basing).at("Strelsau").by("ministry")}));
}

Claim& claim_of(Ledger& ledger, const std::string& id) {
  return *std::find_if(ledger.claims.begin(), ledger.claims.end(), [&](const Claim& claim) { return claim.id == id; });
}

}  // namespace

TEST_CASE("a ledger does not differ from itself", "[claims]") {
  for (unsigned seed = 0; seed < 30; ++seed) {
    const Ledger ledger = random_ledger(seed);
    CHECK(compare(ledger, ledger).empty());
  }
}

TEST_CASE("a difference is empty exactly if the ledgers are equal", "[claims]") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const Ledger before = random_ledger(seed);
    Ledger after = before;
    switch (random.below(7)) {
      case 0: after.claims[random.below(after.claims.size())].reported_on += "x"; break;
      case 1: after.places[0].radius_m += 1; break;
      case 2: after.sources[1].aliases.push_back("another"); break;
      case 3: after.events[0].number += 1; break;
      case 4: std::swap(after.claims[0], after.claims[1]); break;
      case 5: after.pins.clear(); break;
      default: after.conflicts[0].claims.clear(); break;
    }
    CHECK(compare(before, after).empty() == (before == after));
    CHECK_FALSE(compare(after, before).empty());
  }
}

TEST_CASE("a changed field is told with its old and new value", "[claims]") {
  const Ledger before = base();
  Ledger after = before;
  claim_of(after, "c").status = ClaimStatus::Planned;
  claim_of(after, "c").activity = "training";
  const LedgerDiff diff = compare(before, after);
  REQUIRE(diff.claims.changed.size() == 1);
  CHECK(diff.claims.changed[0] == RecordChange{"c", "c", {{"status", "\"reported\"", "\"planned\""}, {"activity", "", "\"training\""}}});
  CHECK(diff.claims.added.empty());
  CHECK(diff.articles.empty());
}

TEST_CASE("claims that came and went are told, and the events they change", "[claims]") {
  const Ledger before = base();
  Ledger after = before;
  std::erase_if(after.claims, [](const Claim& claim) { return claim.id == "b"; });
  Claim added = claim_of(after, "c");
  added.id = "d";
  added.quote.exact = "other words";
  after.claims.push_back(added);
  group(after);
  const LedgerDiff diff = compare(before, after);
  CHECK(diff.claims.removed == std::vector<std::string>{"b"});
  CHECK(diff.claims.added == std::vector<std::string>{"d"});
  CHECK(diff.events.added.empty());
  CHECK(diff.events.removed.empty());
  CHECK(diff.events.changed.size() == 2);
}

TEST_CASE("a claim whose story was edited elsewhere is found again by its words", "[claims]") {
  const Ledger before = base();
  Ledger after = before;
  // the story has another hash now, and so other ids
  after.articles[1].sha256 = std::string(64, 'b');
  for (Claim& claim : after.claims) {
    if (claim.article == after.articles[1].id) claim.id += "-again";
  }
  group(after);
  const LedgerDiff diff = compare(before, after);
  CHECK(diff.claims.empty());  // but for their ids, which are not told
  CHECK(diff.events.empty());
  REQUIRE(diff.articles.changed.size() == 1);
  CHECK(diff.articles.changed[0].fields[0].field == "sha256");
}

TEST_CASE("an event that lost its number is the same event", "[claims]") {
  const Ledger before = base();
  Ledger after = before;
  const auto more = assemble(extractions({movement("s0", "z").number(50).to("Port Sorrow").when("2031-04-01").by("ministry")}));
  after.claims.insert(after.claims.begin(), more.claims.begin(), more.claims.end());
  after.articles.insert(after.articles.begin(), more.articles.begin(), more.articles.end());
  group(after);
  const LedgerDiff diff = compare(before, after);
  CHECK(diff.events.added.size() == 1);
  CHECK(diff.events.removed.empty());
  for (const RecordChange& change : diff.events.changed) {
    REQUIRE(change.fields.size() == 1);
    CHECK(change.fields[0].field == "number");
  }
}
