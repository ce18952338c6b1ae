#include "claims/detail/trace_spans.hpp"

namespace dateline::claims::detail {

ExtractionTrace::Range to_range(const Story& story, Span span) {
  if (span.empty()) return {};
  return {story.code_points.to_code_points(span.start), story.code_points.to_code_points(span.end)};
}

void trace_speech(const Story& story, ExtractionTrace& trace) {
  const SpeechFrame* previous = nullptr;
  for (const auto& frame : story.speech.frames) {
    const bool joint = previous != nullptr && previous->cue == frame.cue && previous->content == frame.content && !frame.source.empty();
    if (!joint) {
      ExtractionTrace::Speech speech{{}, to_range(story, frame.cue), {}};
      for (const auto& content : frame.content) speech.content.push_back(to_range(story, content));
      trace.speech.push_back(std::move(speech));
    }
    if (!frame.source.empty()) trace.speech.back().sources.push_back(to_range(story, frame.source));
    previous = &frame;
  }
}

void trace_times(const Story& story, ExtractionTrace& trace) {
  for (const auto& time : story.times) {
    const auto resolved = resolve_time(time, story.article.metadata.published, Tense::Past);
    trace.times.push_back({to_range(story, time.span), "DATE", resolved.point});
  }
}

}  // namespace dateline::claims::detail
