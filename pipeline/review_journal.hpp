#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/append_file.hpp"
#include "claims/review.hpp"

namespace dateline::pipeline {

/// One decision of a reviewer.
struct JournalEntry {
  std::string claim;
  claims::ClaimEdit edit;
  claims::Reviewer reviewer;
};

/// What has been decided since the ledger was last written: `LEDGER.review` beside it, one JSON object a line, on the disk before the next key is read. Writing a
/// ledger of 50,000 claims takes a second, adding a line a millisecond. Holds the lock of the ledger: one review at a time. docs/formats/ledger.md, 10.
class ReviewJournal {
 public:
  /// Opens the journal of a ledger and reads what a review that was interrupted left there. Throws OutputError if another review holds it, InputError
  /// (file:line) if it is damaged in another way than by a torn last line.
  explicit ReviewJournal(const std::string& ledger_file);

  /// Decisions that the ledger with this hash does not hold yet, without those that were taken back, in order.
  [[nodiscard]] std::vector<JournalEntry> pending(std::string_view ledger_sha256) const;
  /// All decisions since begin() that were not taken back.
  [[nodiscard]] const std::vector<JournalEntry>& decisions() const noexcept { return entries_; }

  /// Nothing was ever decided in it.
  [[nodiscard]] bool is_empty() const noexcept { return entries_.empty() && written_.empty(); }

  /// Begins anew, for the ledger with this hash.
  void begin(std::string_view ledger_sha256);
  void add(const JournalEntry& entry);
  /// Takes the last decision back.
  void undo();
  /// The decisions of this journal are about to be in a ledger with this hash. Should the program end between here and remove(), they are not added twice.
  void written(std::string_view ledger_sha256);
  /// The ledger holds everything.
  void remove() noexcept { file_.remove(); }

  /// The name of the journal of a ledger.
  [[nodiscard]] static std::string name_for(const std::string& ledger_file) { return ledger_file + ".review"; }

 private:
  AppendFile file_;
  std::vector<JournalEntry> entries_;
  std::string written_;  ///< hash of the ledger that holds them, if it was announced
};

/// True if decisions wait beside the ledger, or a review of it is going on.
[[nodiscard]] bool has_journal(const std::string& ledger_file);

}  // namespace dateline::pipeline
