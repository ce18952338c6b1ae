#pragma once

#include <string>

#include "claims/ledger_diff.hpp"

namespace dateline::pipeline {

/// A difference as people read it: for each list what came (+), went (-) and changed (~), with the old and the new value of each field.
/// Empty if there is none.
[[nodiscard]] std::string diff_text(const claims::Ledger& before, const claims::Ledger& after, const claims::LedgerDiff& diff);

/// The same as one JSON object on one line: {"same", "articles": {"added", "removed", "changed": [{"old", "new", "fields": [{"field", "before", "after"}]}]},
/// "sources", "places", "claims", "events", "conflicts": {"added", "removed"}, "pins": {"added", "removed"}, "reordered"}.
[[nodiscard]] std::string diff_json(const claims::LedgerDiff& diff);

}  // namespace dateline::pipeline
