#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "claims/detail/masked_text.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

/// Tenths of its uses as a noun: from here on a word is one unless its neighbours say otherwise; below the other it seldom is.
inline constexpr std::uint8_t mostly_noun = 5;
inline constexpr std::uint8_t seldom = 4;

/// Tags the words of one sentence from left to right: a rule sees what was decided before a word, and of what follows only what the word alone tells.
class WordTagger {
 public:
  WordTagger(std::vector<Item>& items, const Lexicon& lexicon) : items_(items), lexicon_(lexicon) {}

  void run();

 private:
  // tagger.cpp: function words, adjectives, words in no table
  /// The item ends in `tail`, with a stem of three letters or more.
  static bool ends_with(const Item& item, std::string_view tail) { return item.lower.size() > tail.size() + 2 && std::string_view(item.lower).ends_with(tail); }
  [[nodiscard]] Tag before(std::size_t i, std::size_t steps = 1) const { return i >= steps ? items_[i - steps].tag : Tag::Stop; }
  [[nodiscard]] Tag raw(std::size_t i) const;
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
  [[nodiscard]] Tag decide(std::size_t i) const;
  [[nodiscard]] bool opens_noun(std::size_t i) const { return before_noun(before(i)) || (before(i) == Tag::Relative && items_[i - 1].lower == "whose"); }
  [[nodiscard]] Tag adjective(std::size_t i) const;
  [[nodiscard]] bool acts(std::size_t i) const;
  [[nodiscard]] bool is_direction(std::size_t i) const;
  [[nodiscard]] bool is_heading(std::size_t i) const;
  [[nodiscard]] bool capital_inside(std::size_t i) const;
  [[nodiscard]] Tag unknown(std::size_t i) const;
  [[nodiscard]] bool describes(std::size_t i, Tag next) const;
  [[nodiscard]] bool exists_behind(std::size_t i, Tag next) const;
  [[nodiscard]] Tag closed(std::size_t i) const;
  [[nodiscard]] bool stands_alone(std::size_t i) const;
  [[nodiscard]] bool finds(std::size_t i) const;
  [[nodiscard]] Tag that(std::size_t i, Tag next) const;
  [[nodiscard]] bool infinitive_follows(std::size_t i) const;
  [[nodiscard]] bool leads_on(std::size_t i) const;
  [[nodiscard]] bool governs_infinitive(std::size_t i) const;

  // tagger_verbs.cpp: words that may be verbs
  [[nodiscard]] Tag verb(std::size_t i) const;
  [[nodiscard]] Tag ing(std::size_t i) const;
  [[nodiscard]] bool has_article(std::size_t name) const;
  [[nodiscard]] bool also_activity(std::size_t i) const;
  [[nodiscard]] std::string_view lemma_before(std::size_t i) const;
  [[nodiscard]] Tag participle(std::size_t i) const;
  [[nodiscard]] Tag base(std::size_t i) const;
  static bool follows_as_object(Tag next) { return next == Tag::Determiner || next == Tag::Number || next == Tag::Pronoun || next == Tag::To || next == Tag::Not; }
  [[nodiscard]] bool stays_as(std::size_t i) const;
  [[nodiscard]] bool let_do(std::size_t at) const;
  [[nodiscard]] bool follows_insertion(std::size_t comma) const;
  [[nodiscard]] bool is_single(std::size_t i) const;
  [[nodiscard]] bool is_ing(std::size_t i) const;
  [[nodiscard]] bool ends_relative(std::size_t i) const;
  [[nodiscard]] bool is_plural(std::size_t i) const;
  [[nodiscard]] Tag third_person(std::size_t i, Tag previous, Tag next) const;
  [[nodiscard]] bool follows_of(std::size_t noun) const;
  [[nodiscard]] Tag plural_person(std::size_t i, Tag previous, Tag next) const;
  [[nodiscard]] bool follows_infinitive(std::size_t conjunction) const;

  std::vector<Item>& items_;
  const Lexicon& lexicon_;
};

}  // namespace dateline::claims::detail
