#include "claims/detail/time_tense.hpp"

#include <algorithm>

#include "claims/detail/status.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

const ParsedSentence* find_sentence(const Story& story, std::uint32_t number) {
  const auto found = std::lower_bound(story.sentences.begin(), story.sentences.end(), number, [](const ParsedSentence& sentence, std::uint32_t n) { return sentence.sentence < n; });
  return found != story.sentences.end() && found->sentence == number ? &*found : nullptr;
}

bool holds(const ParsedSentence& sentence, std::uint32_t chunk, std::uint32_t time) {
  const auto& words = sentence.chunks[chunk];
  for (auto i = words.first; i < words.last; ++i) {
    if (sentence.items[i].time == time) return true;
  }
  return false;
}

/// The clause whose arguments or verb hold the time; else, for a time in front of its clause, the next one; else the one before.
std::uint32_t clause_of(const ParsedSentence& sentence, std::uint32_t time, Span span) {
  std::uint32_t before = none;
  std::uint32_t behind = none;
  for (std::uint32_t c = 0; c < sentence.clauses.size(); ++c) {
    const auto& clause = sentence.clauses[c];
    const bool argument = std::any_of(clause.times.begin(), clause.times.end(), [&](std::uint32_t chunk) { return holds(sentence, chunk, time); });
    if (argument || holds(sentence, clause.verb, time)) return c;
    const bool after = sentence.items[sentence.chunks[clause.verb].first].span.start > span.start;
    if (after && behind == none) behind = c;
    if (!after) before = c;
  }
  const bool fronted = before == none;
  return fronted ? behind : before;
}

/// Behind "of" and a noun, or in front of "'s".
bool belongs_to_thing(const ParsedSentence& sentence, std::uint32_t time) {
  const auto item = std::find_if(sentence.items.begin(), sentence.items.end(), [&](const Item& candidate) { return candidate.time == time; });
  if (item == sentence.items.end()) return false;
  const auto next = std::next(item);
  if (next != sentence.items.end() && next->tag == Tag::Possessive) return true;
  return item->lower.starts_with("of ") && item != sentence.items.begin() && (std::prev(item)->tag == Tag::Noun || std::prev(item)->tag == Tag::Name);
}

/// Timetables are told in the present tense: "the truce starts on Saturday", "ministers are meeting on Monday".
bool tells_timetable(const Story& story, const ParsedSentence& sentence, const Clause& clause, const TimeExpression& time) {
  const auto& group = sentence.chunks[clause.verb];
  const bool dated = time.form == TimeForm::Weekday || time.form == TimeForm::Date || time.form == TimeForm::Interval;
  const auto& frames = story.speech.frames;
  const auto first = std::lower_bound(frames.begin(), frames.end(), sentence.sentence, [](const SpeechFrame& frame, std::uint32_t s) { return frame.sentence < s; });
  bool speaks = false;
  for (auto frame = first; frame != frames.end() && frame->sentence == sentence.sentence; ++frame) speaks = speaks || frame->cue.overlaps(sentence.items[group.head].span);
  const bool heading = story.segments.sentences[sentence.sentence].kind == SentenceKind::Heading;   // "Troops enter town on Monday"
  return dated && group.present && group.finite && !group.perfect && !speaks && !heading && group.modal == none;
}

}  // namespace

Tense tense_around(const Story& story, std::uint32_t time) {
  const auto& expression = story.times[time];
  const auto* sentence = find_sentence(story, expression.sentence);
  if (sentence == nullptr) return Tense::Past;
  const auto clause = clause_of(*sentence, time, expression.span);
  if (clause == none) return Tense::Past;
  const auto status = read_status(story, *sentence, clause);
  if (status.tense == Tense::Future) return Tense::Future;
  // "are expected by mid-July"
  const auto lemma = sentence->chunks[sentence->clauses[clause].verb].lemma;
  const auto* cue = lemma == none ? nullptr : story.lexicon.cue_of(story.lexicon.lemma(lemma));
  const auto& group = sentence->chunks[sentence->clauses[clause].verb];
  const bool plans = cue != nullptr && is_one_of(story.lexicon.lemma(lemma), {"expect", "schedule", "plan", "slate", "due", "anticipate", "forecast"});
  const bool expects = plans && (sentence->clauses[clause].passive || group.present);
  // "the understanding of January 1", "Sunday's talks": a thing that has its date, whatever is said of it
  if (belongs_to_thing(*sentence, time)) return Tense::Past;
  // "has closed the waters until October", "wants them out by January"
  const auto first = to_lower(story.text_of(expression.span));
  const bool ends = first.starts_with("until ") || first.starts_with("till ") || first.starts_with("by ");
  if (ends && (group.present || group.perfect) && !(group.perfect && !group.present)) return Tense::Future;
  if (expects && expression.form != TimeForm::Weekday) return Tense::Future;
  if (tells_timetable(story, *sentence, sentence->clauses[clause], expression)) return Tense::Future;
  return Tense::Past;
}

}  // namespace dateline::claims::detail
