#include "claims/event_view.hpp"
#include "claims/force_words.hpp"

#include <catch2/catch.hpp>
#include <utility>

using namespace dateline;

namespace {

claims::PlaceRecord city(const std::string& id, const std::string& name, double lon, double lat) {
  claims::PlaceRecord place;
  place.id = id, place.name = name, place.kind = "city", place.lon = lon, place.lat = lat, place.country = "RU", place.radius_m = 9000;
  return place;
}

claims::PlaceRecord region(const std::string& id, const std::string& name, geo::Box box) {
  auto place = city(id, name, box.center().lon(), box.center().lat());
  place.kind = "region", place.box = box;
  return place;
}

claims::Claim claim(const std::string& id, const std::string& article, const std::string& place) {
  claims::Claim c;
  c.id = id, c.article = article;
  c.destination.push_back({{place, 0, 1}, place, claims::Precision::City, claims::PlaceMention::Toponym, ""});
  return c;
}

/// Two stories: one names a city and a number, the other only the region around it.
claims::Ledger two_stories() {
  claims::Ledger ledger;
  ledger.articles.resize(2);
  ledger.articles[0].id = "s1", ledger.articles[1].id = "s2";
  ledger.places = {city("p:city", "Vladivostok", 131.87, 43.1), region("p:region", "Russian Far East", {98, 42, -169, 77})};
  ledger.claims = {claim("c1", "s1", "p:region"), claim("c2", "s2", "p:city")};
  ledger.claims[1].quantity.emplace();
  ledger.claims[1].quantity->low = 1500, ledger.claims[1].quantity->high = 1500, ledger.claims[1].quantity->unit = "persons";
  claims::Event event;
  event.number = 4, event.claims = {"c1", "c2"}, event.outlets = {"s1", "s2"};
  ledger.events.push_back(event);
  return ledger;
}

}  // namespace

TEST_CASE("the sharpest place of an event is drawn, the region around it is not", "[pipeline]") {
  const auto ledger = two_stories();
  const claims::LedgerIndex index(ledger);
  const auto views = claims::view_events(index);
  REQUIRE(views.size() == 1);
  CHECK(views[0].destinations == std::vector<std::string>{"p:city"});
  CHECK(views[0].claims.front()->id == "c2");
  CHECK(claims::heading_of(views[0], index, "North Korea") == "North Korea: 1,500 troops to Vladivostok");
}

TEST_CASE("rejected claims have no part in their event", "[pipeline]") {
  auto ledger = two_stories();
  ledger.claims[1].review.state = claims::ReviewState::Rejected;
  CHECK(claims::view_events(claims::LedgerIndex(ledger)).front().destinations == std::vector<std::string>{"p:region"});
  ledger.claims[0].review.state = claims::ReviewState::Rejected;
  CHECK(claims::view_events(claims::LedgerIndex(ledger)).empty());
}

TEST_CASE("a denial of earlier reports does not mark this report as denied", "[pipeline]") {
  auto ledger = two_stories();
  claims::Response response;
  response.source = "kremlin", response.stance = claims::Stance::Denies, response.about = claims::ResponseAbout::Earlier;
  ledger.claims[0].responses = {response};
  CHECK_FALSE(claims::view_events(claims::LedgerIndex(ledger)).front().denied);
  ledger.claims[0].responses[0].about = claims::ResponseAbout::This;
  CHECK(claims::view_events(claims::LedgerIndex(ledger)).front().denied);
}

TEST_CASE("stories are lettered A to Z, then AA", "[pipeline]") {
  claims::Ledger ledger;
  for (int i = 0; i < 28; ++i) {
    ledger.articles.emplace_back();
    ledger.articles.back().id = "s" + std::to_string(i);
  }
  const claims::LedgerIndex index(ledger);
  CHECK(index.article_letter("s0") == "A");
  CHECK(index.article_letter("s25") == "Z");
  CHECK(index.article_letter("s26") == "AA");
  CHECK(index.article_letter("s27") == "AB");
}

TEST_CASE("what is counted is named once, and a formation is not what its soldiers are", "[pipeline]") {
  struct Row {
    const char *force, *unit, *words;
  };
  const auto row = GENERATE(Row{"special forces", "persons", "1,500 special forces"}, Row{"contingent", "persons", "1,500 troops"}, Row{"policemen", "persons", "1,500 policemen"},
                            Row{"special operations", "persons", "1,500 special operations troops"}, Row{"mechanised battalions", "battalions", "1,500 mechanised battalions"},
                            Row{"military aircraft", "aircraft", "1,500 military aircraft"}, Row{"soldiers", "battalions", "1,500 battalions (soldiers)"}, Row{"155th Marine Brigade", "battalions", "1,500 battalions of the 155th Marine Brigade"},
                            Row{"155th Marine Brigade", "persons", "1,500 troops"}, Row{"155th Marine Brigade", "none", "155th Marine Brigade"}, Row{"aircraft carrier Sao Luis", "none", "aircraft carrier Sao Luis"},
                            Row{"standby force", "none", "standby force"}, Row{"airborne", "none", "airborne troops"});
  auto ledger = two_stories();
  ledger.claims[1].force.emplace();
  ledger.claims[1].force->type = row.force;
  ledger.claims[1].quantity->unit = row.unit;
  if (std::string_view(row.unit) == "none") {
    for (auto& claim : ledger.claims) claim.quantity.reset();
  }
  const claims::LedgerIndex index(ledger);
  CHECK(claims::counted_words(claims::view_events(index).front()) == row.words);
}

TEST_CASE("who leaves a town can be drawn there, who moves from their own country to nowhere named cannot", "[pipeline]") {
  auto ledger = two_stories();
  for (auto& c : ledger.claims) c.origin = std::exchange(c.destination, {});
  const auto view = [&] { return claims::view_events(claims::LedgerIndex(ledger)).front(); };
  CHECK(view().leaves_only);
  CHECK(view().has_place());
  for (auto& place : ledger.places) place.kind = "country", place.country = place.id;
  CHECK_FALSE(view().has_place());
  ledger.events[0].kind = claims::ClaimKind::Withdrawal;
  CHECK(view().has_place());
}

TEST_CASE("one battalion is not one battalions, and not the brigade that it belongs to", "[pipeline]") {
  struct Row {
    const char *force, *words;
  };
  const auto row = GENERATE(Row{"special forces", "1 battalion (special forces)"}, Row{"155th Marine Brigade", "1 battalion of the 155th Marine Brigade"}, Row{"3rd Battalion", "3rd Battalion"});
  auto ledger = two_stories();
  ledger.claims[1].force.emplace();
  ledger.claims[1].force->type = row.force;
  ledger.claims[1].quantity->unit = "battalions";
  ledger.claims[1].quantity->low = 1;
  ledger.claims[1].quantity->high = 1;
  CHECK(claims::counted_words(claims::view_events(claims::LedgerIndex(ledger)).front()) == row.words);
}
