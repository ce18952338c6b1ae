#include <catch2/catch.hpp>

#include "tests/claims/group_builder.hpp"

using namespace dateline;
using namespace dateline::claims;
using namespace dateline::claims::samples;

TEST_CASE("different numbers for one place and time are a conflict", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(500).to("Strelsau").when("2031-05-01").by("agency"), movement("s2", "b").number(3000).to("Strelsau").when("2031-05-01").by("ministry")});
  const auto found = conflicts_of(ledger, ConflictKind::Quantity);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "Different numbers are given for troops sent to Strelsau at the same time: 3,000 (Ministry of War), 500 (Border Agency).");
  CHECK(found[0].claims.size() == 2);
}

TEST_CASE("two numbers in one story are two deeds, not a conflict", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(500).to("Strelsau").when("2031-05-01").by("agency"), movement("s1", "b").number(3000).to("Strelsau").when("2031-05-01").by("agency")});
  CHECK(ledger.conflicts.empty());
}

TEST_CASE("one number at two times close together is a conflict", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(500).to("Strelsau").when("2031-05-01").by("agency"), movement("s2", "b").number(500).to("Strelsau").when("2031-05-04").by("ministry")});
  const auto found = conflicts_of(ledger, ConflictKind::Time);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "For 500 troops sent to Strelsau different times are given: 1 May 2031 (Border Agency), 4 May 2031 (Ministry of War).");
}

TEST_CASE("deliveries that began in different years are a conflict", "[claims]") {
  const auto delivery = [](const char* article, const char* id) { return ClaimBuilder(article, id, ClaimKind::Transfer); };
  const Ledger ledger = grouped({delivery("s1", "a").number(2'000'000).unit("shells").materiel("artillery shells").to("Freedonia").when("2029-08/.."),
                                 delivery("s2", "b").number(9000).unit("containers").materiel("rockets").to("Freedonia").when("2030-08/..").by("agency")});
  const auto found = conflicts_of(ledger, ConflictKind::Time);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text.find("since August 2029 (s1.txt), since August 2030 (Border Agency)") != std::string::npos);
}

TEST_CASE("one plan with two destinations is a conflict of place and of attribution", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").status(ClaimStatus::Planned).number(8000).force("troops", "brigade", 3).to("Ruritania").by("press").by("nobody").response("agency", Stance::CannotConfirm),
                                 movement("s2", "b").status(ClaimStatus::Planned).number(8000).force("troops", "brigade", 3).to("Freedonia").by("wire").by("agency")});
  REQUIRE(ledger.events.size() == 1);
  const auto places = conflicts_of(ledger, ConflictKind::Place);
  REQUIRE(places.size() == 1);
  CHECK(places[0].text.find("Ruritania (Freedonian media)") != std::string::npos);
  CHECK(places[0].text.find("Freedonia (Border Agency)") != std::string::npos);
  const auto attributions = conflicts_of(ledger, ConflictKind::Attribution);
  REQUIRE(attributions.size() == 1);
  CHECK(attributions[0].text == "One story gives Border Agency as the source of reports of 8,000 troops to be sent to Ruritania; another says that Border Agency did not confirm it.");
}

TEST_CASE("denials keep their own aim", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(500).to("Strelsau").by("agency").response("ministry", Stance::Denies, ResponseAbout::Earlier),
                                 movement("s2", "b").number(500).to("Strelsau").by("agency").response("wire", Stance::CannotConfirm),
                                 movement("s3", "c").number(500).to("Strelsau").by("agency").response("wire", Stance::CannotConfirm)});
  const auto found = conflicts_of(ledger, ConflictKind::Denial);
  REQUIRE(found.size() == 2);
  CHECK(found[0].text == "Ministry of War denied earlier reports of this kind.");
  CHECK(found[1].text == "Harbour Wire cannot confirm reports of 500 troops sent to Strelsau.");
  CHECK(found[1].claims.size() == 2);
}

