#include <algorithm>

#include "claims/detail/draft.hpp"
#include "claims/detail/words.hpp"

// Mobilisations told by a noun without those who are called up: "declared a general mobilisation", "signed a decree on partial mobilisation".

namespace dateline::claims::detail {

namespace {

/// The clause in which the noun phrase is declared, or the order for it signed.
const Clause* decreeing_clause(const Story& story, const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& chunks = sentence.chunks;
  // "a decree on", "the order for": the noun in front.
  const bool behind = chunk > 1 && chunks[chunk - 1].kind == ChunkKind::Preposition && chunks[chunk - 2].kind == ChunkKind::Noun &&
                      is_one_of(sentence.items[chunks[chunk - 1].first].lower, {"on", "for", "of"}) &&
                      story.lexicon.is(WordSet::Decree, sentence.items[chunks[chunk - 2].head].lower);
  const auto noun = behind ? chunk - 2 : chunk;
  for (const auto& clause : sentence.clauses) {
    const auto lemma = chunks[clause.verb].lemma;
    if (lemma == none || !story.lexicon.is(WordSet::Decreeing, story.lexicon.lemma(lemma))) continue;
    if (clause.passive ? clause.subject == noun : std::find(clause.objects.begin(), clause.objects.end(), noun) != clause.objects.end()) return &clause;
  }
  return nullptr;
}

}  // namespace

/// Who declares it is a state, its head or one of its organs: no union mobilises soldiers.
std::optional<Actor> NounDrafts::authority(const ParsedSentence& sentence, std::uint32_t chunk) {
  if (chunk == none) return std::nullopt;
  const auto& phrase = tools_.nouns.analyse(sentence, chunk);
  const auto& head = sentence.items[sentence.chunks[chunk].head];
  const bool rules = tools_.story.lexicon.is(WordSet::Commander, head.lower) || tools_.story.lexicon.is(WordSet::Authority, head.lower);
  const bool named = head.tag == Tag::Name && head.mention == none;
  const bool armed = phrase.sort == PhraseSort::Force && !phrase.weak;
  const bool rulers = phrase.sort == PhraseSort::People && !phrase.country.empty();  // "West African leaders"
  if (!rules && !rulers && !named && !armed && phrase.sort != PhraseSort::State && phrase.sort != PhraseSort::Place && phrase.sort != PhraseSort::Pronoun) return std::nullopt;
  if (auto actor = tools_.to_actor(sentence, phrase)) return actor;
  if (!rules) return std::nullopt;
  Actor actor;
  actor.span = tools_.story.to_text_span(phrase.span);
  actor.entity = phrase.country;
  return actor;
}

std::optional<Draft> NounDrafts::make_muster(const ParsedSentence& sentence, std::uint32_t chunk, const VerbSense& sense) {
  const auto& chunks = sentence.chunks;
  const auto* clause = decreeing_clause(tools_.story, sentence, chunk);
  // "a mobilisation of its members": of others than soldiers, who would have been found.
  if (clause == nullptr || (chunk + 1 < chunks.size() && sentence.items[chunks[chunk + 1].first].lower == "of")) return std::nullopt;
  auto actor = authority(sentence, clause->passive ? clause->agent : clause->subject);
  if (!actor && !(clause->passive && clause->agent == none && tools_.tells_of_forces())) return std::nullopt;
  const auto status = read_status(tools_.story, sentence, static_cast<std::uint32_t>(clause - sentence.clauses.data()));
  Claim claim;
  claim.kind = ClaimKind::Mobilisation;
  claim.status = sentence.items[chunks[chunk].first].lower == "no" ? ClaimStatus::Denied : status.status;
  claim.rules.push_back("noun." + sense.lemma);
  claim.rules.insert(claim.rules.end(), status.rules.begin(), status.rules.end());
  for (const auto& [item, rule] : status.cues) claim.cues.push_back({tools_.story.to_text_span(sentence.items[item].span), rule});
  claim.when = tools_.read_when(sentence, *clause, status.tense, claim.flags);
  claim.actor = std::move(actor);
  Draft draft;
  draft.sentence = sentence.sentence;
  draft.trigger = sentence.items[chunks[chunk].head].span;
  draft.quote = sentence.span_of(std::min(clause->verb, chunk), std::max(clause->verb, chunk) + 1);
  draft.tense = status.tense;
  draft.unclaimed = !status.claimed;
  if (status.claimed && claim.actor && !claim.actor->entity.empty()) tools_.discourse.set_actor(*claim.actor, sentence.sentence, false);
  draft.claim = std::move(claim);
  return draft;
}

}  // namespace dateline::claims::detail
