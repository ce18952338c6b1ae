#include <algorithm>

#include "claims/detail/clause_finder.hpp"

namespace dateline::claims::detail {

void ClauseFinder::hang_finite(Clause& clause) {
  auto left = left_of(clause.verb);
  if (left == none) return void(clause.link = Link::Shared);
  if (kind(left) == ChunkKind::There) return;
  if (kind(left) == ChunkKind::Conjunction) return share(clause);
  if (kind(left) == ChunkKind::Relative) return relative(clause, left);
  if (kind(left) == ChunkKind::Comma) {
    if (const auto before = subjects_.before_insertion(left); before != none) {
      set_subject(clause, before);
      return mark_subordination(clause);
    }
    return share(clause);
  }
  if (kind(left) == ChunkKind::Noun) {
    set_subject(clause, left);
    if (clause.subject != none) return mark_subordination(clause);
    if (take_waiting_subject(clause)) return mark_subordination(clause);
  }
  // "the soldiers quartered there will go": over a participle without a noun behind it.
  if (kind(left) == ChunkKind::Verb && !chunks_[left].finite && !chunks_[left].infinitive && clause_of_[left] != none && clauses_[clause_of_[left]].link == Link::Reduced &&
      clauses_[clause_of_[left]].subject != none) {
    set_subject(clause, clauses_[clause_of_[left]].subject);
    return mark_subordination(clause);
  }
  if (kind(left) == ChunkKind::Verb && take_waiting_subject(clause)) return mark_subordination(clause);
  // "the base that houses them", where "that" was not taken for a pronoun
  if (kind(left) == ChunkKind::Subordinator && first_word(left) == "that" && left > 0 && kind(left - 1) == ChunkKind::Noun) return relative(clause, left);
  // "what moved them", "how would": a question has no subject told.
  if (kind(left) == ChunkKind::Subordinator && is_one_of(first_word(left), {"what", "whatever", "whoever", "how", "why"})) return void(clause.link = Link::Unheld);
  share(clause);
}

/// "Some of the troops it had gathered near X were returning", "the soldiers of a brigade that Oman plans to station in Y will arrive": the verb stands
/// behind a clause about its subject. The subject is the nearest noun that opens a clause and that no verb has taken yet.
bool ClauseFinder::take_waiting_subject(Clause& clause) {
  bool between = false;   // another verb stands between
  for (auto i = clause.verb; i-- > 0;) {
    if (aside_from(clause.verb, i)) continue;
    if (kind(i) == ChunkKind::Break || kind(i) == ChunkKind::There) return false;
    if (kind(i) == ChunkKind::Verb) between = true;
    if (kind(i) != ChunkKind::Noun || !between) continue;
    const auto left = left_of(i);
    const bool opens = left == none || kind(left) == ChunkKind::Break || kind(left) == ChunkKind::Comma || kind(left) == ChunkKind::Subordinator || kind(left) == ChunkKind::Conjunction ||
                       (kind(left) == ChunkKind::Verb && chunks_[left].finite && !chunks_[left].passive && !chunks_[left].copula && lexicon_.senses_of(chunks_[left].lemma).empty());
    if (!opens || i + 1 == clause.verb) continue;
    const auto owner = std::find_if(clauses_.begin(), clauses_.end(), [&](const Clause& other) { return other.subject == i && chunks_[other.verb].finite; });
    if (owner != clauses_.end()) {
      // The subject of a clause about the noun that is looked for, or of a verb that this one would only go on from.
      if (owner->antecedent != none) continue;
      if (owner->link != Link::Relative) return false;
    }
    clause.subject = clause.subject_first = i;
    return true;
  }
  return false;
}

void ClauseFinder::set_subject(Clause& clause, std::uint32_t noun) {
  clause.subject_first = none;
  clause.subject = subjects_.climb(noun, clause.subject_first, 0);
  if (clause.subject_first == none) clause.subject_first = clause.subject;
  if (clause.subject != none && clause.subject_first == clause.subject && !is_mover(clause.subject)) choose_member(clause);
}

/// "its rig and the coast guard ships had left": who moves is the member of the list that can.
void ClauseFinder::choose_member(Clause& clause) const {
  auto mover = none;
  for (auto i = clause.subject_first + 1; i + 1 < clause.verb && (kind(i) == ChunkKind::Conjunction || kind(i) == ChunkKind::Comma); i += 2) {
    if (kind(i) == ChunkKind::Comma && kind(i + 1) == ChunkKind::Conjunction) ++i;
    if (kind(i + 1) != ChunkKind::Noun) return;
    if (mover == none && is_mover(i + 1)) mover = i + 1;
    if (mover != none && kind(i) == ChunkKind::Conjunction) return void(clause.subject = mover);  // a comma alone parts a name from what it is
  }
}

void ClauseFinder::mark_subordination(Clause& clause) {
  auto first = clause.subject_first;
  auto before = first == none ? none : left_of(first);
  if (before == none) return;
  // "would not say where the men had come from": a question, not a place told before.
  const bool asked = left_of(before) == none || kind(left_of(before)) == ChunkKind::Verb;
  if (kind(before) == ChunkKind::Relative && first_word(before) == "where" && asked) clause.link = Link::Unheld;
  if (kind(before) == ChunkKind::Relative && first_word(before) == "where" && !asked) {
    clause.link = Link::Where;
    const auto place = left_of(before);
    const auto noun = place != none && kind(place) == ChunkKind::Comma ? left_of(place) : place;
    if (noun != none && kind(noun) == ChunkKind::Noun) clause.antecedent_place = noun;
    return;
  }
  if (kind(before) != ChunkKind::Subordinator) return;
  clause.subordinator = before;
  const auto word = first_word(before);
  if (is_one_of(word, {"if", "unless", "whether", "should", "would", "will", "could"})) clause.link = Link::If;
  if (is_one_of(word, {"when", "once", "until", "before"}) || (word == "as" && lower(before) == "as" && chunks_[before].last - chunks_[before].first > 1)) {
    clause.link = Link::Adverbial;
  }
}

void ClauseFinder::relative(Clause& clause, std::uint32_t pronoun) {
  clause.link = Link::Relative;
  if (first_word(pronoun) == "where") {
    clause.link = Link::Where;
    return;
  }
  auto before = left_of(pronoun);
  bool counted = false;
  // "peacekeepers, about 2,000 of whom are based": the people counted stand before the number.
  if (before != none && kind(before) == ChunkKind::Preposition && lower(before) == "of" && left_of(before) != none && kind(left_of(before)) == ChunkKind::Noun) {
    clause.counted = left_of(before);
    before = left_of(left_of(before));
    counted = true;
  }
  if (before != none && kind(before) == ChunkKind::Comma) before = left_of(before);
  // "31 aircraft around the island by 6 a.m. on Thursday, 19 of which crossed": past what has no parts.
  if (counted) {
    for (auto i = before; i != none && i-- > 0 && kind(i) != ChunkKind::Break && kind(i) != ChunkKind::Relative;) {
      if (kind(before) == ChunkKind::Noun && is_mover(before)) break;
      if (kind(i) == ChunkKind::Noun && is_mover(i)) before = i;
    }
  }
  if (before == none || kind(before) != ChunkKind::Noun) return;
  // "the company at Farchana, which leaves in July": who is there, and not the place.
  if (const auto force = force_at(before); force != none && !counted && (first_word(pronoun) == "who" || moves(clause.verb) || (chunks_[clause.verb].copula && kind(clause.verb + 1) == ChunkKind::Verb && moves(clause.verb + 1)))) before = force;
  // "a column of guns that had been parked": the column.
  if (const auto whole = whole_of(before); whole != before && is_mover(whole)) before = whole;
  clause.subject = clause.subject_first = before;
}

/// "the company at Farchana", "the troops in Gedo, Bay and Bakool": the force in front of the place `noun`; none if there is none.
std::uint32_t ClauseFinder::force_at(std::uint32_t noun) const {
  auto at = noun;
  while (names(at) && at >= 2) {
    auto before = at - 1;
    if (kind(before) == ChunkKind::Conjunction || kind(before) == ChunkKind::Comma) {
      if (before > 0 && kind(before - 1) == ChunkKind::Comma) --before;
      if (before == 0 || kind(before - 1) != ChunkKind::Noun) return none;
      at = before - 1;
      continue;
    }
    if (kind(before) != ChunkKind::Preposition || kind(before - 1) != ChunkKind::Noun || lower(before) == "of") return none;
    const auto whole = whole_of(before - 1);
    if (is_mover(whole)) return whole;
    at = before - 1;
  }
  return none;
}

/// A verb that moves its subject, or is told of what is moved.
bool ClauseFinder::moves(std::uint32_t verb) const {
  if (chunks_[verb].lemma == none) return false;
  const auto& senses = lexicon_.senses_of(chunks_[verb].lemma);
  return std::any_of(senses.begin(), senses.end(), [&](std::uint32_t sense) {
    const auto frame = lexicon_.senses()[sense].frame;
    return frame == Frame::Go || frame == Frame::Both || frame == Frame::Quit || frame == Frame::Join || (chunks_[verb].passive && (frame == Frame::Cause || frame == Frame::Place));
  });
}

/// One word in its base form.
bool ClauseFinder::is_bare(std::uint32_t verb) const {
  const auto& group = chunks_[verb];
  const auto* word = items_[group.head].word;
  return group.first + 1 == group.last && word != nullptr && (word->verb_forms & base_form) != 0;
}

void ClauseFinder::hang_beside(Clause& clause, const Clause& earlier) {
  clause.governor = earlier.governor;
  clause.noun_cue = earlier.noun_cue;
  clause.subject = earlier.subject;
  clause.link = earlier.link;
}

/// The subject is that of the nearest earlier verb of the same form.
void ClauseFinder::share(Clause& clause) {
  clause.link = Link::Shared;
  // "reached a checkpoint, where tyres were burning, and turned back": past what is told about the place.
  const auto conjunction = left_of(clause.verb);
  const bool resumes = conjunction != none && conjunction > 0 && kind(conjunction) == ChunkKind::Conjunction && kind(conjunction - 1) == ChunkKind::Comma;
  const auto tells_aside = [&](const Clause& earlier) { return resumes && earlier.link == Link::Where; };
  for (std::uint32_t j = clause.verb; j-- > 0;) {
    if (aside_from(clause.verb, j)) continue;
    if (kind(j) == ChunkKind::Break) return;
    if (clause_of_[j] == none) continue;
    // "was ordered to turn and march on X": the bare second verb stands under the same "to".
    if (chunks_[j].infinitive && is_bare(clause.verb) && kind(left_of(clause.verb)) == ChunkKind::Conjunction) {
      return hang_beside(clause, clauses_[clause_of_[j]]);
    }
    if (!is_finite(j)) continue;
    const auto& earlier = clauses_[clause_of_[j]];
    if (earlier.subject == none || tells_aside(earlier)) continue;
    clause.subject = earlier.subject;
    if (earlier.link == Link::If || earlier.link == Link::Adverbial) clause.link = earlier.link;
    // "will hand over the post and withdraw": the bare second verb stands under the same modal.
    auto& group = chunks_[clause.verb];
    if (is_bare(clause.verb) && group.modal == none && chunks_[j].modal != none) group.modal = chunks_[j].modal;
    return;
  }
}

}  // namespace dateline::claims::detail
