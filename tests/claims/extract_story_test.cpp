#include <catch2/catch.hpp>

#include <algorithm>

#include "claims/span_record.hpp"
#include "extract_support.hpp"

using namespace dateline;
using claims::test::extract;

namespace {

bool has_flag(const claims::Claim& claim, const std::string& flag) { return std::find(claim.flags.begin(), claim.flags.end(), flag) != claim.flags.end(); }

const claims::Claim* find_quote(const claims::Extraction& extraction, const std::string& words) {
  for (const auto& claim : extraction.claims) {
    if (claim.quote.exact.find(words) != std::string::npos) return &claim;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a pronoun carries the number of its antecedent, and says that it guessed", "[claims][extract]") {
  const auto found = extract("Kenya has sent 250 soldiers to Kismayo and intends to deploy them to Baidoa.");
  REQUIRE(found.claims.size() == 2);
  REQUIRE(found.claims[1].quantity);
  CHECK(found.claims[1].quantity->low == 250);
  CHECK(found.claims[1].status == claims::ClaimStatus::Planned);
  CHECK(has_flag(found.claims[1], "pronoun-guess"));
}

TEST_CASE("the carrier is not the actor", "[claims][extract]") {
  const auto found = extract("Turkish transport planes flew 400 Somali soldiers to Isparta on 3 May 2024.");
  REQUIRE(found.claims.size() == 1);
  REQUIRE(found.claims[0].actor);
  CHECK(found.claims[0].actor->entity == "SO");
  CHECK(found.claims[0].means == "Turkish transport planes");
  REQUIRE(found.claims[0].when);
  CHECK(found.claims[0].when->edtf == "2024-05-03");
}

TEST_CASE("the accused is the actor, the accuser the source", "[claims][extract]") {
  const auto found = extract("President Paul Kagame accused Burundi of moving 600 soldiers to Uvira.");
  REQUIRE(found.claims.size() == 1);
  CHECK(found.claims[0].actor->entity == "BI");
  REQUIRE(found.claims[0].attribution.size() == 1);
  CHECK(found.claims[0].attribution[0].relation == claims::Relation::Accused);
}

TEST_CASE("a description is no point on the map", "[claims][extract]") {
  const auto found = extract("About 300 Cuban soldiers will be sent to the front lines.");
  REQUIRE(found.claims.size() == 1);
  REQUIRE(found.claims[0].destination.size() == 1);
  CHECK(found.claims[0].destination[0].mention == claims::PlaceMention::Descriptive);
  CHECK(found.claims[0].destination[0].place.empty());
  CHECK(found.places.empty());
}

TEST_CASE("a city with its country is one place", "[claims][extract]") {
  const auto found = extract("Two brigades were moved to Gyumri, Armenia, on Friday.");
  REQUIRE(found.claims.size() == 1);
  REQUIRE(found.claims[0].destination.size() == 1);
  CHECK(found.claims[0].destination[0].span.text == "Gyumri");
  REQUIRE(found.places.size() == 1);
  CHECK_FALSE(found.places[0].alternatives.empty());
}

TEST_CASE("a denial answers the claim before it", "[claims][extract]") {
  const auto found = extract("Kinshasa accused Rwanda of sending 1,000 soldiers to Goma. Rwanda denied it.");
  const auto* claim = find_quote(found, "sending 1,000 soldiers");
  REQUIRE(claim != nullptr);
  REQUIRE(claim->responses.size() == 1);
  CHECK(claim->responses[0].stance == claims::Stance::Denies);
}

TEST_CASE("who cannot confirm that a force fights answers what was told of that force", "[claims][extract]") {
  const auto found = extract("Ethiopia's defence ministry said Eritrean troops crossed into Tigray.\n\nThe African Union could not confirm reports that Eritrean soldiers were fighting there.");
  REQUIRE(found.claims.size() == 1);
  REQUIRE(found.claims[0].responses.size() == 1);
  CHECK(found.claims[0].responses[0].stance == claims::Stance::CannotConfirm);
}

TEST_CASE("doubts about the worth of a force are no answer to reports of it", "[claims][extract]") {
  const auto found = extract("Ethiopia's defence ministry said Eritrean troops crossed into Tigray.\n\nAnalysts question the effectiveness of Eritrean troops.");
  REQUIRE(found.claims.size() == 1);
  CHECK(found.claims[0].responses.empty());
}

TEST_CASE("the date of a news conference is that of the denial made there", "[claims][extract]") {
  const auto found = extract("Ethiopia's defence ministry said Eritrean troops crossed into Tigray. Eritrea's information minister dismissed the accusations as theatre at a news conference last week.", "2025-03-14");
  REQUIRE(found.claims.size() == 1);
  REQUIRE(found.claims[0].responses.size() == 1);
  CHECK(found.claims[0].responses[0].when == "2025-03-03/2025-03-09");
}

TEST_CASE("a weekday without a date of publication is kept open and flagged", "[claims][extract]") {
  const auto found = extract("Chadian soldiers entered Bangui on Tuesday.", "");
  REQUIRE(found.claims.size() == 1);
  CHECK(has_flag(found.claims[0], "no-document-date"));
}

TEST_CASE("a span record holds trigger, places and factuality", "[claims][extract]") {
  const auto found = extract("Chad has not sent soldiers to Bangui.");
  const auto record = claims::to_span_record(found, "one");
  CHECK(record.find("\"trigger\":[13,17]") != std::string::npos);
  CHECK(record.find("\"destination\":[30,36]") != std::string::npos);
  CHECK(record.find("\"factuality\":-3") != std::string::npos);
  CHECK(record.find('\n') == std::string::npos);
}

TEST_CASE("it goes on from who acts in the main clause, not from who acts in the clause behind it", "[claims][story]") {
  const auto found = extract("In Lebanon, the army deployed to Tyre after Israeli units left the town. It sent 400 soldiers to Nabatieh.");
  const auto sent = std::find_if(found.claims.begin(), found.claims.end(), [](const claims::Claim& c) { return c.quantity && c.quantity->low == 400; });
  REQUIRE(sent != found.claims.end());
  REQUIRE(sent->force);
  CHECK(sent->force->entity == "LB");
}
