#include "article/detail/sentences.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "article/detail/abbreviations.hpp"
#include "article/detail/character_class.hpp"

namespace dateline::article::detail {

namespace {

/// Works on the tokens of one paragraph.
class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last)
      : text_(text), tokens_(tokens), first_(first), last_(last) {}

  /// One past the last token of the sentence that begins at `start`.
  [[nodiscard]] std::uint32_t sentence_end(std::uint32_t start) const {
    for (std::uint32_t i = start; i < last_; ++i) {
      if (i > start + 1 && word(i) == "\u2022") return i;   // a list set on one line
      if (is_stop(i)) {
        const std::uint32_t end = after_closing_marks(i + 1);
        if (end >= last_ || breaks_after_stop(i, end)) return end;
      } else if (ends_in_dot(i)) {
        const std::uint32_t end = after_closing_marks(i + 1);
        if (end >= last_ || breaks_after_abbreviation(i, end)) return end;
      }
    }
    return last_;
  }

 private:
  std::string_view word(std::uint32_t i) const { return tokens_[i].span.of(text_); }
  char32_t mark(std::uint32_t i) const {
    return tokens_[i].kind == TokenKind::Punctuation ? character_at(text_, tokens_[i].span.start).value : U'\0';
  }

  bool is_stop(std::uint32_t i) const {
    if (tokens_[i].kind != TokenKind::Punctuation) return false;
    switch (mark(i)) {
      case U'.': case U'!': case U'?': case U'\u2026': case U'\u3002': case U'\uFF01': case U'\uFF1F':
      case U'\u061F': case U'\u0964': return true;
      default: return false;
    }
  }
  bool needs_no_space(char32_t stop) const { return stop == U'\u3002' || stop == U'\uFF01' || stop == U'\uFF1F'; }

  bool ends_in_dot(std::uint32_t i) const {
    return tokens_[i].kind == TokenKind::Word && text_[tokens_[i].span.end - 1] == '.';
  }

  /// Skips further stops, closing quotation marks and brackets. A straight mark with a space before it opens.
  std::uint32_t after_closing_marks(std::uint32_t i) const {
    while (i < last_) {
      const bool stop = is_stop(i) && (!tokens_[i].space_before || mark(i) == U'.');
      const bool closing = is_closing_mark(mark(i)) && !tokens_[i].space_before;
      if (is_footnote(i)) {
        i += 3;
        continue;
      }
      if (!stop && !closing && !is_lone_apostrophe(i)) break;
      ++i;
    }
    return i;
  }

  /// "[12]" set tight behind a stop.
  bool is_footnote(std::uint32_t i) const {
    if (i + 2 >= last_ || mark(i) != U'[' || mark(i + 2) != U']' || tokens_[i].space_before) return false;
    return tokens_[i + 1].kind == TokenKind::Number || word(i + 1) == "citation" || tokens_[i + 1].span.size() == 1;
  }

  /// A closing single quotation mark that looked like the possessive of a plural.
  bool is_lone_apostrophe(std::uint32_t i) const {
    return tokens_[i].kind == TokenKind::Possessive && character_at(text_, tokens_[i].span.start).length == tokens_[i].span.size();
  }

  /// The first word or number at or after `i`, past dashes and opening marks; absent if something else comes first.
  std::optional<std::uint32_t> next_word(std::uint32_t i) const {
    for (; i < last_; ++i) {
      const TokenKind kind = tokens_[i].kind;
      if (kind == TokenKind::Word || kind == TokenKind::Number) return i;
      if (kind == TokenKind::Symbol) return i;
      const char32_t c = mark(i);
      if (!is_opening_mark(c) && !is_dash(c) && c != U'*' && c != U'\u2022' && c != U'\u2026') return std::nullopt;
    }
    return std::nullopt;
  }

  bool breaks_after_stop(std::uint32_t stop, std::uint32_t end) const {
    const auto next = next_word(end);
    if (!next) return false;
    const Token& following = tokens_[*next];
    if (following.letter_case == TokenCase::Lower) return end == stop + 1 && resumes_in_lower_case(stop, *next);
    if (following.letter_case == TokenCase::Mixed) return false;
    if (needs_no_space(mark(stop))) return true;
    if (!tokens_[end].space_before && !misses_space(stop, *next)) return false;
    const bool quoted = end > stop + 1;
    if (quoted && mark(stop) != U'.' && speech_verb_follows(*next)) return false;
    return true;
  }

  /// "he said. he added that ...": machine translation that lost the capital. Only a word that begins clauses, because a stray
  /// stop is as common: "in the district. of the republic".
  bool resumes_in_lower_case(std::uint32_t stop, std::uint32_t next) const {
    constexpr std::array<std::string_view, 14> kSubjects{"he", "she", "it", "they", "we", "there", "the", "this", "these", "those", "his", "her", "their", "its"};
    if (stop == first_ || mark(stop) != U'.' || next != stop + 1 || !tokens_[next].space_before || next + 2 >= last_) return false;
    const Token& before = tokens_[stop - 1];
    const bool whole_word = before.kind == TokenKind::Word && before.span.size() > 2;
    return whole_word && tokens_[next + 1].kind == TokenKind::Word && std::find(kSubjects.begin(), kSubjects.end(), word(next)) != kSubjects.end();
  }

