#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/claims/group_builder.hpp"

using namespace dateline;
using namespace dateline::claims;
using samples::together;

namespace {

/// Claims of five real stories, annotated by hand; not part of the project and absent on most machines.
std::filesystem::path find_gold() { return std::filesystem::path(DATELINE_SOURCE_DIR) / ".." / "shared" / "gold" / "claims.json"; }

const std::map<std::string, PlaceRecord>& gazetteer() {
  static const auto places = [] {
    std::map<std::string, PlaceRecord> all;
    const auto add = [&](const char* name, const char* kind, const char* country, double lon, double lat, const char* admin1 = "", std::optional<geo::Box> box = {}) {
      all[name] = samples::place(name, kind, country, lon, lat, admin1, box);
    };
    add("Russia", "country", "RU", 100, 60);
    add("Ukraine", "country", "UA", 32, 49);
    add("North Korea", "country", "KP", 127, 40);
    add("Vietnam", "country", "VN", 106, 16);
    add("Syria", "country", "SY", 38, 35);
    add("Donetsk", "admin1", "UA", 37.8, 48, "05");
    add("Russian Far East", "region", "RU", 135, 55, "", geo::Box{105, 42, -169, 74});
    add("Vladivostok", "city", "RU", 131.9, 43.1, "59");
    add("Ussuriysk", "city", "RU", 131.95, 43.8, "59");
    add("Khabarovsk", "city", "RU", 135.1, 48.5, "30");
    add("Blagoveshchensk", "city", "RU", 127.5, 50.3, "05");
    add("Pyongyang", "city", "KP", 125.7, 39, "12");
    return all;
  }();
  return places;
}

std::vector<PlaceRef> refs(const nlohmann::json& claim, const char* field) {
  std::vector<PlaceRef> found;
  if (!claim.contains(field)) return found;
  for (const auto& name : claim[field]) {
    PlaceRef ref;
    ref.place = name.get<std::string>();
    found.push_back(ref);
  }
  return found;
}

/// Two spellings of one name are one source; extraction does this with its tables.
std::string source_id(std::string name) { return name == "Zelenskyy" ? "Zelensky" : name; }

Claim claim_of(const nlohmann::json& gold, std::map<std::string, SourceRecord>& sources) {
  static const std::map<std::string, ClaimKind> kKinds{{"movement", ClaimKind::Movement}, {"basing", ClaimKind::Basing}, {"presence", ClaimKind::Presence}, {"transfer", ClaimKind::Transfer}};
  Claim claim;
  claim.id = gold["id"];
  claim.article = gold["article"];
  claim.quote.exact = gold["quote"]["exact"];
  claim.kind = kKinds.at(gold["kind"]);
  claim.status = gold["status"] == "planned" ? ClaimStatus::Planned : ClaimStatus::Reported;
  claim.force = Force{{}, gold["actor"], gold.value("force", ""), "", 0};
  if (gold.contains("echelon")) {
    claim.force->echelon_unit = gold["echelon"]["unit"];
    claim.force->echelon_count = gold["echelon"]["n"];
  }
  if (gold.contains("count")) {
    QuantityOf quantity;
    quantity.low = gold["count"][0];
    if (!gold["count"][1].is_null()) quantity.high = gold["count"][1].get<double>();
    quantity.unit = claim.kind == ClaimKind::Transfer ? "" : "persons";
    if (quantity.low == 13000) quantity.unit = "containers";
    claim.quantity = quantity;
  }
  claim.origin = refs(gold, "origin");
  claim.destination = refs(gold, "destination");
  claim.at = refs(gold, "at");
  if (gold.contains("when")) claim.when = When{{}, gold["when"], "day", ""};
  claim.materiel = gold.value("materiel", "");
  std::vector<std::string> chain;  // the annotation lists the innermost source first
  for (const auto& name : gold["attribution"]) chain.insert(chain.begin(), source_id(name));
  for (const std::string& id : chain) {
    sources[id] = {id, id, id == "National Intelligence Service" ? SourceKind::Intelligence : id == "Yonhap" || id == "South Korean media" ? SourceKind::Media : SourceKind::Government, id == "Zelensky" ? "UA" : "KR", {}};
    claim.attribution.push_back({id, {}, "said", Relation::Said, SpeechMode::Indirect, ""});
  }
  if (gold.contains("responses")) {
    for (const auto& response : gold["responses"]) {
      const std::string by = response["by"];
      sources[by] = {by, by, SourceKind::Government, "", {}};
      claim.responses.push_back({by, response["stance"] == "denied" ? Stance::Denies : Stance::CannotConfirm, "", ResponseAbout::This, {}});
    }
  }
  return claim;
}

Ledger read_gold() {
  std::ifstream in(find_gold());
  const auto gold = nlohmann::json::parse(in);
  std::map<std::string, SourceRecord> sources;
  std::vector<Extraction> extractions;
  for (const auto& story : gold["articles"]) {
    Extraction extraction;
    extraction.article.id = extraction.article.file = story["file"];
    extraction.article.sha256 = story["file"];
    extraction.article.published = story["published"];
    for (const auto& claim : gold["claims"]) {
      if (claim["article"] == story["file"]) extraction.claims.push_back(claim_of(claim, sources));
    }
    for (const auto& [name, place] : gazetteer()) extraction.places.push_back(place);
    extractions.push_back(std::move(extraction));
  }
  for (const auto& [id, source] : sources) extractions.front().sources.push_back(source);
  return assemble(std::move(extractions));
}

}  // namespace

