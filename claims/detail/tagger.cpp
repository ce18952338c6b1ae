#include "claims/detail/tagger.hpp"

#include <algorithm>
#include <string_view>

#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

bool ends_with(const Item& item, std::string_view tail) {
  return item.lower.size() > tail.size() + 2 && std::string_view(item.lower).ends_with(tail);
}

/// Tenths of its uses as a noun: from here on a word is one unless its neighbours say otherwise; below the other it seldom is.
constexpr std::uint8_t mostly_noun = 5;
constexpr std::uint8_t seldom = 4;

class Tagger {
 public:
  Tagger(std::vector<Item>& items, const Lexicon& lexicon) : items_(items), lexicon_(lexicon) {}

  void run() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      auto& item = items_[i];
      if (item.tag != Tag::Noun || item.compound) continue;  // masked, punctuation, compound
      item.tag = decide(i);
    }
  }

 private:
  [[nodiscard]] Tag before(std::size_t i, std::size_t steps = 1) const { return i >= steps ? items_[i - steps].tag : Tag::Stop; }

  /// Tag of the next word as far as the word alone tells.
  [[nodiscard]] Tag raw(std::size_t i) const {
    if (i >= items_.size()) return Tag::Stop;
    const auto& item = items_[i];
    if (item.tag != Tag::Noun) return item.tag;
    if (item.word == nullptr) {
      if (item.letter_case != TokenCase::Lower && item.letter_case != TokenCase::None) return Tag::Name;
      return ends_with(item, "ly") ? Tag::Adverb : Tag::Noun;
    }
    if (item.word->common && capital_inside(i)) return Tag::Name;
    if (item.word->has_tag && item.word->tag == Tag::To && !infinitive_follows(i)) return Tag::Preposition;
    if (item.word->has_tag && !(item.lower == "us" && item.letter_case == TokenCase::Upper)) return item.word->tag;
    if (item.word->adjective) return Tag::Adjective;
    if (item.word->verb_forms != 0 && item.word->noun == NounClass::None && !item.word->noun_too && !item.word->modifier) return Tag::Verb;
    return Tag::Noun;
  }

  static bool starts_noun_phrase(Tag tag) {
    return tag == Tag::Determiner || tag == Tag::Number || tag == Tag::Name || tag == Tag::Noun || tag == Tag::Pronoun || tag == Tag::Adjective;
  }
  static bool is_mover(NounClass noun) {
    return noun == NounClass::Force || noun == NounClass::Unit || noun == NounClass::Vehicle || noun == NounClass::Carrier;
  }
  static bool is_auxiliary(Tag tag) { return tag == Tag::Have || tag == Tag::Be || tag == Tag::Do || tag == Tag::Modal; }
  static bool before_noun(Tag tag) {
    return tag == Tag::Determiner || tag == Tag::Possessive || tag == Tag::Adjective || tag == Tag::Number;
  }

  [[nodiscard]] Tag decide(std::size_t i) const {
    const auto& item = items_[i];
    if (item.word == nullptr) return unknown(i);
    const auto& word = *item.word;
    if (word.common && (capital_inside(i) || item.letter_case == TokenCase::Upper || item.letter_case == TokenCase::Mixed)) return Tag::Name;
    if (word.has_tag) return closed(i);
    if (item.lower == "close" && i + 1 < items_.size() && items_[i + 1].lower == "to" && before(i) == Tag::Verb) return Tag::Adverb;  // "moved close to X"
    if (is_one_of(item.lower, {"next", "close"}) && i + 1 < items_.size() && items_[i + 1].lower == "to" && before(i) != Tag::Determiner && !infinitive_follows(i + 1)) return Tag::Preposition;  // "next to the airport"
    if (word.adjective && !acts(i)) return adjective(i);
    if (word.verb_forms != 0) return verb(i);
    if (is_direction(i)) return Tag::Preposition;
    if (is_heading(i)) return Tag::Adverb;
    if (word.noun != NounClass::None) return Tag::Noun;
    if (word.modifier) return Tag::Adjective;
    return Tag::Noun;
  }

  /// "were asleep", "an idle truck"; but "the wounded": a noun where none follows its article.
  [[nodiscard]] Tag adjective(std::size_t i) const {
    const auto next = raw(i + 1);
    const bool article = before(i) == Tag::Determiner && !is_one_of(items_[i - 1].lower, {"a", "an", "some", "any", "no"});
    return article && !starts_noun_phrase(next) && next != Tag::Conjunction && next != Tag::Comma ? Tag::Noun : Tag::Adjective;
  }

  /// "to free", "will open": an adjective that is a verb behind such a word.
  [[nodiscard]] bool acts(std::size_t i) const {
    const auto previous = before(i);
    return items_[i].word->verb_forms != 0 && (previous == Tag::To || previous == Tag::Modal || previous == Tag::Do || previous == Tag::Pronoun);
  }

  /// "south of the river", but not "the south of the country".
  [[nodiscard]] bool is_direction(std::size_t i) const {
    if (i + 1 >= items_.size() || items_[i + 1].lower != "of" || before_noun(before(i))) return false;
    return is_one_of(items_[i].lower, {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"});
  }

  /// "sent columns south towards X", "moved west on Friday": which way, not a thing.
  [[nodiscard]] bool is_heading(std::size_t i) const {
    if (!is_one_of(items_[i].lower, {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})) return false;
    const auto previous = before(i);
    if (previous != Tag::Noun && previous != Tag::Name && previous != Tag::Verb && previous != Tag::Adverb && previous != Tag::Pronoun) return false;
    const auto next = raw(i + 1);
    return next == Tag::Preposition || next == Tag::To || next == Tag::Comma || next == Tag::Stop || next == Tag::Time || next == Tag::Conjunction || next == Tag::Subordinator ||
           next == Tag::Colon || next == Tag::Dash || next == Tag::Adverb;
  }

  [[nodiscard]] bool capital_inside(std::size_t i) const {
    return i > 0 && (items_[i].letter_case == TokenCase::Title || items_[i].letter_case == TokenCase::Upper);
  }

  [[nodiscard]] Tag unknown(std::size_t i) const {
    const auto& item = items_[i];
    // "had left than others moved in": but "more than 300"
    if (item.lower == "than" && i > 0 && !is_one_of(items_[i - 1].lower, {"more", "less", "fewer", "other", "rather", "better", "greater", "larger", "smaller", "higher", "lower", "later", "earlier", "sooner"})) return Tag::Subordinator;
    if (is_one_of(item.lower, {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty"})) return Tag::Number;
    if (item.letter_case == TokenCase::Upper || item.letter_case == TokenCase::Mixed || capital_inside(i)) return Tag::Name;
    if (ends_with(item, "ly")) return Tag::Adverb;
    if (ends_with(item, "ed") && item.lower.starts_with("un")) return before_noun(before(i)) || raw(i + 1) == Tag::Noun ? Tag::Adjective : Tag::Adverb;  // "entered the town unopposed"
    // "in rented flats"
    if (ends_with(item, "ed") && before(i) == Tag::Preposition && (raw(i + 1) == Tag::Noun || raw(i + 1) == Tag::Adjective)) return Tag::Adjective;
    if (ends_with(item, "ed") && !before_noun(before(i))) return Tag::Verb;
    if (ends_with(item, "ing") && before(i) == Tag::Be) return Tag::Verb;
    return Tag::Noun;
  }

  [[nodiscard]] Tag closed(std::size_t i) const {
    const auto& item = items_[i];
    const auto tag = item.word->tag;
    const auto next = raw(i + 1);
    if (item.letter_case == TokenCase::Upper && item.lower.size() > 1 && tag == Tag::Pronoun) return Tag::Name;  // US, IT
    if (item.lower == "that") return that(i, next);
    if (item.lower == "no" && i + 1 < items_.size() && items_[i + 1].lower == "longer") return Tag::Not;
    // "have all offered battalions"
    if (is_one_of(item.lower, {"all", "both", "each", "neither", "either"}) && is_auxiliary(before(i)) && (next == Tag::Verb || next == Tag::Noun || is_auxiliary(next))) return Tag::Adverb;
    if (item.lower == "yet" && (is_auxiliary(before(i)) || before(i) == Tag::Not)) return Tag::Adverb;  // "has yet been seen"
    // "Should Moscow rotate the division": a condition, or a question.
    if (tag == Tag::Modal && before(i) == Tag::Stop && starts_noun_phrase(next)) return Tag::Subordinator;
    if (item.lower == "each" && !starts_noun_phrase(next)) return Tag::Adverb;  // "two battalions each to"
    // "about 900 soldiers", "over 40 trucks": the quantity finder had no use for it, the phrase still needs it.
    if (tag == Tag::Preposition && i + 1 < items_.size() && items_[i + 1].tag == Tag::Number &&
        (item.lower == "about" || item.lower == "over" || item.lower == "around" || item.lower == "under")) return Tag::Determiner;
    // "about a third of the army", "around half the brigade"
    if (tag == Tag::Preposition && is_one_of(item.lower, {"about", "around", "over"}) && i + 2 < items_.size() &&
        (items_[i + 1].lower == "half" || (is_one_of(items_[i + 1].lower, {"a", "one"}) && is_one_of(items_[i + 2].lower, {"third", "quarter", "half", "dozen", "fifth"})))) return Tag::Determiner;
    if (tag == Tag::To) return infinitive_follows(i) ? Tag::To : Tag::Preposition;
    // "the soldiers quartered there will go"
    if (tag == Tag::There && before(i) == Tag::Verb && !lexicon_.senses_of(items_[i - 1].word != nullptr ? items_[i - 1].word->verb : none).empty() && !finds(i - 1)) return Tag::Adverb;
    // "the soldiers it once had"
    if (item.lower == "once" && (next == Tag::Verb || is_auxiliary(next)) && (before(i) == Tag::Pronoun || before(i) == Tag::Name || before(i) == Tag::Noun)) return Tag::Adverb;
    if (item.lower == "since" && before(i) == Tag::Have) return Tag::Adverb;  // "have since gone"
    if (tag == Tag::There && !(next == Tag::Be || next == Tag::Have || next == Tag::Modal || next == Tag::Adverb)) return Tag::Adverb;
    if (tag == Tag::Modal && before_noun(before(i)) && before(i) != Tag::Number && !stands_alone(i - 1)) return Tag::Noun;  // "the will"
    // "will likely be deployed" against "is likely to be deployed".
    if (tag == Tag::Adjective && (before(i) == Tag::Modal || next == Tag::Verb || is_auxiliary(next))) return Tag::Adverb;
    if (tag == Tag::Have && before(i) == Tag::Determiner && !stands_alone(i - 1)) return Tag::Noun;
    if (item.lower == "like" && is_auxiliary(before(i))) return Tag::Verb;
    return tag;
  }

  /// "all have gone back", "two more will": a word of quantity that stands for the things counted.
  [[nodiscard]] bool stands_alone(std::size_t i) const {
    return is_one_of(items_[i].lower, {"all", "both", "some", "most", "many", "several", "few", "more", "another", "these", "those", "each", "neither"});
  }

  /// A verb of perception: "saw there".
  [[nodiscard]] bool finds(std::size_t i) const {
    const auto& senses = lexicon_.senses_of(items_[i].word->verb);
    return std::any_of(senses.begin(), senses.end(), [&](std::uint32_t sense) { return lexicon_.senses()[sense].frame == Frame::Find; });
  }

  [[nodiscard]] Tag that(std::size_t i, Tag next) const {
    const auto previous = before(i);
    if (previous == Tag::Verb) return Tag::Subordinator;
    if (is_auxiliary(next) || next == Tag::Verb || next == Tag::Not) {
      return previous == Tag::Noun || previous == Tag::Name || previous == Tag::Comma || previous == Tag::Number ? Tag::Relative : Tag::Pronoun;
    }
    if (previous == Tag::Noun || previous == Tag::Name || previous == Tag::Time || previous == Tag::Comma || previous == Tag::Possessive) return Tag::Subordinator;
    if (next == Tag::Determiner || next == Tag::Pronoun || next == Tag::Name || next == Tag::Number) return Tag::Subordinator;
    if (next == Tag::Noun && is_plural(i + 1)) return Tag::Subordinator;  // "tell us that buses"
    return Tag::Determiner;
  }

  [[nodiscard]] bool infinitive_follows(std::size_t i) const {
    auto next = i + 1;
    while (next < items_.size() && raw(next) == Tag::Adverb && next < i + 3) ++next;
    if (next >= items_.size()) return false;
    const auto& item = items_[next];
    if (item.word == nullptr || item.mention != none || item.letter_case == TokenCase::Title || item.letter_case == TokenCase::Upper) return false;
    if (item.word->has_tag) return item.lower == "be" || item.lower == "have" || item.lower == "do";
    if ((item.word->verb_forms & base_form) == 0) return false;
    // "to base", "to camp", "to battle": a noun unless an object follows, or a verb of planning stands before.
    if (item.word->noun == NounClass::Descriptive || item.word->noun == NounClass::Force || item.word->noun_share >= mostly_noun) return starts_noun_phrase(raw(next + 1)) || governs_infinitive(i);
    return true;
  }

  /// "plans to", "were ready to": in front of "to" stands what governs an infinitive.
  [[nodiscard]] bool governs_infinitive(std::size_t i) const {
    if (i == 0 || items_[i - 1].word == nullptr) return false;
    const auto& word = *items_[i - 1].word;
    const auto* cue = word.verb_forms != 0 ? lexicon_.cue_of(lexicon_.lemma(word.verb)) : lexicon_.cue_of(items_[i - 1].lower);
    return cue != nullptr && cue->role == CueRole::Control && !(word.verb_forms != 0 && lexicon_.lemma(word.verb) == "go");
  }

  [[nodiscard]] Tag verb(std::size_t i) const {
    const auto& item = items_[i];
    const auto forms = item.word->verb_forms;
    if (capital_inside(i) && before(i) != Tag::Stop && item.word->noun == NounClass::None && before(i) == Tag::Name) return Tag::Name;
    if ((forms & ing_form) != 0) return ing(i);
    if ((forms & (past_form | participle_form)) != 0 && (forms & base_form) == 0) return participle(i);
    return base(i);
  }

  [[nodiscard]] Tag ing(std::size_t i) const {
    const auto previous = before(i);
    const auto next = raw(i + 1);
    if (previous == Tag::Be || (previous == Tag::Adverb && before(i, 2) == Tag::Be)) return Tag::Verb;
    // "shows her passing through X"
    if (previous == Tag::Determiner && items_[i - 1].lower == "her" && before(i, 2) == Tag::Verb && items_[i - 2].word != nullptr && finds(i - 2)) return Tag::Verb;
    if (before_noun(previous)) return starts_noun_phrase(next) && next != Tag::Determiner && next != Tag::Pronoun ? Tag::Adjective : Tag::Noun;
    if (previous == Tag::Stop && next == Tag::Verb && (items_[i + 1].word == nullptr || (items_[i + 1].word->verb_forms & (past_form | third_form)) != 0)) return Tag::Noun;  // "Shelling drove"
    const bool third = next == Tag::Verb && (items_[i + 1].word->verb_forms & third_form) != 0;  // "carrying picks"
    const bool governs = starts_noun_phrase(next) || next == Tag::Preposition || next == Tag::To || third;
    if (previous == Tag::Preposition) {
      // "at training grounds", "from staging areas"
      const bool grounds = i + 1 < items_.size() && items_[i + 1].word != nullptr && items_[i + 1].word->noun == NounClass::Descriptive;
      if (grounds && is_one_of(items_[i].lower, {"training", "staging", "landing", "firing", "testing", "holding", "gathering", "assembling", "mustering", "fighting"})) return Tag::Adjective;
      if (items_[i].word->verb == none) return Tag::Noun;
      // "on landing ships", "aboard patrolling vessels"
      const auto* thing = i + 1 < items_.size() ? items_[i + 1].word : nullptr;
      if (is_one_of(items_[i - 1].lower, {"on", "aboard", "in", "with"}) && thing != nullptr && (thing->noun == NounClass::Carrier || thing->noun == NounClass::Vehicle)) return Tag::Adjective;
      // "through cheering crowds": no verb follows a preposition of a way.
      const bool way = is_one_of(items_[i - 1].lower, {"through", "into", "onto", "past", "across", "near", "towards", "toward", "over", "along", "around", "behind", "under", "off", "at", "inside", "outside"});
      if (way && next == Tag::Noun) return Tag::Adjective;
      if (next == Tag::Subordinator) return Tag::Verb;  // "without saying when"
      return starts_noun_phrase(next) || next == Tag::To || (next == Tag::Preposition && !lexicon_.senses_of(items_[i].word->verb).empty() && !also_activity(i)) ? Tag::Verb : Tag::Noun;
    }
    if (previous == Tag::Verb) return lexicon_.cue_of(lemma_before(i)) != nullptr || starts_noun_phrase(next) ? Tag::Verb : Tag::Noun;
    if (previous == Tag::Noun) {
      const auto& noun = items_[i - 1];
      const bool mover = noun.word != nullptr && is_mover(noun.word->noun);
      const bool may_act = (noun.word != nullptr && noun.word->plural) || mover || ends_with(noun, "s");
      // "troops arriving", "the convoy heading back there"
      const bool moves = mover && !lexicon_.senses_of(items_[i].word->verb).empty() && !also_activity(i) && (next == Tag::Adverb || next == Tag::There || next == Tag::Stop || next == Tag::Comma || next == Tag::Time);
      return (governs && may_act) || moves ? Tag::Verb : Tag::Noun;
    }
    // "Russian landing ships"
    if (previous == Tag::Name && items_[i - 1].demonym && !ends_with(items_[i - 1], "s") && next == Tag::Noun) return Tag::Adjective;
    // "through the Bab al-Hawa crossing into Idlib"
    const bool site = items_[i].word->noun == NounClass::Descriptive || items_[i].word->place;
    if (previous == Tag::Name && site && has_article(i - 1)) return Tag::Noun;
    if (previous == Tag::Name) return governs ? Tag::Verb : Tag::Noun;
    return Tag::Verb;
  }

  /// An article in front of the names and nouns that end here.
  [[nodiscard]] bool has_article(std::size_t name) const {
    auto i = name;
    while (i > 0 && (items_[i].tag == Tag::Name || items_[i].tag == Tag::Noun || items_[i].tag == Tag::Adjective)) --i;
    return items_[i].tag == Tag::Determiner;
  }

  /// "training", "fighting", "landing" after a preposition name the activity.
  [[nodiscard]] bool also_activity(std::size_t i) const {
    return items_[i].lower == "training" || items_[i].lower == "fighting" || items_[i].lower == "landing" || items_[i].lower == "gathering";
  }

  [[nodiscard]] std::string_view lemma_before(std::size_t i) const {
    const auto* word = items_[i - 1].word;
    return word != nullptr && word->verb_forms != 0 ? std::string_view(lexicon_.lemma(word->verb)) : std::string_view{};
  }

  [[nodiscard]] Tag participle(std::size_t i) const {
    const auto next = raw(i + 1);
    const bool noun_follows = next == Tag::Noun || next == Tag::Name || next == Tag::Adjective;
    const auto previous = before(i);
    if (items_[i].word->modifier && noun_follows) return Tag::Adjective;
    if (before_noun(previous)) {
      if (previous == Tag::Number && !noun_follows) return Tag::Verb;
      // "some arrived with a general", "all crossed the river"
      if (previous == Tag::Determiner && stands_alone(i - 1) && (!noun_follows || items_[i].word->object == ObjectUse::Never)) return Tag::Verb;
      return noun_follows || previous == Tag::Determiner || previous == Tag::Possessive ? Tag::Adjective : Tag::Verb;
    }
    if (previous == Tag::Preposition && noun_follows) return Tag::Adjective;
    return Tag::Verb;
  }

  [[nodiscard]] Tag base(std::size_t i) const {
    const auto& word = *items_[i].word;
    const auto previous = before(i);
    const auto next = raw(i + 1);
    if (previous == Tag::To || previous == Tag::Modal || previous == Tag::Do) return Tag::Verb;
    if ((previous == Tag::Not || previous == Tag::Adverb) && (before(i, 2) == Tag::Modal || before(i, 2) == Tag::Do || before(i, 2) == Tag::To)) return Tag::Verb;
    if (previous == Tag::Adverb && before(i, 2) == Tag::Not) return Tag::Verb;  // "no longer call at X"
    // "Monitors observed": no tensed verb stands directly before another.
    if ((word.verb_forms & third_form) != 0 && (next == Tag::Verb || is_auxiliary(next)) && !stays_as(i) && previous != Tag::Pronoun && previous != Tag::Relative) return Tag::Noun;
    const bool has_past = (word.verb_forms & past_form) != 0;  // "set", "put", "cut"
    // "for want of fuel": no tensed verb follows a preposition.
    if (previous == Tag::Preposition && !has_past && !is_one_of(items_[i - 1].lower, {"until", "till", "like", "in", "out", "up", "back", "off", "over", "down", "away"})) return Tag::Noun;
    // "carrying picks": what is carried.
    if (previous == Tag::Verb && (word.verb_forms & third_form) != 0 && !has_past && items_[i - 1].word != nullptr && items_[i - 1].word->verb_forms == ing_form) return Tag::Noun;
    if (!word.noun_too && word.noun == NounClass::None) {
      // "some 500 more remain", "the 98th stayed", "both left"
      const bool alone = i > 0 && (previous == Tag::Number || (previous == Tag::Determiner && stands_alone(i - 1)));
      return before_noun(previous) && !has_past && !alone ? Tag::Noun : Tag::Verb;
    }
    if (previous == Tag::Have || (previous == Tag::Be && (word.verb_forms & participle_form) != 0)) return (word.verb_forms & participle_form) != 0 ? Tag::Verb : Tag::Noun;
    if (before_noun(previous) || previous == Tag::Preposition || previous == Tag::Verb || previous == Tag::Be) return Tag::Noun;
    if (previous == Tag::Pronoun || previous == Tag::Relative) return Tag::Verb;
    if ((word.verb_forms & third_form) == 0 && starts_noun_phrase(next) && let_do(i)) return Tag::Verb;
    return (word.verb_forms & third_form) != 0 ? third_person(i, previous, next) : plural_person(i, previous, next);
  }

  static bool follows_as_object(Tag next) { return next == Tag::Determiner || next == Tag::Number || next == Tag::Pronoun || next == Tag::To || next == Tag::Not; }

  /// "remains dug in", "stay confined to": a verb of staying with the state that goes on.
  [[nodiscard]] bool stays_as(std::size_t i) const {
    if (i + 1 >= items_.size() || items_[i + 1].word == nullptr || (items_[i + 1].word->verb_forms & participle_form) == 0) return false;
    return lexicon_.is(WordSet::Abide, lexicon_.lemma(items_[i].word->verb));
  }

  /// "let Egypt move two battalions", "helped the army hold the town": a bare verb behind the object of such a verb.
  [[nodiscard]] bool let_do(std::size_t at) const {
    constexpr std::size_t reach = 6;  // words
    for (auto i = at; i-- > 0 && i + reach > at;) {
      const auto& item = items_[i];
      if (item.tag == Tag::Verb) return i + 1 < at && item.word != nullptr && lexicon_.is(WordSet::Let, lexicon_.lemma(item.word->verb));
      if (item.tag != Tag::Noun && item.tag != Tag::Name && item.tag != Tag::Determiner && item.tag != Tag::Adjective && item.tag != Tag::Number) return false;
    }
    return false;
  }

  /// "the forces, he said, stand in X": a plural in front of the insertion that ends here.
  [[nodiscard]] bool follows_insertion(std::size_t comma) const {
    constexpr std::size_t reach = 7;  // words of ", a spokesman for the army said,"
    bool told = false;
    for (auto i = comma; i-- > 0 && i + reach > comma;) {
      told = told || items_[i].tag == Tag::Verb;
      if (items_[i].tag == Tag::Comma) return told && i > 0 && (items_[i - 1].tag == Tag::Noun || items_[i - 1].tag == Tag::Name) && is_plural(i - 1);
    }
    return false;
  }

  /// Plural of a noun.
  [[nodiscard]] bool is_plural(std::size_t i) const {
    const auto& item = items_[i];
    if (item.tag == Tag::Name) return ends_with(item, "s") && (item.demonym || before_noun(before(i)));  // "the Canadians' Leopards"
    return ends_with(item, "s") || (item.word != nullptr && item.word->plural);
  }

  /// "sends", "claims", "houses": a verb or the plural of a noun.
  [[nodiscard]] Tag third_person(std::size_t i, Tag previous, Tag next) const {
    const auto& word = *items_[i].word;
    if (previous != Tag::Name && previous != Tag::Noun && previous != Tag::Adverb && previous != Tag::Conjunction && previous != Tag::Comma && previous != Tag::Time && previous != Tag::Subordinator) return Tag::Noun;
    const bool moves = !lexicon_.senses_of(word.verb).empty();
    // "the army barracks at X", "told American forces to leave"
    if (word.place && !follows_as_object(next)) return Tag::Noun;
    if (is_mover(word.noun) && i > 0 && (next == Tag::To || (items_[i - 1].demonym && !ends_with(items_[i - 1], "s")))) return Tag::Noun;
    const bool complement = i + 1 < items_.size() && items_[i + 1].lower == "that";
    // "Marine unit returns to port", in headlines
    const bool mover = i > 0 && items_[i - 1].word != nullptr && is_mover(items_[i - 1].word->noun) && !items_[i - 1].word->plural;
    if (previous != Tag::Subordinator) {
      if (moves && mover && !is_mover(word.noun) && next == Tag::Preposition) return Tag::Verb;
      if (follows_as_object(next) || complement) return Tag::Verb;
      if (stays_as(i) && (previous == Tag::Noun || previous == Tag::Name || previous == Tag::Comma)) return Tag::Verb;
      // "a column of trucks heads north": the verb agrees with what stands before "of".
      const bool whole = previous == Tag::Noun && is_plural(i - 1) && word.noun == NounClass::None && word.noun_share < seldom && follows_of(i - 1);
      if (whole && moves && (next == Tag::Preposition || next == Tag::Adverb || next == Tag::Time || next == Tag::There)) return Tag::Verb;
      // "the last of the planes lifts off"
      if (moves && !is_mover(word.noun) && previous == Tag::Noun && next == Tag::Preposition && is_one_of(items_[i + 1].lower, {"off", "out", "back", "away", "into"})) return Tag::Verb;
      if (moves && !is_mover(word.noun) && (next == Tag::Preposition || next == Tag::Name) && previous == Tag::Name) return Tag::Verb;
      if (previous == Tag::Name && next == Tag::Noun && word.noun == NounClass::None) return Tag::Verb;
      // "another flatbed grinds past": seldom a noun, behind one in the singular.
      const bool seldom_noun = word.common && word.noun_share < seldom && word.noun == NounClass::None;
      if (seldom_noun && (previous == Tag::Name || previous == Tag::Noun) && !is_plural(i - 1) && next != Tag::Noun && next != Tag::Conjunction && next != Tag::Comma) return Tag::Verb;
      return Tag::Noun;
    }
    // "the base that houses American troops": what stands before "that" is in the singular.
    const bool relative = items_[i - 1].lower == "that" && i > 1 && (before(i, 2) == Tag::Name || before(i, 2) == Tag::Noun) && !is_plural(i - 2);
    return relative && (follows_as_object(next) || next == Tag::Name || next == Tag::Noun || next == Tag::Adjective) ? Tag::Verb : Tag::Noun;
  }

  /// Behind "of", adjectives and the like between.
  [[nodiscard]] bool follows_of(std::size_t noun) const {
    constexpr std::size_t reach = 4;  // words of a noun phrase
    for (auto i = noun; i-- > 0 && i + reach > noun;) {
      if (items_[i].lower == "of") return true;
      if (items_[i].tag == Tag::Verb || items_[i].tag == Tag::Comma || items_[i].tag == Tag::Preposition) return false;
    }
    return false;
  }

  /// "guard", "leave", "camp": a verb behind a plural, or a noun.
  [[nodiscard]] Tag plural_person(std::size_t i, Tag previous, Tag next) const {
    const auto& word = *items_[i].word;
    const bool has_past = (word.verb_forms & past_form) != 0;
    const bool moves = !lexicon_.senses_of(word.verb).empty();
    const bool object = follows_as_object(next);
    if ((previous == Tag::Noun || previous == Tag::Name) && is_plural(i - 1)) {
      const bool seldom_noun = word.noun_share < seldom && word.noun == NounClass::None;
      return object || has_past || (moves && (next == Tag::Preposition || (seldom_noun && (next == Tag::Time || next == Tag::Adverb || next == Tag::Name || next == Tag::There || next == Tag::Stop)))) ? Tag::Verb : Tag::Noun;  // "frigates set sail"
    }
    if (previous == Tag::Comma && moves && (next == Tag::Preposition || next == Tag::Adverb || next == Tag::There) && follows_insertion(i - 1)) return Tag::Verb;
    // "the frigate finally set course"
    if (has_past && previous == Tag::Adverb && (before(i, 2) == Tag::Noun || before(i, 2) == Tag::Name) && (object || next == Tag::Noun || next == Tag::Preposition)) return Tag::Verb;
    // "soldiers still hold parts of X"
    const bool plural_before = i > 1 && previous == Tag::Adverb && ((items_[i - 2].word != nullptr && items_[i - 2].word->plural) || before(i, 2) == Tag::Pronoun);
    if (plural_before && (starts_noun_phrase(next) || (moves && next == Tag::Preposition))) return Tag::Verb;
    // "will hand over the post and march to X"
    if (previous == Tag::Conjunction && moves && (next == Tag::Preposition || next == Tag::Adverb) && follows_infinitive(i - 1)) return Tag::Verb;
    if (previous == Tag::Conjunction || previous == Tag::Adverb) return object ? Tag::Verb : Tag::Noun;
    return Tag::Noun;
  }

  /// A modal or "to" with its verb in the few words before a conjunction.
  [[nodiscard]] bool follows_infinitive(std::size_t conjunction) const {
    constexpr std::size_t reach = 8;  // words; farther off it is another clause
    for (auto i = conjunction; i-- > 0 && i + reach > conjunction;) {
      if (items_[i].tag == Tag::Modal || items_[i].tag == Tag::To) return true;
      if (items_[i].tag == Tag::Comma || items_[i].tag == Tag::Stop || items_[i].tag == Tag::Subordinator) return false;
    }
    return false;
  }

  std::vector<Item>& items_;
  const Lexicon& lexicon_;
};

}  // namespace

void tag(std::vector<Item>& items, const Lexicon& lexicon) { Tagger(items, lexicon).run(); }

}  // namespace dateline::claims::detail
