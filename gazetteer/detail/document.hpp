#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/token.hpp"
#include "gazetteer/detail/lexicon.hpp"
#include "gazetteer/store.hpp"

namespace dateline::gazetteer::detail {

/// The letters of a word as far as names care.
enum class Shape : std::uint8_t { Lower, Title, Upper, Dotted, Mixed, Uncased, Number, Possessive, Hyphen, Comma, Stop, Quote, Open, Close, Mark, None };

/// What the rest of the text tells about a word form.
struct FormEvidence {
  static constexpr std::uint8_t seen_lower = 1;        ///< occurs in lower case: an ordinary word
  static constexpr std::uint8_t after_place_word = 2;  ///< occurs as "in X", "near X"
  static constexpr std::uint8_t person_name = 4;       ///< occurs as "Mr X", "John X"
  static constexpr std::uint8_t mid_sentence = 8;      ///< occurs with a capital inside a sentence
  static constexpr std::uint8_t before_state = 16;     ///< occurs as "X, Ohio" (a comma and a capital)
};

/// A token with everything mention finding asks about it.
struct Word {
  Span span;
  std::uint64_t form = 0;        ///< hash_word of the folded token
  ClassSet classes = 0;
  std::uint32_t fold_start = 0;  ///< into Document::folded
  std::uint32_t fold_size = 0;
  std::uint32_t sentence = 0;
  TokenKind kind = TokenKind::Word;
  Shape shape = Shape::None;
  std::uint8_t evidence = 0;     ///< FormEvidence of this form in the whole text
  bool space_before = false;
  bool sentence_start = false;
  bool caps_line = false;        ///< the sentence is in capitals: case says nothing

  [[nodiscard]] bool is(WordClass c) const noexcept { return (classes & class_bit(c)) != 0; }
  [[nodiscard]] bool saw(std::uint8_t evidence_bit) const noexcept { return (evidence & evidence_bit) != 0; }
  [[nodiscard]] bool capitalised() const noexcept {
    return shape == Shape::Title || shape == Shape::Upper || shape == Shape::Dotted || shape == Shape::Mixed;
  }
};

/// A text as words; a name that a line break splits makes its two sentences one. Looks into the text it was made from.
struct Document {
  std::string_view text;
  std::string folded;            ///< folded forms, one after the other
  std::vector<Word> words;
  std::vector<std::uint32_t> sentence_ends;  ///< one past the last word of each sentence

  [[nodiscard]] std::string_view fold_of(const Word& word) const noexcept {
    return std::string_view(folded).substr(word.fold_start, word.fold_size);
  }
  [[nodiscard]] std::string_view surface(const Word& word) const noexcept { return word.span.of(text); }
};

[[nodiscard]] Document make_document(std::string_view text, const SegmentedText& segments, const Lexicon& lexicon, const Store& store);

}  // namespace dateline::gazetteer::detail
