#include <catch2/catch.hpp>

#include "tests/claims/group_builder.hpp"

using namespace dateline;
using namespace dateline::claims;
using namespace dateline::claims::samples;

namespace {

ClaimBuilder basing(std::string article, std::string id) { return {std::move(article), std::move(id), ClaimKind::Basing}; }
ClaimBuilder transfer(std::string article, std::string id) { return {std::move(article), std::move(id), ClaimKind::Transfer}; }

/// Ids of the leading claims in the order of their events' numbers.
std::vector<std::string> numbered(const std::vector<Claim>& claims) {
  std::vector<std::string> ids;
  for (const Event& event : grouped(claims).events) {
    CHECK(event.number == static_cast<int>(ids.size()) + 1);
    ids.push_back(event.claims.front());
  }
  return ids;
}

}  // namespace

TEST_CASE("what a map draws has the first numbers, without gaps", "[claims]") {
  CHECK(numbered({transfer("s1", "goods").number(40).unit("guns").to("Strelsau").when("2031-01-01"),
                  movement("s2", "history").status(ClaimStatus::Past).number(700).to("Strelsau").when("1931-01-01"),
                  movement("s3", "nowhere").number(90).when("2031-02-01"),
                  movement("s4", "plan").status(ClaimStatus::Planned).number(60).to("Marchtown").when("2031-01-02"),
                  basing("s5", "camp").number(80).at("Port Sorrow").when("2031-01-03"),
                  movement("s6", "late").number(50).to("Strelsau").when("2031-04-01"),
                  movement("s7", "early").number(30).to("Port Sorrow").when("2031-03-01"),
                  movement("s8", "denied").status(ClaimStatus::Denied).number(20).to("Marchtown").when("2031-01-01")}) ==
        std::vector<std::string>{"early", "late", "camp", "plan", "nowhere", "goods", "denied", "history"});
}

TEST_CASE("movements of one day are numbered by the names of their places", "[claims]") {
  CHECK(numbered({movement("s1", "a").number(30).to("Strelsau").when("2031-03-01"), movement("s2", "b").number(40).to("Marchtown").when("2031-03-01")}) ==
        std::vector<std::string>{"b", "a"});
}

TEST_CASE("a withdrawal without a destination cannot be drawn and comes behind what can", "[claims]") {
  Claim left = ClaimBuilder("s1", "left", ClaimKind::Withdrawal).number(30).when("2031-01-01");
  PlaceRef from;
  from.place = "Strelsau";
  left.origin.push_back(from);
  CHECK(numbered({left, basing("s2", "camp").at("Port Sorrow").when("2031-02-01")}) == std::vector<std::string>{"camp", "left"});
}

TEST_CASE("a place that is only described is not drawn", "[claims]") {
  Claim front = movement("s1", "front").number(30).when("2031-01-01");
  PlaceRef ref;
  ref.span.text = "the front";
  ref.mention = PlaceMention::Descriptive;
  front.destination.push_back(ref);
  CHECK(numbered({front, movement("s2", "town").number(40).to("Port Sorrow").when("2031-02-01")}) == std::vector<std::string>{"town", "front"});
}
