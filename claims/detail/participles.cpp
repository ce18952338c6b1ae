#include "claims/detail/participles.hpp"

#include <algorithm>

namespace dateline::claims::detail {

namespace {

class ParticipleReader : public ChunkView {
 public:
  using ChunkView::ChunkView;

  /// A bare "-ed" form is the past of a finite clause or a participle; its surroundings tell.
  void decide_participles() {
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
      auto& group = chunks_[i];
      if (group.kind == ChunkKind::Verb && is_bare_infinitive(i)) {
        group.infinitive = true;
        group.finite = group.present = false;
        continue;
      }
      if (group.kind != ChunkKind::Verb || !group.bare_participle) continue;
      if (is_left_over(i)) {
        group.kind = ChunkKind::Adverb;
        continue;
      }
      group.finite = group.may_be_past && reads_as_past(i);
      group.passive = !group.finite;
    }
  }

 private:
  /// "sent to help quell unrest", "let the column cross": a bare verb behind such a verb, or behind its object.
  [[nodiscard]] bool is_bare_infinitive(std::uint32_t i) const {
    const auto& group = chunks_[i];
    const auto* word = items_[group.head].word;
    if (!group.finite || group.modal != none || group.last != group.first + 1 || word == nullptr || (word->verb_forms & base_form) == 0 || (word->verb_forms & past_form) != 0) return false;
    auto left = left_of(i);
    if (left != none && kind(left) == ChunkKind::Verb) return is_one_of(lemma(left), {"help", "let", "dare"});
    if (left == none || kind(left) != ChunkKind::Noun) return false;
    while (left >= 2 && (kind(left - 1) == ChunkKind::Preposition || kind(left - 1) == ChunkKind::Conjunction) && kind(left - 2) == ChunkKind::Noun) left -= 2;
    const auto verb = left_of(left);
    return verb != none && kind(verb) == ChunkKind::Verb && !chunks_[verb].passive && lexicon_.is(WordSet::Let, lemma(verb));
  }

  /// "there are 1,500 soldiers left in X", "has 4,000 left": those that are still there.
  [[nodiscard]] bool is_left_over(std::uint32_t i) const {
    if (lemma(i) != "leave" || kind(right_of(i)) == ChunkKind::Noun) return false;
    auto noun = left_of(i);
    if (noun == none || kind(noun) != ChunkKind::Noun) return false;
    while (noun >= 2 && kind(noun - 1) == ChunkKind::Preposition && kind(noun - 2) == ChunkKind::Noun) noun -= 2;
    const auto verb = left_of(noun);
    if (verb == none || kind(verb) != ChunkKind::Verb) return false;
    const auto before = left_of(verb);
    return chunks_[verb].possession || (chunks_[verb].copula && before != none && kind(before) == ChunkKind::There);
  }

