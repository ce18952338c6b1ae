#include <algorithm>
#include <string>

#include "claims/detail/clause_finder.hpp"

namespace dateline::claims::detail {

void ClauseFinder::hang_infinitive(Clause& clause) {
  auto left = left_of(clause.verb);
  clause.link = Link::Purpose;
  if (left == none) return void(clause.link = Link::Unheld);
  if (kind(left) == ChunkKind::Conjunction) return coordinate(clause, left);
  if (kind(left) == ChunkKind::Verb) return govern(clause, left, none);
  // "a sledge team, to be stationed at X": what will be done to the noun before the comma.
  if (kind(left) == ChunkKind::Comma && chunks_[clause.verb].passive && left > 0 && kind(left - 1) == ChunkKind::Noun && is_mover(whole_of(left - 1))) {
    clause.subject = clause.subject_first = whole_of(left - 1);
    clause.link = Link::Main;
    return;
  }
  if (kind(left) != ChunkKind::Noun) return;
  if (noun_governs(clause, left) || is_first_to(clause, left) || is_with(clause, left)) return;
  // "a promise by Oman to send"
  if (left >= 2 && kind(left - 1) == ChunkKind::Preposition && lower(left - 1) == "by" && kind(left - 2) == ChunkKind::Noun && noun_governs(clause, left - 2)) {
    clause.subject = left;
    return;
  }
  const auto governor = verb_before(left);
  // "called for a force to be deployed", "a way for Moscow to relieve its soldiers"
  if (governor != none && left > 0 && kind(left - 1) == ChunkKind::Preposition && lower(left - 1) == "for" && chunks_[left - 1].last - chunks_[left - 1].first == 1) {
    govern(clause, governor, left);
    return void(clause.subject = left);
  }
  if (governor == none && left_of(left) == none && clause.verb > 0 && next_finite(clause.verb) == none) {  // a headline: "Nato to send 1,000 troops to Kosovo"
    clause.link = Link::Main;
    clause.subject = clause.subject_first = left;
    return;
  }
  if (governor == none) return;
  // The nearest noun phrase directly after the verb is its object; but "drove 600 kilometres to reach X", "took three days to reach X".
  const auto object = right_of(governor);
  const bool measured = object != none && kind(object) == ChunkKind::Noun && (lexicon_.is(WordSet::Measure, items_[chunks_[object].head].lower) || lexicon_.is(WordSet::Duration, items_[chunks_[object].head].lower));
  govern(clause, governor, object != none && kind(object) == ChunkKind::Noun && !measured ? object : none);
  if (measured && clause.link == Link::Purpose) clause.link = Link::Governed;  // it took them so long, and they did
}

/// "plans to", "the decision to", "ready to", "due to": the last word of the noun phrase is a cue.
bool ClauseFinder::noun_governs(Clause& clause, std::uint32_t noun) {
  const auto& item = items_[chunks_[noun].last - 1];
  if (is_mover(noun)) return false;  // "ordered the armed forces to": not the verb "to force"
  std::string word = item.lower;
  const auto* cue = lexicon_.cue_of(word);
  if (cue == nullptr && word.ends_with("s")) cue = lexicon_.cue_of(word.substr(0, word.size() - 1));
  if (cue == nullptr || cue->role == CueRole::Raise) return false;
  clause.noun_cue = chunks_[noun].last - 1;
  clause.link = cue->role == CueRole::Irrealis ? Link::Unheld : Link::Governed;
  const auto governor = left_of(noun);
  if (governor != none && kind(governor) == ChunkKind::Verb && clause_of_[governor] != none) {
    const auto& outer = clauses_[clause_of_[governor]];
    clause.governor = clause_of_[governor];
    clause.subject = outer.subject;
  }
  // "Oman's decision to send": whose decision it is.
  for (auto i = chunks_[noun].first; i < chunks_[noun].last; ++i) {
    if (items_[i].tag == Tag::Possessive || items_[i].demonym) clause.subject = noun;
  }
  return true;
}

/// "are the first to leave", "was the last to go": who is, does.
bool ClauseFinder::is_first_to(Clause& clause, std::uint32_t noun) {
  const auto copula = left_of(noun);
  if (copula == none || kind(copula) != ChunkKind::Verb || !chunks_[copula].copula || clause_of_[copula] == none) return false;
  if (!is_one_of(items_[chunks_[noun].last - 1].lower, {"first", "last", "next", "second", "third", "only"})) return false;
  const auto& outer = clauses_[clause_of_[copula]];
  clause.governor = clause_of_[copula];
  clause.subject = outer.subject;
  clause.subject_first = outer.subject_first;
  clause.link = Link::Governed;
  return true;
}

/// "with the first 500 to report in April", "the last patrol to reach X": what stands before does it, and no other verb governs.
bool ClauseFinder::is_with(Clause& clause, std::uint32_t noun) {
  const auto whole = whole_of(noun);
  const auto before = left_of(whole);
  if (before != none && kind(before) == ChunkKind::Verb && lexicon_.cue_of(lemma(before)) != nullptr) return false;  // "expected the first soldiers to arrive"
  const bool with = before != none && kind(before) == ChunkKind::Preposition && first_word(before) == "with";
  const bool ordinal = std::any_of(items_.begin() + chunks_[whole].first, items_.begin() + chunks_[whole].last, [](const Item& item) {
    return is_one_of(item.lower, {"first", "last", "only", "latest", "second", "third", "next"});
  });
  if (!with && !(ordinal && is_mover(whole))) return false;
  clause.subject = clause.subject_first = whole;
  clause.link = with ? Link::Main : Link::Relative;
  return true;
}

/// The verb whose complements lead up to the noun phrase.
std::uint32_t ClauseFinder::verb_before(std::uint32_t noun) const {
  for (std::uint32_t i = noun; i-- > 0;) {
    if (aside_from(noun, i)) continue;
    switch (kind(i)) {
      case ChunkKind::Verb: return i;
      case ChunkKind::Noun:
      case ChunkKind::Preposition:
      case ChunkKind::Adverb:
      case ChunkKind::Conjunction:
      case ChunkKind::Time: break;
      case ChunkKind::Comma:
        if (kind(left_of(i) == none ? 0 : left_of(i)) == ChunkKind::Noun) break;
        return none;
      default: return none;
    }
  }
  return none;
}

/// Sets governor and subject from the governing verb; `object` is its object, if any.
void ClauseFinder::govern(Clause& clause, std::uint32_t verb, std::uint32_t object) {
  if (clause_of_[verb] == none) return;
  const auto& outer = clauses_[clause_of_[verb]];
  const auto* cue = lexicon_.cue_of(lemma(verb));
  clause.governor = clause_of_[verb];
  clause.subject = outer.subject;
  const bool be_to = (chunks_[verb].copula || chunks_[verb].possession) && chunks_[clause.verb].infinitive;  // "is to send", "had to leave"
  if (be_to) return void(clause.link = Link::Governed);
  if (cue == nullptr) {
    const bool lets = chunks_[clause.verb].infinitive && lexicon_.is(WordSet::Let, lemma(verb)) && items_[chunks_[clause.verb].first].tag == Tag::Verb;  // "made the column turn"
    clause.link = lets ? Link::Governed : chunks_[clause.verb].infinitive ? Link::Purpose : Link::Adjunct;
    if (object != none && !outer.passive) clause.subject = object;
    return;
  }
  if (cue->role == CueRole::Irrealis) {
    if (object != none && !outer.passive) clause.subject = object;  // "urged Israel to withdraw": who would do it
    return void(clause.link = Link::Unheld);
  }
  clause.link = Link::Governed;
  if (object != none && !outer.passive) clause.subject = object;
  if (cue->role == CueRole::Accuse && object == none && !outer.passive) clause.link = Link::Unheld;
}

void ClauseFinder::coordinate(Clause& clause, std::uint32_t conjunction) {
  const auto& group = chunks_[clause.verb];
  for (std::uint32_t j = conjunction; j-- > 0;) {
    if (aside_from(conjunction, j)) continue;
    if (kind(j) == ChunkKind::Break) return;
    if (kind(j) != ChunkKind::Verb || clause_of_[j] == none) continue;
    const auto& other = chunks_[j];
    if (other.infinitive != group.infinitive || other.ing != group.ing || other.finite != group.finite) {
      if (other.progressive && group.ing) {  // "is massing troops and moving tanks"
        clause.subject = clauses_[clause_of_[j]].subject;
        clause.link = Link::Shared;
        return;
      }
      continue;
    }
    return hang_beside(clause, clauses_[clause_of_[j]]);
  }
  clause.link = Link::Unheld;
}

}  // namespace dateline::claims::detail
