#include <catch2/catch.hpp>

#include <random>

#include "claims/ledger_json.hpp"
#include "claims/merge.hpp"
#include "tests/claims/group_builder.hpp"

using namespace dateline;
using namespace dateline::claims;
using namespace dateline::claims::samples;

namespace {

/// Four stories of one deed and what else they tell.
std::vector<Claim> tellings() {
  return {movement("s1", "a").number(900).to("Coast").by("agency"), movement("s1", "b").to("Port Sorrow").when("2031-05-01/2031-05-04").by("agency"),
          movement("s2", "c").number(900).force("special forces").to("Port Sorrow").when("2031-05-01/2031-05-04").by("agency"),
          movement("s2", "d").status(ClaimStatus::Planned).more().to("Ruritania").by("agency").response("ministry", Stance::Denies),
          movement("s3", "e").number(900, "about").to("Port Sorrow").by("wire").by("agency"), ClaimBuilder("s4", "f", ClaimKind::Basing).at("Port Sorrow").at("Strelsau").by("agency"),
          ClaimBuilder("s4", "g", ClaimKind::Presence).force("officers").at("Marchtown").by("ministry")};
}

/// One extraction a story, as a ledger of its own.
std::vector<Ledger> stories() {
  std::vector<Ledger> all;
  for (Extraction& extraction : extractions(tellings())) {
    // each story brings its own telling of a source
    extraction.sources[0].aliases = {"alias of " + extraction.article.id};
    all.push_back(assemble({std::move(extraction)}));
  }
  return all;
}

Ledger whole() {
  auto all = extractions(tellings());
  for (Extraction& extraction : all) extraction.sources[0].aliases = {"alias of " + extraction.article.id};
  return assemble(std::move(all));
}

Claim& claim_of(Ledger& ledger, const std::string& id) {
  return *std::find_if(ledger.claims.begin(), ledger.claims.end(), [&](const Claim& claim) { return claim.id == id; });
}

/// A story whose file now has another text.
Ledger changed_story() {
  auto all = extractions({movement("s9", "new").number(700).to("Port Sorrow").when("2031-05-01/2031-05-04").by("agency")});
  all[0].article.file = "s2.txt";
  return assemble(std::move(all));
}

}  // namespace

TEST_CASE("stories merged one by one in any order make the ledger of all", "[claims]") {
  const std::string expected = to_json(whole());
  std::vector<Ledger> parts = stories();
  std::mt19937 random(99);
  for (int round = 0; round < 60; ++round) {
    std::shuffle(parts.begin(), parts.end(), random);
    Ledger ledger;
    for (const Ledger& part : parts) ledger = merge(std::move(ledger), part).ledger;
    REQUIRE(to_json(ledger) == expected);
  }
}

TEST_CASE("stories merged in batches that overlap make the same ledger", "[claims]") {
  const std::string expected = to_json(whole());
  const std::vector<Ledger> parts = stories();
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const auto pick = [&] { return parts[static_cast<std::size_t>(random() % parts.size())]; };
    Ledger ledger = merge(merge(pick(), pick()).ledger, merge(pick(), pick()).ledger).ledger;
    for (const Ledger& part : parts) ledger = merge(std::move(ledger), part).ledger;
    REQUIRE(to_json(ledger) == expected);
  }
}

TEST_CASE("merging again adds nothing and changes no byte", "[claims]") {
  const Ledger ledger = whole();
  const MergeResult again = merge(ledger, ledger);
  CHECK(to_json(again.ledger) == to_json(ledger));
  CHECK(again.added_stories == 0);
  CHECK(again.added_claims == 0);
  CHECK(again.known_stories == 4);
  CHECK(again.diagnostics.size() == 4);
}

TEST_CASE("what people did to a ledger outlives new stories and old ones", "[claims]") {
  std::vector<Ledger> parts = stories();
  Ledger ledger = merge(parts[0], parts[1]).ledger;
  Claim& edited = claim_of(ledger, "c");
  edited.review = {ReviewState::Edited, "R. Reviewer", "2031-06-01", "see the map", "900 men"};
  edited.quantity->high = edited.quantity->low = 950;
  edited.credibility = Credibility{"B", 2, "R. Reviewer"};
  claim_of(ledger, "a").review.state = ReviewState::Rejected;
  ledger.pins.push_back({"Springfield", "s1", "place:1"});
  const Claim kept = edited;
  for (const Ledger& part : parts) ledger = merge(std::move(ledger), part).ledger;
  CHECK(claim_of(ledger, "c") == kept);
  CHECK(claim_of(ledger, "a").review.state == ReviewState::Rejected);
  CHECK(ledger.pins.size() == 1);
  CHECK(ledger.claims.size() == tellings().size());
  for (const Event& event : ledger.events) CHECK(std::find(event.claims.begin(), event.claims.end(), "a") == event.claims.end());
}

