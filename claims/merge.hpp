#pragma once

#include <cstddef>

#include "base/diagnostics.hpp"
#include "claims/ledger.hpp"

namespace dateline::claims {

/// The flag of an article whose file now holds another text, and of the claims that were found in the old one.
inline constexpr const char* kSupersededFlag = "superseded";
inline constexpr const char* kStoryChangedFlag = "story-changed";

struct MergeResult {
  Ledger ledger;
  std::size_t added_stories = 0;
  std::size_t added_claims = 0;
  std::size_t known_stories = 0;    ///< were in the ledger already and left alone
  std::size_t changed_stories = 0;  ///< are in the ledger in an older version
  Diagnostics diagnostics;          ///< a note for each known story, a warning for each changed one
};

/// Adds the stories of `fresh` to `old`, then groups anew.
///
/// A story that is there already (same id, same hash) is left alone with everything people did to its claims: merging again adds nothing
/// and gives the same bytes. A changed story (same id, or the only story of the same file, with another hash) is added beside the old one;
/// old article and claims stay, flagged. Ids never change. For stories that differ, the order of merging does not change the result,
/// which is the same as that of assembling all at once; pins come sorted, and where both ledgers pin one name, the new pin stays.
[[nodiscard]] MergeResult merge(Ledger old, Ledger fresh);

}  // namespace dateline::claims