TEST_CASE("five real stories of one statement make the events a reader expects", "[claims]") {
  if (!std::filesystem::exists(find_gold())) {
    std::cout << "skipped: no annotated stories\n";
    return;
  }
  const Ledger ledger = read_gold();
  if (std::getenv("SHOW_EVENTS") != nullptr) {
    for (const Event& event : ledger.events) {
      std::cout << event.number << " " << to_string(event.kind) << " " << to_string(event.status) << " origins";
      for (const auto& id : event.origins) std::cout << " [" << id << "]";
      std::cout << " outlets " << event.outlets.size() << " claims";
      for (const auto& id : event.claims) std::cout << " " << id;
      std::cout << " differs";
      for (const auto& name : event.differs) std::cout << " " << name;
      std::cout << "\n";
    }
    for (const Conflict& conflict : ledger.conflicts) std::cout << to_string(conflict.kind) << ": " << conflict.text << "\n";
  }
  const Event& moved = samples::event_of(ledger, "001-02");
  CHECK(moved.number == 1);
  CHECK(moved.outlets.size() == 5);
  CHECK(moved.origins == std::vector<std::string>{"National Intelligence Service"});
  for (const char* id : {"000-01", "000-03", "002-01", "002-06", "003-02", "004-01", "004-03"}) {
    CAPTURE(id);
    CHECK(together(ledger, "001-02", id));
  }
  CHECK(together(ledger, "001-07", "004-06"));  // 12,000 in four brigades
  CHECK(together(ledger, "001-07", "003-06"));
  CHECK(together(ledger, "000-04", "001-08"));  // 10,000
  CHECK(together(ledger, "000-04", "004-07"));
  CHECK_FALSE(together(ledger, "000-04", "001-07"));
  CHECK_FALSE(together(ledger, "000-02", "001-02"));
  CHECK(together(ledger, "003-04", "004-04"));  // four towns
  CHECK(together(ledger, "003-04", "001-03"));
  CHECK(together(ledger, "000-05", "002-03"));  // officers
  CHECK(together(ledger, "000-05", "002-08"));
  CHECK_FALSE(together(ledger, "000-06", "002-04"));
  CHECK_FALSE(samples::conflicts_of(ledger, ConflictKind::Place).empty());
  CHECK_FALSE(samples::conflicts_of(ledger, ConflictKind::Attribution).empty());
  CHECK_FALSE(samples::conflicts_of(ledger, ConflictKind::Time).empty());
  CHECK(samples::conflicts_of(ledger, ConflictKind::Denial).size() >= 3);
}