  /// "they left.He stayed": a lower-case word, a stop and a capitalised word without a space between.
  bool misses_space(std::uint32_t stop, std::uint32_t next) const {
    if (stop == first_ || next != stop + 1) return false;
    const Token& before = tokens_[stop - 1];
    return mark(stop) == U'.' && before.kind == TokenKind::Word && before.letter_case == TokenCase::Lower &&
           before.span.size() > 2 && tokens_[next].letter_case == TokenCase::Title;
  }

  /// `"Why?" Kim Jong Un asked`
  bool speech_verb_follows(std::uint32_t next) const {
    constexpr std::uint32_t kLongestName = 4;
    for (std::uint32_t i = next; i < std::min(last_, next + kLongestName); ++i) {
      if (tokens_[i].kind != TokenKind::Word) return false;
      if (tokens_[i].letter_case == TokenCase::Lower) return is_speech_verb(word(i));
    }
    return false;
  }

  bool breaks_after_abbreviation(std::uint32_t i, std::uint32_t end) const {
    const auto next = next_word(end);
    if (!next) return false;
    const Token& following = tokens_[*next];
    if (!tokens_[end].space_before) return false;
    if (following.letter_case != TokenCase::Title && following.letter_case != TokenCase::Upper) return false;
    const std::string_view without_dot = word(i).substr(0, word(i).size() - 1);
    const auto kind = find_abbreviation(without_dot);
    if (kind == Abbreviation::Title || kind == Abbreviation::BeforeNumber) return false;
    if (end > i + 1) return true;  // a quotation ended here
    if (is_dash(mark(end)) || mark(end) == U'(' || mark(end) == U'[') return false;  // "HAMMOND, Ind. (AP) - The ..."
    if (*next > end) return true;  // a quotation begins
    if (kind == Abbreviation::Clock) return !names_day_or_zone(following, word(*next));
    return starts_sentences(word(*next));
  }

  static bool names_day_or_zone(const Token& token, std::string_view word) {
    if (token.letter_case == TokenCase::Upper) return true;
    return word.ends_with("day") || word == "Eastern" || word == "Pacific" || word == "Central" || word == "Moscow" || word == "Greenwich";
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_;
  std::uint32_t last_;
};

/// Words of one to three letters that carry no meaning of their own.
bool is_function_word(std::string_view word) {
  constexpr std::array<std::string_view, 21> kWords{"a",  "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "it",
                                                    "of", "on", "or",  "so", "than", "that", "the", "to", "with"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Residue of machine translation: under four words, none of them a lower-case word that could be a verb.
bool is_fragment(std::string_view text, const std::vector<Token>& tokens, const Sentence& sentence) {
  std::size_t words = 0;
  bool verb = false;
  for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
    if (tokens[i].kind == TokenKind::Number) ++words;
    if (tokens[i].kind != TokenKind::Word) continue;
    if (++words > 3) return false;
    const std::string_view word = tokens[i].span.of(text);
    if (tokens[i].letter_case == TokenCase::Lower && word.size() > 2 && !is_function_word(word)) verb = true;
  }
  return words < 2 || !verb;
}

}  // namespace

std::vector<Sentence> find_sentences(std::string_view text, const std::vector<Token>& tokens,
                                     const std::vector<Paragraph>& paragraphs) {
  std::vector<Sentence> sentences;
  sentences.reserve(tokens.size() / 16 + 1);
  std::uint32_t token = 0;
  const auto count = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t number = 0; number < paragraphs.size(); ++number) {
    const Paragraph& paragraph = paragraphs[number];
    while (token < count && tokens[token].span.start < paragraph.span.start) ++token;
    std::uint32_t last = token;
    while (last < count && tokens[last].span.start < paragraph.span.end) ++last;
    const Splitter splitter(text, tokens, token, last);
    const bool whole = paragraph.kind == SentenceKind::Boilerplate || paragraph.kind == SentenceKind::Heading;
    const std::uint32_t first_of_paragraph = token;
    while (token < last) {
      const std::uint32_t end = whole ? last : splitter.sentence_end(token);
      Sentence sentence{{tokens[token].span.start, tokens[end - 1].span.end}, token, end, number, paragraph.kind};
      const bool alone = token == first_of_paragraph && end == last;
      if (paragraph.kind == SentenceKind::Body && !alone && is_fragment(text, tokens, sentence)) {
        sentence.kind = SentenceKind::Fragment;
      }
      sentences.push_back(sentence);
      token = end;
    }
  }
  return sentences;
}

}  // namespace dateline::article::detail
