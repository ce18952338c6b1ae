#include <catch2/catch.hpp>

#include <algorithm>

#include "base/text_table.hpp"
#include "claims/detail/lexicon.hpp"
#include "extract_support.hpp"

using namespace dateline;
using claims::test::extract;

namespace {

const claims::detail::Lexicon& lexicon() {
  static const claims::detail::Lexicon read(find_data_folder() / "lexicons");
  return read;
}

bool has_rule(const claims::Extraction& extraction, const std::string& rule) {
  return std::any_of(extraction.claims.begin(), extraction.claims.end(), [&](const claims::Claim& claim) {
    return std::find(claim.rules.begin(), claim.rules.end(), rule) != claim.rules.end();
  });
}

}  // namespace

TEST_CASE("every verb of the table makes a claim of its kind from its own example", "[claims][extract]") {
  for (const auto& sense : lexicon().senses()) {
    INFO(sense.rule << ": " << sense.example);
    REQUIRE_FALSE(sense.example.empty());
    const auto found = extract(sense.example);
    CHECK(has_rule(found, sense.rule));
    if (!found.claims.empty()) CHECK(claims::to_string(found.claims.front().kind) == std::string(claims::to_string(sense.kind)));
  }
}

TEST_CASE("every status cue decides the status of its own example", "[claims][extract]") {
  for (const auto& cue : lexicon().cues_with_examples()) {
    INFO(cue.rule << ": " << cue.example);
    const auto found = extract(cue.example);
    CHECK(has_rule(found, cue.rule));
    if (!found.claims.empty()) CHECK(claims::to_string(found.claims.front().status) == std::string(claims::to_string(cue.status)));
  }
}

namespace {

/// Rows of a table of claims/data as cells.
std::vector<std::vector<std::string>> rows_of(const char* file, const std::vector<std::string>& columns) {
  const auto path = find_data_folder() / "lexicons" / file;
  const auto table = TextTable::parse(read_file(path, 1U << 20U), path.string(), columns);
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.rows()) rows.push_back(row.cells);
  return rows;
}

std::string plural_of(const std::vector<std::string>& noun) { return noun[1].empty() ? claims::detail::pluralise(noun[0]) : noun[1]; }

}  // namespace

TEST_CASE("every noun of a class reads as its class says", "[claims][extract]") {
  for (const auto& noun : rows_of("nouns.tsv", {"noun", "plural", "class", "verb"})) {
    const auto sentence = "Two hundred Omani " + plural_of(noun) + " entered Aden.";
    INFO(noun[2] << ": " << sentence);
    const auto found = extract(sentence).claims.size();
    if (noun[2] == "force" || noun[2] == "unit") CHECK(found == 1);
    if (noun[2] == "people" || noun[2] == "fiction" || noun[2] == "materiel" || noun[2] == "container") CHECK(found == 0);
    if (noun[2] == "descriptive") {
      const auto to = extract("Two hundred Omani soldiers entered the " + noun[0] + " of Aden on Monday.").claims;
      CHECK(to.size() == 1);
    }
    if (noun[2] == "nominal" && noun[0] != "presence" && noun[0] != "delivery") {
      const auto told = extract("Officials confirmed the " + noun[0] + " of 300 Omani soldiers to Aden.").claims;
      CHECK(told.size() == 1);
    }
  }
}

TEST_CASE("every force known by name enters a place as a force of its country", "[claims][extract]") {
  for (const auto& force : rows_of("forces.tsv", {"term", "role", "country", "type"})) {
    if (force[1] == "modifier") {
      INFO(force[0]);
      CHECK(lexicon().find(force[0]) != nullptr);
      continue;
    }
    if (force[1] == "designation") {
      INFO(force[0]);
      CHECK(extract("Two Omani " + force[0] + "-25s flew to Aden.").claims.size() == 1);
      continue;
    }
    if (force[3] == "civil") {
      INFO(force[0]);
      CHECK(extract("Two hundred " + force[0] + " officers entered Aden.").claims.empty());
      continue;
    }
    const auto sentence = "Officials said " + force[0] + " fighters entered Aden.";
    INFO(sentence);
    const auto found = extract(sentence).claims;
    CHECK(found.size() == 1);
    if (found.size() == 1 && !force[2].empty()) CHECK((found[0].actor && found[0].actor->entity == force[2]));
  }
}

TEST_CASE("regular and irregular verbs are inflected", "[claims][extract]") {
  using claims::detail::inflect;
  CHECK(inflect("dispatch", "").third == "dispatches");
  CHECK(inflect("ferry", "").past == "ferried");
  CHECK(inflect("mobilise", "").ing == "mobilising");
  CHECK(inflect("ship", "shipped/shipped").ing == "shipping");
  CHECK(inflect("flee", "fled/fled").ing == "fleeing");
  CHECK(inflect("withdraw", "withdrew/withdrawn").participle == "withdrawn");
}
