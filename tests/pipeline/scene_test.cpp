#include "pipeline/scene.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "render/app6_code.hpp"

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

pipeline::SceneResult scene_of(const claims::Ledger& ledger, const std::string& names = "both") {
  static pipeline::Data data;
  pipeline::SceneOptions options;
  options.names = names;
  return pipeline::make_scene(data, ledger, options);
}

/// The story of the tugs at another place of the store.
claims::Ledger tugs_at(const std::string& id, const std::string& name, const std::string& kind, const std::string& country, const std::string& surface) {
  auto ledger = tugs(surface, "");
  auto& place = ledger.places.front();
  place.id = id, place.name = name, place.kind = kind, place.country = country;
  if (kind == "sea") place.lon = 134.5, place.lat = 40, place.box = geo::Box{127.5, 33.5, 142.2, 51.7};
  ledger.claims.front().at.front().place = id;
  if (kind != "city") ledger.claims.front().at.front().precision = claims::Precision::Region;
  return ledger;
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
  CHECK(told.places.front().name == "Odesa / Odessa");   // a contested one: both
  const auto foreign = scene_of(tugs("the pearl of the sea", "")).scene;
  CHECK(foreign.places.front().name == "Odesa");
  CHECK(foreign.notes.front().status_line.find("in the gazetteer") == std::string::npos);
}

TEST_CASE("contested names are set by the policy, alike in label, heading and small print", "[pipeline]") {
  const auto japan_sea = tugs_at("region:sea-of-japan", "Sea of Japan", "sea", "", "the Sea of Japan");
  const auto check = [](const claims::Ledger& ledger, const std::string& policy, const std::string& name) {
    const auto scene = scene_of(ledger, policy).scene;
    INFO(policy);
    CHECK(scene.places.front().name == name);
    CHECK(scene.notes.front().heading.ends_with(name));
    return scene.policy_line;
  };
  CHECK(check(japan_sea, "both", "Sea of Japan / East Sea").ends_with("Contested names: both."));
  CHECK(check(japan_sea, "un", "Sea of Japan").ends_with("Contested names: as the UN set them."));
  CHECK(check(japan_sea, "kr", "East Sea").ends_with("Contested names: as in South Korea."));
  check(japan_sea, "ar", "Sea of Japan / East Sea");   // Argentina has no name of its own for it
  const auto strait = tugs_at("region:taiwan-strait", "Taiwan Strait", "strait", "", "the Taiwan Strait");
  for (const char* policy : {"both", "un", "cn", "tw"}) check(strait, policy, "Taiwan Strait");   // nobody calls it otherwise in English
  const auto islands = tugs_at("country:FK", "Falkland Islands", "country", "FK", "the Falklands");
  check(islands, "both", "Falkland Islands / Islas Malvinas");
  check(islands, "un", "Falkland Islands (Malvinas)");
  check(islands, "gb", "Falkland Islands");
  check(islands, "ar", "Islas Malvinas");
  for (const char* policy : {"", "everybody", "U1"}) CHECK_THROWS_AS(scene_of(islands, policy), UsageError);
}

TEST_CASE("a town that stories call by its other name has both; as long as they do not, its own", "[pipeline]") {
  const auto kyiv = [](const std::string& surface) { return tugs_at("geonames:703448", "Kyiv", "city", "UA", surface); };
  const auto name = [](const claims::Ledger& ledger, const std::string& policy) { return scene_of(ledger, policy).scene.places.front().name; };
  CHECK(name(kyiv("Kyiv"), "both") == "Kyiv");
  CHECK(name(kyiv("Kiev"), "both") == "Kyiv / Kiev");
  CHECK(name(kyiv("Kiev"), "un") == "Kyiv");
  CHECK(name(kyiv("Kyiv"), "ru") == "Kiev");
  // A namesake elsewhere is not contested.
  CHECK(name(tugs_at("geonames:5527554", "Odessa", "city", "US", "Odessa"), "un") == "Odessa");
}

TEST_CASE("a spelling that hides the name of the store is explained, a kindred one is not", "[pipeline]") {
  const auto note = [](const claims::Ledger& ledger) { return scene_of(ledger).scene.notes.front(); };
  const auto saigon = note(tugs_at("geonames:1566083", "Ho Chi Minh City", "city", "VN", "Saigon"));
  CHECK(saigon.heading.ends_with("in Saigon"));
  CHECK(saigon.status_line.ends_with("Saigon is Ho Chi Minh City in the gazetteer"));
  const auto hanoun = note(tugs_at("geonames:281146", "Bayt Hanun", "city", "PS", "Beit Hanoun"));
  CHECK(hanoun.heading.ends_with("in Beit Hanoun"));
  CHECK(hanoun.status_line.find("gazetteer") == std::string::npos);
}

TEST_CASE("a title says where, when nothing says whose", "[pipeline]") { CHECK(scene_of(tugs("Odesa", "")).scene.title.starts_with("Ukraine: ")); }

TEST_CASE("one destroyer is a ship, and fighters are people unless a story says planes", "[pipeline]") {
  static pipeline::Data data;
  pipeline::SceneOptions options;
  options.symbols.app6 = true;
  const auto set_of = [&](const std::string& words) {
    auto ledger = tugs("Odesa", "");
    ledger.claims.front().force = claims::Force{{words, 0, words.size()}, "", words, "", 0};
    return static_cast<int>(render::parse_app6_code(pipeline::make_scene(data, ledger, options).scene.marks.front().symbol).set);
  };
  CHECK(set_of("destroyer") == 30);
  CHECK(set_of("fast boats") == 30);
  CHECK(set_of("fighters") == 10);
  CHECK(set_of("fighter jets") == 1);
}
