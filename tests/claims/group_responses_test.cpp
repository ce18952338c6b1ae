#include <catch2/catch.hpp>

#include "claims/detail/group_responses.hpp"
#include "claims/ledger_json.hpp"
#include "tests/claims/group_builder.hpp"

using namespace dateline;
using namespace dateline::claims;
using namespace dateline::claims::samples;

namespace {

Claim answered(const std::string& story, const std::string& id, std::string when, ResponseAbout about, std::string reported_on = {}) {
  Claim claim = movement(story, id).number(500).to("Strelsau").by("agency").response("ministry", Stance::Denies, about);
  claim.responses.front().when = std::move(when);
  claim.reported_on = std::move(reported_on);
  return claim;
}

const Claim& claim_of(const Ledger& ledger, const std::string& id) {
  return *std::find_if(ledger.claims.begin(), ledger.claims.end(), [&](const Claim& claim) { return claim.id == id; });
}

bool is_earlier(const Ledger& ledger, const std::string& id) { return claim_of(ledger, id).responses.front().about == ResponseAbout::Earlier; }

}  // namespace

TEST_CASE("a denial that another story dates to an earlier week is about earlier reports in every story", "[claims]") {
  const Ledger ledger = grouped({answered("s1", "dated", "2031-05-01/2031-05-03", ResponseAbout::Earlier), answered("s2", "undated", "", ResponseAbout::This)});
  CHECK(is_earlier(ledger, "undated"));
  CHECK(claim_of(ledger, "undated").flags == std::vector<std::string>{"dated-by-other-story"});
  CHECK(claim_of(ledger, "dated").flags.empty());
  const auto found = conflicts_of(ledger, ConflictKind::Denial);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "Ministry of War denied earlier reports of this kind.");
  CHECK(found[0].claims.size() == 2);
}

TEST_CASE("a dated denial of its own keeps its aim", "[claims]") {
  const Ledger ledger = grouped({answered("s1", "dated", "2031-05-01/2031-05-03", ResponseAbout::Earlier), answered("s2", "own", "2031-05-09", ResponseAbout::This)});
  CHECK_FALSE(is_earlier(ledger, "own"));
  CHECK(conflicts_of(ledger, ConflictKind::Denial).size() == 2);
}

TEST_CASE("one story alone does not date its own answers", "[claims]") {
  const Ledger ledger = grouped({answered("s1", "dated", "2031-05-01", ResponseAbout::Earlier), answered("s1", "undated", "", ResponseAbout::This)});
  CHECK_FALSE(is_earlier(ledger, "undated"));
}

TEST_CASE("a denial of last year says nothing about this year's", "[claims]") {
  auto stories = extractions({answered("s1", "dated", "2030-05-01", ResponseAbout::Earlier), answered("s2", "undated", "", ResponseAbout::This)});
  stories[0].article.published = "2030-05-09";
  CHECK_FALSE(is_earlier(assemble(stories), "undated"));
}

TEST_CASE("a denial older than the statement beside it is about earlier reports", "[claims]") {
  const Ledger ledger = grouped({answered("s1", "older", "2031-05-01/2031-05-03", ResponseAbout::This, "2031-05-08"), answered("s2", "same-day", "2031-05-08", ResponseAbout::This, "2031-05-08"),
                                 answered("s3", "days-before-the-story", "2031-05-01/2031-05-03", ResponseAbout::This), answered("s4", "eve-of-the-story", "2031-05-08", ResponseAbout::This)});
  CHECK(is_earlier(ledger, "older"));
  CHECK_FALSE(is_earlier(ledger, "same-day"));
  CHECK(is_earlier(ledger, "days-before-the-story"));
  CHECK_FALSE(is_earlier(ledger, "eve-of-the-story"));
}

TEST_CASE("what a person settled about an answer stays", "[claims]") {
  Claim reviewed = answered("s2", "reviewed", "", ResponseAbout::This);
  reviewed.review.state = ReviewState::Edited;
  CHECK_FALSE(is_earlier(grouped({answered("s1", "dated", "2031-05-01", ResponseAbout::Earlier), reviewed}), "reviewed"));
}

TEST_CASE("a person whose title names the body speaks for it", "[claims]") {
  const SourceRecord league{"league", "LEAGUE", SourceKind::Intergovernmental, "", {"League officials"}};
  const auto person = [](std::vector<std::string> aliases, SourceKind kind = SourceKind::Intergovernmental) { return SourceRecord{"roe", "Jane Roe", kind, "", std::move(aliases)}; };
  CHECK(detail::spokesmen({league, person({"LEAGUE chief Jane Roe"})}).at("roe") == "league");
  CHECK(detail::spokesmen({league, person({"the League\xE2\x80\x99s Jane Roe"})}).at("roe") == "league");
  CHECK(detail::spokesmen({league, person({"Jane Roe", "Roe"})}).empty());
  CHECK(detail::spokesmen({league, person({"former LEAGUE chief Jane Roe"})}).empty());
  CHECK(detail::spokesmen({league, person({"LEAGUE critic Jane Roe"}, SourceKind::Expert)}).empty());
  CHECK(detail::spokesmen({league, person({"Colleague Jane Roe"})}).empty());
}

TEST_CASE("a body and its speaker are one voice in a conflict", "[claims]") {
  auto stories = extractions({movement("s1", "a").number(500).to("Strelsau").by("agency").response("league", Stance::CannotConfirm),
                              movement("s2", "b").number(500).to("Strelsau").by("agency").response("roe", Stance::CannotConfirm)});
  for (auto& story : stories) {
    story.sources.push_back({"league", "League", SourceKind::Intergovernmental, "", {}});
    story.sources.push_back({"roe", "Jane Roe", SourceKind::Intergovernmental, "", {"League chief Jane Roe"}});
  }
  const auto found = conflicts_of(assemble(stories), ConflictKind::Denial);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "League cannot confirm reports of 500 troops sent to Strelsau.");
}
