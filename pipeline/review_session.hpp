#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "claims/review.hpp"
#include "pipeline/data.hpp"

namespace dateline::pipeline {

/// The gazetteer as review wants it: a record for the ledger by the id of a place. `data` must outlive it; it is opened when first asked.
[[nodiscard]] claims::FindPlace place_finder(Data& data);

enum class ReviewScope { Unreviewed, All };

/// A walk through the claims of a ledger file. Whatever changes a claim is written to the file before the call returns (atomically), so that a
/// lost connection loses nothing. Writing fails with OutputError if another program has changed the file meanwhile.
class ReviewSession {
 public:
  /// Throws InputError as load_ledger does. `article_folder` as in check_ledger.
  ReviewSession(std::string ledger_file, std::string article_folder, claims::Reviewer reviewer, ReviewScope scope, claims::FindPlace find_place);

  [[nodiscard]] std::size_t count() const noexcept { return queue_.size(); }
  /// True behind the last claim.
  [[nodiscard]] bool at_end() const noexcept { return position_ >= queue_.size(); }
  /// The claim in front of the reviewer; not to be called at the end.
  [[nodiscard]] const claims::Claim& claim() const;
  [[nodiscard]] const claims::Ledger& ledger() const noexcept { return ledger_; }
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
  /// How many changes were made and not taken back.
  [[nodiscard]] std::size_t changes() const noexcept { return done_.size(); }

 private:
  struct Done {
    std::size_t position;
    claims::Claim before;
  };

  bool change(const claims::ClaimEdit& edit);
  void save();

  std::string file_, article_folder_;
  claims::Reviewer reviewer_;
  claims::FindPlace find_place_;
  claims::Ledger ledger_;
  std::vector<std::string> queue_;  ///< claim ids, in the order of the ledger when the walk began
  std::size_t position_ = 0;
  std::vector<Done> done_;
  std::string story_id_;            ///< the story read last
  std::string story_text_;
  std::string story_note_;
  std::filesystem::file_time_type written_;
  std::uintmax_t size_ = 0;
};

}  // namespace dateline::pipeline
