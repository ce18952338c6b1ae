#include <algorithm>

#include "claims/detail/predicate_span.hpp"
#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

std::optional<Draft> VerbDrafts::make(const ParsedSentence& sentence, std::uint32_t index) {
  const auto& group = sentence.chunks[sentence.clauses[index].verb];
  if (!group.copula && !group.possession && group.lemma == none) return std::nullopt;
  const auto senses = senses_of(sentence, sentence.clauses[index]);
  auto draft = make_by_rule(sentence, index, senses);
  if (!draft) draft = weigh(sentence, index, senses);
  if (draft && !draft->unclaimed) {
    last_claim_ = sentence.sentence;
    ++claims_made_;
  }
  return draft;
}

/// The senses of the verb that its words allow, the likeliest first.
std::vector<const VerbSense*> VerbDrafts::senses_of(const ParsedSentence& sentence, const Clause& clause) const {
  const auto& group = sentence.chunks[clause.verb];
  const auto& lexicon = tools_.story.lexicon;
  const auto& senses = group.copula ? lexicon.senses_of("be") : group.possession ? lexicon.senses_of("have") : lexicon.senses_of(group.lemma);
  const auto has = [&](Frame frame) { return std::any_of(senses.begin(), senses.end(), [&](std::uint32_t sense) { return lexicon.senses()[sense].frame == frame && lexicon.senses()[sense].particle.empty(); }); };
  const bool both = has(Frame::Stay) && (has(Frame::Go) || has(Frame::Both));
  const bool cruise = both && cruises(sentence, clause);
  std::vector<const VerbSense*> found;
  // A sense with a particle says more than the bare verb: "pulled out" before "pulled".
  for (const bool particle : {true, false}) {
    for (const auto sense : senses) {
      const auto& candidate = lexicon.senses()[sense];
      if (both && candidate.particle.empty() && (candidate.frame == Frame::Stay) != cruise) continue;
      if (candidate.particle.empty() == particle || end_of_particle(sentence, clause, candidate) == none) continue;
      found.push_back(&candidate);
    }
  }
  return found;
}

/// The claim that the rules find in a clause.
std::optional<Draft> VerbDrafts::make_by_rule(const ParsedSentence& sentence, std::uint32_t index, const std::vector<const VerbSense*>& senses) {
  for (const auto* sense : senses) {
    if (auto draft = make_with(sentence, index, *sense)) return draft;
  }
  if (auto draft = make_light(sentence, index)) return draft;
  return make_caused(sentence, index);
}

/// "was sailing off Aden", "are flying over the bay": on its way, but told as being somewhere.
bool VerbDrafts::cruises(const ParsedSentence& sentence, const Clause& clause) const {
  if (!sentence.chunks[clause.verb].progressive || clause.passive || !clause.objects.empty() || clause.phrases.empty()) return false;
  return std::all_of(clause.phrases.begin(), clause.phrases.end(), [&](const Phrase& phrase) {
    const auto& chunk = sentence.chunks[phrase.preposition];
    const auto& last = sentence.items[chunk.last - 1].lower;
    if (last == "of") return sentence.items[chunk.first].lower != "out";
    return is_one_of(last, {"in", "off", "near", "around", "on", "at", "over", "above", "along", "within", "inside", "outside", "with", "by", "under", "between"});
  });
}

/// A main clause, or one that tells what somebody said; not "after their units left".
bool VerbDrafts::leads(const ParsedSentence& sentence, const Clause& clause) {
  if (clause.subordinator != none) return sentence.items[sentence.chunks[clause.subordinator].first].lower == "that";
  return clause.link == Link::Main || clause.link == Link::Shared || clause.link == Link::Governed;
}

/// The words behind the verb or behind its object are those of the sense ("pulled out", "pulled its soldiers out"); "*" stands for any one
/// word ("made their way"). Returns one past their last item; none if they are not there.
std::uint32_t VerbDrafts::end_of_particle(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense) const {
  const auto matches = [&](std::uint32_t item) {
    return std::all_of(sense.particle.begin(), sense.particle.end(), [&](const std::string& word) {
      const auto at = item++;
      return at < sentence.items.size() && (word == "*" || sentence.items[at].lower == word);
    });
  };
  const auto words = static_cast<std::uint32_t>(sense.particle.size());
  const auto behind_verb = sentence.chunks[clause.verb].last;
  // "came in three aircraft": by what they came.
  const auto by = clause.verb + 1;
  if (words == 1 && sense.particle.front() == "in" && by + 1 < sentence.chunks.size() && sentence.chunks[by].kind == ChunkKind::Preposition && sentence.chunks[by + 1].kind == ChunkKind::Noun &&
      sentence.chunks[by].last == sentence.chunks[by].first + 1) {
    const auto sort = tools_.nouns.analyse(sentence, by + 1).sort;
    if (sort == PhraseSort::Carrier || sort == PhraseSort::Vehicle) return none;
  }
  if (matches(behind_verb)) return behind_verb + words;
  if (clause.passive || clause.objects.empty() || words != 1) return none;
  const auto behind_object = sentence.chunks[tools_.nouns.analyse(sentence, clause.objects.back()).last_chunk - 1].last;  // "brought 1,000 of its men home"
  return sense.particle.front() != "*" && matches(behind_object) ? behind_object + words : none;
}

