#include <catch2/catch.hpp>

#include <algorithm>

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

TEST_CASE("regular and irregular verbs are inflected", "[claims][extract]") {
  using claims::detail::inflect;
  CHECK(inflect("dispatch", "").third == "dispatches");
  CHECK(inflect("ferry", "").past == "ferried");
  CHECK(inflect("mobilise", "").ing == "mobilising");
  CHECK(inflect("ship", "shipped/shipped").ing == "shipping");
  CHECK(inflect("flee", "fled/fled").ing == "fleeing");
  CHECK(inflect("withdraw", "withdrew/withdrawn").participle == "withdrawn");
}
