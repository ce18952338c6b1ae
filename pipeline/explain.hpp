#pragma once

#include <string>

#include "claims/event_view.hpp"
#include "claims/ledger.hpp"

namespace dateline::pipeline {

/// Everything behind one mark: quotes with offsets and hashes, who says so, the words and rules that decided, the places with
/// reasons and alternatives, and who disagrees. `reference` is a badge number ("3", "#3"), an event id or a claim id. Throws
/// UsageError naming the numbers there are.
[[nodiscard]] std::string explain(const claims::Ledger& ledger, const std::string& reference);
/// The same for callers that ask often: making an index of 50,000 claims takes longer than explaining one.
[[nodiscard]] std::string explain(const claims::LedgerIndex& index, const std::string& reference);
/// The same as one JSON object.
[[nodiscard]] std::string explain_json(const claims::Ledger& ledger, const std::string& reference);

}  // namespace dateline::pipeline
