#include "claims/detail/asides.hpp"

#include "claims/detail/chunk_view.hpp"

namespace dateline::claims::detail {

namespace {

/// Longest insertions in chunks; more is a clause of the sentence itself, or damaged text.
constexpr std::uint32_t longest_between_commas = 14;
constexpr std::uint32_t longest_between_dashes = 30;

class AsideFinder : public ChunkView {
 public:
  using ChunkView::ChunkView;

  void run() {
    mark_dashes();
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
      if (names_so(i)) mark(i, i + 2);
      if (kind(i) != ChunkKind::Comma || chunks_[i].aside != 0) continue;
      const auto names = std::min(end_of_names(i), end_of_phrase(i));
      const auto end = names != none ? names : closing_comma(i);
      if (end != none && (names != none || is_speaker(i + 1, end) || is_description(i, end))) {
        mark(i, end);
        i = end;
      }
    }
  }

 private:
  void mark(std::uint32_t first, std::uint32_t last) {
    ++number_;
    for (auto i = first; i <= last; ++i) chunks_[i].aside = number_;
  }

  [[nodiscard]] bool is_dash(std::uint32_t i) const { return kind(i) == ChunkKind::Break && items_[chunks_[i].first].tag == Tag::Dash; }

  /// Pairs of dashes, but not the dash that ends a dateline ("GORIS, Armenia — More than").
  void mark_dashes() {
    bool verb = false;
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
      verb = verb || kind(i) == ChunkKind::Verb;
      if (!is_dash(i)) continue;
      const auto before = left_of(i);
      const bool opens = before != none && kind(before) == ChunkKind::Noun;
      for (auto end = i + 1; opens && end < chunks_.size() && end <= i + longest_between_dashes; ++end) {
        if (!is_dash(end)) continue;
        // The rest of the sentence must go on from what stands before: a verb is still to come, or has been told.
        if (verb || (end + 1 < chunks_.size() && kind(end + 1) == ChunkKind::Verb)) {
          mark(i, end);
          i = end;
        }
        break;
      }
    }
  }

  [[nodiscard]] std::uint32_t closing_comma(std::uint32_t opening) const {
    for (auto i = opening + 1; i < chunks_.size() && i <= opening + longest_between_commas; ++i) {
      if (kind(i) == ChunkKind::Comma) return i;
      if (kind(i) == ChunkKind::Break || chunks_[i].aside != 0) return none;
    }
    return none;
  }

  /// "three destroyers, the Gravely, the Dunham and the Sampson, will": the comma that ends the names of what stands before; none without them.
  [[nodiscard]] std::uint32_t end_of_names(std::uint32_t opening) const {
    if (opening == 0 || kind(opening - 1) != ChunkKind::Noun || !is_mover(opening - 1)) return none;
    bool list = false;
    for (auto i = opening + 1; i + 1 < chunks_.size() && i <= opening + longest_between_commas; i += 2) {
      if (kind(i) != ChunkKind::Noun || items_[chunks_[i].head].tag != Tag::Name || items_[chunks_[i].first].lower != "the") return none;
      if (kind(i + 1) == ChunkKind::Comma && list) return i + 2 < chunks_.size() && kind(i + 2) == ChunkKind::Verb ? i + 1 : none;
      list = list || kind(i + 1) == ChunkKind::Conjunction;
      if (kind(i + 1) != ChunkKind::Comma && kind(i + 1) != ChunkKind::Conjunction) return none;
    }
    return none;
  }

  /// "The troops, from Austria, Bulgaria and Romania, will": the comma that ends a list behind a preposition; none without one.
  [[nodiscard]] std::uint32_t end_of_phrase(std::uint32_t opening) const {
    if (opening == 0 || kind(opening - 1) != ChunkKind::Noun || kind(opening + 1) != ChunkKind::Preposition || kind(opening + 2) != ChunkKind::Noun) return none;
    auto i = opening + 3;
    bool list = false;
    for (; kind(i) == ChunkKind::Comma && kind(i + 1) == ChunkKind::Noun && i <= opening + longest_between_commas; i += 2) list = true;
    if (kind(i) == ChunkKind::Comma && kind(i + 1) == ChunkKind::Conjunction) ++i;
    if (kind(i) != ChunkKind::Conjunction || kind(i + 1) != ChunkKind::Noun) return none;
    i += 2;
    return list && kind(i) == ChunkKind::Comma && tells(i + 1) ? i : none;
  }

  /// "what he called peacekeepers": the three words in front of what is named.
  [[nodiscard]] bool names_so(std::uint32_t i) const {
    return kind(i) == ChunkKind::Subordinator && first_word(i) == "what" && kind(i + 1) == ChunkKind::Noun && kind(i + 2) == ChunkKind::Verb && kind(i + 3) == ChunkKind::Noun && !chunks_[i + 2].passive &&
           is_one_of(lemma(i + 2), {"call", "term", "label", "dub", "name"});
  }

