#include "claims/detail/clauses.hpp"

#include <algorithm>

#include "claims/detail/asides.hpp"
#include "claims/detail/clause_arguments.hpp"
#include "claims/detail/clause_finder.hpp"
#include "claims/detail/participles.hpp"
#include "claims/detail/split_groups.hpp"

namespace dateline::claims::detail {

std::vector<Clause> ClauseFinder::run() {
  mark_asides(items_, chunks_, lexicon_);
  unite_split_groups(items_, chunks_, lexicon_);
  decide_participles(items_, chunks_, lexicon_);
  for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
    if (chunks_[i].kind != ChunkKind::Verb) continue;
    Clause clause;
    clause.verb = i;
    clause.passive = chunks_[i].passive;
    hang(clause);
    read_arguments(items_, chunks_, lexicon_, clause);
    take_antecedent(clause);
    find_lost_subject(clause);
    take_inverted_subject(clause);
    clause_of_[i] = static_cast<std::uint32_t>(clauses_.size());
    clauses_.push_back(std::move(clause));
  }
  adopt_later_subjects();
  lend_phrases();
  return std::move(clauses_);
}

/// The subject opens a clause about the noun before it: "the troops (that) it", "the boats which Kyiv". `before` of the subject.
bool ClauseFinder::opens_relative(const Clause& clause) const {
  auto before = clause.subject_first == none ? clause.subject : clause.subject_first;
  if (before == 0 || before == none) return false;
  --before;
  if (kind(before) == ChunkKind::Relative && first_word(before) != "where") return before > 0 && kind(before - 1) != ChunkKind::Break;
  if (kind(before) == ChunkKind::Subordinator && first_word(before) == "that") return before > 0 && kind(before - 1) == ChunkKind::Noun;
  if (kind(before) != ChunkKind::Noun) return false;
  // "In Aden the army": the noun before belongs to a phrase in front of the clause.
  const auto opening = left_of(whole_of(before));
  if (opening == none || kind(opening) != ChunkKind::Preposition) return true;
  const auto ahead = left_of(opening);
  return ahead != none && (kind(ahead) == ChunkKind::Verb || kind(ahead) == ChunkKind::Noun);
}

/// "the troops (that) it moved to X", "the brigade that Berlin plans to station in Y": the object stands before the subject of the relative clause.
void ClauseFinder::take_antecedent(Clause& clause) const {
  const auto& group = chunks_[clause.verb];
  if (clause.passive || !clause.objects.empty() || (group.lemma == none && !group.possession)) return;
  if (!group.finite) {
    if (!group.infinitive || clause.link != Link::Governed || clause.governor == none) return;
    const auto& outer = clauses_[clause.governor];
    if (outer.passive || !outer.objects.empty() || outer.antecedent == none || !sends_something(group.lemma)) return;
    clause.objects.push_back(outer.antecedent);
    return;
  }
  if (clause.subject == none || clause.subject >= clause.verb || (clause.link != Link::Main && clause.link != Link::Relative) || !opens_relative(clause)) return;
  auto before = (clause.subject_first == none ? clause.subject : clause.subject_first) - 1;
  if (kind(before) == ChunkKind::Relative || kind(before) == ChunkKind::Subordinator) --before;
  const bool part = kind(before) == ChunkKind::Preposition && lower(before) == "of" && before > 0;  // "12,000 of whom the king sent"
  if (part) --before;
  if (kind(before) == ChunkKind::Comma && before > 0) --before;
  if (kind(before) != ChunkKind::Noun) return;
  // A verb that never has an object, or has its complement behind it, is told of its subject alone.
  const auto next = right_of(clause.verb);
  const bool pronoun = items_[chunks_[clause.subject].head].tag == Tag::Pronoun;
  if (!pronoun && !is_mover(whole_of(before)) && kind(before + 1) == ChunkKind::Noun) return;
  const auto* word = items_[group.head].word;
  if (word != nullptr && word->object == ObjectUse::Never) return;
  if (next != none && kind(next) == ChunkKind::Subordinator && first_word(next) == "that") return;
  clause.antecedent = before;
  const auto sends = group.possession || sends_something(group.lemma);
  const bool counted = part && items_[chunks_[before].head].tag == Tag::Number;
  if ((!is_mover(whole_of(before)) && !is_mover(before) && !counted) || is_force(clause.subject) || !sends) return;
  clause.objects.push_back(is_mover(before) || counted ? before : whole_of(before));
  clause.link = Link::Relative;
}

