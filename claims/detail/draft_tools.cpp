#include "claims/detail/draft.hpp"

#include <algorithm>

#include "base/text_table.hpp"
#include "claims/detail/attribution.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

/// "arms are brought into X, from where they are shipped on": the nearest subject before in the sentence is no force.
bool DraftTools::means_goods(const ParsedSentence& sentence, std::uint32_t chunk) {
  const Clause* nearest = nullptr;
  for (const auto& clause : sentence.clauses) {
    if (clause.subject == none || clause.subject >= chunk || clause.verb > chunk) continue;
    if (nearest == nullptr || clause.verb > nearest->verb) nearest = &clause;
  }
  if (nearest == nullptr) return false;
  const auto& phrase = nouns.analyse(sentence, nearest->subject);
  return phrase.sort == PhraseSort::Materiel || (phrase.sort == PhraseSort::People && nearest->passive);
}

/// "In Lebanon, ...": the country that the sentence is about; empty if none is named in front.
std::string DraftTools::fronted_country(const ParsedSentence& sentence) const {
  const auto& chunks = sentence.chunks;
  if (chunks.size() < 4 || chunks[0].kind != ChunkKind::Preposition || sentence.items[chunks[0].last - 1].lower != "in" || chunks[1].kind != ChunkKind::Noun) return {};
  const auto mention = sentence.items[chunks[1].head].mention;
  if (mention == none || story.mentions[mention].kind != gazetteer::MentionKind::Toponym || story.mentions[mention].alternatives.empty()) return {};
  const auto place = story.store.place(story.mentions[mention].alternatives.front().record);
  return place.kind == gazetteer::PlaceKind::Country ? place.country : std::string{};
}

std::optional<Actor> DraftTools::owner_of(const ParsedSentence& sentence, std::uint32_t chunk) {
  std::uint32_t best = none;
  for (const auto& clause : sentence.clauses) {
    if (clause.subject == none || clause.subject >= chunk || (best != none && clause.subject < best)) continue;
    const auto& phrase = nouns.analyse(sentence, clause.subject);
    // "ECOWAS activated its force": a name that no table has owns it too, rather than whoever was told of before.
    const bool unknown = phrase.sort == PhraseSort::Other && phrase.country.empty() && sentence.items[sentence.chunks[clause.subject].head].tag == Tag::Name;
    if (unknown || phrase.sort == PhraseSort::State || phrase.sort == PhraseSort::Place || (phrase.sort == PhraseSort::Force && !phrase.own)) best = clause.subject;
  }
  if (best == none) return discourse.actor(sentence.sentence);
  return to_actor(sentence, nouns.analyse(sentence, best));
}

/// "Syria says it will withdraw": the state that speaks is meant by "it".
std::optional<Actor> DraftTools::speaking_state(std::size_t offset) const {
  const auto frame = innermost_frame(story, offset);
  if (frame == none || story.speech.frames[frame].source_id.empty()) return std::nullopt;
  for (const auto& source : story.speech.sources) {
    if (source.id != story.speech.frames[frame].source_id || source.country.empty()) continue;
    if (source.kind != SourceKind::Government && source.kind != SourceKind::Military) continue;
    Actor actor;
    actor.entity = source.country;
    return actor;
  }
  return std::nullopt;
}

/// True if who speaks at `offset` is a soldier, or speaks for an army or a government: "a sergeant said", "the minister said".
bool DraftTools::speaks_for_soldiers(std::size_t offset) const {
  const auto index = innermost_frame(story, offset);
  if (index == none) return false;
  const auto& frame = story.speech.frames[index];
  std::string words = to_lower(story.text_of(frame.source));
  for (const auto& source : story.speech.sources) {
    if (source.id != frame.source_id || frame.source_id.empty()) continue;
    if (source.kind == SourceKind::Government || source.kind == SourceKind::Military) return true;
    words += ' ' + to_lower(source.name);
  }
  for (const auto& word : split_cell(words, ' ')) {
    const auto* known = story.lexicon.find(word);
    if (story.lexicon.is(WordSet::Rank, word) || (known != nullptr && known->noun == NounClass::Force)) return true;
  }
  return false;
}

std::optional<Actor> DraftTools::to_actor(const ParsedSentence& sentence, const NounPhrase& phrase) {
  const auto& chunk = sentence.chunks[phrase.chunk];
  if (phrase.sort == PhraseSort::Pronoun) {
    if (is_one_of(phrase.head, {"others", "those", "some", "we", "he", "she", "i"})) {
      Actor somebody;
      if (phrase.head == "we") somebody = speaking_state(phrase.span.start).value_or(Actor{});
      somebody.span = story.to_text_span(sentence.span_of(phrase.chunk, phrase.chunk + 1));
      return somebody;
    }
    if (!is_one_of(phrase.head, {"it", "they"})) return std::nullopt;
    auto actor = speaking_state(phrase.span.start);
    if (!actor) actor = discourse.actor(sentence.sentence);
    // "The ministry said it had sent 300 men": whoever it is.
    if (!actor && phrase.head == "it") actor = Actor{};
    if (actor) actor->span = story.to_text_span(sentence.span_of(phrase.chunk, phrase.chunk + 1));
    return actor;
  }
  const auto& head = sentence.items[chunk.head];
  // "workers", but "President Vladimir Putin", "NATO leaders"
  const bool named_people = std::any_of(sentence.items.begin() + chunk.first, sentence.items.begin() + chunk.last, [](const Item& item) { return item.mention != none || item.tag == Tag::Name; });
  if (phrase.sort == PhraseSort::People && !named_people && phrase.country.empty()) return std::nullopt;
  Actor actor;
  actor.span = story.to_text_span(sentence.span_of(phrase.chunk, phrase.chunk + 1));
  actor.entity = phrase.country;
  if (head.mention != none) actor.entity = nouns.country(head.mention);
  if (head.force != nullptr) actor.entity = head.force->country;
  const bool named = head.tag == Tag::Name || named_people || phrase.sort == PhraseSort::Force || phrase.sort == PhraseSort::State || phrase.sort == PhraseSort::Place;
  if (!named && actor.entity.empty()) {
    // "the government", "the junta", "the country": a body, but whose is not said here.
    if (!phrase.definite && !phrase.own) return std::nullopt;
  }
  return actor;
}

