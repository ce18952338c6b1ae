#include "claims/detail/clause_arguments.hpp"

namespace dateline::claims::detail {

namespace {

class ArgumentReader : public ChunkView {
 public:
  using ChunkView::ChunkView;

  void arguments(Clause& clause) {
    std::uint32_t i = clause.verb + 1;
    clause.last = i;
    i = skip_light(clause, i);
    // "called up 5,000 reservists": a particle before the object.
    if (kind(i) == ChunkKind::Preposition && is_one_of(lower(i), {"up", "out", "back", "over", "off", "down", "away"}) && kind(i + 1) == ChunkKind::Noun &&
        chunks_[i].last - chunks_[i].first == 1 && !is_one_of(lower(i), {"over", "down", "off"})) {
      ++i;
    } else if (kind(i) == ChunkKind::Preposition && kind(i + 1) == ChunkKind::Noun && (has_particle(clause.verb, lower(i)) || (lower(i) == "in" && is_force(i + 1)) || (lower(i) == "over" && lemma(clause.verb) == "hand"))) {
      ++i;
    }
    // "said it had", but "trucks carrying commandos drove", "those who had fled Goma were": only what is said has a verb of its own.
    const auto* word = items_[chunks_[clause.verb].head].word;
    const bool tells = !(clause.link == Link::Relative || clause.link == Link::Reduced) || word == nullptr || word->inner || !goes(clause.verb);
    const bool clause_follows = tells && right_of(i) != none && is_finite(right_of(i)) && !chunks_[right_of(i)].bare_participle;
    if (kind(i) == ChunkKind::Noun && !clause_follows) {
      if (measures(i)) return after_measure(clause, i);
      i = take_list(clause.objects, i, ListKind::Objects);
      i = over_apposition(i);
      // "gave Kenya four launchers": the receiver stands first.
      if (kind(i) == ChunkKind::Noun && clause.objects.size() == 1 && items_[chunks_[clause.objects.front()].head].mention != none) {
        i = take_list(clause.objects, i, ListKind::Objects);
      }
    }
    clause.last = std::max(clause.last, i);
    phrases(clause, i);
    // "would return to their bases part of the troops": a long object behind the phrase.
    const auto late = clause.last;
    if (clause.objects.empty() && !clause.passive && !clause.phrases.empty() && kind(late) == ChunkKind::Noun && late == clause.phrases.back().nouns.back() + 1 && holds_force(late) &&
        (right_of(late) == none || kind(right_of(late)) != ChunkKind::Verb)) {
      phrases(clause, take_list(clause.objects, late, ListKind::Objects));
    }
    after_arguments(clause);
  }

 private:
  /// A force, or part of one: "some of the troops".
  [[nodiscard]] bool holds_force(std::uint32_t noun) const {
    return is_mover(noun) || (kind(noun + 1) == ChunkKind::Preposition && lower(noun + 1) == "of" && kind(noun + 2) == ChunkKind::Noun && is_mover(noun + 2));
  }

  /// A verb of moving or being somewhere, and not of finding.
  [[nodiscard]] bool goes(std::uint32_t verb) const {
    if (chunks_[verb].lemma == none) return false;
    const auto& senses = lexicon_.senses_of(chunks_[verb].lemma);
    return std::any_of(senses.begin(), senses.end(), [&](std::uint32_t sense) { return lexicon_.senses()[sense].frame != Frame::Find; });
  }

  /// "withdrew 20 km from the border", "were 230 miles from X": how far, not what.
  [[nodiscard]] bool measures(std::uint32_t noun) const {
    const auto& head = items_[chunks_[noun].head].lower;
    return (lexicon_.is(WordSet::Measure, head) || is_one_of(head, {"way", "distance", "nights", "hours"})) &&
           items_[chunks_[noun].first].lower != "their" && items_[chunks_[noun].first].lower != "its";
  }

  void after_measure(Clause& clause, std::uint32_t i) {
    clause.last = i + 1;
    phrases(clause, i + 1);
    after_arguments(clause);
  }

