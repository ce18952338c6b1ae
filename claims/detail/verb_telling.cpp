#include <algorithm>

#include "claims/detail/clause_counts.hpp"
#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

// One clause read with one sense of its verb: does it hold, who moves, where and when, and what speaks against a claim.

namespace dateline::claims::detail {

namespace {

/// "and are not going to": the verb is left out.
bool leaves_verb_out(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense) {
  const auto behind = sentence.chunks[clause.verb].last;
  return sense.lemma == "go" && clause.phrases.empty() && behind < sentence.items.size() && sentence.items[behind].lower == "to";
}

/// "remain dug in": what they stay in tells it.
bool stays_in_a_state(const Lexicon& lexicon, const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense) {
  const auto behind = clause.verb + 1;
  if (!is_one_of(sense.lemma, {"remain", "stay"}) || behind >= sentence.chunks.size()) return false;
  const auto& state = sentence.chunks[behind];
  return state.kind == ChunkKind::Verb && state.passive && !state.finite && state.lemma != none && !lexicon.senses_of(state.lemma).empty();
}

/// "ordered 300 soldiers to X", "are due in X": the word that reports is itself one of planning. Null if it is none.
const StatusCue* planning_cue(const Lexicon& lexicon, const VerbSense& sense) {
  const bool wish = sense.particle.empty() || sense.lemma == "want";  // "wants its soldiers back"
  const auto* cue = lexicon.cue_of(wish ? sense.lemma : sense.particle.front());
  if (cue == nullptr || sense.rule.starts_with("light.") || is_one_of(sense.lemma, {"go", "commit"})) return nullptr;
  const bool controls = cue->role == CueRole::Control && (cue->status == ClaimStatus::Planned || cue->status == ClaimStatus::Conditional);
  return controls || (cue->role == CueRole::Irrealis && sense.frame == Frame::Cause) ? cue : nullptr;
}

/// "wants its soldiers in X to leave": the infinitive tells what.
bool infinitive_tells(const ParsedSentence& sentence, std::uint32_t index, const VerbSense& sense) {
  const auto& clause = sentence.clauses[index];
  const bool sends = sense.frame == Frame::Cause && sense.particle.empty() && !clause.passive;
  return (sends || sense.rule == "verb.be-due") && std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause& other) {
    return other.governor == index && other.verb > clause.verb && sentence.chunks[other.verb].infinitive;
  });
}

}  // namespace

/// Fills the telling. False if something speaks against a claim (a patient telling notes it and goes on), or if nobody is told of.
bool VerbDrafts::read(const ParsedSentence& sentence, Telling& telling) {
  const auto& clause = sentence.clauses[telling.clause];
  const auto& sense = telling.sense;
  if (leaves_verb_out(sentence, clause, sense) || stays_in_a_state(tools_.story.lexicon, sentence, clause, sense)) return false;
  read_standing(sentence, telling);
  if (telling.planned_by != nullptr && infinitive_tells(sentence, telling.clause, sense) && telling.refuse(Refusal::Infinitive)) return false;
  // "sent to guard the airport": what for, of a verb that by itself tells of no movement.
  if (!telling.claimed && (sense.broad || sense.frame == Frame::Stay) && clause.link == Link::Purpose && telling.refuse(Refusal::Purpose)) return false;
  telling.parts.claim.kind = sense.kind;
  if (!assign(sentence, clause, sense, telling.parts) && (telling.refuse(Refusal::Roles) || !suppose_roles(sentence, clause, sense, telling.parts))) return false;
  fill_claim(sentence, telling);
  if (sense.open && !told_beyond_doubt(sentence, clause, sense, telling.parts) && telling.refuse(Refusal::Doubt)) return false;
  complete_claim(sentence, telling);
  return weigh_against(sentence, telling);
}

/// Whether the clause holds: by the words around it, and by its own verb.
void VerbDrafts::read_standing(const ParsedSentence& sentence, Telling& telling) {
  const auto& clause = sentence.clauses[telling.clause];
  auto& status = telling.status;
  status = read_status(tools_.story, sentence, telling.clause);
  telling.claimed = status.claimed;
  if (clause.link == Link::Purpose && telling.sense.frame != Frame::Find) {
    const auto governor = clause.governor == none ? none : sentence.chunks[sentence.clauses[clause.governor].verb].lemma;
    if (governor == none || tools_.story.lexicon.lemma(governor) != "use") telling.claimed = false;
  }
  telling.planned_by = planning_cue(tools_.story.lexicon, telling.sense);
  if (telling.planned_by == nullptr || status.status != ClaimStatus::Reported) return;
  status.status = telling.planned_by->status == ClaimStatus::Conditional ? ClaimStatus::Conditional : ClaimStatus::Planned;
  status.tense = Tense::Future;
  status.rules.push_back(telling.planned_by->rule);
}

