#include "claims/detail/evidence.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text_table.hpp"

namespace dateline::claims::detail {

namespace {

/// Names as the table has them, in the order of the enumeration.
constexpr std::array<std::string_view, evidence_count> names_in_order{
    "refused-infinitive", "refused-purpose", "refused-roles", "refused-doubt", "refused-no-goal", "refused-harmed", "refused-visit", "refused-planned-nowhere", "refused-follows-nobody", "refused-unworthy", "refused-nowhere",
    "cause", "go", "both", "reach", "quit", "place", "stay", "be", "muster", "join", "own", "broad", "open", "vague", "war-verb", "particle",
    "tells-movement", "tells-withdrawal", "tells-basing", "tells-presence",
    "mover-force", "mover-vehicle", "mover-carrier", "mover-people", "mover-state", "mover-place", "mover-other", "mover-pronoun", "mover-it", "mover-we",
    "resolved", "antecedent", "near", "definite", "own-force", "weak", "harmed", "civil", "military", "nation", "counted", "echelon", "collective", "additional", "named", "organisation", "unit-noun", "loose-noun", "no-force-noun", "unknown-noun", "rival", "after-rival", "leader", "other-member",
    "sender", "sender-force", "sender-state", "sender-people", "sender-pronoun", "sender-vehicle", "sender-other",
    "to-name", "from-name", "via-name", "at-name", "to-thing", "from-thing", "via-thing", "at-thing", "no-place", "some-way", "abstract-goal",
    "passive", "has-object", "place-object", "main", "shared", "governed", "purpose", "relative", "reduced", "adjunct", "if", "other-link", "unclaimed", "denied", "planned", "when", "quantity",
    "force-in-sentence", "force-before", "claim-in-sentence", "claim-before", "many-claims", "civil-word", "quoted", "forces-told",
};

}  // namespace

std::vector<std::string_view> EvidenceSet::names() const {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < evidence_count; ++i) {
    if (bits_.test(i)) names.push_back(names_in_order[i]);
  }
  return names;
}

EvidenceWeights::EvidenceWeights(std::string_view text, const std::string& file) {
  const auto table = TextTable::parse(text, file, {"evidence", "weight"});
  for (const auto& row : table.rows()) {
    Row read;
    for (const auto& name : split_cell(row.cells[0], ' ')) {
      if (name == "always") continue;
      const auto known = std::find(names_in_order.begin(), names_in_order.end(), name);
      if (known == names_in_order.end()) table.fail(row, "'" + name + "' is no evidence", "claims/detail/evidence.cpp lists what can be seen of a clause");
      read.all.set(static_cast<std::size_t>(known - names_in_order.begin()));
    }
    const auto& number = row.cells[1];
    const auto end = std::from_chars(number.data(), number.data() + number.size(), read.weight);
    if (end.ec != std::errc{} || end.ptr != number.data() + number.size()) table.fail(row, "'" + number + "' is no weight", "write a decimal number such as -0.75");
    rows_.push_back(read);
  }
}

double EvidenceWeights::weigh(const EvidenceSet& seen) const {
  double sum = 0;
  for (const auto& row : rows_) {
    if ((row.all & seen.bits()) == row.all) sum += row.weight;
  }
  return sum;
}

}  // namespace dateline::claims::detail
