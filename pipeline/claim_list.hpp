#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/civil_date.hpp"
#include "claims/ledger.hpp"
#include "pipeline/table.hpp"

namespace dateline::pipeline {

/// Which claims to list; empty fields let everything through.
struct ClaimFilter {
  std::string kind;      ///< as in the ledger: "movement"
  std::string status;    ///< "planned"
  std::string place;     ///< part of a place's name, any case
  std::string actor;     ///< part of the words for who sends or moves, any case, or a country's ISO code
  std::string source;    ///< part of a source's name, any case
  std::string state;     ///< of the review: "unreviewed"
  std::string conflict;  ///< part in a conflict of this kind ("place"), or in "any"
  std::optional<CivilDate> from, to;  ///< the time a claim speaks of, else the day of the statement, else of the story, touches these days
  int event = 0;         ///< badge number; 0: all
};

/// Claims that pass the filter, in the order of the ledger.
[[nodiscard]] std::vector<const claims::Claim*> filter_claims(const claims::Ledger& ledger, const ClaimFilter& filter);

/// Number, kind, status, force, count, from, to/at, when, source, story, quote.
[[nodiscard]] Table claim_table(const claims::Ledger& ledger, const std::vector<const claims::Claim*>& claims);

/// The same claims, one JSON object a line.
[[nodiscard]] std::string claim_json_lines(const claims::Ledger& ledger, const std::vector<const claims::Claim*>& claims);

enum class ListForm { Text, JsonLines };
/// Which conflicts to list; empty fields let everything through.
struct ConflictFilter {
  std::string kind;   ///< "quantity"
  int event = 0;      ///< badge number; 0: all
};
/// One conflict a line: "quantity  [#2 #5]  sentence", or JSON objects {"kind", "events", "claims", "text"}.
[[nodiscard]] std::string list_conflicts(const claims::Ledger& ledger, const ConflictFilter& filter, ListForm form);

}  // namespace dateline::pipeline
