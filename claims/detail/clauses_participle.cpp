#include <algorithm>

#include "claims/detail/clause_finder.hpp"

namespace dateline::claims::detail {

void ClauseFinder::hang_ing(Clause& clause) {
  const auto left = left_of(clause.verb);
  clause.link = Link::Adjunct;
  if (left == none) {
    const auto next = next_finite(clause.verb);
    // "Deploying troops would be ..." names a possibility.
    clause.link = next != none && kind(left_of(next)) != ChunkKind::Noun ? Link::Unheld : Link::Adjunct;
    if (next != none && chunks_[next].modal != none) clause.link = Link::Unheld;
    return;
  }
  // ", he said, leaving X": told beside the main verb, over the insertion.
  if (kind(left) == ChunkKind::Noun && kind(clause.verb - 1) == ChunkKind::Comma) return adjunct_after_comma(clause);
  switch (kind(left)) {
    case ChunkKind::Verb: return govern(clause, left, none);
    case ChunkKind::Conjunction: return coordinate(clause, left);
    case ChunkKind::Preposition: return after_preposition(clause, left);
    case ChunkKind::Noun: return after_noun(clause, left);
    case ChunkKind::Comma: return adjunct_after_comma(clause);
    case ChunkKind::Subordinator: return beside_main_verb(clause, left);
    default: return;
  }
}

/// "before returning to X", "by moving a company", "after leaving Y": the subject of the verb beside which it stands.
void ClauseFinder::beside_main_verb(Clause& clause, std::uint32_t from) {
  if (is_one_of(first_word(from), {"if", "unless", "whether", "as", "what", "how", "why"})) return void(clause.link = Link::Unheld);
  clause.link = Link::Adjunct;
  for (auto j = from; j-- > 0;) {
    if (aside_from(clause.verb, j)) continue;
    if (kind(j) == ChunkKind::Break) return;
    if (!is_finite(j) || clause_of_[j] == none || clauses_[clause_of_[j]].subject == none) continue;
    const auto& main = clauses_[clause_of_[j]];
    clause.subject = main.subject;
    clause.subject_first = main.subject_first;
    if (main.link == Link::Unheld || main.link == Link::If) clause.link = main.link;
    return;
  }
}

std::uint32_t ClauseFinder::next_finite(std::uint32_t i) const {
  for (++i; i < chunks_.size(); ++i) {
    if (is_finite(i)) return i;
    if (kind(i) == ChunkKind::Break) return none;
  }
  return none;
}

void ClauseFinder::after_preposition(Clause& clause, std::uint32_t preposition) {
  const auto word = first_word(preposition);
  const auto before = left_of(preposition);
  if (before == none) return void(clause.link = Link::Adjunct);
  if (kind(before) == ChunkKind::Verb) {
    if (lexicon_.cue_of(lemma(before)) != nullptr) return govern(clause, before, none);
    if (word == "by" || word == "upon") return beside_main_verb(clause, preposition);
    clause.link = Link::Unheld;
    return;
  }
  if (kind(before) == ChunkKind::Noun) {
    const auto verb = verb_before(before);
    const auto* cue = verb == none ? nullptr : lexicon_.cue_of(lemma(verb));
    if (cue != nullptr && (cue->role == CueRole::Accuse || cue->role == CueRole::Raise)) {
      return govern(clause, verb, right_of(verb) != none && kind(right_of(verb)) == ChunkKind::Noun ? right_of(verb) : none);
    }
  }
  if (word == "by" || word == "upon") return beside_main_verb(clause, preposition);
  clause.link = Link::Unheld;
}

/// A verb of perception or report: "saw", "showed", "detected".
bool ClauseFinder::finds(std::uint32_t verb) const {
  const auto* cue = lexicon_.cue_of(lemma(verb));
  if (cue != nullptr && cue->role == CueRole::Raise) return true;
  if (chunks_[verb].lemma == none) return false;
  for (const auto sense : lexicon_.senses_of(chunks_[verb].lemma)) {
    if (lexicon_.senses()[sense].frame == Frame::Find) return true;
  }
  return false;
}

void ClauseFinder::after_noun(Clause& clause, std::uint32_t noun) {
  const auto verb = left_of(whole_of(noun));
  if (verb != none && kind(verb) == ChunkKind::Verb && !chunks_[verb].passive) {
    if (finds(verb) && clause_of_[verb] != none) {
      clause.governor = clause_of_[verb];
      clause.subject = clause.subject_first = whole_of(noun);
      clause.link = Link::Governed;
      return;
    }
  }
  clause.link = Link::Reduced;
  clause.subject = clause.subject_first = whole_of(noun);
  if (const auto force = force_at(noun); force != none && moves(clause.verb)) clause.subject = clause.subject_first = force;
  // "signed a decree calling up reservists": who signed it
  const auto signer = verb != none && kind(verb) == ChunkKind::Verb ? clause_of_[verb] : none;
  if (signer != none && lexicon_.is(WordSet::Decree, items_[chunks_[noun].head].lower) && !chunks_[verb].passive) clause.subject = clause.subject_first = clauses_[signer].subject;
}

/// "reports of troops crossing": what is said, and no part of the troops.
bool ClauseFinder::tells_of(std::uint32_t noun) const {
  return lexicon_.is(WordSet::Telling, items_[chunks_[noun].head].lower);
}

/// "a column of tanks heading for": the column, since "of" only says what it consists of.
std::uint32_t ClauseFinder::whole_of(std::uint32_t noun) const {
  while (noun >= 2 && kind(noun - 1) == ChunkKind::Preposition && lower(noun - 1) == "of" && kind(noun - 2) == ChunkKind::Noun && !(is_mover(noun) && tells_of(noun - 2))) noun -= 2;
  return noun;
}

/// "will see 3,500 soldiers and 200 vehicles stationed in": all that is seen.
std::uint32_t ClauseFinder::seen_by(std::uint32_t noun, std::uint32_t& first) const {
  first = whole_of(noun);
  for (auto at = first; at >= 2 && kind(at - 1) == ChunkKind::Conjunction && kind(at - 2) == ChunkKind::Noun;) first = at = whole_of(at - 2);
  const auto verb = left_of(first);
  if (verb == none || kind(verb) != ChunkKind::Verb || chunks_[verb].passive || clause_of_[verb] == none) return none;
  return lemma(verb) == "see" || finds(verb) ? verb : none;
}

void ClauseFinder::adjunct_after_comma(Clause& clause) {
  for (std::uint32_t j = clause.verb; j-- > 0;) {
    if (aside_from(clause.verb, j) || !is_finite(j) || clause_of_[j] == none) continue;
    clause.subject = clauses_[clause_of_[j]].subject;
    return;
  }
  const auto comma = left_of(clause.verb);
  if (comma != none && comma > 0 && kind(comma - 1) == ChunkKind::Noun) clause.subject = clause.subject_first = comma - 1;
}

void ClauseFinder::hang_participle(Clause& clause) {
  const auto left = left_of(clause.verb);
  clause.link = Link::Reduced;
  if (left == none) return void(clause.link = Link::Adjunct);
  // "remain dug in around X": the state that they stay in.
  if (kind(left) == ChunkKind::Verb && left + 1 == clause.verb && lexicon_.is(WordSet::Abide, lemma(left)) && clause_of_[left] != none) {
    const auto& outer = clauses_[clause_of_[left]];
    clause.subject = outer.subject;
    clause.subject_first = outer.subject_first;
    clause.link = outer.link;
    chunks_[clause.verb].modal = chunks_[left].modal;
    return;
  }
  if (kind(left) == ChunkKind::Noun) {
    std::uint32_t all = left;
    const auto verb = seen_by(left, all);
    const auto force = verb == none && moves(clause.verb) ? force_at(left) : none;
    clause.subject = clause.subject_first = verb != none ? all : force != none ? force : whole_of(left);
    if (verb != none && chunks_[verb].modal != none) {
      clause.governor = clause_of_[verb];
      clause.link = Link::Governed;
    }
    return;
  }
  if (kind(left) == ChunkKind::Comma && left > 0 && kind(left - 1) == ChunkKind::Noun) {
    std::uint32_t first = none;
    const auto head = subjects_.climb(left - 1, first, 0);
    clause.subject = clause.subject_first = head != none ? head : left - 1;
    return;
  }
  if (kind(left) == ChunkKind::Conjunction) {
    for (std::uint32_t j = left; j-- > 0;) {
      if (kind(j) != ChunkKind::Verb || clause_of_[j] == none) continue;
      const auto& earlier = clauses_[clause_of_[j]];
      clause.subject = earlier.subject;
      clause.governor = earlier.governor;
      clause.link = chunks_[j].finite ? Link::Shared : earlier.link;
      // "has brought reinforcements and flown two companies": the second verb stands under the same "has".
      if (chunks_[j].perfect && !chunks_[j].passive && kind(right_of(clause.verb)) == ChunkKind::Noun) clause.passive = chunks_[clause.verb].passive = false;
      if (chunks_[j].finite || chunks_[j].infinitive) {
        chunks_[clause.verb].modal = chunks_[j].modal;
        chunks_[clause.verb].negated = chunks_[j].negated;
      }
      return;
    }
  }
  if (kind(left) == ChunkKind::Subordinator) {
    clause.subordinator = left;
    clause.link = first_word(left) == "if" ? Link::If : Link::Adverbial;
  }
}

}  // namespace dateline::claims::detail
