#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claims/review.hpp"
#include "pipeline/review_journal.hpp"

namespace dateline::pipeline {

/// What became of the decisions of an interrupted review.
struct Recovered {
  std::size_t decisions = 0;         ///< brought into the ledger
  std::vector<std::string> lost;     ///< one line for each that no longer fits, with the reason
};

/// Makes the decisions on the ledger, in order. The caller groups anew.
Recovered apply_decisions(claims::Ledger& ledger, const std::vector<JournalEntry>& entries, const claims::FindPlace& find_place);

/// A ledger file that is about to be changed: locked, and with the decisions of an interrupted review in it.
struct LockedLedger {
  ReviewJournal journal;             ///< keep it until the ledger is written; remove() it then
  claims::Ledger ledger;
  std::string sha256;                ///< of the file's bytes
  Recovered recovered;
};

/// Locks, reads, and brings waiting decisions into the file. Throws as ReviewJournal and load_ledger do.
[[nodiscard]] LockedLedger lock_ledger(const std::string& ledger_file, const claims::FindPlace& find_place);

/// Writes the ledger in a way that a crash at any moment neither loses the decisions of the journal nor makes them twice, then removes the journal.
void save_locked(const claims::Ledger& ledger, const std::string& ledger_file, ReviewJournal& journal);

}  // namespace dateline::pipeline
