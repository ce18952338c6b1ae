#pragma once

#include "claims/detail/draft.hpp"

namespace dateline::claims::detail {

/// Gives the status `past` to what a story tells as history: forces sent to a war that has a name, dates years before the story, the
/// past perfect with an old date. A story that is itself set where that war is tells news.
void mark_history(const Story& story, const Draft& draft, Claim& claim);

}  // namespace dateline::claims::detail
