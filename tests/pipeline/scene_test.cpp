#include "pipeline/scene.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace dateline;

namespace {

/// One story that puts tugs at a place, spelled and told as given.
claims::Ledger tugs(const std::string& surface, const std::string& qualifier) {
  claims::Ledger ledger;
  ledger.articles.resize(1);
  ledger.articles[0].id = "s1", ledger.articles[0].file = "tugs.txt";
  claims::PlaceRecord odesa;
  odesa.id = "geonames:698740", odesa.name = "Odesa", odesa.kind = "city", odesa.lon = 30.7438, odesa.lat = 46.4857, odesa.country = "UA", odesa.radius_m = 15'000;
  ledger.places = {odesa};
  claims::Claim claim;
  claim.id = "c1", claim.article = "s1", claim.kind = claims::ClaimKind::Presence;
  claim.quote.exact = "Tugs were seen there";
  claim.at.push_back({{surface, 0, surface.size()}, odesa.id, claims::Precision::City, claims::PlaceMention::Toponym, qualifier});
  ledger.claims = {claim};
  claims::Event event;
  event.number = 1, event.kind = claim.kind, event.claims = {"c1"}, event.outlets = {"s1"};
  ledger.events.push_back(event);
  return ledger;
}

pipeline::SceneResult scene_of(const claims::Ledger& ledger) {
  static pipeline::Data data;
  return pipeline::make_scene(data, ledger, {});
}

}  // namespace

TEST_CASE("a place told by its distance is drawn there, coarsely, and keeps the name it is told from", "[pipeline]") {
  const auto scene = scene_of(tugs("Odesa", "about 90 kilometres south of")).scene;
  REQUIRE(scene.places.size() == 1);
  const auto& place = scene.places.front();
  CHECK(place.name == "Odesa");
  CHECK(place.relation == "about 90 kilometres south of");
  CHECK(place.shape == render::PlaceShape::Area);
  CHECK(place.point.lat() == Approx(46.4857 - 90 / 111.2).margin(0.01));
  CHECK(place.point.lon() == Approx(30.7438).margin(0.01));
  CHECK(place.radius.value() > 30'000);
  CHECK(scene.notes.front().heading.find("about 90 kilometres south of Odesa") != std::string::npos);
}

TEST_CASE("a direction without a distance moves nothing", "[pipeline]") {
  const auto scene = scene_of(tugs("Odesa", "south of")).scene;
  CHECK(scene.places.front().shape == render::PlaceShape::City);
  CHECK(scene.places.front().point.lat() == Approx(46.4857));
}

TEST_CASE("a town is labelled as the stories spell it if that is a name of it, and the note has both", "[pipeline]") {
  const auto told = scene_of(tugs("Odessa", "")).scene;
  CHECK(told.places.front().name == "Odessa");
  CHECK(told.notes.front().status_line.find("Odesa, in the stories Odessa") != std::string::npos);
  const auto foreign = scene_of(tugs("the pearl of the sea", "")).scene;
  CHECK(foreign.places.front().name == "Odesa");
  CHECK(foreign.notes.front().status_line.find("in the stories") == std::string::npos);
}
