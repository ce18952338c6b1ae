#include "claims/detail/chunker.hpp"

namespace dateline::claims::detail {

namespace {

class Chunker {
 public:
  explicit Chunker(const std::vector<Item>& items) : items_(items) {}

  std::vector<Chunk> run() {
    while (at_ < items_.size()) {
      if (!verb_chunk() && !noun_chunk()) single();
    }
    return std::move(chunks_);
  }

 private:
  [[nodiscard]] Tag tag(std::size_t i) const { return i < items_.size() ? items_[i].tag : Tag::Stop; }
  static bool is_auxiliary(Tag tag) { return tag == Tag::Be || tag == Tag::Have || tag == Tag::Do || tag == Tag::Modal; }

  Chunk& add(ChunkKind kind, std::size_t first, std::size_t last) {
    Chunk chunk;
    chunk.kind = kind;
    chunk.first = static_cast<std::uint32_t>(first);
    chunk.last = static_cast<std::uint32_t>(last);
    chunk.head = static_cast<std::uint32_t>(last - 1);
    chunks_.push_back(chunk);
    return chunks_.back();
  }

  /// True if an adverb at `i` stands inside a verb group: another auxiliary or the verb follows.
  [[nodiscard]] bool group_goes_on(std::size_t i) const {
    const bool after_modal = i > 0 && (tag(i - 1) == Tag::Modal || tag(i - 1) == Tag::Have);  // "may soon be"
    for (std::size_t next = i; next < i + 3; ++next) {
      const auto following = tag(next);
      if (is_auxiliary(following) || following == Tag::Verb || following == Tag::Not) return next == i || after_modal || tag(next - 1) != Tag::Time || tag(next) == Tag::Verb;
      if (following != Tag::Adverb && following != Tag::Time) return false;
    }
    return false;
  }

  bool verb_chunk() {
    const auto first = tag(at_);
    if (!is_auxiliary(first) && first != Tag::To && first != Tag::Verb && first != Tag::Not) return false;
    std::size_t i = at_;
    Chunk group;
    bool have = false;
    bool be = false;
    std::size_t main = none;
    while (i < items_.size()) {
      const auto now = tag(i);
      if (now == Tag::To && (i == at_ || (i == at_ + 1 && group.negated))) {  // "not to move troops"
        group.infinitive = true;
      } else if (now == Tag::Modal) {
        group.modal = static_cast<std::uint32_t>(i);
      } else if (now == Tag::Have) {
        have = true;
        be = false;
        note_tense(group, i);
        main = i;
      } else if (now == Tag::Be) {
        if (items_[i].lower == "being") group.progressive = true;
        be = true;
        note_tense(group, i);
        main = i;
      } else if (now == Tag::Do) {
        note_tense(group, i);
        main = i;
      } else if (now == Tag::Not) {
        group.negated = true;
      } else if (now == Tag::Verb) {
        finish(group, i, have, be);
        main = i;
        ++i;
        break;
      } else if (i == at_ || (now != Tag::Adverb && now != Tag::Time) || !group_goes_on(i)) {
        break;
      }
      ++i;
    }
    if (main == none) return false;  // "to" or "not" alone
    if (tag(main) != Tag::Verb) {
      group.copula = tag(main) == Tag::Be;
      group.possession = tag(main) == Tag::Have;
      group.finite = !group.infinitive && items_[main].lower != "being" && items_[main].lower != "having";
      group.ing = !group.finite && !group.infinitive;
      group.perfect = have && be;
    }
    group.kind = ChunkKind::Verb;
    group.first = static_cast<std::uint32_t>(at_);
    group.last = static_cast<std::uint32_t>(i);
    group.head = static_cast<std::uint32_t>(main);
    if (items_[main].word != nullptr && items_[main].word->verb_forms != 0) group.lemma = items_[main].word->verb;
    chunks_.push_back(group);
    at_ = i;
    return true;
  }

  void note_tense(Chunk& group, std::size_t i) const {
    const auto& lower = items_[i].lower;
    if (lower == "is" || lower == "are" || lower == "has" || lower == "have" || lower == "am" || lower == "does" || lower == "do") group.present = true;
  }

