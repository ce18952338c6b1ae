#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/token.hpp"
#include "claims/detail/lexicon.hpp"
#include "claims/quantity.hpp"
#include "claims/time_expression.hpp"
#include "gazetteer/locate.hpp"

namespace dateline::claims::detail {

inline constexpr std::uint32_t none = 0xFFFFFFFFU;

/// A word of the masked stream: one token, or a whole name, time expression, number or hyphenated compound.
struct Item {
  Span span;
  std::string lower;                ///< the words in lower case (ASCII letters), apostrophes straight
  Tag tag = Tag::Noun;
  const Word* word = nullptr;       ///< entry in the lexicon; null if unknown
  std::uint32_t mention = none;     ///< index into the mentions
  std::uint32_t quantity = none;    ///< index into the quantities whose number this is
  std::uint32_t time = none;        ///< index into the times
  const NamedForce* force = nullptr;
  TokenCase letter_case = TokenCase::None;
  bool demonym = false;             ///< a mention of a people: "North Korean"
  bool body = false;                ///< a mention of an organisation: "African Union"
  bool compound = false;            ///< "Russian-occupied", "large-scale", "KN-23"
};

/// A sentence as the clause rules see it: no quotation marks, brackets or parentheses with their contents, no stray stops.
struct MaskedSentence {
  std::uint32_t sentence = 0;
  std::vector<Item> items;
};

/// What masking needs of one story; all of it outlives the result.
struct MaskInput {
  std::string_view text;
  const SegmentedText& segments;
  const std::vector<gazetteer::Mention>& mentions;
  const std::vector<TimeExpression>& times;
  const std::vector<QuantityExpression>& quantities;
};

/// Masks and tags every sentence of the story. Linear; sentences longer than limits::max_sentence_tokens are cut there.
[[nodiscard]] std::vector<MaskedSentence> mask(const MaskInput& input, const Lexicon& lexicon);

/// Lower case of ASCII letters, curly apostrophes made straight.
[[nodiscard]] std::string to_lower(std::string_view text);

}  // namespace dateline::claims::detail
