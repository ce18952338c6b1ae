#include <algorithm>

#include "claims/detail/attribution.hpp"
#include "claims/detail/clause_counts.hpp"
#include "claims/detail/verb_parts.hpp"

// What the rules refuse is weighed: every rule has cases that it does not foresee, and a clause for which much speaks is a claim all the same.

namespace dateline::claims::detail {

namespace {

/// Frames whose claims can be weighed; deliveries and findings are left to the rules.
bool can_be_weighed(Frame frame) { return frame != Frame::Give && frame != Frame::Get && frame != Frame::Swell && frame != Frame::Find; }

bool moves_its_object(Frame frame) { return frame == Frame::Cause || frame == Frame::Both || frame == Frame::Place || frame == Frame::Muster || frame == Frame::Own; }

bool needs_object(Frame frame) { return frame == Frame::Cause || frame == Frame::Muster || frame == Frame::Own; }

Evidence of_sort(PhraseSort sort) {
  switch (sort) {
    case PhraseSort::Force: return Evidence::MoverForce;
    case PhraseSort::Vehicle: return Evidence::MoverVehicle;
    case PhraseSort::Carrier: return Evidence::MoverCarrier;
    case PhraseSort::People: return Evidence::MoverPeople;
    case PhraseSort::State: return Evidence::MoverState;
    case PhraseSort::Place: return Evidence::MoverPlace;
    case PhraseSort::Pronoun: return Evidence::MoverPronoun;
    default: return Evidence::MoverOther;
  }
}

Evidence of_sender(PhraseSort sort) {
  switch (sort) {
    case PhraseSort::Force: return Evidence::SenderForce;
    case PhraseSort::State:
    case PhraseSort::Place: return Evidence::SenderState;
    case PhraseSort::People: return Evidence::SenderPeople;
    case PhraseSort::Pronoun: return Evidence::SenderPronoun;
    case PhraseSort::Vehicle:
    case PhraseSort::Carrier: return Evidence::SenderVehicle;
    default: return Evidence::SenderOther;
  }
}

Evidence of_link(Link link) {
  switch (link) {
    case Link::Main: return Evidence::LinkMain;
    case Link::Shared: return Evidence::LinkShared;
    case Link::Governed: return Evidence::LinkGoverned;
    case Link::Purpose: return Evidence::LinkPurpose;
    case Link::Relative: return Evidence::LinkRelative;
    case Link::Reduced: return Evidence::LinkReduced;
    case Link::Adjunct: return Evidence::LinkAdjunct;
    case Link::If: return Evidence::LinkIf;
    default: return Evidence::LinkOther;
  }
}

void see_frame(Frame frame, EvidenceSet& seen) {
  switch (frame) {
    case Frame::Cause: return seen.add(Evidence::Cause);
    case Frame::Go: return seen.add(Evidence::Go);
    case Frame::Both: return seen.add(Evidence::Both);
    case Frame::Reach: return seen.add(Evidence::Reach);
    case Frame::Quit: return seen.add(Evidence::Quit);
    case Frame::Place: return seen.add(Evidence::Place);
    case Frame::Stay: return seen.add(Evidence::Stay);
    case Frame::Be: return seen.add(Evidence::Be);
    case Frame::Muster: return seen.add(Evidence::Muster);
    case Frame::Join: return seen.add(Evidence::Join);
    case Frame::Own: return seen.add(Evidence::Own);
    default: return;
  }
}

void see_kind(ClaimKind kind, EvidenceSet& seen) {
  seen.add(Evidence::TellsMovement, kind == ClaimKind::Movement);
  seen.add(Evidence::TellsWithdrawal, kind == ClaimKind::Withdrawal);
  seen.add(Evidence::TellsBasing, kind == ClaimKind::Basing);
  seen.add(Evidence::TellsPresence, kind == ClaimKind::Presence);
}

void see_places(const std::vector<PlaceRef>& places, Evidence name, Evidence thing, EvidenceSet& seen) {
  const bool named = std::any_of(places.begin(), places.end(), [](const PlaceRef& place) { return place.mention == PlaceMention::Toponym; });
  seen.add(name, named);
  seen.add(thing, !named && !places.empty());
}

}  // namespace

/// The roles as the grammar alone gives them, whoever the noun phrases are. False if nobody moves or is anywhere.
bool VerbDrafts::suppose_roles(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  if (!can_be_weighed(sense.frame)) return false;
  parts = Parts{};
  parts.claim.kind = sense.kind;
  parts.owns = sense.frame == Frame::Own;
  const bool caused = moves_its_object(sense.frame) && !clause.passive && !clause.objects.empty();
  const bool there_is = sense.frame == Frame::Be && clause.subject == none && !clause.objects.empty();
  if (!caused && !there_is && !clause.passive && needs_object(sense.frame)) return false;
  auto members = caused || there_is ? clause.objects : members_of_subject(sentence, clause);
  if (members.empty() && clause.subject != none) members.push_back(clause.subject);
  for (const auto member : members) {
    auto phrase = tools_.nouns.analyse(sentence, member);
    const bool force = phrase.sort == PhraseSort::Force || phrase.sort == PhraseSort::Vehicle;
    if (parts.moved.chunk == none || (force && parts.moved.sort != PhraseSort::Force && parts.moved.sort != PhraseSort::Vehicle)) parts.moved = std::move(phrase);
  }
  if (parts.moved.chunk == none || parts.moved.sort == PhraseSort::Materiel) return false;
  const auto sender = caused ? clause.subject : clause.passive ? clause.agent : none;
  if (sender != none) {
    parts.sender = tools_.nouns.analyse(sentence, sender);
    parts.has_sender = true;
  }
  parts.force = tools_.resolve(sentence, parts.moved, true);
  if (parts.force.found) return true;
  if (names_state(parts.moved)) {
    parts.state_moves = true;
    parts.claim.actor = tools_.to_actor(sentence, parts.moved);
    if (parts.claim.actor) parts.force.country = parts.claim.actor->entity;
    return true;
  }
  parts.force.force.span = tools_.story.to_text_span(sentence.span_of(parts.moved.chunk, parts.moved.last_chunk));
  parts.force.force.type = parts.moved.type;
  parts.force.force.entity = parts.force.country = parts.moved.country;
  if (parts.moved.quantity != none) parts.force.quantity = tools_.to_quantity(parts.moved.quantity);
  return true;
}

/// Who moves, as far as the words and the story tell.
void VerbDrafts::see_mover(const ParsedSentence& sentence, const Parts& parts, EvidenceSet& seen) {
  const auto& moved = parts.moved;
  const auto& lexicon = tools_.story.lexicon;
  const auto& head = sentence.items[sentence.chunks[moved.core != none ? moved.core : moved.chunk].head];
  seen.add(of_sort(moved.sort));
  seen.add(Evidence::MoverIt, moved.sort == PhraseSort::Pronoun && (moved.head == "it" || moved.head == "he" || moved.head == "she"));
  seen.add(Evidence::MoverWe, moved.sort == PhraseSort::Pronoun && (moved.head == "we" || moved.head == "i" || moved.head == "you"));
  seen.add(Evidence::Resolved, parts.force.found);
  const auto* entity = parts.force.entity;
  seen.add(Evidence::Antecedent, entity != nullptr);
  seen.add(Evidence::Near, entity != nullptr && entity->last_sentence + 1 >= sentence.sentence);
  seen.add(Evidence::Definite, moved.definite);
  seen.add(Evidence::OwnForce, moved.own);
  seen.add(Evidence::Weak, moved.weak);
  seen.add(Evidence::Harmed, moved.harmed);
  seen.add(Evidence::Civil, moved.civil);
  seen.add(Evidence::Military, moved.military);
  seen.add(Evidence::Nation, !moved.country.empty());
  seen.add(Evidence::Counted, moved.quantity != none);
  seen.add(Evidence::Echelon, moved.echelon != none);
  seen.add(Evidence::Collective, moved.collective);
  seen.add(Evidence::Additional, moved.additional);
  seen.add(Evidence::Named, head.letter_case == TokenCase::Title || head.letter_case == TokenCase::Upper || head.tag == Tag::Name);
  seen.add(Evidence::Organisation, head.mention != none && story_kind(head.mention) == gazetteer::MentionKind::Organisation);
  const auto noun = head.word != nullptr ? head.word->noun : NounClass::None;
  seen.add(Evidence::UnitNoun, noun == NounClass::Unit || noun == NounClass::Force);
  seen.add(Evidence::LooseNoun, noun == NounClass::Loose);
  seen.add(Evidence::NoForceNoun, noun == NounClass::NotForce || noun == NounClass::Fiction);
  seen.add(Evidence::UnknownNoun, head.word == nullptr);
  seen.add(Evidence::Rival, lexicon.is(WordSet::Rival, head.lower));
  seen.add(Evidence::AfterRival, tools_.discourse.follows_rival(moved.span.start, sentence.sentence));
  seen.add(Evidence::Leader, lexicon.is(WordSet::Commander, head.lower) || lexicon.is(WordSet::Rank, head.lower));
  if (!parts.has_sender) return;
  seen.add(Evidence::Sender);
  seen.add(of_sender(parts.sender.sort));
}

/// What else the sentence and the sentences before tell of forces.
void VerbDrafts::see_context(const ParsedSentence& sentence, const Parts& parts, EvidenceSet& seen) {
  for (std::uint32_t chunk = 0; chunk < sentence.chunks.size(); ++chunk) {
    if (sentence.chunks[chunk].kind != ChunkKind::Noun) continue;
    const auto phrase = tools_.nouns.analyse(sentence, chunk);
    const auto* head = sentence.items[sentence.chunks[chunk].head].word;
    seen.add(Evidence::ForceInSentence, phrase.sort == PhraseSort::Force && !phrase.weak && chunk != parts.moved.chunk);
    seen.add(Evidence::CivilWord, phrase.civil || (head != nullptr && head->noun == NounClass::NotForce));
  }
  const auto start = sentence.items.front().span.start;
  seen.add(Evidence::ForceBefore, tools_.discourse.before(start, sentence.sentence) != nullptr);
  seen.add(Evidence::ClaimInSentence, last_claim_ == sentence.sentence);
  seen.add(Evidence::ClaimBefore, last_claim_ != none && last_claim_ + 2 >= sentence.sentence && last_claim_ != sentence.sentence);
  seen.add(Evidence::ManyClaims, claims_made_ >= 2);
}

EvidenceSet VerbDrafts::see(const ParsedSentence& sentence, const Telling& telling) {
  const auto& clause = sentence.clauses[telling.clause];
  const auto& sense = telling.sense;
  const auto& parts = telling.parts;
  const auto& claim = parts.claim;
  EvidenceSet seen;
  for (std::size_t i = 0; i < refusal_count; ++i) seen.add(static_cast<Evidence>(i), telling.refused(static_cast<Refusal>(i)));
  see_frame(sense.frame, seen);
  see_kind(claim.kind, seen);
  seen.add(Evidence::Broad, sense.broad);
  seen.add(Evidence::Open, sense.open);
  seen.add(Evidence::Particle, !sense.particle.empty());
  seen.add(Evidence::Vague, sense.particle.empty() && tools_.story.lexicon.is(WordSet::VagueMotion, sense.lemma));
  seen.add(Evidence::WarVerb, tools_.story.lexicon.is(WordSet::WarVerb, sense.lemma));
  see_mover(sentence, parts, seen);
  see_places(claim.destination, Evidence::ToName, Evidence::ToThing, seen);
  see_places(claim.origin, Evidence::FromName, Evidence::FromThing, seen);
  see_places(claim.via, Evidence::ViaName, Evidence::ViaThing, seen);
  see_places(claim.at, Evidence::AtName, Evidence::AtThing, seen);
  seen.add(Evidence::NoPlace, claim.destination.empty() && claim.origin.empty() && claim.via.empty() && claim.at.empty());
  seen.add(Evidence::SomeWay, heads_somewhere(sentence, clause));
  seen.add(Evidence::AbstractGoal, parts.abstract_goal);
  seen.add(Evidence::Passive, clause.passive);
  const bool object = !clause.passive && !clause.objects.empty() && clause.objects.front() != parts.moved.chunk;
  seen.add(Evidence::HasObject, object);
  seen.add(Evidence::PlaceObject, object && tools_.nouns.analyse(sentence, clause.objects.front()).sort == PhraseSort::Place);
  seen.add(of_link(clause.link));
  seen.add(Evidence::Unclaimed, !telling.claimed);
  seen.add(Evidence::Denied, claim.status == ClaimStatus::Denied);
  seen.add(Evidence::Planned, claim.status == ClaimStatus::Planned || claim.status == ClaimStatus::Conditional);
  seen.add(Evidence::When, claim.when.has_value());
  seen.add(Evidence::Quantity, claim.quantity.has_value());
  seen.add(Evidence::ForcesTold, tools_.tells_of_forces());
  seen.add(Evidence::Quoted, innermost_frame(tools_.story, parts.moved.span.start) != none);
  see_context(sentence, parts, seen);
  return seen;
}

/// What nothing can make up for: a presence without a place, a goal that is none, a state that "moves closer" to another.
bool VerbDrafts::can_hold(const Telling& telling) const {
  const auto& parts = telling.parts;
  const auto& claim = parts.claim;
  if (claim.kind == ClaimKind::Transfer || parts.moved.chunk == none) return false;
  const bool somewhere = !claim.origin.empty() || !claim.destination.empty() || !claim.via.empty() || !claim.at.empty();
  const bool stays = claim.kind == ClaimKind::Presence || claim.kind == ClaimKind::Basing;
  if (!somewhere && (telling.sense.frame == Frame::Reach || (stays && !tools_.story.lexicon.is(WordSet::Abide, telling.sense.lemma)))) return false;
  return !parts.state_moves || telling.sense.frame == Frame::Quit || telling.sense.frame == Frame::Reach || tools_.story.lexicon.is(WordSet::WarVerb, telling.sense.lemma);
}

/// The likeliest claim among what the rules refuse of a clause; none if too little speaks for any.
std::optional<Draft> VerbDrafts::weigh(const ParsedSentence& sentence, std::uint32_t index, const std::vector<const VerbSense*>& senses) {
  std::optional<Telling> best;
  EvidenceSet best_seen;
  double best_weight = 0;
  for (const auto* sense : senses) {
    Telling telling(*sense, index);
    telling.patient = true;
    const bool everyday = sense->broad || sense->open || tools_.story.lexicon.is(WordSet::VagueMotion, sense->lemma) || sense->frame == Frame::Be || sense->frame == Frame::Own;
    if (!can_be_weighed(sense->frame) || (everyday && !tools_.tells_of_forces()) || !read(sentence, telling) || telling.refusals == 0 || !can_hold(telling)) continue;
    const auto seen = see(sentence, telling);
    const auto weight = tools_.story.lexicon.evidence().weigh(seen);
    if (best && weight <= best_weight) continue;
    best_weight = weight;
    best_seen = seen;
    best.emplace(std::move(telling));
  }
  if (!best) return std::nullopt;
  const bool holds = best_weight > 0;
  tools_.weighed.push_back({trigger_of(sentence, *best), best->parts.claim.kind, best_seen, holds});
  if (!holds) return std::nullopt;
  best->parts.claim.rules.insert(best->parts.claim.rules.begin(), "weighed");
  best->parts.claim.flags.emplace_back("weighed");
  return to_draft(sentence, *best);
}

}  // namespace dateline::claims::detail
