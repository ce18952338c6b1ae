#include <catch2/catch.hpp>

#include <random>

#include "claims/detail/group_features.hpp"
#include "claims/ledger_json.hpp"
#include "tests/claims/group_builder.hpp"

using namespace dateline;
using namespace dateline::claims;
using namespace dateline::claims::samples;

namespace {

/// One deed as five stories tell it, some of them vaguely, and what they add.
std::vector<Claim> many_tellings() {
  return {
      movement("s1", "a").number(900).to("Coast").by("agency"),
      movement("s1", "b").to("Port Sorrow").when("2031-05-01/2031-05-04").by("agency"),
      movement("s2", "c").number(900).force("special forces").to("Port Sorrow").when("2031-05-01/2031-05-04").by("agency").means("navy ships"),
      movement("s3", "d").number(900, "about").force("special operations troops").to("Port Sorrow").when("2031-05-01/2031-05-04").by("wire").by("agency"),
      movement("s4", "e").to("Ruritania").when("XXXX-05-01/XXXX-05-04").by("agency").means("a navy transport"),
      movement("s4", "f").status(ClaimStatus::Planned).more().by("agency"),
      movement("s2", "g").status(ClaimStatus::Planned).more().to("Ruritania").by("agency"),
      movement("s1", "h").status(ClaimStatus::Planned).number(900).to("Freedonia").by("agency"),
      movement("s3", "i").status(ClaimStatus::Planned).number(8000).force("troops", "brigade", 3).to("Ruritania").by("press").by("nobody").response("agency", Stance::CannotConfirm),
      movement("s5", "j").status(ClaimStatus::Planned).number(8000).force("troops", "brigade", 3).to("Freedonia").by("wire").by("agency"),
      movement("s5", "k").status(ClaimStatus::Planned).number(7000).by("ministry"),
      movement("s2", "l").status(ClaimStatus::Planned).more(7000).to("Ruritania").by("ministry"),
      ClaimBuilder("s3", "m", ClaimKind::Basing).at("Port Sorrow").at("Strelsau").by("agency"),
      ClaimBuilder("s4", "n", ClaimKind::Basing).at("Port Sorrow").by("agency"),
      ClaimBuilder("s1", "o", ClaimKind::Presence).force("officers").at("Marchtown").by("agency"),
      ClaimBuilder("s2", "p", ClaimKind::Presence).force("technical officers").at("Freedonia").by("agency"),
      ClaimBuilder("s2", "q", ClaimKind::Presence).force("engineers").at("Marchtown").by("agency"),
  };
}

}  // namespace

TEST_CASE("five tellings of one deed are one event with one origin", "[claims]") {
  const Ledger ledger = grouped(many_tellings());
  const Event& event = event_of(ledger, "c");
  CHECK(event.claims.size() == 5);
  CHECK(event.outlets == std::vector<std::string>{"s1", "s2", "s3", "s4"});
  CHECK(event.origins == std::vector<std::string>{"agency"});
  CHECK(event.number == 1);
  CHECK(event.status == ClaimStatus::Reported);
  CHECK(event.differs == std::vector<std::string>{"quantity", "destination", "means"});
}

TEST_CASE("plans stay apart from deeds and different numbers apart from each other", "[claims]") {
  const Ledger ledger = grouped(many_tellings());
  CHECK(together(ledger, "f", "g"));
  CHECK(together(ledger, "i", "j"));
  CHECK(together(ledger, "k", "l"));
  CHECK_FALSE(together(ledger, "h", "c"));
  CHECK_FALSE(together(ledger, "h", "i"));
  CHECK_FALSE(together(ledger, "f", "l"));
  CHECK_FALSE(together(ledger, "i", "k"));
}

TEST_CASE("a list of bases holds a single one, and officers are not engineers", "[claims]") {
  const Ledger ledger = grouped(many_tellings());
  CHECK(together(ledger, "m", "n"));
  CHECK(together(ledger, "o", "p"));
  CHECK_FALSE(together(ledger, "o", "q"));
  CHECK(event_of(ledger, "m").differs == std::vector<std::string>{"at"});
}

TEST_CASE("the order of the stories does not change a byte", "[claims]") {
  std::vector<Claim> claims = many_tellings();
  const std::string expected = to_json(grouped(claims));
  std::mt19937 random(4711);
  for (int round = 0; round < 200; ++round) {
    std::shuffle(claims.begin(), claims.end(), random);
    REQUIRE(to_json(grouped(claims)) == expected);
  }
}

TEST_CASE("grouping twice changes nothing", "[claims]") {
  Ledger ledger = grouped(many_tellings());
  const Ledger before = ledger;
  group(ledger);
  CHECK(ledger == before);
  CHECK(ledger_from_json(to_json(ledger), "x") == ledger);
}

TEST_CASE("every claim but the rejected ones is in one event", "[claims]") {
  std::vector<Claim> claims = many_tellings();
  claims[2].review.state = ReviewState::Rejected;
  const Ledger ledger = grouped(claims);
  std::vector<std::string> seen;
  for (const Event& event : ledger.events) seen.insert(seen.end(), event.claims.begin(), event.claims.end());
  std::sort(seen.begin(), seen.end());
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
  CHECK(seen.size() == claims.size() - 1);
  CHECK(std::find(seen.begin(), seen.end(), "c") == seen.end());
}