TEST_CASE("the names that a person gave to sources and places stay when nothing new comes", "[claims]") {
  Ledger ledger = whole();
  ledger.sources[0].name = "zzz the name we use";
  ledger.places[0].name = "zzz our spelling";
  const MergeResult again = merge(ledger, whole());
  CHECK(again.ledger.sources[0].name == "zzz the name we use");
  CHECK(again.ledger.places[0].name == "zzz our spelling");
}

TEST_CASE("a story that has changed keeps its old claims, flagged, and says so", "[claims]") {
  const MergeResult merged = merge(whole(), changed_story());
  CHECK(merged.changed_stories == 1);
  CHECK(merged.added_claims == 1);
  REQUIRE(merged.diagnostics.size() == 1);
  CHECK(merged.diagnostics[0].severity == Severity::Warning);
  CHECK(merged.diagnostics[0].message.find("2 claims of the old text kept") != std::string::npos);
  Ledger ledger = merged.ledger;
  CHECK(ledger.articles.size() == 5);
  CHECK(claim_of(ledger, "c").flags == std::vector<std::string>{"story-changed"});
  CHECK(claim_of(ledger, "new").flags.empty());
  CHECK(ledger_from_json(to_json(ledger), "x") == ledger);
  // once more: the new version is known, the old one is not flagged twice
  const MergeResult again = merge(ledger, changed_story());
  CHECK(to_json(again.ledger) == to_json(ledger));
  CHECK(again.changed_stories == 0);
}

TEST_CASE("an older version of a story is no second outlet", "[claims]") {
  auto story = [](const char* id, const char* claim) {
    auto all = extractions({movement(id, claim).number(900).to("Port Sorrow").when("2031-05-01").by("agency")});
    all[0].article.file = "story.txt";
    return assemble(std::move(all));
  };
  const Ledger ledger = merge(story("s1", "old"), story("s2", "new")).ledger;
  CHECK(together(ledger, "old", "new"));
  CHECK(event_of(ledger, "old").outlets == std::vector<std::string>{"s2"});
}

TEST_CASE("stories of one feed are not versions of each other", "[claims]") {
  auto feed = [](const std::vector<Claim>& claims) {
    auto all = extractions(claims);
    for (Extraction& extraction : all) extraction.article.file = "feed.jsonl";
    return assemble(std::move(all));
  };
  const Ledger monday = feed({movement("s1", "a").number(500), movement("s2", "b").number(600)});
  const MergeResult merged = merge(monday, feed({movement("s3", "c").number(700)}));
  CHECK(merged.changed_stories == 0);
  CHECK(merged.added_stories == 1);
}

TEST_CASE("a feed's story with the same id and another text is a changed story", "[claims]") {
  auto story = [](char hash, const char* claim) {
    auto all = extractions({movement("item-1", claim).number(500).to("Strelsau")});
    all[0].article.file = "feed.jsonl";
    all[0].article.sha256 = std::string(64, hash);
    return assemble(std::move(all));
  };
  const MergeResult merged = merge(story('a', "old"), story('b', "new"));
  CHECK(merged.changed_stories == 1);
  CHECK(merged.ledger.articles[0].id == "item-1");
  CHECK(merged.ledger.articles[1].id == "item-1#bbbbbbbb");
  Ledger ledger = merged.ledger;
  CHECK(claim_of(ledger, "new").article == "item-1#bbbbbbbb");
  CHECK(to_json(merge(ledger, story('b', "new")).ledger) == to_json(ledger));
}

TEST_CASE("of two pins of one name the new one holds", "[claims]") {
  Ledger old, fresh;
  old.pins = {{"Springfield", "", "place:1"}, {"Bywater", "", "place:2"}};
  fresh.pins = {{"Springfield", "", "place:3"}};
  CHECK(merge(old, fresh).ledger.pins == std::vector<Pin>{{"Bywater", "", "place:2"}, {"Springfield", "", "place:3"}});
}
