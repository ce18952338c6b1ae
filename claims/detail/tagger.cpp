#include "claims/detail/tagger.hpp"

#include <algorithm>
#include <string_view>

#include "claims/detail/word_tagger.hpp"

namespace dateline::claims::detail {

void WordTagger::run() {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    auto& item = items_[i];
    if (item.tag != Tag::Noun || item.compound) continue;  // masked, punctuation, compound
    item.tag = decide(i);
  }
}

/// Tag of the next word as far as the word alone tells.
Tag WordTagger::raw(std::size_t i) const {
  if (i >= items_.size()) return Tag::Stop;
  const auto& item = items_[i];
  if (item.tag != Tag::Noun) return item.tag;
  if (item.word == nullptr) {
    if (lexicon_.is(WordSet::Numeral, item.lower)) return Tag::Number;
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

Tag WordTagger::decide(std::size_t i) const {
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
Tag WordTagger::adjective(std::size_t i) const {
  const auto next = raw(i + 1);
  // "the bomber last called in June"
  if (lexicon_.is(WordSet::Ordinal, items_[i].lower) && next == Tag::Verb && (before(i) == Tag::Noun || before(i) == Tag::Name)) return Tag::Adverb;
  const bool article = before(i) == Tag::Determiner && !is_one_of(items_[i - 1].lower, {"a", "an", "some", "any", "no"});
  return article && !starts_noun_phrase(next) && next != Tag::Conjunction && next != Tag::Comma ? Tag::Noun : Tag::Adjective;
}

/// "to free", "will open": an adjective that is a verb behind such a word.
bool WordTagger::acts(std::size_t i) const {
  const auto previous = before(i);
  return items_[i].word->verb_forms != 0 && (previous == Tag::To || previous == Tag::Modal || previous == Tag::Do || previous == Tag::Pronoun);
}

/// "south of the river", but not "the south of the country".
bool WordTagger::is_direction(std::size_t i) const {
  if (i + 1 >= items_.size() || items_[i + 1].lower != "of" || before_noun(before(i))) return false;
  return lexicon_.is(WordSet::Heading, items_[i].lower);
}

/// "sent columns south towards X", "moved west on Friday": which way, not a thing.
bool WordTagger::is_heading(std::size_t i) const {
  if (!lexicon_.is(WordSet::Heading, items_[i].lower)) return false;
  const auto previous = before(i);
  if (previous != Tag::Noun && previous != Tag::Name && previous != Tag::Verb && previous != Tag::Adverb && previous != Tag::Pronoun) return false;
  const auto next = raw(i + 1);
  return next == Tag::Preposition || next == Tag::To || next == Tag::Comma || next == Tag::Stop || next == Tag::Time || next == Tag::Conjunction || next == Tag::Subordinator ||
         next == Tag::Colon || next == Tag::Dash || next == Tag::Adverb;
}

bool WordTagger::capital_inside(std::size_t i) const {
  return i > 0 && (items_[i].letter_case == TokenCase::Title || items_[i].letter_case == TokenCase::Upper);
}

Tag WordTagger::unknown(std::size_t i) const {
  const auto& item = items_[i];
  // "had left than others moved in": but "more than 300"
  if (item.lower == "than" && i > 0 && !is_one_of(items_[i - 1].lower, {"more", "less", "fewer", "other", "rather", "better", "greater", "larger", "smaller", "higher", "lower", "later", "earlier", "sooner"})) return Tag::Subordinator;
  if (lexicon_.is(WordSet::Numeral, item.lower)) return Tag::Number;
  if (item.letter_case == TokenCase::Upper || item.letter_case == TokenCase::Mixed || capital_inside(i)) return Tag::Name;
  if (ends_with(item, "ly")) return Tag::Adverb;
  if (ends_with(item, "ed") && item.lower.starts_with("un")) return before_noun(before(i)) || raw(i + 1) == Tag::Noun ? Tag::Adjective : Tag::Adverb;  // "entered the town unopposed"
  // "in rented flats"
  if (ends_with(item, "ed") && before(i) == Tag::Preposition && (raw(i + 1) == Tag::Noun || raw(i + 1) == Tag::Adjective)) return Tag::Adjective;
  if (ends_with(item, "ed") && !before_noun(before(i))) return Tag::Verb;
  if (ends_with(item, "ing") && before(i) == Tag::Be) return Tag::Verb;
  return Tag::Noun;
}

/// "the far side", "its home port", "Danish home guard", "closer ties": an adverb that stands before a noun as an adjective does.
bool WordTagger::describes(std::size_t i, Tag next) const {
  if (next != Tag::Noun || lexicon_.is(WordSet::Heading, items_[i + 1].lower)) return false;  // "go further north"
  const auto previous = before(i);
  if (previous == Tag::Possessive || (previous == Tag::Determiner && !stands_alone(i - 1))) return true;
  const bool of_people = previous == Tag::Name && items_[i - 1].demonym && !ends_with(items_[i - 1], "s") && items_[i].lower == "home";
  return of_people || lexicon_.is(WordSet::Comparative, items_[i].lower);
}

/// "there would be", "there have been": but "the soldiers there would go".
bool WordTagger::exists_behind(std::size_t i, Tag next) const {
  if (next == Tag::Be || next == Tag::Adverb) return true;
  if (next != Tag::Modal && next != Tag::Have) return false;
  constexpr std::size_t reach = 5;  // "there may well not have been"
  return std::any_of(items_.begin() + static_cast<std::ptrdiff_t>(i + 1), items_.begin() + static_cast<std::ptrdiff_t>(std::min(i + reach, items_.size())), [](const Item& item) {
    return is_one_of(item.lower, {"be", "been", "seem", "seems", "remain", "appear"});
  });
}

Tag WordTagger::closed(std::size_t i) const {
  const auto& item = items_[i];
  const auto tag = item.word->tag;
  const auto next = raw(i + 1);
  if (item.letter_case == TokenCase::Upper && item.lower.size() > 1 && tag == Tag::Pronoun) return Tag::Name;  // US, IT
  if (item.lower == "that") return that(i, next);
  if (tag == Tag::Adverb && describes(i, next)) return Tag::Adjective;
  // "the ministry itself has"
  if (tag == Tag::Pronoun && is_one_of(item.lower, {"itself", "himself", "themselves"}) && (before(i) == Tag::Noun || before(i) == Tag::Name)) return Tag::Adverb;
  if (tag == Tag::There && before(i) == Tag::Preposition) return Tag::Pronoun;  // "from there into Kosovo"
  // "at least 25 kilometres": the quantity finder had no use for it
  if (item.lower == "at" && i + 2 < items_.size() && is_one_of(items_[i + 1].lower, {"least", "most"}) && items_[i + 2].tag == Tag::Number) return Tag::Determiner;
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
  if (tag == Tag::There && !exists_behind(i, next)) return Tag::Adverb;
  if (tag == Tag::Modal && before_noun(before(i)) && before(i) != Tag::Number && !stands_alone(i - 1)) return Tag::Noun;  // "the will"
  // "will likely be deployed" against "is likely to be deployed".
  if (item.lower == "present" && before(i) == Tag::Modal && starts_noun_phrase(next)) return Tag::Verb;  // "will present the budget"
  if (tag == Tag::Adjective && (before(i) == Tag::Modal || next == Tag::Verb || is_auxiliary(next))) return Tag::Adverb;
  if (tag == Tag::Have && before(i) == Tag::Determiner && !stands_alone(i - 1)) return Tag::Noun;
  if (item.lower == "like" && is_auxiliary(before(i))) return Tag::Verb;
  return tag;
}

/// "all have gone back", "two more will": a word of quantity that stands for the things counted.
bool WordTagger::stands_alone(std::size_t i) const {
  return lexicon_.is(WordSet::Alone, items_[i].lower);
}

/// A verb of perception: "saw there".
bool WordTagger::finds(std::size_t i) const {
  const auto& senses = lexicon_.senses_of(items_[i].word->verb);
  return std::any_of(senses.begin(), senses.end(), [&](std::uint32_t sense) { return lexicon_.senses()[sense].frame == Frame::Find; });
}

Tag WordTagger::that(std::size_t i, Tag next) const {
  const auto previous = before(i);
  if (previous == Tag::Verb) return Tag::Subordinator;
  // "the jets that guard the skies"
  const auto* act = i + 1 < items_.size() ? items_[i + 1].word : nullptr;
  if (previous == Tag::Noun && is_plural(i - 1) && act != nullptr && !act->has_tag && (act->verb_forms & base_form) != 0 && !act->plural && follows_as_object(raw(i + 2))) return Tag::Relative;
  if (is_auxiliary(next) || next == Tag::Verb || next == Tag::Not) {
    return previous == Tag::Noun || previous == Tag::Name || previous == Tag::Comma || previous == Tag::Number ? Tag::Relative : Tag::Pronoun;
  }
  if (previous == Tag::Noun || previous == Tag::Name || previous == Tag::Time || previous == Tag::Comma || previous == Tag::Possessive) return Tag::Subordinator;
  if (next == Tag::Determiner || next == Tag::Pronoun || next == Tag::Name || next == Tag::Number) return Tag::Subordinator;
  if (next == Tag::Noun && is_plural(i + 1)) return Tag::Subordinator;  // "tell us that buses"
  return Tag::Determiner;
}

bool WordTagger::infinitive_follows(std::size_t i) const {
  auto next = i + 1;
  while (next < items_.size() && raw(next) == Tag::Adverb && next < i + 3) ++next;
  if (next >= items_.size()) return false;
  const auto& item = items_[next];
  if (item.word == nullptr || item.mention != none || item.letter_case == TokenCase::Title || item.letter_case == TokenCase::Upper) return false;
  if (item.word->has_tag) return item.lower == "be" || item.lower == "have" || item.lower == "do";
  if ((item.word->verb_forms & base_form) == 0 && !item.word->base_too) return false;
  // "to base", "to camp", "to battle": a noun unless an object follows, or a verb of planning stands before.
  if (item.word->noun == NounClass::Descriptive || item.word->noun == NounClass::Force || item.word->noun_share >= mostly_noun) return starts_noun_phrase(raw(next + 1)) || governs_infinitive(i) || leads_on(next);
  return true;
}

/// "to head for the border", "to hand over to": no place or force, and the words behind it are those of a verb.
bool WordTagger::leads_on(std::size_t i) const {
  const auto& word = *items_[i].word;
  if (word.place || word.noun == NounClass::Descriptive || word.noun == NounClass::Force || i + 1 >= items_.size()) return false;
  return is_one_of(items_[i + 1].lower, {"over", "up", "out", "off", "back", "away", "down", "for", "towards", "toward", "into"});
}

/// "plans to", "were ready to": in front of "to" stands what governs an infinitive.
bool WordTagger::governs_infinitive(std::size_t i) const {
  if (i == 0 || items_[i - 1].word == nullptr) return false;
  const auto& word = *items_[i - 1].word;
  const auto* cue = word.verb_forms != 0 ? lexicon_.cue_of(lexicon_.lemma(word.verb)) : lexicon_.cue_of(items_[i - 1].lower);
  return cue != nullptr && cue->role == CueRole::Control && !(word.verb_forms != 0 && lexicon_.lemma(word.verb) == "go");
}

void tag(std::vector<Item>& items, const Lexicon& lexicon) { WordTagger(items, lexicon).run(); }

}  // namespace dateline::claims::detail