/// Force, number, actor and places, once the roles are known.
void VerbDrafts::fill_claim(const ParsedSentence& sentence, Telling& telling) {
  const auto& clause = sentence.clauses[telling.clause];
  const auto& sense = telling.sense;
  auto& parts = telling.parts;
  auto& claim = parts.claim;
  auto& status = telling.status;
  claim.status = status.status;
  // "has no army in X", "there are no soldiers"
  const bool none_of_them = parts.moved.chunk != none && sentence.items[sentence.chunks[parts.moved.chunk].first].lower == "no";
  if (none_of_them && claim.status != ClaimStatus::Denied && (sense.frame == Frame::Own || sense.frame == Frame::Be || sense.frame == Frame::Cause || sense.frame == Frame::Both)) {
    claim.status = ClaimStatus::Denied;
    status.rules.emplace_back("status.no");
  }
  claim.rules.push_back(sense.rule);
  claim.rules.insert(claim.rules.end(), status.rules.begin(), status.rules.end());
  for (const auto& [item, rule] : status.cues) claim.cues.push_back({tools_.story.to_text_span(sentence.items[item].span), rule});
  if (status.hedged) claim.flags.emplace_back("hedged");
  if (claim.kind != ClaimKind::Transfer && !parts.state_moves) {
    claim.force = parts.force.force;
    if (parts.force.quantity) claim.quantity = parts.force.quantity;
    if (!claim.quantity && sense.frame == Frame::Muster && parts.moved.quantity != none) claim.quantity = tools_.to_quantity(parts.moved.quantity);
    if (!claim.quantity && !parts.force.pronoun && parts.moved.chunk != none) claim.quantity = count_in_clause(tools_, sentence, clause, parts.moved);
    if (parts.force.pronoun) claim.flags.emplace_back("pronoun-guess");
  }
  if (clause.counted != none) take_part(sentence, clause, parts);
  fill_actor(sentence, clause, sense, parts);
  read_places(sentence, clause, sense, parts);
  if (parts.alongside && claim.destination.empty() && claim.at.empty() && claim.kind == ClaimKind::Movement && sense.frame == Frame::Both) claim.kind = ClaimKind::Presence;
  // "were put on buses to Kigali": they are there no longer.
  if (sense.frame == Frame::Place && claim.kind == ClaimKind::Presence && !claim.destination.empty() && claim.at.empty()) claim.kind = ClaimKind::Movement;
}

/// What the sentence and the story add to the clause.
void VerbDrafts::complete_claim(const ParsedSentence& sentence, Telling& telling) {
  const auto& clause = sentence.clauses[telling.clause];
  auto& claim = telling.parts.claim;
  infer_places(sentence, telling.clause, telling.parts);
  if (telling.sense.frame == Frame::Join) read_joined(sentence, clause, claim);
  read_activity(sentence, telling.clause, telling.parts);
  claim.when = tools_.read_when(sentence, clause, telling.status.tense, claim.flags);
}

/// What speaks against a claim whose roles are known. True if nothing does, or if the telling is patient.
bool VerbDrafts::weigh_against(const ParsedSentence& sentence, Telling& telling) {
  const auto& clause = sentence.clauses[telling.clause];
  const auto& sense = telling.sense;
  const auto& parts = telling.parts;
  const auto& claim = parts.claim;
  if (sense.frame == Frame::Reach && claim.destination.empty() && claim.via.empty() && claim.at.empty() && parts.force.pronoun && telling.refuse(Refusal::NoGoal)) return false;
  // "the wounded soldiers were taken to X"; but under a truce they are "to be evacuated from X to Y".
  if (parts.moved.harmed && (claim.origin.empty() || claim.destination.empty()) && telling.refuse(Refusal::Harmed)) return false;
  if (visits(sentence, clause, parts) && telling.refuse(Refusal::Visit)) return false;
  // "another 600 are expected by mid-July": more of a force that is known.
  const bool more_of_it = parts.force.entity != nullptr && !parts.force.pronoun && claim.quantity;
  const bool bought = clause.link == Link::Reduced && clause.passive;  // "two ships ordered from Japan"
  if (telling.planned_by != nullptr && claim.destination.empty() && claim.at.empty() && (claim.origin.empty() || bought) && !more_of_it && telling.refuse(Refusal::PlannedNowhere)) return false;
  const bool follows = sense.lemma == "follow" && clause.objects.empty() && (claim.quantity || parts.moved.additional) &&
                       (tools_.discourse.before(parts.moved.span.start, sentence.sentence) != nullptr || tools_.discourse.vehicles(parts.moved.span.start, sentence.sentence) != nullptr);
  if (!follows && is_one_of(sense.lemma, {"lead", "follow", "descend", "replace"}) && !more_of_it && claim.destination.empty() && claim.via.empty() && sense.frame != Frame::Join &&
      telling.refuse(Refusal::FollowsNobody)) return false;
  if (!worth_telling(sentence, telling.clause, parts, sense) && telling.refuse(Refusal::Unworthy)) return false;
  return telling.claimed || is_told_enough(sentence, telling) || !telling.refuse(Refusal::Nowhere);
}

/// A claim that somebody makes is told enough with a place, a number or a force that is known: "did not say when the ships would arrive".
bool VerbDrafts::is_told_enough(const ParsedSentence& sentence, const Telling& telling) const {
  const auto& clause = sentence.clauses[telling.clause];
  const auto& parts = telling.parts;
  const auto& claim = parts.claim;
  const auto frame = telling.sense.frame;
  if (!claim.origin.empty() || !claim.destination.empty() || !claim.via.empty() || !claim.at.empty() || claim.quantity || frame == Frame::Join) return true;
  if (claim.kind != ClaimKind::Movement && !parts.force.pronoun) return true;
  const bool near = parts.force.pronoun && parts.force.entity != nullptr && parts.force.entity->last_sentence + 1 >= sentence.sentence && clause.link != Link::Purpose;
  if ((near || (!parts.force.pronoun && (parts.moved.definite || parts.moved.own))) && moves_plainly(sentence, clause)) return true;
  // "asked Warsaw to send army engineers"
  return parts.has_sender && parts.moved.sort == PhraseSort::Force && !parts.moved.weak && (frame == Frame::Cause || frame == Frame::Both) && clause.link == Link::Unheld;
}

}  // namespace dateline::claims::detail