TEST_CASE("a denial told as a claim stands against the deeds it is about", "[claims]") {
  const Ledger ledger = grouped({ClaimBuilder("s1", "a", ClaimKind::Presence).at("Marchtown").by("agency"),
                                 ClaimBuilder("s2", "b", ClaimKind::Presence).status(ClaimStatus::Denied).at("Freedonia").by("ministry")});
  CHECK_FALSE(together(ledger, "a", "b"));
  const auto found = conflicts_of(ledger, ConflictKind::Denial);
  REQUIRE(found.size() == 1);
  CHECK(found[0].claims == std::vector<std::string>{"b", "a"});
}

TEST_CASE("a conflict names the event with kind of troops and place", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(1500).force("special forces").to("Port Sorrow").by("agency").response("ministry", Stance::Denies),
                                 ClaimBuilder("s2", "b", ClaimKind::Presence).force("officers").at("Marchtown").by("agency").response("ministry", Stance::Denies),
                                 ClaimBuilder("s3", "c", ClaimKind::Transfer).number(8'000'000).unit("shells").materiel("artillery shells").to("Freedonia").response("ministry", Stance::Denies)});
  const auto found = conflicts_of(ledger, ConflictKind::Denial);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "Ministry of War denies reports of 1,500 special forces sent to Port Sorrow, officers present in Marchtown and 8 million artillery shells delivered to Freedonia.");
}

TEST_CASE("a source that corrects its number later is told apart from itself by the day", "[claims]") {
  Claim first = movement("s1", "a").number(500).to("Strelsau").when("2031-05-01").by("agency");
  Claim later = movement("s2", "b").number(300).to("Strelsau").when("2031-05-01").by("agency");
  first.reported_on = "2031-05-02";
  later.reported_on = "2031-05-06";
  const auto found = conflicts_of(grouped({first, later}), ConflictKind::Quantity);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "Different numbers are given for troops sent to Strelsau at the same time: 500 (Border Agency, 2 May 2031), 300 (Border Agency, 6 May 2031).");
}

TEST_CASE("a number that one story adds to those already counted and another does not is a conflict", "[claims]") {
  Claim training = movement("s3", "c").status(ClaimStatus::Planned).number(4000).to("Ruritania").by("agency");
  training.activity = "training";
  const Ledger ledger = grouped({movement("s1", "a").status(ClaimStatus::Planned).more(4000).to("Ruritania").by("agency"), movement("s2", "b").status(ClaimStatus::Planned).number(4000).to("Ruritania").by("agency"), training});
  CHECK(ledger.events.size() == 1);
  const auto found = conflicts_of(ledger, ConflictKind::Quantity);
  REQUIRE(found.size() == 1);
  CHECK(found[0].claims.size() == 3);
  CHECK(found[0].text == "What is counted as 4,000 troops to be sent to Ruritania is told in different ways: 4,000 more (s1.txt), 4,000 (s2.txt), 4,000 (training) (s3.txt).");
}

TEST_CASE("one number told alike by all is no conflict", "[claims]") {
  CHECK(grouped({movement("s1", "a").status(ClaimStatus::Planned).more(4000).to("Ruritania").by("agency"), movement("s2", "b").status(ClaimStatus::Planned).more(4000).to("Ruritania").by("agency")}).conflicts.empty());
}

TEST_CASE("another town of the same region is another event and no conflict", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(500).to("Port Sorrow").when("2031-05-01").by("agency"), movement("s2", "b").number(3000).to("Strelsau").when("2031-05-01").by("ministry")});
  CHECK_FALSE(together(ledger, "a", "b"));
  CHECK(ledger.conflicts.empty());
}

TEST_CASE("a town and the region that holds it are one event, and no conflict", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(500).to("Port Sorrow").when("2031-05-01").by("agency"), movement("s2", "b").number(500).to("Coast").when("2031-05-01").by("agency")});
  CHECK(together(ledger, "a", "b"));
  CHECK(ledger.conflicts.empty());
  CHECK(event_of(ledger, "a").differs == std::vector<std::string>{"destination"});
}