  [[nodiscard]] bool tells(std::uint32_t i) const { return kind(i) == ChunkKind::Verb && (chunks_[i].finite || (chunks_[i].bare_participle && chunks_[i].may_be_past)); }

  /// "he added", "a European officer serving with the peacekeepers said", "says a retired brigadier", "according to X".
  [[nodiscard]] bool is_speaker(std::uint32_t first, std::uint32_t end) const {
    if (kind(first) == ChunkKind::Preposition && first_word(first) == "according") return true;
    if (kind(first) == ChunkKind::Verb) return says(first) && kind(first + 1) == ChunkKind::Noun && !opens_clause(first + 1, end);
    std::uint32_t cue = none;
    for (auto i = first; i < end; ++i) {
      if (kind(i) == ChunkKind::Relative || kind(i) == ChunkKind::Subordinator || kind(i) == ChunkKind::Conjunction) return false;
      if (kind(i) != ChunkKind::Verb) continue;
      // ", its commander complained,": whatever verb ends the insertion, unless somebody moves there.
      if (says(i) || (i + 1 == end && tells(i) && !chunks_[i].passive && !chunks_[i].copula && (chunks_[i].lemma == none || lexicon_.senses_of(chunks_[i].lemma).empty()))) {
        if (cue != none) return false;
        cue = i;
      } else if (chunks_[i].finite || chunks_[i].infinitive) {
        return false;
      }
    }
    return cue != none && kind(first) == ChunkKind::Noun && kind(cue + 1) != ChunkKind::Noun;
  }

  /// A second subject with its verb before `end`; a relative clause about the speaker is none ("says a plumber who worked there").
  [[nodiscard]] bool opens_clause(std::uint32_t first, std::uint32_t end) const {
    bool relative = false;
    for (auto i = first; i < end; ++i) {
      if (kind(i) == ChunkKind::Subordinator || kind(i) == ChunkKind::Conjunction) return true;
      if (kind(i) == ChunkKind::Relative) relative = true;
      if (kind(i) == ChunkKind::Verb && chunks_[i].finite && !relative) return true;
    }
    return false;
  }

  [[nodiscard]] bool says(std::uint32_t verb) const {
    return tells(verb) && !chunks_[verb].passive && lexicon_.is(WordSet::Say, lemma(verb));
  }

  /// A stretch without a tensed verb (or a relative clause) behind a noun and directly in front of a verb.
  [[nodiscard]] bool is_description(std::uint32_t opening, std::uint32_t end) const {
    if (opening == 0 || kind(opening - 1) != ChunkKind::Noun) return false;
    auto next = end + 1;
    while (next < chunks_.size() && skippable(next)) ++next;
    if (!tells(next)) return false;
    auto first = opening + 1;
    while (first < end && skippable(first)) ++first;
    const bool relative = kind(first) == ChunkKind::Relative;
    if (first == end) return true;  // ", too,"
    if (kind(first) == ChunkKind::Conjunction || kind(first) == ChunkKind::Subordinator) return false;
    // "left A, moved to B, entered C": a chain of deeds.
    if (tells(first) && told_before(opening)) return false;
    for (auto i = first; i < end; ++i) {
      if (kind(i) == ChunkKind::Subordinator || kind(i) == ChunkKind::There) return false;
      if (kind(i) == ChunkKind::Relative && i != first) return false;
      // ", ordered on Monday to turn back and make for X,": what a participle governs belongs to the insertion.
      const bool governed = i > first && kind(first) == ChunkKind::Verb && !chunks_[first].finite;
      if (kind(i) == ChunkKind::Verb && !relative && !(governed && chunks_[i].infinitive) && (chunks_[i].finite || chunks_[i].infinitive) && !(governed && goes_on_bare(i))) return false;
    }
    return true;
  }

  /// "to turn and march": a second verb under the same "to".
  [[nodiscard]] bool goes_on_bare(std::uint32_t i) const {
    const auto& group = chunks_[i];
    const auto* word = items_[group.head].word;
    return group.first + 1 == group.last && word != nullptr && (word->verb_forms & base_form) != 0 && i > 0 && kind(i - 1) == ChunkKind::Conjunction;
  }

  [[nodiscard]] bool told_before(std::uint32_t i) const {
    while (i-- > 0) {
      if (kind(i) == ChunkKind::Break || kind(i) == ChunkKind::Subordinator || kind(i) == ChunkKind::Relative) return false;
      if (tells(i)) return true;
    }
    return false;
  }

  std::uint32_t number_ = 0;
};

}  // namespace

void mark_asides(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon) { AsideFinder(items, chunks, lexicon).run(); }

}  // namespace dateline::claims::detail
