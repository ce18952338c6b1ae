#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "claims/event_view.hpp"
#include "claims/review.hpp"
#include "pipeline/claim_list.hpp"
#include "pipeline/data.hpp"
#include "pipeline/review_recovery.hpp"

namespace dateline::pipeline {

/// The gazetteer as review wants it: a record for the ledger by the id of a place. `data` must outlive it; it is opened when first asked.
[[nodiscard]] claims::FindPlace place_finder(Data& data);

/// Which claims to walk through: those of the filter; unless it names a state, or `all` is set, only unreviewed ones.
struct ReviewScope {
  ClaimFilter filter;
  bool all = false;
};

/// A walk through the claims of a ledger file. Whatever changes a claim is in the journal beside the ledger, on the disk, before the call returns, so that
/// a lost connection loses nothing; finish() writes the ledger. What an interrupted review left in the journal is brought into the ledger first.
class ReviewSession {
 public:
  /// Throws InputError as load_ledger does, OutputError if another review of the ledger is going on. `article_folder` as in check_ledger.
  ReviewSession(std::string ledger_file, std::string article_folder, claims::Reviewer reviewer, const ReviewScope& scope, claims::FindPlace find_place);
  ~ReviewSession();
  ReviewSession(const ReviewSession&) = delete;
  ReviewSession& operator=(const ReviewSession&) = delete;

  /// Decisions of an interrupted review that the constructor brought into the ledger.
  [[nodiscard]] const Recovered& recovered() const noexcept { return recovered_; }
  [[nodiscard]] std::size_t count() const noexcept { return queue_.size(); }
  /// True behind the last claim.
  [[nodiscard]] bool at_end() const noexcept { return position_ >= queue_.size(); }
  /// The claim in front of the reviewer; not to be called at the end.
  [[nodiscard]] const claims::Claim& claim() const;
  /// The claim as text: its quote in the story, how it is read, who says so, what was done to it.
  [[nodiscard]] std::string card();

  void accept();
  void reject(const std::string& note);
  /// Returns false if nothing differs. Throws InputError, with nothing changed, for values that cannot be.
  bool edit(const claims::ClaimEdit& edit);
  /// Takes the last change back and goes to its claim; false if there is none.
  bool undo();
  void next() noexcept;
  /// False at the first claim.
  bool back() noexcept;
  /// Goes to the claim with this number, from 1; false if there is none.
  bool go_to(std::size_t number) noexcept;
  /// How many changes were made and not taken back.
  [[nodiscard]] std::size_t changes() const noexcept { return done_.size(); }

  /// Groups anew, writes the ledger and removes the journal; does nothing if nothing was changed. If another program has changed the ledger meanwhile, the decisions are
  /// made on what it holds now; returns the decisions that no longer fit. Nothing else may be called after it.
  std::vector<std::string> finish();

 private:
  struct Done {
    std::size_t position;
    claims::Claim before;
  };

  ReviewSession(LockedLedger locked, std::string ledger_file, std::string article_folder, claims::Reviewer reviewer, const ReviewScope& scope, claims::FindPlace find_place);
  bool change(const claims::ClaimEdit& edit);
  [[nodiscard]] claims::Claim& find(const std::string& id);

  std::string file_, article_folder_;
  claims::Reviewer reviewer_;
  claims::FindPlace find_place_;
  ReviewJournal journal_;           ///< opened first: holds the lock
  Recovered recovered_;
  std::string sha256_;              ///< of the ledger as it was read
  claims::Ledger ledger_;
  std::unique_ptr<const claims::LedgerIndex> index_;
  std::unordered_map<std::string, std::size_t> claims_;  ///< by id; only asked, never walked
  std::vector<std::string> queue_;  ///< claim ids, in the order of the ledger when the walk began
  std::size_t position_ = 0;
  std::vector<Done> done_;
  std::string story_id_;            ///< the story read last
  std::string story_text_;
  std::string story_note_;
};

}  // namespace dateline::pipeline
