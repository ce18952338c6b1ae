#include "pipeline/review_recovery.hpp"

#include <algorithm>

#include "article/hash.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"
#include "claims/assemble.hpp"
#include "claims/ledger_json.hpp"

namespace dateline::pipeline {

Recovered apply_decisions(claims::Ledger& ledger, const std::vector<JournalEntry>& entries, const claims::FindPlace& find_place) {
  Recovered result;
  for (const JournalEntry& entry : entries) {
    const auto claim = std::find_if(ledger.claims.begin(), ledger.claims.end(), [&](const claims::Claim& c) { return c.id == entry.claim; });
    if (claim == ledger.claims.end()) {
      result.lost.push_back("the claim " + entry.claim + " is no longer in the ledger");
      continue;
    }
    try {
      result.decisions += claims::apply_edit(ledger, *claim, entry.edit, entry.reviewer, find_place) ? 1U : 0U;
    } catch (const InputError& error) {
      result.lost.push_back("claim " + entry.claim + ": " + error.what());
    }
  }
  return result;
}

namespace {

LockedLedger read_locked(ReviewJournal journal, const std::string& ledger_file) {
  try {
    const std::string json = read_file(ledger_file, limits::max_ledger_bytes);
    claims::Ledger ledger = claims::ledger_from_json(json, ledger_file);
    return {std::move(journal), std::move(ledger), article::sha256_hex(json), {}};
  } catch (const InputError&) {
    if (journal.is_empty()) journal.remove();  // it was made just now
    throw;
  }
}

}  // namespace

LockedLedger lock_ledger(const std::string& ledger_file, const claims::FindPlace& find_place) {
  // read before the journal is made, so that a wrong name leaves no journal behind
  static_cast<void>(read_file(ledger_file, limits::max_ledger_bytes));
  LockedLedger locked = read_locked(ReviewJournal(ledger_file), ledger_file);
  const auto waiting = locked.journal.pending(locked.sha256);
  if (waiting.empty()) return locked;
  locked.recovered = apply_decisions(locked.ledger, waiting, find_place);
  claims::group(locked.ledger);
  const std::string bytes = claims::to_json(locked.ledger);
  locked.sha256 = article::sha256_hex(bytes);
  locked.journal.written(locked.sha256);
  write_file_atomically(ledger_file, bytes, Overwrite::Allow);
  return locked;
}

void save_locked(const claims::Ledger& ledger, const std::string& ledger_file, ReviewJournal& journal) {
  const std::string bytes = claims::to_json(ledger);
  journal.written(article::sha256_hex(bytes));
  write_file_atomically(ledger_file, bytes, Overwrite::Allow);
  journal.remove();
}

}  // namespace dateline::pipeline
