#include "claims/detail/trace_spans.hpp"

namespace dateline::claims::detail {

ExtractionTrace::Range to_range(const Story& story, Span span) {
  if (span.empty()) return {};
  return {story.code_points.to_code_points(span.start), story.code_points.to_code_points(span.end)};
}

void trace_speech(const Story& story, ExtractionTrace& trace) {
  const SpeechFrame* previous = nullptr;
  for (const auto& frame : story.speech.frames) {
    if (frame.rule == "speech.no-evidence-of" || frame.rule == "speech.finding") continue;   // "no sign of a pullback", "found 40 tanks": nobody says a sentence
    if (frame.content.size() == 1 && frame.content.front() == frame.cue) continue;   // "declined to comment": an answer, but nothing is said
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

}  // namespace dateline::claims::detail
