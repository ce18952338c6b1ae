#include "claims/detail/clauses.hpp"

#include <algorithm>
#include <string_view>

namespace dateline::claims::detail {

namespace {

/// Steps to the left that a search for a subject may take; more is another clause in damaged text.
constexpr int max_climb = 24;

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class ClauseFinder {
 public:
  ClauseFinder(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon)
      : items_(items), chunks_(chunks), lexicon_(lexicon), clause_of_(chunks.size(), none) {}

  std::vector<Clause> run() {
    decide_participles();
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
      if (chunks_[i].kind != ChunkKind::Verb) continue;
      Clause clause;
      clause.verb = i;
      clause.passive = chunks_[i].passive;
      hang(clause);
      arguments(clause);
      clause_of_[i] = static_cast<std::uint32_t>(clauses_.size());
      clauses_.push_back(std::move(clause));
    }
    return std::move(clauses_);
  }

 private:
  [[nodiscard]] ChunkKind kind(std::uint32_t i) const { return i < chunks_.size() ? chunks_[i].kind : ChunkKind::Break; }
  [[nodiscard]] std::string_view lower(std::uint32_t chunk) const { return items_[chunks_[chunk].last - 1].lower; }
  [[nodiscard]] std::string_view first_word(std::uint32_t chunk) const { return items_[chunks_[chunk].first].lower; }
  [[nodiscard]] bool is_finite(std::uint32_t i) const { return kind(i) == ChunkKind::Verb && chunks_[i].finite; }
  [[nodiscard]] std::string_view lemma(std::uint32_t i) const {
    return chunks_[i].lemma == none ? std::string_view{} : std::string_view(lexicon_.lemma(chunks_[i].lemma));
  }
  [[nodiscard]] bool skippable(std::uint32_t i) const { return kind(i) == ChunkKind::Adverb || kind(i) == ChunkKind::Time; }

  /// The chunk before `i`, adverbs and times skipped; none at the start.
  [[nodiscard]] std::uint32_t left_of(std::uint32_t i) const {
    while (i-- > 0) {
      if (!skippable(i)) return i;
    }
    return none;
  }
  [[nodiscard]] std::uint32_t right_of(std::uint32_t i) const {
    ++i;
    while (i < chunks_.size() && skippable(i)) ++i;
    return i < chunks_.size() ? i : none;
  }

  /// A bare "-ed" form is the past of a finite clause or a participle; its surroundings tell.
  void decide_participles() {
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
      auto& group = chunks_[i];
      if (group.kind != ChunkKind::Verb || !group.bare_participle) continue;
      group.finite = group.may_be_past && reads_as_past(i);
      group.passive = !group.finite;
    }
  }

  [[nodiscard]] bool reads_as_past(std::uint32_t i) const {
    const auto left = left_of(i);
    const auto right = right_of(i);
    const bool object = right != none && kind(right) == ChunkKind::Noun;
    const bool by = right != none && kind(right) == ChunkKind::Preposition && first_word(right) == "by";
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
    if (kind(left) == ChunkKind::Comma) return object && !by && !finite_follows(i);
    if (kind(left) != ChunkKind::Noun) return kind(left) != ChunkKind::Verb && kind(left) != ChunkKind::Subordinator;
    if (object && !by) return true;
    if (by) return false;
    if (finite_follows(i)) return false;
    if (chunks_[i].lemma == none) return true;
    for (const auto sense : lexicon_.senses_of(chunks_[i].lemma)) {
      const auto frame = lexicon_.senses()[sense].frame;
      if (frame == Frame::Cause || frame == Frame::Give) return false;
    }
    return true;
  }

