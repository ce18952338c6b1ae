#pragma once

#include <vector>

#include "claims/detail/draft.hpp"

namespace dateline::claims::detail {

/// Sets attribution and reported_on of every draft from the speech frames; a draft that goes on from an attributed one ("They are
/// now at ...") inherits its chain as narrator, flagged. Then turns denials and non-confirmations into responses of the claims
/// they are about, and drops drafts that only repeat, inside such a response, what another draft claims.
void attribute(const Story& story, std::vector<Draft>& drafts);
/// `answer` returns the drafts that it dropped: they are spoken of, and measured as such.
std::vector<Draft> answer(const Story& story, const PlacePhrases& places, std::vector<Draft>& drafts);

/// The innermost frame whose content holds `offset`; none if nobody says it.
[[nodiscard]] std::uint32_t innermost_frame(const Story& story, std::size_t offset);

}  // namespace dateline::claims::detail
