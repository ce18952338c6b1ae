#include <catch2/catch.hpp>

#include <algorithm>

#include "claims/voices.hpp"
#include "extract_support.hpp"

using namespace dateline;
using namespace dateline::claims;
using claims::test::extract;

namespace {

const Claim& claim_with(const Extraction& found, const std::string& words) {
  const auto claim = std::find_if(found.claims.begin(), found.claims.end(), [&](const Claim& c) { return c.quote.exact.find(words) != std::string::npos; });
  INFO(words);
  REQUIRE(claim != found.claims.end());
  return *claim;
}

const Response* response_of(const Claim& claim, Stance stance) {
  const auto response = std::find_if(claim.responses.begin(), claim.responses.end(), [&](const Response& r) { return r.stance == stance; });
  return response == claim.responses.end() ? nullptr : &*response;
}

}  // namespace

TEST_CASE("a denial of its own troops answers the claim about them and is no claim", "[claims][answers]") {
  const auto found = extract("Mali's army said on Friday that Russia had sent 200 soldiers to Gao. Moscow denied last week that its troops were in Mali.");
  REQUIRE(found.claims.size() == 1);
  const auto* denial = response_of(found.claims[0], Stance::Denies);
  REQUIRE(denial != nullptr);
  CHECK(denial->source == "government-ru");
  CHECK(denial->when == "2024-10-07/2024-10-13");
  CHECK(denial->about == ResponseAbout::Earlier);
  CHECK(found.claims[0].status == ClaimStatus::Reported);
}

TEST_CASE("without a date last week is still earlier than an undated statement", "[claims][answers]") {
  const auto found = extract("Mali's army said on Friday that Russia had sent 200 soldiers to Gao. Moscow denied last week that its troops were in Mali.", "none");
  REQUIRE(found.claims.size() == 1);
  const auto* denial = response_of(found.claims[0], Stance::Denies);
  REQUIRE(denial != nullptr);
  CHECK(denial->when.empty());
  CHECK(denial->about == ResponseAbout::Earlier);
}

TEST_CASE("what only its denier tells is denied", "[claims][answers]") {
  for (const char* text : {"Moscow denies that Russian soldiers are stationed in Gao.", "Rwanda denied sending troops to Goma."}) {
    const auto found = extract(text);
    INFO(text);
    REQUIRE(found.claims.size() == 1);
    CHECK(found.claims[0].status == ClaimStatus::Denied);
    CHECK(response_of(found.claims[0], Stance::Denies) != nullptr);
  }
}

TEST_CASE("answers that refer back reach their statement over paragraphs", "[claims][answers]") {
  const auto found = extract("Ukraine said Belarus had moved a brigade to Gomel.\n\nMinsk called the report a lie.\n\nThe Pentagon said it could not verify the claim.");
  const auto& claim = claim_with(found, "Gomel");
  const auto* denial = response_of(claim, Stance::Denies);
  REQUIRE(denial != nullptr);
  CHECK(denial->source == "government-by");
  const auto* doubt = response_of(claim, Stance::CannotConfirm);
  REQUIRE(doubt != nullptr);
  CHECK(doubt->source == "pentagon");
}

TEST_CASE("who declines to comment confirms nothing and denies nothing", "[claims][answers]") {
  const auto found = extract("The United States and South Korea said North Korean troops had arrived in Kursk. NATO declined to comment.");
  const auto& claim = claim_with(found, "Kursk");
  CHECK(response_of(claim, Stance::CannotConfirm) != nullptr);
  CHECK(response_of(claim, Stance::Denies) == nullptr);
  REQUIRE(claim.attribution.size() == 2);
  CHECK(claim.attribution[0].relation == Relation::Said);
  CHECK(claim.attribution[1].relation == Relation::Said);
}

TEST_CASE("an answer without a name is that of the speaker around it", "[claims][answers]") {
  const auto found = extract("Reuters, citing two officials, reported that Egypt moved a battalion to Rafah. There was no evidence of this, an Israeli spokesman said.");
  const auto* answer = response_of(claim_with(found, "Rafah"), Stance::CannotConfirm);
  REQUIRE(answer != nullptr);
  CHECK(answer->source == "government-il");
}

TEST_CASE("a denial that names a town answers for that town and for nothing else", "[claims][answers]") {
  const auto found = extract("Rwandan troops entered Goma on Monday, residents said. Rwandan soldiers are also stationed in Bukavu, they said. Rwanda denied that its troops had entered Goma.");
  CHECK(response_of(claim_with(found, "entered Goma on Monday"), Stance::Denies) != nullptr);
  CHECK(response_of(claim_with(found, "Bukavu"), Stance::Denies) == nullptr);
}

TEST_CASE("a denial of leaving is none of coming, and a village that no table has is a place too", "[claims][answers]") {
  const auto found = extract("Israeli troops withdrew from Jenin on Sunday, residents said. Israeli soldiers entered Nablus, they said. Israel denied that it had agreed to leave Burj Haddad.");
  CHECK(response_of(claim_with(found, "Jenin"), Stance::Denies) == nullptr);
  CHECK(response_of(claim_with(found, "Nablus"), Stance::Denies) == nullptr);
}

TEST_CASE("a denial told first waits for its statement", "[claims][answers]") {
  const auto found = extract("The Kremlin earlier this week rejected allegations that it had sent troops to Libya. On Friday, Tripoli said 300 Russian soldiers had landed in Tobruk.");
  const auto* denial = response_of(claim_with(found, "Tobruk"), Stance::Denies);
  REQUIRE(denial != nullptr);
  CHECK(denial->about == ResponseAbout::Earlier);
}

TEST_CASE("pictures, documents and finders are sources", "[claims][answers]") {
  CHECK_FALSE(extract("Satellite pictures show that Russia has moved two battalions to Voronezh.").claims.at(0).attribution.empty());
  const auto found = extract("Turkey identified 40 tanks moving to Kobani.");
  REQUIRE(found.claims.size() == 1);
  REQUIRE(found.claims[0].attribution.size() == 1);
  CHECK(found.claims[0].attribution[0].source == "government-tr");
}

TEST_CASE("states that speak together are one voice of the chain, in the order of the story", "[claims][answers]") {
  const auto found = extract("Ghana, Togo and Benin said on Monday that Russian soldiers had arrived in Gao.");
  const auto voices = voices_of(found.claims.at(0));
  REQUIRE(voices.size() == 1);
  REQUIRE(voices[0].size() == 3);
  CHECK(voices[0][0]->source == "government-gh");
  CHECK(voices[0][2]->source == "government-bj");
}

TEST_CASE("who cites and who is cited are two voices", "[claims][answers]") {
  const auto found = extract("Reuters, citing two officials, reported that Egypt moved a battalion to Rafah.");
  const auto voices = voices_of(found.claims.at(0));
  REQUIRE(voices.size() == 2);
  CHECK(voices[0][0]->source == "reuters");
}