  /// A tensed verb after `i` in the same stretch, which must then be the verb of the sentence.
  [[nodiscard]] bool finite_follows(std::uint32_t i) const {
    int commas = 0;
    for (std::uint32_t j = i + 1; j < chunks_.size(); ++j) {
      switch (kind(j)) {
        case ChunkKind::Verb:
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

  // ---- where the clause hangs -------------------------------------------------------------------------------------

  void hang(Clause& clause) {
    const auto& group = chunks_[clause.verb];
    if (group.infinitive) return hang_infinitive(clause);
    if (group.ing) return hang_ing(clause);
    if (!group.finite) return hang_participle(clause);
    hang_finite(clause);
  }

  void hang_finite(Clause& clause) {
    auto left = left_of(clause.verb);
    if (left == none) return void(clause.link = Link::Shared);
    if (kind(left) == ChunkKind::There) return;
    if (kind(left) == ChunkKind::Conjunction) return share(clause);
    if (kind(left) == ChunkKind::Relative) return relative(clause, left);
    if (kind(left) == ChunkKind::Comma) {
      if (const auto before = before_insertion(left); before != none) {
        set_subject(clause, before);
        return mark_subordination(clause);
      }
      return share(clause);
    }
    if (kind(left) == ChunkKind::Noun) {
      set_subject(clause, left);
      if (clause.subject != none) return mark_subordination(clause);
    }
    share(clause);
  }

  void set_subject(Clause& clause, std::uint32_t noun) {
    clause.subject_first = none;
    clause.subject = climb(noun, clause.subject_first, 0);
    if (clause.subject_first == none) clause.subject_first = clause.subject;
  }

  /// From the noun phrase next to the verb to the head of the subject: over "of", "in", "belonging to", "deployed in".
  std::uint32_t climb(std::uint32_t noun, std::uint32_t& first, int depth) const {
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
    if (kind(left) == ChunkKind::Conjunction && kind(left_of(left)) == ChunkKind::Noun && !after_verb(left_of(left))) {
      std::uint32_t deeper = none;
      const auto head = climb(left_of(left), deeper, depth + 1);
      if (head != none) {
        first = deeper != none ? deeper : head;
        return head;
      }
    }
    return noun;
  }

  /// True if the noun phrase is the object or complement of a verb before it in the same clause.
  [[nodiscard]] bool after_verb(std::uint32_t noun) const {
    for (std::uint32_t i = noun; i-- > 0;) {
      switch (kind(i)) {
        case ChunkKind::Verb: return true;
        case ChunkKind::Subordinator:
        case ChunkKind::Relative:
        case ChunkKind::Break: return false;
        default: break;
      }
    }
    return false;
  }

  std::uint32_t over_reduced(std::uint32_t verb, std::uint32_t noun, std::uint32_t& first, int depth) const {
    const auto before = left_of(verb);
    if (before == none) return noun;
    if (kind(before) == ChunkKind::Noun) return climb(before, first, depth + 1);
    if (kind(before) == ChunkKind::Comma && before > 0 && kind(before - 1) == ChunkKind::Noun) return climb(before - 1, first, depth + 1);
    return none;
  }

  /// "The troops, transported to X from 8 to 13, received": the noun before the insertion that ends at this comma.
  [[nodiscard]] std::uint32_t before_insertion(std::uint32_t comma) const {
    for (std::uint32_t j = comma; j-- > 0;) {
      if (is_finite(j) && !(j > 0 && kind(j - 1) == ChunkKind::Relative)) return none;
      if (kind(j) == ChunkKind::Break) return none;
      if (kind(j) != ChunkKind::Comma || j == 0) continue;
      const auto start = j + 1;
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
  [[nodiscard]] bool list_like(std::uint32_t from, std::uint32_t to) const {
    if (to != from + 2 || kind(from + 1) != ChunkKind::Noun) return false;
    for (std::uint32_t j = from; j-- > 0;) {
      if (kind(j) == ChunkKind::Comma) return true;
      if (kind(j) == ChunkKind::Verb) return false;
    }
    return false;
  }

  void mark_subordination(Clause& clause) {
    auto first = clause.subject_first;
    auto before = first == none ? none : left_of(first);
    if (before == none) return;
    if (kind(before) == ChunkKind::Relative && first_word(before) == "where") {
      clause.link = Link::Where;
      const auto place = left_of(before);
      const auto noun = place != none && kind(place) == ChunkKind::Comma ? left_of(place) : place;
      if (noun != none && kind(noun) == ChunkKind::Noun) clause.antecedent_place = noun;
      return;
    }
    if (kind(before) != ChunkKind::Subordinator) return;
    clause.subordinator = before;
    const auto word = first_word(before);
    if (one_of(word, {"if", "unless", "whether"})) clause.link = Link::If;
    if (one_of(word, {"when", "once", "until", "before"}) || (word == "as" && lower(before) == "as" && chunks_[before].last - chunks_[before].first > 1)) {
      clause.link = Link::Adverbial;
    }
  }

  void relative(Clause& clause, std::uint32_t pronoun) {
    clause.link = Link::Relative;
    if (first_word(pronoun) == "where") {
      clause.link = Link::Where;
      return;
    }
    auto before = left_of(pronoun);
    if (before != none && kind(before) == ChunkKind::Comma) before = left_of(before);
    if (before == none || kind(before) != ChunkKind::Noun) return;
    clause.subject = clause.subject_first = before;
  }

  /// The subject is that of the nearest earlier verb of the same form.
  void share(Clause& clause) {
    clause.link = Link::Shared;
    for (std::uint32_t j = clause.verb; j-- > 0;) {
      if (kind(j) == ChunkKind::Break) return;
      if (!is_finite(j) || clause_of_[j] == none) continue;
      const auto& earlier = clauses_[clause_of_[j]];
      if (earlier.subject == none) continue;
      clause.subject = earlier.subject;
      if (earlier.link == Link::If || earlier.link == Link::Adverbial) clause.link = earlier.link;
      return;
    }
  }

  void hang_infinitive(Clause& clause) {
    auto left = left_of(clause.verb);
    clause.link = Link::Purpose;
    if (left == none) return void(clause.link = Link::Unheld);
    if (kind(left) == ChunkKind::Conjunction) return coordinate(clause, left);
    if (kind(left) == ChunkKind::Verb) return govern(clause, left, none);
    if (kind(left) != ChunkKind::Noun) return;
    if (noun_governs(clause, left)) return;
    const auto governor = verb_before(left);
    if (governor == none) return;
    // The nearest noun phrase directly after the verb is its object.
    govern(clause, governor, right_of(governor) != none && kind(right_of(governor)) == ChunkKind::Noun ? right_of(governor) : none);
  }

  /// "plans to", "the decision to", "ready to", "due to": the last word of the noun phrase is a cue.
  bool noun_governs(Clause& clause, std::uint32_t noun) {
    const auto& item = items_[chunks_[noun].last - 1];
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
    return true;
  }

  /// The verb whose complements lead up to the noun phrase.
  [[nodiscard]] std::uint32_t verb_before(std::uint32_t noun) const {
    for (std::uint32_t i = noun; i-- > 0;) {
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
  void govern(Clause& clause, std::uint32_t verb, std::uint32_t object) {
    if (clause_of_[verb] == none) return;
    const auto& outer = clauses_[clause_of_[verb]];
    const auto* cue = lexicon_.cue_of(lemma(verb));
    clause.governor = clause_of_[verb];
    clause.subject = outer.subject;
    const bool be_to = chunks_[verb].copula && chunks_[clause.verb].infinitive;
    if (be_to) return void(clause.link = Link::Governed);
    if (cue == nullptr) {
      clause.link = chunks_[clause.verb].infinitive ? Link::Purpose : Link::Adjunct;
      if (object != none && !outer.passive) clause.subject = object;
      return;
    }
    if (cue->role == CueRole::Irrealis) return void(clause.link = Link::Unheld);
    clause.link = Link::Governed;
    if (object != none && !outer.passive) clause.subject = object;
    if (cue->role == CueRole::Accuse && object == none && !outer.passive) clause.link = Link::Unheld;
  }

  void coordinate(Clause& clause, std::uint32_t conjunction) {
    const auto& group = chunks_[clause.verb];
    for (std::uint32_t j = conjunction; j-- > 0;) {
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
      const auto& earlier = clauses_[clause_of_[j]];
      clause.governor = earlier.governor;
      clause.noun_cue = earlier.noun_cue;
      clause.subject = earlier.subject;
      clause.link = earlier.link;
      return;
    }
    clause.link = Link::Unheld;
  }

  void hang_ing(Clause& clause) {
    const auto left = left_of(clause.verb);
    clause.link = Link::Adjunct;
    if (left == none) {
      const auto next = next_finite(clause.verb);
      // "Deploying troops would be ..." names a possibility.
      clause.link = next != none && kind(left_of(next)) != ChunkKind::Noun ? Link::Unheld : Link::Adjunct;
      if (next != none && chunks_[next].modal != none) clause.link = Link::Unheld;
      return;
    }
    switch (kind(left)) {
      case ChunkKind::Verb: return govern(clause, left, none);
      case ChunkKind::Conjunction: return coordinate(clause, left);
      case ChunkKind::Preposition: return after_preposition(clause, left);
      case ChunkKind::Noun: return after_noun(clause, left);
      case ChunkKind::Comma: return adjunct_after_comma(clause);
      default: return;
    }
  }

  [[nodiscard]] std::uint32_t next_finite(std::uint32_t i) const {
    for (++i; i < chunks_.size(); ++i) {
      if (is_finite(i)) return i;
      if (kind(i) == ChunkKind::Break) return none;
    }
    return none;
  }

  void after_preposition(Clause& clause, std::uint32_t preposition) {
    const auto word = first_word(preposition);
    const auto before = left_of(preposition);
    if (before == none) return void(clause.link = Link::Adjunct);
    if (kind(before) == ChunkKind::Verb) {
      if (lexicon_.cue_of(lemma(before)) != nullptr) return govern(clause, before, none);
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
    clause.link = one_of(word, {"by", "after"}) ? Link::Adjunct : Link::Unheld;
    if (clause.link == Link::Adjunct) {
      const auto verb = verb_before(preposition);
      if (verb != none && clause_of_[verb] != none) clause.subject = clauses_[clause_of_[verb]].subject;
    }
  }

  void after_noun(Clause& clause, std::uint32_t noun) {
    const auto verb = left_of(noun);
    if (verb != none && kind(verb) == ChunkKind::Verb && !chunks_[verb].passive) {
      const auto* cue = lexicon_.cue_of(lemma(verb));
      bool finds = cue != nullptr && cue->role == CueRole::Raise;
      if (chunks_[verb].lemma != none) {
        for (const auto sense : lexicon_.senses_of(chunks_[verb].lemma)) finds = finds || lexicon_.senses()[sense].frame == Frame::Find;
      }
      if (finds && clause_of_[verb] != none) {
        clause.governor = clause_of_[verb];
        clause.subject = clause.subject_first = noun;
        clause.link = Link::Governed;
        return;
      }
    }
    clause.link = Link::Reduced;
    clause.subject = clause.subject_first = noun;
  }

  void adjunct_after_comma(Clause& clause) {
    for (std::uint32_t j = clause.verb; j-- > 0;) {
      if (!is_finite(j) || clause_of_[j] == none) continue;
      clause.subject = clauses_[clause_of_[j]].subject;
      return;
    }
    const auto comma = left_of(clause.verb);
    if (comma != none && comma > 0 && kind(comma - 1) == ChunkKind::Noun) clause.subject = clause.subject_first = comma - 1;
  }

  void hang_participle(Clause& clause) {
    const auto left = left_of(clause.verb);
    clause.link = Link::Reduced;
    if (left == none) return void(clause.link = Link::Adjunct);
    if (kind(left) == ChunkKind::Noun) {
      clause.subject = clause.subject_first = left;
      return;
    }
    if (kind(left) == ChunkKind::Comma && left > 0 && kind(left - 1) == ChunkKind::Noun) {
      std::uint32_t first = none;
      const auto head = climb(left - 1, first, 0);
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

  // ---- what follows the verb --------------------------------------------------------------------------------------

  void arguments(Clause& clause) {
    std::uint32_t i = clause.verb + 1;
    clause.last = i;
    i = skip_light(clause, i);
    // "called up 5,000 reservists": a particle before the object.
    if (kind(i) == ChunkKind::Preposition && one_of(lower(i), {"up", "out", "back", "over", "off", "down", "away"}) && kind(i + 1) == ChunkKind::Noun &&
        chunks_[i].last - chunks_[i].first == 1 && !one_of(lower(i), {"over", "down", "off"})) {
      ++i;
    } else if (kind(i) == ChunkKind::Preposition && lower(i) == "over" && lemma(clause.verb) == "hand") {
      ++i;
    }
    if (kind(i) == ChunkKind::Noun && !(right_of(i) != none && is_finite(right_of(i)) && !chunks_[right_of(i)].bare_participle)) {
      i = take_list(clause.objects, i, ListKind::Objects);
      // "gave Kenya four launchers": the receiver stands first.
      if (kind(i) == ChunkKind::Noun && clause.objects.size() == 1 && items_[chunks_[clause.objects.front()].head].mention != none) {
        i = take_list(clause.objects, i, ListKind::Objects);
      }
    }
    clause.last = std::max(clause.last, i);
    phrases(clause, i);
    after_arguments(clause);
  }

  /// Adverbs and times; times are noted.
  std::uint32_t skip_light(Clause& clause, std::uint32_t i) {
    while (kind(i) == ChunkKind::Adverb || kind(i) == ChunkKind::Time) {
      if (kind(i) == ChunkKind::Time) {
        clause.times.push_back(i);
        clause.last = i + 1;
      }
      ++i;
    }
    return i;
  }

  enum class ListKind { Objects, Places };

  [[nodiscard]] bool is_name(std::uint32_t noun) const { return items_[chunks_[noun].head].mention != none; }

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
      if (what == ListKind::Places && !is_name(next)) return i;
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
      if (kind(next) != ChunkKind::Preposition) return;
      if (kind(next + 1) != ChunkKind::Noun) {
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
      if (next != i && one_of(first_word(next), {"according", "amid", "despite", "with", "without", "as", "like"})) return;
      Phrase phrase;
      phrase.preposition = next;
      const auto end = take_list(phrase.nouns, next + 1, ListKind::Places);
      if (chunks_[next].kind == ChunkKind::Preposition && first_word(next) == "by" && clause.passive && clause.agent == none) {
        clause.agent = next + 1;
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
    if (one_of(word, {"if", "unless", "once"}) || (word == "as" && chunks_[i].last - chunks_[i].first > 2)) clause.condition = i;
  }

  const std::vector<Item>& items_;
  std::vector<Chunk>& chunks_;
  const Lexicon& lexicon_;
  std::vector<std::uint32_t> clause_of_;
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> find_clauses(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon) {
  return ClauseFinder(items, chunks, lexicon).run();
}

}  // namespace dateline::claims::detail