  [[nodiscard]] bool reads_as_past(std::uint32_t i) const {
    const auto left = left_of(i);
    const auto right = right_of(i);
    // "carried out a withdrawal": a particle before the object.
    const bool particle = right == i + 1 && kind(right) == ChunkKind::Preposition && chunks_[right].last - chunks_[right].first == 1 &&
                          kind(right + 1) == ChunkKind::Noun &&
                          (is_one_of(first_word(right), {"up", "out", "off", "back", "down", "away"}) || (first_word(right) == "in" && is_force(right + 1)));
    const bool object = right != none && (kind(right) == ChunkKind::Noun || particle);
    // "sent by the king", but "answered by sending"
    const bool by = right != none && kind(right) == ChunkKind::Preposition && first_word(right) == "by" && kind(right + 1) != ChunkKind::Verb;
    if (left == none) return false;
    if (lemma(i) == "say") return true;
    if (kind(left) == ChunkKind::Relative) return true;
    if (kind(left) == ChunkKind::Conjunction) {
      // "were equipped and sent to": a passive goes on unless an object follows.
      for (std::uint32_t j = left; j-- > 0;) {
        if (kind(j) == ChunkKind::Verb) return object || !chunks_[j].passive;
      }
      return true;
    }
    if (kind(left) == ChunkKind::Comma) return (object && !by && !finite_follows(i)) || (!by && is_motion(i) && only_verb(i));
    // "the men stationed there stayed": the verb of what the participle before it describes.
    if (kind(left) == ChunkKind::Verb && left + 1 < i && chunks_[left].bare_participle && chunks_[left].passive && !by) return true;
    if (kind(left) != ChunkKind::Noun) return kind(left) != ChunkKind::Verb && kind(left) != ChunkKind::Subordinator;
    if (object && !by) return true;
    // "the letters they sent": a pronoun is a subject.
    if (is_one_of(items_[chunks_[left].head].lower, {"they", "he", "she", "we", "i"})) return true;
    if (items_[chunks_[left].head].lower == "it" && left > 0 && kind(left - 1) == ChunkKind::Noun) return true;
    if (is_seen(left) || tells_of_object(left, i)) return false;
    // "arrived by helicopter", "strolled": a verb without objects has no passive.
    const auto* word = items_[chunks_[i].head].word;
    if (word != nullptr && word->object == ObjectUse::Never && chunks_[i].last - chunks_[i].first == 1) return true;
    if (by) return false;
    // "helped carry the boxes": a bare infinitive is governed by a tensed verb.
    const auto* governed = kind(i + 1) == ChunkKind::Verb ? items_[chunks_[i + 1].first].word : nullptr;
    if (governed != nullptr && governed->verb_forms == base_form && !governed->has_tag) return true;
    // ", one of them armed with a cannon, were": told of part of the subject.
    if (items_[chunks_[left].head].tag == Tag::Pronoun && left > 2 && kind(left - 1) == ChunkKind::Preposition && first_word(left - 1) == "of" && kind(left - 3) == ChunkKind::Comma) return false;
    if (finite_follows(i)) return false;
    if (right == i + 1 && kind(right) == ChunkKind::Verb && chunks_[right].infinitive) return true;  // "Chad promised to expel"
    if (chunks_[i].lemma == none) return true;
    // "aircraft based at X": a verb that always has an object, and has none here.
    const auto before = left_of(left);
    const bool in_phrase = before != none && kind(before) == ChunkKind::Preposition && lower(before) != "of";
    if (in_phrase && word != nullptr && word->object == ObjectUse::Always && !goes_too(i)) return false;
    for (const auto sense : lexicon_.senses_of(chunks_[i].lemma)) {
      const auto& candidate = lexicon_.senses()[sense];
      const auto next = chunks_[i].last;
      // "passed over Gotland": the sense with this very word decides.
      if (!candidate.particle.empty() && next < items_.size() && items_[next].lower == candidate.particle.front()) return candidate.frame != Frame::Cause && candidate.frame != Frame::Give;
    }
    for (const auto sense : lexicon_.senses_of(chunks_[i].lemma)) {
      const auto& candidate = lexicon_.senses()[sense];
      if (candidate.particle.empty() && (candidate.frame == Frame::Cause || candidate.frame == Frame::Give)) return word != nullptr && word->object == ObjectUse::Any && goes_too(i);
    }
    return true;
  }

  /// "joining six already parked there", "has ten warships spread across the bay": told of the object of the verb before it.
  [[nodiscard]] bool tells_of_object(std::uint32_t noun, std::uint32_t participle) const {
    if (std::any_of(chunks_.begin() + noun, chunks_.begin() + participle, [&](const Chunk& chunk) { return chunk.aside != chunks_[noun].aside; })) return false;
    const auto verb = left_of(noun);
    // "With 4,000 gendarmes camped around the stadium, the prefect"
    if (verb != none && kind(verb) == ChunkKind::Preposition && first_word(verb) == "with" && (left_of(verb) == none || kind(left_of(verb)) == ChunkKind::Comma)) return true;
    if (verb == none || verb + 1 != noun || kind(verb) != ChunkKind::Verb || chunks_[verb].passive) return false;
    return chunks_[verb].possession || (!chunks_[verb].finite && chunks_[verb].lemma != none && !lexicon_.senses_of(chunks_[verb].lemma).empty());
  }