bool ClauseFinder::sends_something(std::uint32_t lemma) const {
  const auto& senses = lexicon_.senses_of(lemma);
  return std::any_of(senses.begin(), senses.end(), [&](std::uint32_t sense) {
    const auto frame = lexicon_.senses()[sense].frame;
    return frame == Frame::Cause || frame == Frame::Both || frame == Frame::Place || frame == Frame::Give;
  });
}

/// A verb of movement whose subject no rule has found: the nearest force in front of it in the same stretch, unless another verb has it as its object.
void ClauseFinder::find_lost_subject(Clause& clause) const {
  constexpr std::uint32_t reach = 12;  // chunks; farther off it is another sentence in damaged text
  if (clause.subject != none || !chunks_[clause.verb].finite || chunks_[clause.verb].lemma == none || lexicon_.senses_of(chunks_[clause.verb].lemma).empty()) return;
  for (auto i = clause.verb; i-- > 0 && i + reach > clause.verb;) {
    if (aside_from(clause.verb, i)) continue;
    if (kind(i) == ChunkKind::Break || kind(i) == ChunkKind::There) return;
    if (kind(i) == ChunkKind::Verb && chunks_[i].finite) return;
    if (kind(i) != ChunkKind::Noun || !is_mover(i)) continue;
    const auto left = left_of(i);
    if (left != none && kind(left) == ChunkKind::Preposition && lower(left) != "of") continue;
    clause.subject = clause.subject_first = whole_of(i);
    return;
  }
}

/// "In its place went territorial troops", "Behind them came two columns": behind a phrase that opens the sentence.
void ClauseFinder::take_inverted_subject(Clause& clause) const {
  const auto& group = chunks_[clause.verb];
  if (clause.subject != none || clause.objects.empty() || !group.finite || group.passive || group.copula || group.lemma == none || !is_mover(clause.objects.front())) return;
  const auto& senses = lexicon_.senses_of(group.lemma);
  const bool goes = std::any_of(senses.begin(), senses.end(), [&](std::uint32_t sense) {
    const auto frame = lexicon_.senses()[sense].frame;
    return frame == Frame::Go || frame == Frame::Both || frame == Frame::Stay;
  });
  if (!goes) return;
  clause.subject = clause.subject_first = clause.objects.front();
  clause.objects.clear();
}

/// "Leaving Toulon, the carrier headed east", "after returning to base, the crew": the subject comes later.
void ClauseFinder::adopt_later_subjects() {
  for (std::size_t i = 0; i < clauses_.size(); ++i) {
    auto& clause = clauses_[i];
    const auto& group = chunks_[clause.verb];
    if (clause.subject != none || group.finite || (clause.link != Link::Adjunct && clause.link != Link::Reduced && clause.link != Link::Adverbial)) continue;
    for (std::size_t later = i + 1; later < clauses_.size(); ++later) {
      const auto& main = clauses_[later];
      if (!chunks_[main.verb].finite) continue;
      if (main.link == Link::Main && main.subject != none && main.subject > clause.verb) {
        clause.subject = main.subject;
        clause.subject_first = main.subject_first;
      }
      break;
    }
  }
}

/// "remains confined to its bases": the place of a state that tells of none itself is that of the staying.
void ClauseFinder::lend_phrases() {
  for (std::size_t i = 0; i + 1 < clauses_.size(); ++i) {
    auto& stay = clauses_[i];
    const auto& state = clauses_[i + 1];
    const auto& group = chunks_[state.verb];
    if (state.verb != stay.verb + 1 || !stay.phrases.empty() || !stay.objects.empty() || group.finite || !group.passive || group.infinitive) continue;
    if (group.lemma != none && !lexicon_.senses_of(group.lemma).empty()) continue;
    stay.phrases = state.phrases;
    stay.last = state.last;
  }
}

void ClauseFinder::hang(Clause& clause) {
  const auto& group = chunks_[clause.verb];
  if (group.infinitive) return hang_infinitive(clause);
  if (group.ing) return hang_ing(clause);
  if (!group.finite) return hang_participle(clause);
  hang_finite(clause);
}


std::vector<Clause> find_clauses(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon) {
  return ClauseFinder(items, chunks, lexicon).run();
}

}  // namespace dateline::claims::detail
