#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/error.hpp"
#include "claims/ledger_json.hpp"
#include "tests/claims/ledger_samples.hpp"

using namespace dateline;
using claims::Ledger;

namespace {

std::string replace(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The message, hint and place of the error that reading gives.
struct Failure {
  std::string message, hint;
  SourcePosition position;
};

Failure failure_of(const std::string& json) {
  try {
    static_cast<void>(claims::ledger_from_json(json, "war.ledger.json"));
  } catch (const InputError& error) {
    return {error.what(), error.hint(), error.position()};
  }
  FAIL("the ledger was read");
  return {};
}

Ledger small() {
  Ledger ledger = claims::samples::random_ledger(4, 0);
  claims::Claim claim;
  claim.id = "c1";
  claim.article = "article:0";
  claim.quote = claims::samples::quote("Two ships left", 3);
  ledger.claims.push_back(claim);
  return ledger;
}

}  // namespace

TEST_CASE("what is written is read back the same", "[claims]") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    const Ledger ledger = claims::samples::random_ledger(seed);
    const std::string json = claims::to_json(ledger);
    const Ledger again = claims::ledger_from_json(json, "x");
    CHECK(again == ledger);
    REQUIRE(claims::to_json(again) == json);
  }
}

TEST_CASE("the ledger is plain pretty-printed JSON with the schema first", "[claims]") {
  const std::string json = claims::to_json(claims::samples::random_ledger(7));
  CHECK(json.starts_with("{\n  \"$schema\": \"urn:dateline:ledger:1\",\n  \"dateline_ledger\": \"1\",\n  \"articles\": [\n    {\n      \"id\": \"article:0\""));
  CHECK(json.ends_with("\n}\n"));
  CHECK(nlohmann::ordered_json::parse(json).dump(2) + "\n" == json);
  CHECK(claims::to_json(Ledger{}).find("\"claims\": [],\n") != std::string::npos);
}

TEST_CASE("every prefix of a ledger is refused as cut", "[claims]") {
  const std::string json = claims::to_json(claims::samples::random_ledger(11, 2));
  for (std::size_t size = 1; size + 3 < json.size(); size += 7) {
    CAPTURE(size);
    const Failure failure = failure_of(json.substr(0, size));
    CHECK((failure.message == "the ledger ends too early" || failure.message.starts_with("this is not JSON")));
  }
  CHECK(failure_of("").message == "the ledger is empty");
}

TEST_CASE("an error names file, line and column", "[claims]") {
  const std::string json = claims::to_json(small());
  const Failure failure = failure_of(replace(json, "\"kind\": \"movement\"", "\"kind\": \"movment\""));
  CHECK(failure.message == "unknown kind \"movment\"");
  CHECK(failure.hint == "did you mean \"movement\"?");
  CHECK(failure.position.file == "war.ledger.json");
  const std::size_t at = json.find("\"movement\"");
  CHECK(failure.position == position_at(json, at, "war.ledger.json"));
}

TEST_CASE("each kind of damage has its own message", "[claims]") {
  const std::string json = claims::to_json(small());
  CHECK(failure_of(replace(json, "\"status\": ", "\"statsu\": ")).message == "the field \"status\" is missing");
  CHECK(failure_of(replace(json, "\"review\": {", "\"reviews\": 1,\n\"review\": {")).hint == "did you mean \"review\"?");
  CHECK(failure_of(replace(json, "\"start\": 3", "\"start\": -3")).message == "\"start\" must be a whole number, 0 or more, found -3");
  CHECK(failure_of(replace(json, "\"end\": 17", "\"end\": 2")).message == "\"end\" is before \"start\"");
  CHECK(failure_of(replace(json, "Two ships", "Ten ships and a half")).message == "the quote has 25 characters, its offsets span 14");
  CHECK(failure_of(replace(json, "\"article\": \"article:0\"", "\"article\": \"article:9\"")).message == "there is no article \"article:9\" in the ledger");
  CHECK(failure_of(replace(json, "\"place:1\"", "\"place:0\"")).message == "the place id \"place:0\" is used twice");
  CHECK(failure_of(replace(json, "\"dateline_ledger\": \"1\"", "\"dateline_ledger\": \"2\"")).message == "this ledger has version \"2\", expected \"1\"");
  CHECK(failure_of(replace(json, "\"id\": \"c1\"", "\"id\": \"c1\", \"id\": \"c2\"")).message == "the field \"id\" stands there twice");
  CHECK(failure_of(replace(json, "\"pins\": [", "\"pins\": {\"a\": 1}, \"x\": [")).message == "\"pins\" must be a list, found an object");
  CHECK(failure_of(replace(json, "\"conflicts\": []", "\"conflict\": []")).hint == "did you mean \"conflicts\"?");
  CHECK(failure_of(replace(json, "\"events\": [],", "")).message == "the list \"events\" is missing");
  CHECK(failure_of(replace(json, "\"lat\": ", "\"lat\": 9")).message.starts_with("a latitude is from -90 to 90"));
  CHECK(failure_of(replace(json, std::string(64, 'a'), "abc")).message == "this is not a SHA-256");
  CHECK(failure_of("[]").message == "expected a ledger, found a list of 0");
  CHECK(failure_of("{}").message == "this is not a ledger: the field \"dateline_ledger\" is missing");
  CHECK(failure_of(replace(json, "\"radius_m\": 5000", "\"radius_m\": 5000,")).message.starts_with("this is not JSON: unexpected"));
}

TEST_CASE("deep nesting is refused without exhausting the stack", "[claims]") {
  CHECK(failure_of("{\"claims\": " + std::string(200000, '[')).message == "the JSON is nested too deeply for a ledger");
}

TEST_CASE("random damage never crashes the reader", "[claims]") {
  const std::string json = claims::to_json(claims::samples::random_ledger(3, 2));
  std::mt19937 random(99);
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = json;
    for (int k = 0; k < 3; ++k) damaged[random() % damaged.size()] = "{}[]\",:0x\x80"[random() % 10];
    try {
      static_cast<void>(claims::ledger_from_json(damaged, "x"));
    } catch (const InputError& error) {
      CHECK(error.position().line >= 1);
    }
  }
}

TEST_CASE("a claim is one line with its story, sources and places", "[claims]") {
  const Ledger ledger = claims::samples::random_ledger(21, 3);
  for (const claims::Claim& claim : ledger.claims) {
    const std::string line = claims::to_json_line(ledger, claim);
    CHECK(line.find('\n') == std::string::npos);
    const auto object = nlohmann::json::parse(line);
    CHECK(object["id"] == claim.id);
    CHECK(object["article"]["id"] == claim.article);
    for (const auto& ref : claim.destination) {
      if (!ref.place.empty()) CHECK(object["places"].size() >= 1);
    }
  }
}
