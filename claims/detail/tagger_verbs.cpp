#include <algorithm>
#include <string_view>

#include "claims/detail/word_tagger.hpp"

namespace dateline::claims::detail {

Tag WordTagger::verb(std::size_t i) const {
  const auto& item = items_[i];
  const auto forms = item.word->verb_forms;
  if (capital_inside(i) && before(i) != Tag::Stop && item.word->noun == NounClass::None && before(i) == Tag::Name) return Tag::Name;
  if ((forms & ing_form) != 0) return ing(i);
  if ((forms & (past_form | participle_form)) != 0 && (forms & base_form) == 0) return participle(i);
  return base(i);
}

Tag WordTagger::ing(std::size_t i) const {
  const auto previous = before(i);
  const auto next = raw(i + 1);
  if (previous == Tag::Be || (previous == Tag::Adverb && before(i, 2) == Tag::Be)) return Tag::Verb;
  // "shows her passing through X"
  if (previous == Tag::Determiner && items_[i - 1].lower == "her" && before(i, 2) == Tag::Verb && items_[i - 2].word != nullptr && finds(i - 2)) return Tag::Verb;
  if (opens_noun(i)) return starts_noun_phrase(next) && next != Tag::Determiner && next != Tag::Pronoun ? Tag::Adjective : Tag::Noun;
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
    if (lexicon_.is(WordSet::Decree, noun.lower) && governs) return Tag::Verb;  // "signed a decree calling up"
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
  // "a NATO standing group"
  if (previous == Tag::Name && next == Tag::Noun && before(i, 2) == Tag::Determiner && is_one_of(items_[i - 2].lower, {"a", "an"})) return Tag::Adjective;
  if (previous == Tag::Name) return governs ? Tag::Verb : Tag::Noun;
  return Tag::Verb;
}

/// An article in front of the names and nouns that end here.
bool WordTagger::has_article(std::size_t name) const {
  auto i = name;
  while (i > 0 && (items_[i].tag == Tag::Name || items_[i].tag == Tag::Noun || items_[i].tag == Tag::Adjective)) --i;
  return items_[i].tag == Tag::Determiner;
}

/// "training", "fighting", "landing" after a preposition name the activity.
bool WordTagger::also_activity(std::size_t i) const {
  return items_[i].lower == "training" || items_[i].lower == "fighting" || items_[i].lower == "landing" || items_[i].lower == "gathering";
}

std::string_view WordTagger::lemma_before(std::size_t i) const {
  const auto* word = items_[i - 1].word;
  return word != nullptr && word->verb_forms != 0 ? std::string_view(lexicon_.lemma(word->verb)) : std::string_view{};
}

Tag WordTagger::participle(std::size_t i) const {
  const auto next = raw(i + 1);
  const bool noun_follows = next == Tag::Noun || next == Tag::Name || next == Tag::Adjective;
  const auto previous = before(i);
  // "has mobilised army units": but "has armed men"
  if (previous == Tag::Have && items_[i].word->modifier && noun_follows && !lexicon_.senses_of(items_[i].word->verb).empty()) return Tag::Verb;
  if (items_[i].word->modifier && noun_follows) return Tag::Adjective;
  if (opens_noun(i)) {
    if (previous == Tag::Number && !noun_follows) return Tag::Verb;
    // "some arrived with a general", "all crossed the river"
    if (previous == Tag::Determiner && stands_alone(i - 1) && (!noun_follows || items_[i].word->object == ObjectUse::Never)) return Tag::Verb;
    return noun_follows || previous == Tag::Determiner || previous == Tag::Possessive ? Tag::Adjective : Tag::Verb;
  }
  if (previous == Tag::Preposition && noun_follows) return Tag::Adjective;
  return Tag::Verb;
}

Tag WordTagger::base(std::size_t i) const {
  const auto& word = *items_[i].word;
  const auto previous = before(i);
  const auto next = raw(i + 1);
  if (previous == Tag::To || previous == Tag::Modal || previous == Tag::Do) return Tag::Verb;
  // "Judges in X heard", "Rescue teams have reached": no order is given in a report.
  const bool noun_behind = next == Tag::Noun || (next == Tag::Conjunction && word.noun_too);
  if (i == 0 && ((word.verb_forms & third_form) != 0 || (noun_behind && word.noun_share > 0 && (word.verb_forms & past_form) == 0))) return Tag::Noun;
  if ((previous == Tag::Not || previous == Tag::Adverb) && (before(i, 2) == Tag::Modal || before(i, 2) == Tag::Do || before(i, 2) == Tag::To)) return Tag::Verb;
  if (previous == Tag::Adverb && before(i, 2) == Tag::Not) return Tag::Verb;  // "no longer call at X"
  // "each houses 150 soldiers", "the largest cutters China owns have": a word in the singular, a clause about the noun before.
  if ((word.verb_forms & third_form) != 0 && (is_single(i - 1) || ends_relative(i))) return Tag::Verb;
  // "Monitors observed": no tensed verb stands directly before another.
  if ((word.verb_forms & third_form) != 0 && (next == Tag::Verb || is_auxiliary(next)) && !is_ing(i + 1) && !stays_as(i) && previous != Tag::Pronoun && previous != Tag::Relative) return Tag::Noun;
  const bool has_past = (word.verb_forms & past_form) != 0;  // "set", "put", "cut"
  // "for want of fuel": no tensed verb follows a preposition.
  if (previous == Tag::Preposition && (word.verb_forms & third_form) != 0 && items_[i - 1].lower == "in") return Tag::Noun;  // "home in phases"
  if (previous == Tag::Preposition && !has_past && !is_one_of(items_[i - 1].lower, {"until", "till", "like", "in", "out", "up", "back", "off", "over", "down", "away"})) return Tag::Noun;
  // "carrying picks": what is carried.
  if (previous == Tag::Verb && (word.verb_forms & third_form) != 0 && !has_past && items_[i - 1].word != nullptr && items_[i - 1].word->verb_forms == ing_form) return Tag::Noun;
  if (!word.noun_too && word.noun == NounClass::None) {
    // "some 500 more remain", "the 98th stayed", "both left"
    const bool alone = i > 0 && (previous == Tag::Number || (previous == Tag::Determiner && stands_alone(i - 1)));
    return opens_noun(i) && !has_past && !alone ? Tag::Noun : Tag::Verb;
  }
  if (previous == Tag::Have || (previous == Tag::Be && (word.verb_forms & participle_form) != 0)) return (word.verb_forms & participle_form) != 0 ? Tag::Verb : Tag::Noun;
  if (opens_noun(i) || previous == Tag::Preposition || previous == Tag::Verb || previous == Tag::Be) return Tag::Noun;
  if (previous == Tag::Pronoun || previous == Tag::Relative) return Tag::Verb;
  if ((word.verb_forms & third_form) == 0 && starts_noun_phrase(next) && let_do(i)) return Tag::Verb;
  return (word.verb_forms & third_form) != 0 ? third_person(i, previous, next) : plural_person(i, previous, next);
}

/// "remains dug in", "stay confined to": a verb of staying with the state that goes on.
bool WordTagger::stays_as(std::size_t i) const {
  if (i + 1 >= items_.size() || items_[i + 1].word == nullptr || (items_[i + 1].word->verb_forms & participle_form) == 0) return false;
  return lexicon_.is(WordSet::Abide, lexicon_.lemma(items_[i].word->verb));
}

/// "let Egypt move two battalions", "helped the army hold the town": a bare verb behind the object of such a verb.
bool WordTagger::let_do(std::size_t at) const {
  constexpr std::size_t reach = 6;  // words
  for (auto i = at; i-- > 0 && i + reach > at;) {
    const auto& item = items_[i];
    if (item.tag == Tag::Verb) return i + 1 < at && item.word != nullptr && lexicon_.is(WordSet::Let, lexicon_.lemma(item.word->verb));
    if (item.tag != Tag::Noun && item.tag != Tag::Name && item.tag != Tag::Determiner && item.tag != Tag::Adjective && item.tag != Tag::Number) return false;
  }
  return false;
}

/// "the forces, he said, stand in X": a plural in front of the insertion that ends here.
bool WordTagger::follows_insertion(std::size_t comma) const {
  constexpr std::size_t reach = 7;  // words of ", a spokesman for the army said,"
  bool told = false;
  for (auto i = comma; i-- > 0 && i + reach > comma;) {
    told = told || items_[i].tag == Tag::Verb;
    if (items_[i].tag == Tag::Comma) return told && i > 0 && (items_[i - 1].tag == Tag::Noun || items_[i - 1].tag == Tag::Name) && is_plural(i - 1);
  }
  return false;
}

/// "each", "another": no plural can follow, so that a word in "-s" is a verb.
bool WordTagger::is_single(std::size_t i) const { return i < items_.size() && items_[i].tag == Tag::Determiner && is_one_of(items_[i].lower, {"each", "another", "either", "neither"}); }

/// "having", "sending": a verb in "-ing" and nothing else.
bool WordTagger::is_ing(std::size_t i) const { return i < items_.size() && (items_[i].lower == "having" || items_[i].lower == "being" || (items_[i].word != nullptr && items_[i].word->verb_forms == ing_form)); }

/// "the largest cutters China owns have moved": the verb of a clause about a plural, in front of the verb of the sentence.
bool WordTagger::ends_relative(std::size_t i) const {
  if (i < 2 || items_[i - 1].tag != Tag::Name || items_[i - 1].mention == none || items_[i - 1].demonym || items_[i - 2].tag != Tag::Noun || !is_plural(i - 2)) return false;
  return items_[i].word->noun == NounClass::None && (is_auxiliary(raw(i + 1)) || (raw(i + 1) == Tag::Verb && !is_ing(i + 1)));
}

/// Plural of a noun.
bool WordTagger::is_plural(std::size_t i) const {
  const auto& item = items_[i];
  if (item.tag == Tag::Name) return ends_with(item, "s") && (item.demonym || before_noun(before(i)));  // "the Canadians' Leopards"
  return ends_with(item, "s") || (item.word != nullptr && item.word->plural);
}

/// "sends", "claims", "houses": a verb or the plural of a noun.
Tag WordTagger::third_person(std::size_t i, Tag previous, Tag next) const {
  const auto& word = *items_[i].word;
  if (previous != Tag::Name && previous != Tag::Noun && previous != Tag::Adverb && previous != Tag::Conjunction && previous != Tag::Comma && previous != Tag::Time && previous != Tag::Subordinator) return Tag::Noun;
  const bool moves = !lexicon_.senses_of(word.verb).empty();
  // "the army barracks at X", "told American forces to leave"
  if (word.place && !follows_as_object(next)) return Tag::Noun;
  if (is_mover(word.noun) && i > 0 && (next == Tag::To || (items_[i - 1].demonym && !ends_with(items_[i - 1], "s")))) return Tag::Noun;
  const bool complement = i + 1 < items_.size() && (items_[i + 1].lower == "that" || (is_ing(i + 1) && lexicon_.cue_of(lexicon_.lemma(word.verb)) != nullptr));  // "denies hosting them"
  // "Marine unit returns to port", in headlines
  const bool mover = i > 0 && items_[i - 1].word != nullptr && is_mover(items_[i - 1].word->noun) && !items_[i - 1].word->plural;
  if (previous != Tag::Subordinator) {
    if (moves && mover && !is_mover(word.noun) && (next == Tag::Preposition || (next == Tag::Name && !items_[i + 1].demonym))) return Tag::Verb;
    if (follows_as_object(next) || complement) return Tag::Verb;
    // "leaves in August", "the mission ends on Friday"
    if (next == Tag::Time && (previous == Tag::Name || (previous == Tag::Noun && !is_plural(i - 1))) && lexicon_.is(WordSet::Timetable, lexicon_.lemma(word.verb))) return Tag::Verb;
    // "has been restored and returns to cinemas"
    if (moves && previous == Tag::Conjunction && before(i, 2) == Tag::Verb && (next == Tag::Preposition || next == Tag::To)) return Tag::Verb;
    // "Djibouti already houses American bases"
    const bool one = i > 1 && (before(i, 2) == Tag::Name || before(i, 2) == Tag::Comma || (before(i, 2) == Tag::Noun && !is_plural(i - 2)));
    if (moves && previous == Tag::Adverb && one && (starts_noun_phrase(next) || next == Tag::Preposition)) return Tag::Verb;
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
bool WordTagger::follows_of(std::size_t noun) const {
  constexpr std::size_t reach = 4;  // words of a noun phrase
  for (auto i = noun; i-- > 0 && i + reach > noun;) {
    if (items_[i].lower == "of") return true;
    if (items_[i].tag == Tag::Verb || items_[i].tag == Tag::Comma || items_[i].tag == Tag::Preposition) return false;
  }
  return false;
}

/// "guard", "leave", "camp": a verb behind a plural, or a noun.
Tag WordTagger::plural_person(std::size_t i, Tag previous, Tag next) const {
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
  // "a flood cut the road", "the boat set out": no noun stands so behind another
  if (has_past && (previous == Tag::Noun || previous == Tag::Name) && (next == Tag::Determiner || next == Tag::Pronoun || (i + 1 < items_.size() && is_one_of(items_[i + 1].lower, {"out", "off", "down", "up"})))) return Tag::Verb;
  // "soldiers still hold parts of X"
  const bool plural_before = i > 1 && previous == Tag::Adverb && ((items_[i - 2].word != nullptr && items_[i - 2].word->plural) || before(i, 2) == Tag::Pronoun);
  if (plural_before && (starts_noun_phrase(next) || (moves && next == Tag::Preposition))) return Tag::Verb;
  // "will hand over the post and march to X"
  if (previous == Tag::Conjunction && moves && (next == Tag::Preposition || next == Tag::Adverb || next == Tag::Stop || (next == Tag::Name && !items_[i + 1].demonym)) && follows_infinitive(i - 1)) return Tag::Verb;
  if (previous == Tag::Conjunction || previous == Tag::Adverb) return object ? Tag::Verb : Tag::Noun;
  return Tag::Noun;
}

/// A modal or "to" with its verb in the few words before a conjunction.
bool WordTagger::follows_infinitive(std::size_t conjunction) const {
  constexpr std::size_t reach = 8;  // words; farther off it is another clause
  for (auto i = conjunction; i-- > 0 && i + reach > conjunction;) {
    if (items_[i].tag == Tag::Modal || items_[i].tag == Tag::To) return true;
    if (items_[i].tag == Tag::Comma || items_[i].tag == Tag::Stop || items_[i].tag == Tag::Subordinator) return false;
  }
  return false;
}

}  // namespace dateline::claims::detail
