#include "claims/detail/trace_spans.hpp"

#include <sstream>

#include "claims/detail/time_tense.hpp"
#include "claims/detail/time_value.hpp"

namespace dateline::claims::detail {

namespace {

/// "P3D" for a stretch of time that ends or begins at publication; empty for all else. TIMEX3 holds such stretches by their length.
std::string duration(const TimeExpression& time) {
  std::istringstream words(time.value);
  std::string kind, unit;
  int count = 0;
  if (!(words >> kind >> count >> unit) || kind != "window") return {};
  if (unit.empty() || unit == "weekend") return {};
  const bool hours = unit == "hour";
  const int quarter = unit == "quarter" ? 3 : 1;
  const char letter = unit == "quarter" ? 'M' : static_cast<char>(unit.front() - 'a' + 'A');
  return (hours ? "PT" : "P") + std::to_string((count < 0 ? -count : count) * quarter) + letter;
}

}  // namespace

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

void trace_times(const Story& story, ExtractionTrace& trace) {
  const auto published = story.article.metadata.published;
  for (std::uint32_t t = 0; t < story.times.size(); ++t) {
    const auto& time = story.times[t];
    const auto tense = tense_around(story, t);
    if (const auto ends = split_range(time.value); ends && !time.last_end.empty()) {
      trace.times.push_back({to_range(story, time.first_end), "DATE", resolve_value(ends->first, published, tense).point});
      trace.times.push_back({to_range(story, time.last_end), "DATE", resolve_value(ends->second, published, tense).point});
    } else if (const auto length = duration(time); !length.empty()) {
      const auto span = time.first_end.empty() ? time.core : time.first_end;
      trace.times.push_back({to_range(story, span), "DURATION", length});
    } else {
      trace.times.push_back({to_range(story, time.core), "DATE", resolve_value(time.value, published, tense).point});
    }
  }
}

}  // namespace dateline::claims::detail
