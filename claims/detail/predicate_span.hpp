#pragma once

#include "claims/detail/story.hpp"

namespace dateline::claims::detail {

/// The words of a clause that report: its verb, and behind "be" the preposition as well ("has been in", "were already at"), since only both together tell
/// that somebody is somewhere.
[[nodiscard]] Span predicate_span(const ParsedSentence& sentence, const Clause& clause);

}  // namespace dateline::claims::detail
