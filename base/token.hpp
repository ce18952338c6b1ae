#pragma once

#include <cstdint>
#include <vector>

#include "base/source_position.hpp"

namespace dateline {

/// What a token is by its form alone.
enum class TokenKind : std::uint8_t {
  Word,         ///< letters and marks of any script, with dots inside abbreviations ("U.S.", "Oct."): the dot belongs to the word
  Number,       ///< "1,500", "1.28", "8", "10th" is Number + Word; separators belong to it only between digits
  Possessive,   ///< "'s" or "’s" after a word; also a lone apostrophe after a plural in s
  Punctuation,  ///< one mark: . , ; : ! ? ( ) [ ] / and every dash, hyphen and quotation mark on its own; "..." is one token
  Symbol,       ///< anything else that is not space: $, %, +, emoji
};

enum class TokenCase : std::uint8_t {
  None,     ///< no cased letter in it
  Lower,    ///< "troops"
  Title,    ///< "Ussuriysk", "McDonald"
  Upper,    ///< "NIS", "U.S."; at least two cased letters ("A" is Title)
  Mixed,    ///< "eBay"
};

/// One token of a text. Tokens are in order, do not overlap and leave out white space only.
struct Token {
  Span span;                          ///< bytes of the text
  TokenKind kind = TokenKind::Word;
  TokenCase letter_case = TokenCase::None;
  bool space_before = false;          ///< white space stands between this token and the one before
  bool operator==(const Token&) const = default;
};

/// What a stretch of text is in the layout of a story.
enum class SentenceKind : std::uint8_t {
  Body,
  Heading,      ///< a short line of its own without a full stop
  ListItem,
  Boilerplate,  ///< "With post wires", "Share this", "Read more:"
  Fragment,     ///< under four words and no verb to speak of: residue of machine translation ("Ta.")
};

/// One sentence: a byte span and the tokens in it.
struct Sentence {
  Span span;                    ///< without surrounding white space
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;  ///< one past
  std::uint32_t paragraph = 0;   ///< number of the paragraph, from 0
  SentenceKind kind = SentenceKind::Body;
  bool operator==(const Sentence&) const = default;
};

/// A text cut into tokens and sentences. Keeps offsets only, not the text.
struct SegmentedText {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

}  // namespace dateline