  void finish(Chunk& group, std::size_t i, bool have, bool be) const {
    const auto& item = items_[i];
    std::uint8_t forms = item.word != nullptr ? item.word->verb_forms : std::uint8_t{0};
    if (forms == 0) forms = item.lower.ends_with("ing") ? std::uint8_t{ing_form} : static_cast<std::uint8_t>(past_form | participle_form);
    const bool auxiliary = have || be || group.modal != none || group.present;
    const bool participle = (forms & participle_form) != 0;
    group.perfect = have;
    if (be && participle) group.passive = true;
    if (be && (forms & ing_form) != 0) group.progressive = true;
    if (!auxiliary && !group.infinitive) {
      group.ing = forms == ing_form;
      group.bare_participle = participle && (forms & base_form) == 0;
      group.may_be_past = (forms & past_form) != 0;
      group.present = (forms & (base_form | third_form)) != 0 && (forms & past_form) == 0;
    }
    group.finite = !group.infinitive && !group.ing && !(group.bare_participle);
    if (group.bare_participle && !(forms & participle_form)) group.finite = true;
    if ((items_[at_].lower == "being" || items_[at_].lower == "having") && group.finite) {
      group.finite = false;
      group.ing = true;
    }
  }

  bool noun_chunk() {
    std::size_t i = at_;
    std::size_t head = none;
    while (i < items_.size()) {
      const auto now = tag(i);
      if (now == Tag::Noun || now == Tag::Name) {
        if (head != none && (opens_part(i) || opens_clause(i))) break;
        head = i;
      } else if (now == Tag::Determiner || now == Tag::Number) {
        if (now == Tag::Determiner && i > at_ && tag(i - 1) == Tag::Number) break;  // "doubled to 2,000 the number of"
        // "its 1,500 soldiers" goes on, "the soldiers the army sent" is two.
        if (head != none && tag(i - 1) != Tag::Possessive && tag(i - 1) != Tag::Conjunction && !(now == Tag::Number && number_goes_on(i))) break;
      } else if (now == Tag::Adverb) {
        if (i == at_ || (tag(i + 1) != Tag::Adjective)) break;
      } else if (now == Tag::Conjunction) {
        // "Belarusian and Russian troops" is one phrase.
        // "two Russian and three Chinese destroyers" too.
        const bool numbered = tag(i + 1) == Tag::Number && is_nation(i + 2) && tag(i + 3) == Tag::Noun;
        if (i != at_ && sorts_of_force(i)) {
          ++i;
          continue;
        }
        if (i == at_ || !(is_nation(i - 1) || (items_[i - 1].body && is_nation(i + 1))) || !(ends_nations(i + 1) || numbered) || items_[i - 1].lower.ends_with("s")) break;
      } else if (now == Tag::Comma && lists_nations(i)) {
        // "Australian, British and New Zealand soldiers"
      } else if (now == Tag::Pronoun) {
        if (i != at_ && !(items_[i].lower == "others" && tag(i - 1) == Tag::Number)) break;  // "800 others will follow"
        head = i;
        ++i;
        break;
      } else if (now == Tag::Possessive) {
        if (i == at_) break;
      } else if (now != Tag::Adjective) {
        break;
      }
      ++i;
    }
    if (i == at_) return false;
    auto& made = add(ChunkKind::Noun, at_, i);
    if (head != none) made.head = static_cast<std::uint32_t>(head);
    at_ = i;
    return true;
  }

  /// "ground and air forces": two sorts of one noun.
  [[nodiscard]] bool sorts_of_force(std::size_t i) const {
    const auto sort = [&](std::size_t at) { return at < items_.size() && items_[at].word != nullptr && items_[at].word->modifier && items_[at].mention == none; };
    return items_[i].lower == "and" && sort(i - 1) && sort(i + 1) && tag(i + 2) == Tag::Noun && items_[i + 2].word != nullptr && items_[i + 2].word->noun != NounClass::None;
  }

  /// "the largest cutters China owns", "the soldiers France has sent": a name behind a plural, and its verb.
  [[nodiscard]] bool opens_clause(std::size_t i) const {
    const auto& before = items_[i - 1];
    if (items_[i].tag != Tag::Name || items_[i].mention == none || items_[i].demonym || before.tag != Tag::Noun || !(before.lower.ends_with("s") || (before.word != nullptr && before.word->plural))) return false;
    return tag(i + 1) == Tag::Verb || is_auxiliary(tag(i + 1));
  }

  /// "returned to their bases part of the troops": another phrase begins.
  [[nodiscard]] bool opens_part(std::size_t i) const {
    const auto* word = items_[i].word;
    const auto* before = items_[i - 1].word;
    return i + 1 < items_.size() && items_[i + 1].lower == "of" && (items_[i].lower == "part" || (word != nullptr && word->noun == NounClass::Partitive)) && before != nullptr && before->plural;
  }

