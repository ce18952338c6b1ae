#include <algorithm>

#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

// What is handed over: deliveries, gifts, receipts, and the forces with which a place is reinforced.

namespace dateline::claims::detail {

/// "received four helicopters from Russia": the subject is where they go, the sender is behind "from".
bool VerbDrafts::assign_receipt(const ParsedSentence& sentence, const Clause& clause, Parts& parts) {
  if (clause.passive || clause.subject == none || clause.objects.empty()) return false;
  const auto receiver = tools_.nouns.analyse(sentence, clause.subject);
  const bool army = receiver.sort == PhraseSort::Force && !receiver.country.empty() && receiver.quantity == none;
  if (!names_state(receiver) && !army) return false;
  for (const auto object : clause.objects) {
    parts.moved = tools_.nouns.analyse(sentence, object);
    if (parts.moved.sort == PhraseSort::Materiel || parts.moved.sort == PhraseSort::Vehicle) break;
  }
  // "Tripoli has received 35 advisers": they have gone there.
  if (parts.moved.sort == PhraseSort::Force && names_state(receiver) && (parts.moved.quantity != none || !parts.moved.country.empty())) {
    parts.force = tools_.resolve(sentence, parts.moved, false);
    parts.claim.kind = ClaimKind::Movement;
    parts.claim.destination = tools_.places.read_party(sentence, clause.subject);
    return parts.force.found && !parts.claim.destination.empty();
  }
  const bool goods = parts.moved.sort == PhraseSort::Materiel || parts.moved.sort == PhraseSort::Vehicle || (parts.moved.sort == PhraseSort::Carrier && parts.moved.military);
  if (!goods) return false;
  std::uint32_t giver = none;
  for (const auto& phrase : clause.phrases) {
    if (sentence.items[sentence.chunks[phrase.preposition].last - 1].lower == "from") giver = phrase.nouns.front();
  }
  if (giver == none) return false;
  parts.receiver = clause.subject;
  const auto sender = tools_.nouns.analyse(sentence, giver);
  if (auto actor = tools_.to_actor(sentence, sender)) parts.claim.actor = std::move(actor);
  VerbSense give;
  give.frame = Frame::Give;
  give.kind = ClaimKind::Transfer;
  return assign_transfer(sentence, clause, give, parts);
}

/// "provided Ukraine with 31 tanks", "was supplied with missiles"
bool VerbDrafts::assign_gift(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  for (const auto& phrase : clause.phrases) {
    if (parts.moved.sort == PhraseSort::Vehicle || parts.moved.sort == PhraseSort::Materiel) break;
    if (sentence.items[sentence.chunks[phrase.preposition].last - 1].lower != "with" || !(names_state(parts.moved) || parts.moved.sort == PhraseSort::Force)) continue;
    parts.receiver = parts.moved.chunk;
    parts.moved = tools_.nouns.analyse(sentence, phrase.nouns.front());
  }
  const auto first = clause.objects.empty() ? none : clause.objects.front();
  if (first != none && parts.receiver == none && parts.moved.chunk != first && names_state(tools_.nouns.analyse(sentence, first))) parts.receiver = first;
  // "will provide a battalion at Diffa": soldiers are sent, not given.
  if (parts.moved.sort == PhraseSort::Force && parts.receiver == none && (clause.objects.size() == 1 || clause.link == Link::Relative) && parts.has_sender && is_one_of(sense.lemma, {"provide", "lend", "supply", "furnish"})) {
    parts.force = tools_.resolve(sentence, parts.moved, false);
    parts.claim.kind = ClaimKind::Movement;
    return parts.force.found && (parts.force.quantity || !parts.force.country.empty());
  }
  const bool goods = parts.moved.sort == PhraseSort::Vehicle || parts.moved.sort == PhraseSort::Materiel || (parts.moved.sort == PhraseSort::Carrier && parts.moved.military);
  return goods && assign_transfer(sentence, clause, sense, parts);
}

/// "reinforced its garrison in X with 400 soldiers", "was reinforced by two battalions": who is added is who moves.
bool VerbDrafts::assign_reinforcement(const ParsedSentence& sentence, const Clause& clause, Parts& parts) {
  if (clause.passive ? clause.subject == none : clause.objects.empty()) return false;
  for (const auto& phrase : clause.phrases) {
    const auto& word = sentence.items[sentence.chunks[phrase.preposition].last - 1].lower;
    if (word != "with" && word != "by") continue;
    auto added = tools_.nouns.analyse(sentence, phrase.nouns.front());
    const auto* head = sentence.items[sentence.chunks[added.chunk].head].word;
    const bool formation = added.echelon != none && head != nullptr && (head->noun == NounClass::Unit || head->noun == NounClass::Loose);
    if (added.sort == PhraseSort::Other && formation) added.sort = PhraseSort::Force;
    if (added.sort != PhraseSort::Force && added.sort != PhraseSort::Vehicle && !(added.sort == PhraseSort::Carrier && added.military)) continue;
    parts.moved = added;
    break;
  }
  // "the battalion will reinforce the northern front": who reinforces a place goes there.
  if (parts.moved.chunk == none && !clause.passive && clause.subject != none && clause.phrases.empty()) {
    const auto mover = tools_.nouns.analyse(sentence, clause.subject);
    if ((mover.sort != PhraseSort::Force && mover.sort != PhraseSort::Pronoun) || tools_.places.read(sentence, clause.objects).empty()) return false;
    parts.moved = mover;
    parts.force = tools_.resolve(sentence, parts.moved, false);
    return parts.force.found;
  }
  if (parts.moved.chunk == none) return false;
  if (!clause.passive && clause.subject != none) {
    parts.sender = tools_.nouns.analyse(sentence, clause.subject);
    parts.has_sender = true;
  }
  parts.force = tools_.resolve(sentence, parts.moved, true);
  return parts.force.found;
}

/// Deliveries: what, from whom, to whom.
bool VerbDrafts::assign_transfer(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  if (sense.frame != Frame::Cause && sense.frame != Frame::Give && sense.frame != Frame::Both) return false;
  if (sense.kind == ClaimKind::Withdrawal || is_one_of(sense.lemma, {"unload", "offload", "deposit", "drop", "lead"})) return false;
  auto& claim = parts.claim;
  claim.kind = ClaimKind::Transfer;
  // "artillery rounds, ballistic missiles, and anti-tank rockets"
  auto last = parts.moved.last_chunk;
  if (!clause.passive && !clause.objects.empty()) last = std::max(last, tools_.nouns.analyse(sentence, clause.objects.back()).last_chunk);
  Span span = sentence.span_of(parts.moved.chunk, last);
  if (parts.moved.quantity != none) span.start = std::min(span.end, std::max(span.start, tools_.story.quantities[parts.moved.quantity].span.end));
  auto text = tools_.story.text_of(span);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  claim.materiel = std::string(text);
  parts.materiel = {span.end - text.size(), span.end};
  if (parts.moved.quantity != none) claim.quantity = tools_.to_quantity(parts.moved.quantity);
  for (const auto& phrase : clause.phrases) {
    if (claim.quantity || sentence.items[sentence.chunks[phrase.preposition].last - 1].lower != "in") continue;
    const auto counted = tools_.nouns.analyse(sentence, phrase.nouns.front());
    if (counted.quantity != none && tools_.story.quantities[counted.quantity].kind == CountedKind::Container) claim.quantity = tools_.to_quantity(counted.quantity);
  }
  return true;
}

}  // namespace dateline::claims::detail
