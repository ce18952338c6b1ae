#pragma once

#include "claims/detail/story.hpp"
#include "claims/detail/token_window.hpp"
#include "claims/extract.hpp"

namespace dateline::claims::detail {

// What was found in the text beside the claims, in the code points of the article: for measuring and for `explain`.

[[nodiscard]] ExtractionTrace::Range to_range(const Story& story, Span span);

/// Every act of saying, claimed or not. Sources that share one cue and its content are one act ("Oslo and Bern said").
void trace_speech(const Story& story, ExtractionTrace& trace);

/// Every time expression; a range is one of them.
void trace_times(const Story& story, ExtractionTrace& trace);

/// What stands in no claim: durations, hours, parts of a day. `traced` tells which of the story's times have been noted as dates.
void trace_durations(const Story& story, TokenWindow& tokens, const std::vector<bool>& traced, ExtractionTrace& trace);

}  // namespace dateline::claims::detail