  /// A comma between nationalities that end in "and" one and a noun.
  [[nodiscard]] bool lists_nations(std::size_t i) const {
    if (i == at_ || !is_nation(i - 1) || items_[i - 1].lower.ends_with("s")) return false;
    for (auto next = i + 1; next + 2 < items_.size() && is_nation(next); next += 2) {
      if (tag(next + 1) == Tag::Conjunction) return ends_nations(next + 2) && (tag(next + 3) == Tag::Noun || tag(next + 3) == Tag::Adjective);
      if (tag(next + 1) != Tag::Comma) return false;
    }
    return false;
  }
  [[nodiscard]] bool is_nation(std::size_t i) const { return i < items_.size() && items_[i].demonym; }
  /// The last of a list may be a country that has no adjective: "New Zealand soldiers".
  [[nodiscard]] bool ends_nations(std::size_t i) const { return is_nation(i) || (i < items_.size() && items_[i].mention != none && tag(i + 1) == Tag::Noun && i + 1 < items_.size() && items_[i + 1].word != nullptr && items_[i + 1].word->noun == NounClass::Force); }

  /// "its last 200 troops", "the first two battalions": a number after a word that stands between it and the determiner; but "at the peak of the mission 5,100 troops".
  [[nodiscard]] bool number_goes_on(std::size_t i) const {
    if (tag(i - 1) == Tag::Adjective) return true;
    const bool ordinal = items_[i - 1].word == nullptr || items_[i - 1].word->noun == NounClass::None;
    const bool number_of_it = tag(i + 1) != Tag::Noun && tag(i + 1) != Tag::Name && tag(i + 1) != Tag::Adjective;  // "its warship 015"
    return (ordinal || number_of_it) && tag(i - 1) == Tag::Noun && i >= at_ + 2 && (tag(i - 2) == Tag::Determiner || tag(i - 2) == Tag::Possessive);
  }

  /// "on board", "on top of", "in addition to": a preposition of several words; one past it, or `i`.
  [[nodiscard]] std::size_t end_of_compound(std::size_t i) const {
    if (i + 1 >= items_.size()) return i;
    const auto& noun = items_[i + 1].lower;
    if (items_[i].lower == "on" && noun == "board") return i + 2;
    if (i + 2 >= items_.size()) return i;
    const auto& last = items_[i + 2].lower;
    const bool of = last == "of" && ((items_[i].lower == "on" && (noun == "top" || noun == "behalf")) || (items_[i].lower == "as" && noun == "part"));
    const bool to = last == "to" && items_[i].lower == "in" && (noun == "addition" || noun == "response");
    return of || to ? i + 3 : i;
  }

  void single() {
    switch (tag(at_)) {
      case Tag::Preposition: {
        if (const auto end = end_of_compound(at_); end != at_) {
          add(ChunkKind::Preposition, at_, end);
          at_ = end;
          return;
        }
        // "out of", "back to", "up from": the last word tells the direction.
        std::size_t last = at_ + 1;
        if (tag(last) == Tag::Preposition) ++last;
        add(ChunkKind::Preposition, at_, last);
        at_ = last;
        return;
      }
      case Tag::Conjunction: add(ChunkKind::Conjunction, at_, at_ + 1); break;
      case Tag::Subordinator: {
        std::size_t last = at_ + 1;  // "as soon as", "even though"
        while (last < items_.size() && last < at_ + 3 && (tag(last) == Tag::Adverb || tag(last) == Tag::Subordinator)) {
          if (tag(last) == Tag::Subordinator) {
            ++last;
            break;
          }
          if (tag(last + 1) != Tag::Subordinator) break;
          ++last;
        }
        // "as far as X" tells where to.
        const bool reaches = last == at_ + 3 && items_[at_ + 1].lower == "far" && items_[at_ + 2].lower == "as";
        add(reaches ? ChunkKind::Preposition : ChunkKind::Subordinator, at_, last);
        at_ = last;
        return;
      }
      case Tag::Relative: add(ChunkKind::Relative, at_, at_ + 1); break;
      case Tag::Comma: add(ChunkKind::Comma, at_, at_ + 1); break;
      case Tag::Time: add(ChunkKind::Time, at_, at_ + 1); break;
      case Tag::Adverb: add(ChunkKind::Adverb, at_, at_ + 1); break;
      case Tag::There: add(ChunkKind::There, at_, at_ + 1); break;
      case Tag::To: add(ChunkKind::Preposition, at_, at_ + 1); break;
      default: add(ChunkKind::Break, at_, at_ + 1); break;
    }
    ++at_;
  }

  const std::vector<Item>& items_;
  std::vector<Chunk> chunks_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Chunk> chunk(const std::vector<Item>& items) { return Chunker(items).run(); }

}  // namespace dateline::claims::detail
