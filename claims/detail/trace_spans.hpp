#pragma once

#include "claims/detail/story.hpp"
#include "claims/extract.hpp"

namespace dateline::claims::detail {

// What was found in the text beside the claims, in the code points of the article: for measuring and for `explain`.

[[nodiscard]] ExtractionTrace::Range to_range(const Story& story, Span span);

/// Every act of saying, claimed or not. Sources that share one cue and its content are one act ("Oslo and Bern said").
void trace_speech(const Story& story, ExtractionTrace& trace);

/// Every time expression. Intervals give both ends, because TIMEX3 tags the ends.
void trace_times(const Story& story, ExtractionTrace& trace);

}  // namespace dateline::claims::detail
