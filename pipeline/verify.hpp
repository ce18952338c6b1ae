#pragma once

#include <string>
#include <vector>

#include "base/progress.hpp"
#include "claims/ledger_diff.hpp"
#include "pipeline/extraction.hpp"

namespace dateline::pipeline {

/// What comes out when the stories of a ledger are read again.
struct Verification {
  std::vector<std::string> missing;  ///< files of stories that are not there: their claims were not compared
  std::vector<std::string> changed;  ///< files that hold another text now: their claims were not compared either
  std::size_t stories = 0;           ///< compared
  std::size_t claims = 0;            ///< of the ledger, compared
  std::size_t edited = 0;            ///< of these, changed by people; taken as they are
  claims::Ledger kept;               ///< the ledger without what could not be compared
  claims::Ledger rebuilt;            ///< what the stories give now, with the decisions of people carried over
  claims::LedgerDiff diff;           ///< from `kept` to `rebuilt`
  [[nodiscard]] bool same() const noexcept { return missing.empty() && changed.empty() && diff.empty(); }
};

/// Extracts the stories of a ledger again, with its pins and dates, and compares. Stories are looked for as check_ledger does. Of `options`, those that
/// the ledger does not keep: the home country and the number of threads. Versions of stories that were superseded are left out.
[[nodiscard]] Verification verify_ledger(Data& data, const std::string& ledger_file, const std::string& article_folder, const ExtractOptions& options, Progress& progress);

/// What differs, for people: - what the ledger says, + what its stories give. Empty if nothing does.
[[nodiscard]] std::string verification_text(const Verification& result);
/// One JSON object on one line: {"same", "stories", "claims", "edited", "missing", "changed", "diff"}; `diff` as diff_json writes it.
[[nodiscard]] std::string verification_json(const Verification& result);

}  // namespace dateline::pipeline