  /// "100 companies of police, roughly 10,000 men, to X", "its division, some 900 by one count, from X": what stands between the commas.
  [[nodiscard]] std::uint32_t over_apposition(std::uint32_t i) const {
    auto start = i;
    while (kind(start) == ChunkKind::Preposition && first_word(start) == "of" && kind(start + 1) == ChunkKind::Noun) start += 2;
    if (kind(start) != ChunkKind::Comma || kind(start + 1) != ChunkKind::Noun) return i;
    const auto& opening = chunks_[start + 1];
    if (!counts(opening)) return i;
    constexpr std::uint32_t longest = 10;  // chunks; more is a sentence of its own
    for (auto end = start + 2; end < start + longest && end < chunks_.size(); ++end) {
      if (kind(end) == ChunkKind::Verb || kind(end) == ChunkKind::Break || kind(end) == ChunkKind::Relative || kind(end) == ChunkKind::Subordinator) return i;
      if (kind(end) == ChunkKind::Comma) return kind(end + 1) == ChunkKind::Preposition ? end + 1 : i;
    }
    return i;
  }

  [[nodiscard]] bool counts(const Chunk& chunk) const {
    return std::any_of(items_.begin() + chunk.first, items_.begin() + chunk.last, [](const Item& item) { return item.quantity != none; }) ||
           is_one_of(items_[chunk.first].lower, {"between", "most", "some", "many", "half"});
  }

  /// "by rail", "by night": no one who does it.
  [[nodiscard]] bool is_means(std::uint32_t noun) const {
    return chunks_[noun].last - chunks_[noun].first == 1 && lexicon_.is(WordSet::Means, items_[chunks_[noun].head].lower);
  }

  /// "drew down its troops": the table has a sense of the verb with this word.
  [[nodiscard]] bool has_particle(std::uint32_t verb, std::string_view word) const {
    if (chunks_[verb].lemma == none || !is_one_of(word, {"up", "out", "back", "off", "down", "over", "away"})) return false;
    for (const auto sense : lexicon_.senses_of(chunks_[verb].lemma)) {
      const auto& particle = lexicon_.senses()[sense].particle;
      if (particle.size() == 1 && particle.front() == word) return true;
    }
    return false;
  }

  /// Adverbs, times and insertions; times are noted.
  std::uint32_t skip_light(Clause& clause, std::uint32_t i) {
    while (kind(i) == ChunkKind::Adverb || kind(i) == ChunkKind::Time || (i < chunks_.size() && aside_from(clause.verb, i))) {
      if (aside_from(clause.verb, i)) {
        ++i;
        continue;
      }
      if (kind(i) == ChunkKind::Time) {
        clause.times.push_back(i);
        clause.last = i + 1;
      }
      ++i;
    }
    return i;
  }

  enum class ListKind { Objects, Places };

  /// A known place, or a lone name that may be one the gazetteer does not have.
  [[nodiscard]] bool names_place(std::uint32_t noun) const {
    const auto& head = items_[chunks_[noun].head];
    // "in Kursk and Belgorod regions"
    const bool district = head.word != nullptr && head.word->noun == NounClass::Descriptive &&
                          std::any_of(items_.begin() + chunks_[noun].first, items_.begin() + chunks_[noun].head, [](const Item& item) { return item.mention != none; });
    return names(noun) || district || (head.tag == Tag::Name && head.force == nullptr && chunks_[noun].last - chunks_[noun].first == 1);
  }

  /// "A, B and C" from chunk `i`; returns one past the list.
  std::uint32_t take_list(std::vector<std::uint32_t>& list, std::uint32_t i, ListKind what) {
    list.push_back(i);
    ++i;
    for (;;) {
      std::uint32_t next = i;
      if (kind(next) == ChunkKind::Comma) ++next;
      if (kind(next) == ChunkKind::Conjunction) ++next;
      if (next == i || kind(next) != ChunkKind::Noun) return i;
      const auto after = right_of(next);
      const bool clause_follows = after != none && kind(after) == ChunkKind::Verb && (chunks_[after].finite || chunks_[after].modal != none);
      if (clause_follows) return i;
      const bool comma_only = next == i + 1 && kind(i) == ChunkKind::Comma;
      if (what == ListKind::Places && !names_place(next)) return i;
      if (what == ListKind::Objects && comma_only && !list_goes_on(next)) return i;
      list.push_back(next);
      i = next + 1;
    }
  }