  /// "will see 3,500 soldiers and 200 vehicles stationed": the noun phrase is the object of a verb of perception.
  [[nodiscard]] bool is_seen(std::uint32_t noun) const {
    for (auto i = noun; i-- > 0;) {
      if (kind(i) == ChunkKind::Noun || kind(i) == ChunkKind::Conjunction || (kind(i) == ChunkKind::Preposition && lower(i) == "of")) continue;
      if (kind(i) != ChunkKind::Verb || chunks_[i].passive || chunks_[i].lemma == none) return false;
      for (const auto sense : lexicon_.senses_of(chunks_[i].lemma)) {
        if (lexicon_.senses()[sense].frame == Frame::Find) return true;
      }
      return false;
    }
    return false;
  }

  /// A verb of sending or giving that also tells of going: "passed through X".
  [[nodiscard]] bool goes_too(std::uint32_t i) const {
    const auto& senses = lexicon_.senses_of(chunks_[i].lemma);
    return std::any_of(senses.begin(), senses.end(), [&](std::uint32_t sense) {
      const auto frame = lexicon_.senses()[sense].frame;
      return frame == Frame::Go || frame == Frame::Both || frame == Frame::Stay || frame == Frame::Reach;
    });
  }

  /// A verb whose subject moves by itself, so that its participle seldom describes a noun.
  [[nodiscard]] bool is_motion(std::uint32_t i) const {
    if (chunks_[i].lemma == none) return false;
    for (const auto sense : lexicon_.senses_of(chunks_[i].lemma)) {
      const auto frame = lexicon_.senses()[sense].frame;
      if (frame == Frame::Go || frame == Frame::Both || frame == Frame::Reach || frame == Frame::Quit) return true;
    }
    return false;
  }

  /// "At least 300 fighters, most of them from X, arrived": no other verb of the sentence can be its main verb.
  [[nodiscard]] bool only_verb(std::uint32_t i) const {
    int commas = 0;
    for (std::uint32_t j = 0; j < chunks_.size(); ++j) {
      if (j == i) continue;
      if (kind(j) == ChunkKind::Verb && (chunks_[j].finite || (chunks_[j].bare_participle && chunks_[j].may_be_past && j > i))) return false;
      if (kind(j) == ChunkKind::Relative || kind(j) == ChunkKind::Subordinator || kind(j) == ChunkKind::Break) return false;
      if (kind(j) == ChunkKind::Comma && j < i) ++commas;
    }
    return commas > 1 && kind(0) == ChunkKind::Noun;
  }

  /// "left X and moved to Y", "rolled out of X and by evening had reached Y", "wintered in X and the Germans were": a deed told beside that of `i`.
  [[nodiscard]] bool goes_on(std::uint32_t i, std::uint32_t j) const {
    auto left = left_of(j);
    // "and 500 policemen followed", "and the Germans were": a subject of its own.
    const auto opens = [&](std::uint32_t noun) {
      const auto tag = items_[chunks_[noun].first].tag;
      return is_mover(noun) || ((tag == Tag::Number || tag == Tag::Determiner) && chunks_[noun].last - chunks_[noun].first > 1 && !names(noun));
    };
    if (left != none && left > i && kind(left) == ChunkKind::Noun && opens(left)) left = left_of(left);
    while (left != none && left > i + 1 && kind(left) == ChunkKind::Noun && left_of(left) != none && kind(left_of(left)) == ChunkKind::Preposition) left = left_of(left_of(left));
    return left != none && left > i && kind(left) == ChunkKind::Conjunction;
  }

  /// A tensed verb after `i` in the same stretch, which must then be the verb of the sentence.
  [[nodiscard]] bool finite_follows(std::uint32_t i) const {
    int commas = 0;
    for (std::uint32_t j = i + 1; j < chunks_.size(); ++j) {
      switch (kind(j)) {
        case ChunkKind::Verb:
          // "left X and moved to Y": the second is told beside the first, not about it.
          if (goes_on(i, j)) break;
          if (chunks_[j].finite || (chunks_[j].bare_participle && chunks_[j].may_be_past)) return true;
          break;
        case ChunkKind::Comma:
          if (kind(left_of(i) == none ? i : left_of(i)) != ChunkKind::Comma || ++commas > 1) return false;
          break;
        case ChunkKind::Subordinator:
        case ChunkKind::Relative:
        case ChunkKind::Break: return false;
        default: break;
      }
    }
    return false;
  }
};

}  // namespace

void decide_participles(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon) {
  ParticipleReader(items, chunks, lexicon).decide_participles();
}

}  // namespace dateline::claims::detail