/// The claim of a clause read with one sense of its verb; none if the rules refuse it.
std::optional<Draft> VerbDrafts::make_with(const ParsedSentence& sentence, std::uint32_t index, const VerbSense& sense) {
  Telling telling(sense, index);
  if (!read(sentence, telling)) return std::nullopt;
  return to_draft(sentence, telling);
}

Draft VerbDrafts::to_draft(const ParsedSentence& sentence, Telling& telling) {
  const auto& clause = sentence.clauses[telling.clause];
  auto& parts = telling.parts;
  auto& claim = parts.claim;
  mark_distribution(sentence, clause, parts);
  Draft draft;
  draft.sentence = sentence.sentence;
  draft.clause = telling.clause;
  draft.unclaimed = !telling.claimed;
  draft.force_chunk = parts.moved.chunk;
  draft.trigger = trigger_of(sentence, telling);
  draft.quote = quote_of(sentence, telling.clause);
  draft.materiel = parts.materiel;
  draft.tense = telling.status.tense;
  const bool pronoun_object = std::any_of(clause.objects.begin(), clause.objects.end(), [&](std::uint32_t object) { return sentence.items[sentence.chunks[object].head].tag == Tag::Pronoun; });
  draft.anaphoric = pronoun_object || parts.moved.additional || parts.force.pronoun || parts.force.definite || (parts.force.entity != nullptr && parts.moved.definite);
  draft.restrictive = clause.link == Link::Reduced && clause.verb > 0 && sentence.chunks[clause.verb - 1].kind == ChunkKind::Noun;
  if (telling.claimed && (parts.force.entity != nullptr || parts.force.found)) remember(sentence, parts, claim);
  if (telling.claimed && claim.actor && !claim.actor->entity.empty()) tools_.discourse.set_actor(*claim.actor, sentence.sentence, leads(sentence, clause));
  draft.claim = std::move(claim);
  return draft;
}

/// The verb with its particle.
Span VerbDrafts::trigger_of(const ParsedSentence& sentence, const Telling& telling) const {
  const auto& clause = sentence.clauses[telling.clause];
  Span trigger = predicate_span(sentence, clause);
  const auto& particle = telling.sense.particle;
  if (particle.empty()) return trigger;
  if (const auto end = end_of_particle(sentence, clause, telling.sense); end == sentence.chunks[clause.verb].last + particle.size()) trigger.end = sentence.items[end - 1].span.end;
  return trigger;
}

void VerbDrafts::remember(const ParsedSentence& sentence, const Parts& parts, const Claim& claim) {
  const auto places = !claim.destination.empty() ? claim.destination : claim.at;
  auto* entity = parts.force.entity;
  if (parts.moved.chunk != none && entity == nullptr) entity = tools_.discourse.at(sentence.span_of(parts.moved.chunk, parts.moved.last_chunk));
  if (entity == nullptr && parts.moved.chunk != none && claim.force && !parts.force.pronoun) {
    // "The general had 3,000 men": soldiers only by what is told of them here, and "they" from now on.
    ForceEntity fresh;
    fresh.span = parts.moved.span;
    fresh.sentence = sentence.sentence;
    fresh.country = parts.force.country;
    fresh.type = parts.moved.type;
    fresh.quantity = parts.moved.quantity;
    fresh.echelon = parts.moved.echelon;
    fresh.collective = parts.moved.collective;
    fresh.vehicle = parts.moved.sort == PhraseSort::Vehicle || parts.moved.sort == PhraseSort::Carrier;
    entity = &tools_.discourse.add(std::move(fresh));
  }
  if (entity == nullptr) return;
  entity->last_sentence = sentence.sentence;
  entity->weak = false;
  if (!places.empty()) entity->places = places;
  if (entity->country.empty() && claim.actor) entity->actor_text_country = claim.actor->entity;
}

}  // namespace dateline::claims::detail
