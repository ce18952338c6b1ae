#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>

#include "base/text_table.hpp"
#include "extract_support.hpp"

using namespace dateline;
using claims::test::extract;

namespace {

/// One expected claim: "movement reported who=KP n=1500 to=A;B from=C at=D".
struct Expected {
  std::string kind, status;
  std::map<std::string, std::string> fields;
};

std::vector<Expected> parse_expected(const std::string& cell) {
  std::vector<Expected> list;
  if (cell == "none") return list;
  for (const auto& part : split_cell(cell, '|')) {
    Expected expected;
    std::istringstream words(part);
    words >> expected.kind >> expected.status;
    std::string word;
    while (words >> word) {
      const auto equal = word.find('=');
      std::string value = equal == std::string::npos ? "" : word.substr(equal + 1);
      std::replace(value.begin(), value.end(), '_', ' ');
      expected.fields[word.substr(0, equal)] = value;
    }
    list.push_back(std::move(expected));
  }
  return list;
}

std::string place_texts(const std::vector<claims::PlaceRef>& places) {
  std::string text;
  for (const auto& place : places) {
    if (place.mention != claims::PlaceMention::Toponym) continue;
    if (!text.empty()) text += ';';
    text += place.span.text;
  }
  return text;
}

std::string number(const claims::Claim& claim) {
  if (!claim.quantity) return {};
  std::ostringstream out;
  out << static_cast<long long>(claim.quantity->low);
  if (!claim.quantity->high) out << '+';
  else if (*claim.quantity->high != claim.quantity->low) out << '-' << static_cast<long long>(*claim.quantity->high);
  return out.str();
}

std::string field_of(const claims::Claim& claim, const std::string& name) {
  if (name == "who") return claim.actor ? claim.actor->entity : "";
  if (name == "force") return claim.force ? claim.force->entity : "";
  if (name == "n") return number(claim);
  if (name == "to") return place_texts(claim.destination);
  if (name == "from") return place_texts(claim.origin);
  if (name == "at") return place_texts(claim.at);
  if (name == "via") return place_texts(claim.via);
  if (name == "dist") return claim.quantity && claim.quantity->distribution == claims::Distribution::Each ? "each" : "total";
  if (name == "when") return claim.when ? claim.when->edtf : "";
  if (name == "means") return claim.means;
  if (name == "materiel") return claim.materiel;
  return "?";
}

std::string site(const std::string& kind) { return kind == "basing" ? "presence" : kind; }
/// Being under way and being done are one for the sentences; history asked for must be told as history.
std::string done(const std::string& status) { return status == "ongoing" || status == "past" ? "reported" : status; }

struct Score {
  int right = 0, expected = 0, predicted = 0;
  std::map<std::string, std::pair<int, int>> fields;   // right, all
  [[nodiscard]] double f1() const { return expected + predicted == 0 ? 1.0 : 2.0 * right / (expected + predicted); }
};

std::string describe(const claims::Claim& claim) {
  std::string text = std::string(claims::to_string(claim.kind)) + ' ' + claims::to_string(claim.status);
  for (const auto* name : {"who", "n", "to", "from", "at", "via", "when"}) {
    const auto value = field_of(claim, name);
    if (!value.empty()) text += std::string(" ") + name + '=' + value;
  }
  return text + " <" + claim.quote.exact + '>';
}

void score_sentence(const std::string& id, const std::string& text, const std::vector<Expected>& expected, Score& score, std::ostream& log) {
  const auto found = extract(text);
  std::vector<bool> used(found.claims.size(), false);
  score.expected += static_cast<int>(expected.size());
  score.predicted += static_cast<int>(found.claims.size());
  for (const auto& want : expected) {
    std::size_t best = found.claims.size();
    int best_fields = -1;
    for (std::size_t i = 0; i < found.claims.size(); ++i) {
      const auto& claim = found.claims[i];
      if (used[i] || site(claims::to_string(claim.kind)) != site(want.kind) || done(claims::to_string(claim.status)) != done(want.status)) continue;
      if (want.status == "past" && claim.status != claims::ClaimStatus::Past) continue;
      int fields = 0;
      for (const auto& [name, value] : want.fields) fields += field_of(claim, name) == value ? 1 : 0;
      if (fields > best_fields) {
        best = i;
        best_fields = fields;
      }
    }
    if (best == found.claims.size()) {
      log << id << ": missed " << want.kind << ' ' << want.status << " in: " << text << '\n';
      for (const auto& [name, value] : want.fields) ++score.fields[name].second;
      continue;
    }
    used[best] = true;
    ++score.right;
    for (const auto& [name, value] : want.fields) {
      auto& [right, all] = score.fields[name];
      ++all;
      const auto got = field_of(found.claims[best], name);
      if (got == value) ++right;
      else log << id << ": " << name << " is '" << got << "', not '" << value << "' in: " << text << '\n';
    }
  }
  for (std::size_t i = 0; i < found.claims.size(); ++i) {
    if (!used[i]) log << id << ": not asked for: " << describe(found.claims[i]) << '\n';
  }
}

/// Reads a set of sentences, prints its score, and wants at least `least` of everything.
void check_set(const char* file, std::size_t rows, int least_negatives, double least) {
  const auto path = std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/claims/data" / file;
  const auto table = TextTable::parse(read_file(path, 1U << 20U), path.string(), {"id", "text", "claims"});
  Score score;
  int negatives = 0;
  std::ostringstream log;
  for (const auto& row : table.rows()) {
    const auto expected = parse_expected(row.cells[table.column("claims")]);
    if (expected.empty()) ++negatives;
    score_sentence(row.cells[table.column("id")], row.cells[table.column("text")], expected, score, log);
  }
  std::ostringstream summary;
  summary << file << ": sentences " << table.rows().size() << ", negatives " << negatives << ", claims F1 " << score.f1() << " (" << score.right << " right of "
          << score.expected << " expected, " << score.predicted << " found)";
  for (const auto& [name, counts] : score.fields) summary << ", " << name << ' ' << counts.first << '/' << counts.second;
  std::cout << summary.str() << '\n';
  if (std::getenv("DATELINE_VERBOSE") != nullptr) std::cout << log.str();
  INFO(log.str());
  CHECK(table.rows().size() >= rows);
  CHECK(negatives >= least_negatives);
  CHECK(score.f1() >= least);
  for (const auto& [name, counts] : score.fields) {
    INFO(name << ": " << counts.first << " of " << counts.second);
    CHECK(counts.first >= 0.9 * counts.second);
  }
}

}  // namespace

TEST_CASE("the annotated sentences are read as annotated", "[claims][extract]") { check_set("sentences.tsv", 150, 40, 0.97); }

TEST_CASE("sentences of many conflicts are read as annotated", "[claims][extract]") { check_set("sentences_conflicts.tsv", 270, 80, 0.95); }

TEST_CASE("sentences of the wires are read as annotated", "[claims][extract]") { check_set("sentences_wire.tsv", 240, 60, 0.95); }

TEST_CASE("broad classes of verbs report where a force moves and nowhere else", "[claims][extract]") { check_set("sentences_general.tsv", 75, 30, 0.95); }

TEST_CASE("what common English and the shape of a sentence tell is read", "[claims][extract]") { check_set("sentences_syntax.tsv", 36, 11, 0.9); }

TEST_CASE("parts, numbers, pronouns and speakers stand for the force they mean", "[claims][extract]") { check_set("sentences_reference.tsv", 131, 42, 0.95); }

TEST_CASE("words, phrases and clauses are read as a reader reads them", "[claims][extract]") { check_set("sentences_reading.tsv", 57, 18, 0.9); }
