#include "claims/detail/clauses.hpp"

#include "claims/detail/asides.hpp"
#include "claims/detail/chunk_view.hpp"
#include "claims/detail/clause_arguments.hpp"
#include "claims/detail/participles.hpp"
#include "claims/detail/subjects.hpp"

namespace dateline::claims::detail {

namespace {

/// Hangs every verb of a sentence: its subject, and the verb that governs it.
class ClauseFinder : public ChunkView {
 public:
  ClauseFinder(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon)
      : ChunkView(items, chunks, lexicon), subjects_(items, chunks, lexicon), clause_of_(chunks.size(), none) {}

  std::vector<Clause> run() {
    mark_asides(items_, chunks_, lexicon_);
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
    return std::move(clauses_);
  }

 private:
  /// "the troops (that) it moved to X": the object of a relative clause stands before its subject.
  void take_antecedent(Clause& clause) const {
    if (clause.passive || !clause.objects.empty() || !chunks_[clause.verb].finite || clause.subject == none || clause.subject >= clause.verb || clause.link != Link::Main) return;
    auto before = clause.subject_first == none ? clause.subject : clause.subject_first;
    if (before == 0) return;
    --before;
    if (kind(before) == ChunkKind::Relative && first_word(before) != "where" && before > 0) --before;
    else if (kind(before) == ChunkKind::Subordinator && first_word(before) == "that" && before > 0) --before;
    if (kind(before) != ChunkKind::Noun || !is_force(before) || chunks_[clause.verb].lemma == none) return;
    const bool sends = std::any_of(lexicon_.senses_of(chunks_[clause.verb].lemma).begin(), lexicon_.senses_of(chunks_[clause.verb].lemma).end(), [&](std::uint32_t sense) {
      const auto frame = lexicon_.senses()[sense].frame;
      return frame == Frame::Cause || frame == Frame::Both || frame == Frame::Place || frame == Frame::Give;
    });
    if (!sends || is_force(clause.subject)) return;
    clause.objects.push_back(before);
    clause.link = Link::Relative;
  }

  /// A verb of movement whose subject no rule has found: the nearest force in front of it in the same stretch, unless another verb has it as its object.
  void find_lost_subject(Clause& clause) const {
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
  void take_inverted_subject(Clause& clause) const {
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
      if (const auto before = subjects_.before_insertion(left); before != none) {
        set_subject(clause, before);
        return mark_subordination(clause);
      }
      return share(clause);
    }
    if (kind(left) == ChunkKind::Noun) {
      set_subject(clause, left);
      if (clause.subject != none) return mark_subordination(clause);
    }
    // "the soldiers quartered there will go": over a participle without a noun behind it.
    if (kind(left) == ChunkKind::Verb && !chunks_[left].finite && !chunks_[left].infinitive && clause_of_[left] != none && clauses_[clause_of_[left]].link == Link::Reduced &&
        clauses_[clause_of_[left]].subject != none) {
      set_subject(clause, clauses_[clause_of_[left]].subject);
      return mark_subordination(clause);
    }
    share(clause);
  }

  void set_subject(Clause& clause, std::uint32_t noun) {
    clause.subject_first = none;
    clause.subject = subjects_.climb(noun, clause.subject_first, 0);
    if (clause.subject_first == none) clause.subject_first = clause.subject;
  }