std::optional<Actor> DraftTools::orderer_of(const ParsedSentence& sentence, const Clause& clause) {
  if (clause.passive || clause.subject == none || !sentence.chunks[clause.verb].infinitive) return std::nullopt;
  // "ordered the brigade to be ready to leave": over infinitives of the same subject.
  constexpr int most_steps = 3;
  auto governor = clause.governor;
  for (int steps = 0; governor != none && steps < most_steps; ++steps, governor = sentence.clauses[governor].governor) {
    const auto& order = sentence.clauses[governor];
    if (order.subject == clause.subject) continue;
    const auto lemma = sentence.chunks[order.verb].lemma;
    if (lemma == none || order.passive || order.subject == none || !is_one_of(story.lexicon.lemma(lemma), {"order", "command", "instruct", "direct", "tell"})) return std::nullopt;
    return to_actor(sentence, nouns.analyse(sentence, order.subject));
  }
  return std::nullopt;
}

bool DraftTools::dates_speech(std::uint32_t time) const {
  // Nobody speaks "from October 8 to 13" or "since August": such a time belongs to what is told.
  const auto form = story.times[time].form;
  if (form == TimeForm::Interval || form == TimeForm::Since || form == TimeForm::Until) return false;
  for (const auto& frame : story.speech.frames) {
    if (frame.when && *frame.when == time) return true;
  }
  return false;
}

std::optional<When> DraftTools::resolve_when(std::uint32_t time, Tense tense, std::vector<std::string>& flags) const {
  const auto& expression = story.times[time];
  const auto resolved = resolve_time(expression, story.article.metadata.published, tense);
  if (resolved.needs_document_date) flags.emplace_back("no-document-date");
  When when;
  when.span = story.to_text_span(expression.span);
  when.edtf = resolved.edtf;
  when.precision = resolved.precision;
  when.rule = expression.rule;
  return when;
}

std::optional<When> DraftTools::read_when(const ParsedSentence& sentence, const Clause& clause, Tense tense, std::vector<std::string>& flags) const {
  std::uint32_t best = none;
  const auto offer = [&](std::uint32_t chunk) {
    const auto time = sentence.items[sentence.chunks[chunk].first].time;
    if (time == none || dates_speech(time)) return;
    // A calendar date says more than "recently".
    const bool vague = story.times[time].form == TimeForm::Vague;
    if (best == none || (story.times[best].form == TimeForm::Vague && !vague)) best = time;
  };
  for (const auto chunk : clause.times) offer(chunk);
  for (auto i = sentence.chunks[clause.verb].first; i < sentence.chunks[clause.verb].last && best == none; ++i) {
    if (const auto time = sentence.items[i].time; time != none && !dates_speech(time)) best = time;
  }
  if (best == none && clause.link != Link::Reduced && clause.link != Link::Relative) {
    // "Since August 2022, ...", "On Friday troops ...": before the subject.
    const auto from = clause.subject_first != none ? clause.subject_first : clause.verb;
    for (auto i = from; i-- > 0;) {
      const auto kind = sentence.chunks[i].kind;
      if (kind == ChunkKind::Time) offer(i);
      else if (kind == ChunkKind::Subordinator && i > 0 && sentence.chunks[i - 1].kind == ChunkKind::Time) offer(i - 1);
      else if (kind != ChunkKind::Comma && kind != ChunkKind::Adverb && kind != ChunkKind::There) break;
    }
  }
  // "passed X on Thursday and entered Y": the time of the deed before holds for the next, unless that has its own.
  if (best == none && clause.link == Link::Shared && clause.subject != none) {
    for (const auto& earlier : sentence.clauses) {
      if (earlier.verb >= clause.verb) break;
      if (earlier.subject != clause.subject || (earlier.link != Link::Main && earlier.link != Link::Shared)) continue;
      for (const auto chunk : earlier.times) {
        if (chunk < clause.verb) offer(chunk);
      }
    }
  }
  for (auto outer = clause.governor; best == none && outer != none; outer = sentence.clauses[outer].governor) {
    for (const auto chunk : sentence.clauses[outer].times) offer(chunk);
  }
  if (best == none) return std::nullopt;
  return resolve_when(best, tense, flags);
}

}  // namespace dateline::claims::detail
