#include <algorithm>

#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

// What a clause says beside its roles: who sends, by what means, what for, which part of the force.

namespace dateline::claims::detail {

void VerbDrafts::read_activity(const ParsedSentence& sentence, std::uint32_t index, Parts& parts) const {
  const auto& lexicon = tools_.story.lexicon;
  const auto note = [&](std::string_view word) {
    if (parts.claim.activity.empty() && is_one_of(word, {"training", "exercises", "drills", "manoeuvres", "maneuvers", "patrols"})) parts.claim.activity = std::string(word);
  };
  const auto& clause = sentence.clauses[index];
  const auto own = sentence.chunks[clause.verb].lemma;
  if (own != none && lexicon.lemma(own) == "train") parts.claim.activity = "training";
  for (const auto object : clause.objects) note(sentence.items[sentence.chunks[object].head].lower);
  for (const auto& phrase : clause.phrases) {
    for (const auto noun : phrase.nouns) note(sentence.items[sentence.chunks[noun].head].lower);
  }
  for (auto next = index + 1; next < sentence.clauses.size(); ++next) {
    const auto& adjunct = sentence.clauses[next];
    if (adjunct.link != Link::Adjunct || adjunct.subject != clause.subject) break;
    const auto lemma = sentence.chunks[adjunct.verb].lemma;
    if (lemma != none && lexicon.lemma(lemma) == "train") note("training");
    for (const auto object : adjunct.objects) note(sentence.items[sentence.chunks[object].head].lower);
  }
}

/// "joined the 98th Division", "relieved her sister ship": they go where those are.
void VerbDrafts::read_joined(const ParsedSentence& sentence, const Clause& clause, Claim& claim) {
  if (clause.passive || clause.objects.empty() || !claim.destination.empty() || !claim.at.empty()) return;
  const auto joined = tools_.nouns.analyse(sentence, clause.objects.front());
  if (joined.sort != PhraseSort::Force && joined.sort != PhraseSort::Vehicle) return;
  PlaceRef place;
  place.span = tools_.story.to_text_span(joined.span);
  place.mention = PlaceMention::Descriptive;
  place.precision = Precision::Region;
  claim.destination.push_back(std::move(place));
}

/// "31 aircraft, 19 of which crossed": the part that moves, and its number.
void VerbDrafts::take_part(const ParsedSentence& sentence, const Clause& clause, Parts& parts) const {
  auto& claim = parts.claim;
  const auto& chunk = sentence.chunks[clause.counted];
  std::optional<QuantityOf> number = tools_.bare_number(sentence, clause.counted);
  for (auto i = chunk.first; i < chunk.last; ++i) {
    if (sentence.items[i].quantity != none) number = tools_.to_quantity(sentence.items[i].quantity);
  }
  claim.quantity = std::move(number);
  if (claim.force) claim.force->span = tools_.story.to_text_span(sentence.span_of(clause.counted, clause.counted + 1));
}

/// "two battalions each to X and Y": the number holds for every place.
void VerbDrafts::mark_distribution(const ParsedSentence& sentence, const Clause& clause, Parts& parts) const {
  auto& claim = parts.claim;
  if (claim.destination.size() + claim.at.size() < 2) return;
  bool each = false;
  for (auto i = sentence.chunks[clause.verb].first; i < sentence.chunks[clause.last - 1].last && !each; ++i) {
    each = is_one_of(sentence.items[i].lower, {"each", "apiece", "respectively"});
  }
  if (!each) return;
  if (claim.quantity) claim.quantity->distribution = Distribution::Each;
  claim.flags.emplace_back("list-distributed");
}

gazetteer::MentionKind VerbDrafts::story_kind(std::uint32_t mention) const { return tools_.story.mentions[mention].kind; }

void VerbDrafts::fill_actor(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  auto& claim = parts.claim;
  const bool finds = sense.frame == Frame::Find;
  if (parts.has_sender && !finds && !claim.actor) {
    const bool carrier = parts.sender.sort == PhraseSort::Carrier || parts.sender.sort == PhraseSort::Vehicle;
    if (carrier) {
      claim.carrier = tools_.story.to_text_span(carrier_span(sentence, clause, parts.sender));
      claim.means = claim.carrier->text;
    } else if (auto actor = tools_.to_actor(sentence, parts.sender)) {
      claim.actor = std::move(actor);
      if (parts.force.country.empty()) {
        parts.force.country = claim.actor->entity;
        if (claim.force && claim.force->entity.empty()) claim.force->entity = claim.actor->entity;
      }
    }
  }
  if (claim.means.empty() && !finds) {
    // "in a transport ship", "aboard six planes", "by train"
    for (const auto& phrase : clause.phrases) {
      const auto& word = sentence.items[sentence.chunks[phrase.preposition].last - 1].lower;
      if (!is_one_of(word, {"in", "aboard", "by", "on", "with"})) continue;
      const auto vessel = tools_.nouns.analyse(sentence, phrase.nouns.front());
      if (vessel.sort != PhraseSort::Carrier && vessel.sort != PhraseSort::Vehicle) continue;
      claim.means = std::string(tools_.story.text_of(vessel.span));
      if (!claim.carrier) claim.carrier = tools_.story.to_text_span(vessel.span);
      break;
    }
  }
  if (!claim.actor && !parts.has_sender) claim.actor = tools_.orderer_of(sentence, clause);
  if (!claim.actor && parts.force.owner) take_owner(parts.force, claim);
  if (!claim.actor && parts.force.country.empty() && parts.moved.chunk != none) {
    // "UN peacekeepers", "NATO troops": an organisation sends, no state.
    for (auto i = sentence.chunks[parts.moved.chunk].first; i < sentence.chunks[parts.moved.last_chunk - 1].last; ++i) {
      const auto mention = sentence.items[i].mention;
      if (mention == none || story_kind(mention) != gazetteer::MentionKind::Organisation || claim.actor) continue;
      claim.actor = Actor{tools_.story.to_text_span(sentence.items[i].span), {}};
    }
  }
  if (!claim.actor && !parts.force.country.empty()) {
    Actor actor;
    actor.entity = parts.force.country;
    actor.span = claim.force ? claim.force->span : TextSpan{};
    for (auto chunk = parts.moved.chunk; chunk < parts.moved.last_chunk && chunk != none; ++chunk) {
      for (auto i = sentence.chunks[chunk].first; i < sentence.chunks[chunk].last; ++i) {
        const auto mention = sentence.items[i].mention;
        if (mention != none && tools_.nouns.country(mention) == actor.entity) {
          actor.span = tools_.story.to_text_span(sentence.items[i].span);
          chunk = parts.moved.last_chunk - 1;
          break;
        }
      }
    }
    claim.actor = std::move(actor);
  }
}

/// "Vessels belonging to Russia's Pacific Fleet": the subject up to its verb.
Span VerbDrafts::carrier_span(const ParsedSentence& sentence, const Clause& clause, const NounPhrase& sender) const {
  if (clause.passive) return sender.span;
  auto verb = clause.verb;
  for (auto outer = clause.governor; outer != none; outer = sentence.clauses[outer].governor) verb = sentence.clauses[outer].verb;
  if (sender.chunk >= verb) return sender.span;
  auto last = sender.last_chunk;
  for (auto i = sender.chunk; i < verb; ++i) {
    if (sentence.chunks[i].kind == ChunkKind::Comma || sentence.chunks[i].kind == ChunkKind::Relative) break;
    if (sentence.chunks[i].kind == ChunkKind::Noun) last = i + 1;
  }
  return sentence.span_of(sender.chunk, last);
}

}  // namespace dateline::claims::detail