  /// A comma list of objects has an "and" before its last member.
  [[nodiscard]] bool list_goes_on(std::uint32_t noun) const {
    for (std::uint32_t i = noun + 1; i < chunks_.size(); ++i) {
      if (kind(i) == ChunkKind::Conjunction) return kind(i + 1) == ChunkKind::Noun;
      if (kind(i) != ChunkKind::Comma && kind(i) != ChunkKind::Noun) return false;
    }
    return false;
  }

  /// "with perhaps 400 marines", "by only 200 men": the noun phrase behind a word of degree.
  [[nodiscard]] std::uint32_t over_degree(std::uint32_t i) const {
    return kind(i) == ChunkKind::Adverb && kind(i + 1) == ChunkKind::Noun && items_[chunks_[i + 1].first].tag == Tag::Number ? i + 1 : i;
  }

  void phrases(Clause& clause, std::uint32_t i) {
    while (i < chunks_.size()) {
      i = skip_light(clause, i);
      std::uint32_t next = i;
      if (kind(next) == ChunkKind::Comma || kind(next) == ChunkKind::Conjunction) {
        ++next;
        if (kind(next) == ChunkKind::Conjunction) ++next;
        std::uint32_t light = next;
        while (kind(light) == ChunkKind::Adverb) ++light;
        if (kind(light) == ChunkKind::Time && kind(next - 1) == ChunkKind::Comma) {
          clause.times.push_back(light);
          clause.last = light + 1;
          i = light + 1;
          continue;
        }
        next = light;
      }
      // "was deployed as peacekeepers in the north"
      if (next == i && kind(next) == ChunkKind::Subordinator && lower(next) == "as" && kind(next + 1) == ChunkKind::Noun && right_of(next + 1) != none &&
          kind(right_of(next + 1)) != ChunkKind::Verb) {
        clause.last = i = next + 2;
        continue;
      }
      // "sighted from Hachinohe about 60 km west of X": how far, in front of the preposition.
      if (kind(next) == ChunkKind::Noun && measures(next) && kind(next + 1) == ChunkKind::Preposition) ++next;
      if (kind(next) != ChunkKind::Preposition) return;
      const auto behind = over_degree(next + 1);
      if (kind(behind) != ChunkKind::Noun) {
        if (next == i && kind(next + 1) == ChunkKind::Preposition) {  // "withdrew back / across"
          i = next + 1;
          continue;
        }
        if (next == i && kind(next + 1) != ChunkKind::Verb && kind(next + 1) != ChunkKind::Noun) {  // a particle: "pulled out."
          clause.last = next + 1;
          i = next + 1;
          if (kind(i) == ChunkKind::Comma || kind(i) == ChunkKind::Conjunction) return;
          continue;
        }
        return;
      }
      // ", according to X" and ", amid fears" end the arguments.
      if (next != i && is_one_of(first_word(next), {"according", "amid", "despite", "with", "without", "as", "like"})) return;
      Phrase phrase;
      phrase.preposition = next;
      const auto end = take_list(phrase.nouns, behind, ListKind::Places);
      if (chunks_[next].kind == ChunkKind::Preposition && first_word(next) == "by" && clause.passive && clause.agent == none && !is_means(behind)) {
        clause.agent = behind;
      }
      clause.phrases.push_back(std::move(phrase));
      clause.last = i = end;
    }
  }

  /// "as soon as they complete ...", "if ...", behind the arguments.
  void after_arguments(Clause& clause) {
    auto i = clause.last;
    if (kind(i) == ChunkKind::Comma) ++i;
    if (kind(i) != ChunkKind::Subordinator) return;
    const auto word = first_word(i);
    if (is_one_of(word, {"if", "unless", "once"}) || (word == "as" && chunks_[i].last - chunks_[i].first > 2)) clause.condition = i;
  }

};

}  // namespace

void read_arguments(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon, Clause& clause) {
  ArgumentReader(items, chunks, lexicon).arguments(clause);
}

}  // namespace dateline::claims::detail
