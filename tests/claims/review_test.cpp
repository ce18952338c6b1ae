#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "claims/ledger_csv.hpp"
#include "claims/ledger_json.hpp"
#include "tests/claims/group_builder.hpp"

using namespace dateline;
using namespace dateline::claims;
using namespace dateline::claims::samples;

namespace {

const Reviewer kRoe{"R. Roe", "2031-06-01"};

Ledger sample() {
  return grouped({movement("s1", "a").number(900).to("Port Sorrow").by("agency"), movement("s2", "b").to("Coast").by("ministry"), ClaimBuilder("s2", "c", ClaimKind::Basing).at("Strelsau").at("Marchtown")});
}

Claim& claim_of(Ledger& ledger, const std::string& id) {
  return *std::find_if(ledger.claims.begin(), ledger.claims.end(), [&](const Claim& claim) { return claim.id == id; });
}

std::optional<PlaceRecord> find_place(const std::string& id) {
  if (id != "Newtown") return std::nullopt;
  return place("Newtown", "city", "RU", 1, 2);
}

std::size_t read_table(Ledger& ledger, const std::string& csv) { return apply_review_csv(ledger, csv, "t.csv", kRoe, find_place); }

std::string failure_of(const std::string& csv) {
  Ledger ledger = sample();
  const Ledger before = ledger;
  try {
    (void)read_table(ledger, csv);
  } catch (const InputError& error) {
    CHECK(ledger == before);
    return error.to_string();
  }
  return "no error";
}

}  // namespace

TEST_CASE("an untouched table changes no byte", "[claims]") {
  Ledger ledger = sample();
  claim_of(ledger, "a").review.note = "=1+1, \"quoted\"\nand more";
  claim_of(ledger, "b").review.note = "'-x";
  const std::string before = to_json(ledger);
  CHECK(read_table(ledger, to_review_csv(ledger)) == 0);
  CHECK(to_json(ledger) == before);
}

TEST_CASE("edited rows change their claims and nothing else", "[claims]") {
  Ledger ledger = sample();
  const Claim untouched = claim_of(ledger, "b");
  CHECK(read_table(ledger, "id,state,note,low,high,destination\r\na,accepted,\"wrong,\nsee map\",1200,,Newtown\r\n") == 1);
  const Claim& edited = claim_of(ledger, "a");
  CHECK(edited.review.state == ReviewState::Edited);
  CHECK(edited.review.by == "R. Roe");
  CHECK(edited.review.at == "2031-06-01");
  CHECK(edited.review.note == "wrong,\nsee map");
  CHECK(edited.review.was == "unreviewed (quantity 900 to 900; destination Port Sorrow)");
  CHECK(edited.quantity->low == 1200.0);
  CHECK_FALSE(edited.quantity->high.has_value());
  CHECK(edited.destination[0].place == "Newtown");
  CHECK(claim_of(ledger, "b") == untouched);
  CHECK(ledger_from_json(to_json(ledger), "x") == ledger);
}

TEST_CASE("a rejected row leaves the events", "[claims]") {
  Ledger ledger = sample();
  CHECK(read_table(ledger, "state,id\nrejected,a\n") == 1);
  for (const Event& event : ledger.events) CHECK(std::find(event.claims.begin(), event.claims.end(), "a") == event.claims.end());
}

TEST_CASE("what a table may not say is told with file and line, and nothing is changed", "[claims]") {
  CHECK(failure_of("id,state\na,accepted\nzz,accepted\n").find("t.csv:3:1: error: there is no claim \"zz\"") != std::string::npos);
  CHECK(failure_of("id,stat\na,accepted\n").find("t.csv:1:1: error: unknown column \"stat\"") != std::string::npos);
  CHECK(failure_of("id,state\na,good\n").find("t.csv:2:1: error: unknown state \"good\"") != std::string::npos);
  CHECK(failure_of("id,state\na,accepted\na,rejected\n").find("has two rows") != std::string::npos);
  CHECK(failure_of("id,low,high\na,12x,\n").find("t.csv:2:1: error: \"low\" is no number") != std::string::npos);
  CHECK(failure_of("id,low,high\na,12,3\n").find("t.csv:2:1: error: a quantity goes from") != std::string::npos);
  CHECK(failure_of("id,state,at\na,accepted,\nc,accepted,Strelsau\n").find("t.csv:3:1: error: the claim has 2 places") != std::string::npos);
  CHECK(failure_of("id,destination\na,Nowhere\n").find("there is no place \"Nowhere\"") != std::string::npos);
  CHECK(failure_of("id,state\na\n").find("this row has 1 cells") != std::string::npos);
  CHECK(failure_of("state\naccepted\n").find("the column \"id\" is missing") != std::string::npos);
  CHECK(failure_of("").find("the table is empty") != std::string::npos);
}

TEST_CASE("the history of a review is kept, oldest first", "[claims]") {
  Ledger ledger = sample();
  Claim& claim = claim_of(ledger, "a");
  ClaimEdit accept;
  accept.state = ReviewState::Accepted;
  CHECK(apply_edit(ledger, claim, accept, kRoe, find_place));
  CHECK_FALSE(apply_edit(ledger, claim, accept, {"somebody else", "2031-06-02"}, find_place));
  ClaimEdit kind;
  kind.kind = ClaimKind::Withdrawal;
  CHECK(apply_edit(ledger, claim, kind, {"J. Doe", "2031-06-03"}, find_place));
  CHECK(claim.review.was == "unreviewed | accepted by R. Roe on 2031-06-01 (kind movement)");
  CHECK(claim.review.state == ReviewState::Edited);
  CHECK(claim.review.by == "J. Doe");
}

TEST_CASE("text that a spreadsheet would run is written as text", "[claims]") {
  Ledger ledger = sample();
  claim_of(ledger, "a").quote.exact = "=HYPERLINK(1)";
  CHECK(to_review_csv(ledger).find(",'=HYPERLINK(1)\r\n") != std::string::npos);
}