  void mark_subordination(Clause& clause) {
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
    if (is_one_of(word, {"if", "unless", "whether"})) clause.link = Link::If;
    if (is_one_of(word, {"when", "once", "until", "before"}) || (word == "as" && lower(before) == "as" && chunks_[before].last - chunks_[before].first > 1)) {
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
    // "peacekeepers, about 2,000 of whom are based": the people counted stand before the number.
    if (before != none && kind(before) == ChunkKind::Preposition && lower(before) == "of" && left_of(before) != none && kind(left_of(before)) == ChunkKind::Noun) {
      before = left_of(left_of(before));
    }
    if (before != none && kind(before) == ChunkKind::Comma) before = left_of(before);
    if (before == none || kind(before) != ChunkKind::Noun) return;
    // "a column of guns that had been parked": the column.
    if (const auto whole = whole_of(before); whole != before && is_mover(whole)) before = whole;
    clause.subject = clause.subject_first = before;
  }

  /// The subject is that of the nearest earlier verb of the same form.
  void share(Clause& clause) {
    clause.link = Link::Shared;
    for (std::uint32_t j = clause.verb; j-- > 0;) {
      if (aside_from(clause.verb, j)) continue;
      if (kind(j) == ChunkKind::Break) return;
      if (!is_finite(j) || clause_of_[j] == none) continue;
      const auto& earlier = clauses_[clause_of_[j]];
      if (earlier.subject == none) continue;
      clause.subject = earlier.subject;
      if (earlier.link == Link::If || earlier.link == Link::Adverbial) clause.link = earlier.link;
      // "will hand over the post and withdraw": the bare second verb stands under the same modal.
      auto& group = chunks_[clause.verb];
      const bool bare = group.first + 1 == group.last && items_[group.head].word != nullptr && (items_[group.head].word->verb_forms & base_form) != 0;
      if (bare && group.modal == none && chunks_[j].modal != none) group.modal = chunks_[j].modal;
      return;
    }
  }

  void hang_infinitive(Clause& clause) {
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
    if (noun_governs(clause, left) || is_first_to(clause, left)) return;
    // "a promise by Oman to send"
    if (left >= 2 && kind(left - 1) == ChunkKind::Preposition && lower(left - 1) == "by" && kind(left - 2) == ChunkKind::Noun && noun_governs(clause, left - 2)) {
      clause.subject = left;
      return;
    }
    const auto governor = verb_before(left);
    if (governor == none && left_of(left) == none && clause.verb > 0 && next_finite(clause.verb) == none) {  // a headline: "Nato to send 1,000 troops to Kosovo"
      clause.link = Link::Main;
      clause.subject = clause.subject_first = left;
      return;
    }
    if (governor == none) return;
    // The nearest noun phrase directly after the verb is its object.
    govern(clause, governor, right_of(governor) != none && kind(right_of(governor)) == ChunkKind::Noun ? right_of(governor) : none);
  }

  /// "plans to", "the decision to", "ready to", "due to": the last word of the noun phrase is a cue.
  bool noun_governs(Clause& clause, std::uint32_t noun) {
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
  bool is_first_to(Clause& clause, std::uint32_t noun) {
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

  /// The verb whose complements lead up to the noun phrase.
  [[nodiscard]] std::uint32_t verb_before(std::uint32_t noun) const {
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
  void govern(Clause& clause, std::uint32_t verb, std::uint32_t object) {
    if (clause_of_[verb] == none) return;
    const auto& outer = clauses_[clause_of_[verb]];
    const auto* cue = lexicon_.cue_of(lemma(verb));
    clause.governor = clause_of_[verb];
    clause.subject = outer.subject;
    const bool be_to = (chunks_[verb].copula || chunks_[verb].possession) && chunks_[clause.verb].infinitive;  // "is to send", "had to leave"
    if (be_to) return void(clause.link = Link::Governed);
    if (cue == nullptr) {
      clause.link = chunks_[clause.verb].infinitive ? Link::Purpose : Link::Adjunct;
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

  void coordinate(Clause& clause, std::uint32_t conjunction) {
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
    clause.link = is_one_of(word, {"by", "after"}) ? Link::Adjunct : Link::Unheld;
    if (clause.link == Link::Adjunct) {
      const auto verb = verb_before(preposition);
      if (verb != none && clause_of_[verb] != none) clause.subject = clauses_[clause_of_[verb]].subject;
    }
  }

  /// A verb of perception or report: "saw", "showed", "detected".
  [[nodiscard]] bool finds(std::uint32_t verb) const {
    const auto* cue = lexicon_.cue_of(lemma(verb));
    if (cue != nullptr && cue->role == CueRole::Raise) return true;
    if (chunks_[verb].lemma == none) return false;
    for (const auto sense : lexicon_.senses_of(chunks_[verb].lemma)) {
      if (lexicon_.senses()[sense].frame == Frame::Find) return true;
    }
    return false;
  }

  void after_noun(Clause& clause, std::uint32_t noun) {
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
  }

  /// "reports of troops crossing": what is said, and no part of the troops.
  [[nodiscard]] bool tells_of(std::uint32_t noun) const {
    return is_one_of(items_[chunks_[noun].head].lower, {"reports", "report", "rumours", "rumors", "claims", "claim", "accounts", "allegations", "talk", "news", "pictures", "images", "footage", "videos", "video", "photographs",
                                                        "photos", "signs", "evidence", "sight", "sound", "stories", "story", "accusations"});
  }

  /// "a column of tanks heading for": the column, since "of" only says what it consists of.
  [[nodiscard]] std::uint32_t whole_of(std::uint32_t noun) const {
    while (noun >= 2 && kind(noun - 1) == ChunkKind::Preposition && lower(noun - 1) == "of" && kind(noun - 2) == ChunkKind::Noun && !(is_mover(noun) && tells_of(noun - 2))) noun -= 2;
    return noun;
  }

  /// "will see 3,500 soldiers and 200 vehicles stationed in": all that is seen.
  [[nodiscard]] std::uint32_t seen_by(std::uint32_t noun, std::uint32_t& first) const {
    first = whole_of(noun);
    for (auto at = first; at >= 2 && kind(at - 1) == ChunkKind::Conjunction && kind(at - 2) == ChunkKind::Noun;) first = at = whole_of(at - 2);
    const auto verb = left_of(first);
    if (verb == none || kind(verb) != ChunkKind::Verb || chunks_[verb].passive || clause_of_[verb] == none) return none;
    return lemma(verb) == "see" || finds(verb) ? verb : none;
  }

  void adjunct_after_comma(Clause& clause) {
    for (std::uint32_t j = clause.verb; j-- > 0;) {
      if (aside_from(clause.verb, j) || !is_finite(j) || clause_of_[j] == none) continue;
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
    // "remain dug in around X": the state that they stay in.
    if (kind(left) == ChunkKind::Verb && left + 1 == clause.verb && is_one_of(lemma(left), {"remain", "stay", "lie", "sit", "stand"}) && clause_of_[left] != none) {
      const auto& outer = clauses_[clause_of_[left]];
      clause.subject = outer.subject;
      clause.subject_first = outer.subject_first;
      clause.link = outer.link;
      return;
    }
    if (kind(left) == ChunkKind::Noun) {
      std::uint32_t all = left;
      const auto verb = seen_by(left, all);
      clause.subject = clause.subject_first = verb != none ? all : whole_of(left);
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

  SubjectFinder subjects_;
  std::vector<std::uint32_t> clause_of_;
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> find_clauses(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon) {
  return ClauseFinder(items, chunks, lexicon).run();
}

}  // namespace dateline::claims::detail
