#pragma once

#include <vector>

#include "claims/detail/story.hpp"

namespace dateline::claims::detail {

/// What the words around a verb say about whether its clause holds.
struct ClauseStatus {
  bool claimed = true;               ///< false: an if-clause, an "interest in sending", "urged to send": nobody says that it happens
  ClaimStatus status = ClaimStatus::Reported;
  Tense tense = Tense::Past;
  bool hedged = false;               ///< "may have sent", "reportedly"
  std::vector<std::pair<std::uint32_t, std::string>> cues;  ///< item and rule
  std::vector<std::string> rules;
};

/// Status of a clause relative to whoever says it: its own modal and negation, then the verbs that govern it.
[[nodiscard]] ClauseStatus read_status(const Story& story, const ParsedSentence& sentence, std::uint32_t clause);

}  // namespace dateline::claims::detail
