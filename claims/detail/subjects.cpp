#include "claims/detail/subjects.hpp"

#include <algorithm>

namespace dateline::claims::detail {

namespace {

/// Steps to the left that a search for a subject may take; more is another clause in damaged text.
constexpr int max_climb = 24;

}  // namespace

std::uint32_t SubjectFinder::climb(std::uint32_t noun, std::uint32_t& first, int depth) const {
  if (depth > max_climb) return noun;
  const auto left = left_of(noun);
  if (left == none) return noun;
  if (kind(left) == ChunkKind::Preposition) {
    auto before = left_of(left);
    if (before == none) return none;  // "In May, ..." has no subject here
    if (kind(before) == ChunkKind::Comma && before > 0 && kind(before - 1) == ChunkKind::Noun) before -= 1;
    if (kind(before) == ChunkKind::Noun) return climb(before, first, depth + 1);
    if (kind(before) == ChunkKind::Verb && !chunks_[before].finite && !chunks_[before].infinitive) return over_reduced(before, noun, first, depth);
    return none;
  }
  if (kind(left) == ChunkKind::Verb && !chunks_[left].finite && !chunks_[left].infinitive) return over_reduced(left, noun, first, depth);
  if (kind(left) == ChunkKind::Verb && chunks_[left].infinitive) return none;
  // "The commandos who entered the parliament were": the object of a relative clause is no subject, but what the clause is about.
  if (kind(left) == ChunkKind::Verb && chunks_[left].finite && left_of(left) != none && kind(left_of(left)) == ChunkKind::Relative && first_word(left_of(left)) != "where") {
    auto before = left_of(left_of(left));
    if (before != none && kind(before) == ChunkKind::Comma) before = left_of(before);
    if (before != none && kind(before) == ChunkKind::Noun) return climb(before, first, depth + 1);
  }
  // "Soldiers from A, B and C": from C back to A.
  if (kind(left) == ChunkKind::Comma && depth > 0 && kind(noun + 1) != ChunkKind::Verb && left > 0 && kind(left - 1) == ChunkKind::Noun && !after_verb(left - 1) &&
      names(noun) && names(left - 1)) {
    std::uint32_t deeper = none;
    const auto head = climb(left - 1, deeper, depth + 1);
    if (head != none) first = deeper;
    return head != none ? head : noun;
  }
  // "900 soldiers, 40 tanks and a dozen howitzers were", "the frigate, the tug and the tanker": like things in a list.
  if (kind(left) == ChunkKind::Comma && depth > 0 && left > 0 && kind(left - 1) == ChunkKind::Noun && !after_verb(left - 1) && counted(noun) && counted(left - 1)) {
    std::uint32_t deeper = none;
    const auto head = climb(left - 1, deeper, depth + 1);
    if (head != none) first = deeper != none ? deeper : head;
    return head != none ? head : noun;
  }
  // "Buses carrying fighters and their families left": over the list to the verb that carries.
  if (kind(left) == ChunkKind::Conjunction && left_of(left) != none && kind(left_of(left)) == ChunkKind::Noun) {
    const auto carrying = left_of(left_of(left));
    if (carrying != none && kind(carrying) == ChunkKind::Verb && chunks_[carrying].ing && left_of(carrying) != none && kind(left_of(carrying)) == ChunkKind::Noun) {
      return over_reduced(carrying, noun, first, depth);
    }
  }
  const bool dated = std::any_of(chunks_.begin() + left, chunks_.begin() + noun, [](const Chunk& chunk) { return chunk.kind == ChunkKind::Time; });
  if (kind(left) == ChunkKind::Conjunction && !dated && left_of(left) != none && kind(left_of(left)) == ChunkKind::Noun && !after_verb(left_of(left))) {
    std::uint32_t deeper = none;
    const auto head = climb(left_of(left), deeper, depth + 1);
    if (head != none) {
      first = deeper != none ? deeper : head;
      return head;
    }
  }
  return noun;
}

bool SubjectFinder::counted(std::uint32_t noun) const {
  const auto before = left_of(noun);
  if (before != none && kind(before) == ChunkKind::Preposition) return false;  // "in the north, the army and"
  return is_one_of(items_[chunks_[noun].first].lower, {"the", "a", "an"}) ||
         std::any_of(items_.begin() + chunks_[noun].first, items_.begin() + chunks_[noun].last, [](const Item& item) { return item.quantity != none; });
}

/// True if the noun phrase is the object or complement of a verb before it in the same clause.
bool SubjectFinder::after_verb(std::uint32_t noun) const {
  // "said he and 80 comrades had", "said the army and the militia would": what is said begins here.
  if (is_one_of(items_[chunks_[noun].head].lower, {"he", "she", "they", "we", "i"})) return false;
  for (std::uint32_t i = noun; i-- > 0;) {
    switch (kind(i)) {
      case ChunkKind::Verb: return chunks_[i].passive || !lexicon_.is(WordSet::Say, lemma(i));
      case ChunkKind::Subordinator:
      case ChunkKind::Relative:
      case ChunkKind::Break: return false;
      default: break;
    }
  }
  return false;
}

std::uint32_t SubjectFinder::over_reduced(std::uint32_t verb, std::uint32_t noun, std::uint32_t& first, int depth) const {
  const auto before = left_of(verb);
  if (before == none) return noun;
  if (kind(before) == ChunkKind::Noun) return climb(before, first, depth + 1);
  if (kind(before) == ChunkKind::Comma && before > 0 && kind(before - 1) == ChunkKind::Noun) return climb(before - 1, first, depth + 1);
  return none;
}

std::uint32_t SubjectFinder::before_insertion(std::uint32_t comma) const {
  bool told = false;  // a tensed verb in the insertion: ", for that is what they call it,"
  for (std::uint32_t j = comma; j-- > 0;) {
    if (is_finite(j) && !(j > 0 && kind(j - 1) == ChunkKind::Relative)) told = true;
    if (kind(j) == ChunkKind::Break) return none;
    if (kind(j) != ChunkKind::Comma || j == 0) continue;
    const auto start = j + 1;
    const bool explains = kind(start) == ChunkKind::Subordinator || (kind(start) == ChunkKind::Preposition && first_word(start) == "for") || kind(start) == ChunkKind::Relative;
    if (told && !explains) return none;
    const bool opens = kind(start) == ChunkKind::Relative || kind(start) == ChunkKind::Preposition || kind(start) == ChunkKind::Noun ||
                       kind(start) == ChunkKind::Subordinator || kind(start) == ChunkKind::Adverb || kind(start) == ChunkKind::Time ||
                       (kind(start) == ChunkKind::Verb && !chunks_[start].finite);
    const auto before = left_of(j);
    if (opens && before != none && kind(before) == ChunkKind::Noun) {
      if (list_like(j, comma)) continue;
      return before;
    }
    if (!opens) return none;
  }
  return none;
}

/// ", Ussuriysk, Khabarovsk," is a list, not an insertion, as long as another comma stands before.
bool SubjectFinder::list_like(std::uint32_t from, std::uint32_t to) const {
  if (to != from + 2 || kind(from + 1) != ChunkKind::Noun) return false;
  for (std::uint32_t j = from; j-- > 0;) {
    if (kind(j) == ChunkKind::Comma) return true;
    if (kind(j) == ChunkKind::Verb) return false;
  }
  return false;
}

}  // namespace dateline::claims::detail
