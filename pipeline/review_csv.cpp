#include "pipeline/review_csv.hpp"

#include "base/limits.hpp"
#include "claims/ledger_csv.hpp"
#include "pipeline/ledger_file.hpp"

namespace dateline::pipeline {

std::string review_csv(const std::string& ledger_file) { return claims::to_review_csv(load_ledger(ledger_file)); }

std::size_t apply_review_csv(const std::string& ledger_file, const std::string& csv_file, const claims::Reviewer& reviewer, const claims::FindPlace& find_place) {
  claims::Ledger ledger = load_ledger(ledger_file);
  const std::string csv = read_file(csv_file, limits::max_ledger_bytes);  // a table says less than its ledger
  const std::size_t changed = claims::apply_review_csv(ledger, csv, csv_file, reviewer, find_place);
  if (changed != 0) save_ledger(ledger, ledger_file, Overwrite::Allow);
  return changed;
}

}  // namespace dateline::pipeline