TEST_CASE("two sources that do not cite each other are two origins", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(500).to("Strelsau").by("agency"), movement("s2", "b").number(500).to("Strelsau").by("ministry")});
  CHECK(event_of(ledger, "a").origins == std::vector<std::string>{"agency", "ministry"});
}

TEST_CASE("a medium that passes on an agency adds no origin", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(500).to("Strelsau").by("wire").by("agency"), movement("s2", "b").number(500).to("Strelsau").by("wire"),
                                 movement("s3", "c").number(500).to("Strelsau").by("press").by("nobody")});
  CHECK(event_of(ledger, "a").claims.size() == 3);
  CHECK(event_of(ledger, "a").origins == std::vector<std::string>{"agency"});
}

TEST_CASE("a claim without a source adds no origin", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(500).to("Strelsau")});
  CHECK(ledger.events.at(0).origins.empty());
  CHECK(ledger.events.at(0).outlets.size() == 1);
}

TEST_CASE("deeds at other times, places or with other troops are other events", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(500).force("marines").to("Strelsau").when("2031-05-01").by("agency"),
                                 movement("s2", "b").number(500).to("Strelsau").when("2031-06-20").by("agency"),
                                 movement("s3", "c").number(500).to("Port Sorrow").when("2031-05-01").by("agency"),
                                 movement("s4", "d").force("engineers").to("Strelsau").when("2031-05-01").by("agency"),
                                 movement("s5", "e").force("paratroopers").to("Strelsau").when("2031-05-01").by("agency")});
  CHECK(ledger.events.size() == 5);
}

TEST_CASE("a vague claim does not tie two deeds together", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").number(500).to("Strelsau").when("2031-05-01").by("agency"),
                                 movement("s2", "b").number(800).to("Port Sorrow").when("2031-05-01").by("agency"),
                                 movement("s3", "c").to("Ruritania").when("2031-05-01").by("agency")});
  CHECK_FALSE(together(ledger, "a", "b"));
  CHECK(ledger.events.size() == 2);
}

TEST_CASE("deliveries are told apart by what is counted", "[claims]") {
  const auto delivery = [](const char* article, const char* id) { return ClaimBuilder(article, id, ClaimKind::Transfer); };
  const Ledger ledger = grouped({delivery("s1", "a").number(2'000'000).unit("shells").materiel("artillery shells and rockets").to("Freedonia").when("2029-08/..").by("agency"),
                                 delivery("s2", "b").number(2'000'000).unit("rounds").materiel("artillery rounds").to("Freedonia").by("agency"),
                                 delivery("s2", "c").number(9000).unit("containers").materiel("artillery rounds").to("Freedonia").when("2030-08/..").by("agency")});
  CHECK(together(ledger, "a", "b"));
  CHECK_FALSE(together(ledger, "b", "c"));
}

TEST_CASE("the same troops and source alone do not make one event", "[claims]") {
  const Ledger ledger = grouped({movement("s1", "a").status(ClaimStatus::Planned).force("marines").number(500).to("Freedonia").by("agency"),
                                 movement("s2", "b").status(ClaimStatus::Planned).force("marines").by("agency")});
  CHECK(ledger.events.size() == 2);
}

TEST_CASE("a claim that does not say whose troops they are needs more to be joined", "[claims]") {
  Claim nameless = movement("s2", "b").number(500).to("Strelsau").when("2031-05-01");
  nameless.force.reset();
  const Claim told = movement("s1", "a").number(500).to("Strelsau").when("2031-05-01").by("agency");
  CHECK(together(grouped({told, nameless}), "a", "b"));
  Claim number_only = movement("s4", "d").number(500);
  number_only.force.reset();
  CHECK_FALSE(together(grouped({told, number_only}), "a", "d"));
}

TEST_CASE("what can be drawn is numbered first, deeds before plans", "[claims]") {
  const Ledger ledger = grouped(many_tellings());
  bool placed = true;
  for (std::size_t i = 0; i < ledger.events.size(); ++i) {
    CHECK(ledger.events[i].number == static_cast<int>(i) + 1);
    const Claim& leader = *std::find_if(ledger.claims.begin(), ledger.claims.end(), [&](const Claim& c) { return c.id == ledger.events[i].claims.front(); });
    const bool has_place = !leader.destination.empty() || !leader.at.empty();
    CHECK((placed || !has_place));
    placed = has_place;
  }
}

TEST_CASE("stories that share an id stay apart", "[claims]") {
  std::vector<Extraction> all = extractions({movement("s1", "a").number(500).to("Strelsau"), movement("s2", "b").number(600).to("Strelsau")});
  all[0].article.id = all[1].article.id = "feed-7";
  for (auto& extraction : all) extraction.claims[0].article = "feed-7";
  const Ledger ledger = assemble(all);
  REQUIRE(ledger.articles.size() == 2);
  CHECK(ledger.articles[0].id != ledger.articles[1].id);
  CHECK_NOTHROW(ledger_from_json(to_json(ledger), "x"));
}

TEST_CASE("kinds of troops are compared by their telling words", "[claims]") {
  CHECK(detail::force_kind("Special Forces") == "special");
  CHECK(detail::force_kind("special operations troops") == "special");
  CHECK(detail::force_kind("troops").empty());
  CHECK(detail::force_kind("military engineers") == "engineer");
}
