#pragma once

#include <optional>

#include "claims/detail/draft.hpp"

namespace dateline::claims::detail {

/// The noun chunks of a subject in front of its verb: "engineers and two battalions" are two.
[[nodiscard]] std::vector<std::uint32_t> members_of_subject(const ParsedSentence& sentence, const Clause& clause);

/// How many move, where the noun phrase itself does not say so: in brackets behind it or its place, at another member of a list, behind "with",
/// or at the end of the clause ("eighteen of them"). Absent if the clause tells no number.
[[nodiscard]] std::optional<QuantityOf> count_in_clause(DraftTools& tools, const ParsedSentence& sentence, const Clause& clause, const NounPhrase& moved);

}  // namespace dateline::claims::detail
