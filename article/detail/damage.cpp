#include <algorithm>
#include <optional>

#include "article/detail/abbreviations.hpp"
#include "article/detail/character_class.hpp"
#include "article/detail/plain_text.hpp"

namespace dateline::article::detail {

namespace {

void add_flag(Article& article, const char* flag, std::string message, std::string hint, Span span) {
  // a ruined text has thousands of these; the first ones tell enough, and finding the line of each would take quadratic time
  constexpr std::size_t kMostNotes = 24;
  if (std::find(article.flags.begin(), article.flags.end(), flag) == article.flags.end()) article.flags.emplace_back(flag);
  if (article.diagnostics.size() >= kMostNotes) return;
  article.diagnostics.push_back(
      diagnose(Severity::Note, std::move(message), std::move(hint), article.text, span, article.file));
}

/// Quotation marks of one paragraph.
struct QuoteCount {
  int open = 0;        // curly marks opened and not closed
  bool crossed = false; // a closing mark without an opening one, or two opening ones in a row
  int straight = 0;
  std::optional<Span> first;
  std::optional<Span> last;
};

bool is_double_opening(char32_t c) { return c == U'\u201C' || c == U'\u00AB' || c == U'\u201E'; }
bool is_double_closing(char32_t c) { return c == U'\u201D' || c == U'\u00BB'; }

QuoteCount count_quotes(std::string_view text, const SegmentedText& segments, std::uint32_t first, std::uint32_t last) {
  QuoteCount count;
  for (std::uint32_t i = first; i < last; ++i) {
    const Token& token = segments.tokens[i];
    if (token.kind != TokenKind::Punctuation) continue;
    const char32_t mark = character_at(text, token.span.start).value;
    const bool opens = is_double_opening(mark);
    const bool closes = is_double_closing(mark);
    if (!opens && !closes && mark != U'"') continue;
    if (!count.first) count.first = token.span;
    count.last = token.span;
    if (opens && ++count.open > 1) count.crossed = true;
    if (closes && --count.open < 0) count.crossed = true, count.open = 0;
    if (mark == U'"') ++count.straight;
  }
  return count;
}

/// A quotation may run on: each of its paragraphs opens with a mark and only the last one closes.
bool runs_on(std::string_view text, const SegmentedText& segments, std::uint32_t next) {
  if (next >= segments.tokens.size()) return false;
  const char32_t mark = character_at(text, segments.tokens[next].span.start).value;
  return is_double_opening(mark) || mark == U'"';
}

void note_quotes(Article& article, const SegmentedText& segments) {
  const auto& sentences = segments.sentences;
  for (std::size_t i = 0; i < sentences.size();) {
    std::size_t end = i;
    while (end < sentences.size() && sentences[end].paragraph == sentences[i].paragraph) ++end;
    const std::uint32_t first = sentences[i].first_token;
    const std::uint32_t last = sentences[end - 1].last_token;
    i = end;
    const QuoteCount count = count_quotes(article.text, segments, first, last);
    const bool odd = count.straight % 2 != 0 || count.open != 0;
    if (!count.crossed && !(odd && !runs_on(article.text, segments, last))) continue;
    add_flag(article, "unbalanced-quote", "the quotation marks of this paragraph do not pair",
             "speakers of quotations are taken from the words around them", {count.first->start, count.last->end});
  }
}

/// Stops before a word in lower case ("region. of the country") or before another stop.
void find_stray_stops(std::string_view text, const SegmentedText& segments, const Sentence& sentence, std::vector<Span>& found) {
  for (std::uint32_t i = sentence.first_token + 1; i + 1 < sentence.last_token; ++i) {
    const Token& stop = segments.tokens[i];
    const Token& next = segments.tokens[i + 1];
    if (stop.span.of(text) != "." || stop.kind != TokenKind::Punctuation || !next.space_before) continue;
    const bool doubled = next.kind == TokenKind::Punctuation && next.span.of(text) == ".";
    const Token& before = segments.tokens[i - 1];
    const bool residue = next.kind == TokenKind::Word && next.letter_case == TokenCase::Lower &&
                         before.kind == TokenKind::Word && before.span.size() > 1;
    if (doubled || residue) found.push_back({before.span.start, next.span.end});
  }
}

/// A sentence that begins in lower case behind another of its paragraph: "he said. he added".
bool lost_its_capital(const SegmentedText& segments, std::size_t s) {
  if (s == 0 || segments.sentences[s].paragraph != segments.sentences[s - 1].paragraph) return false;
  const Token& first = segments.tokens[segments.sentences[s].first_token];
  return first.kind == TokenKind::Word && first.letter_case == TokenCase::Lower;
}

void note_translation(Article& article, const SegmentedText& segments) {
  // One stray stop is a slip of the hand; two signs, or one beside broken quotation marks, are a pattern.
  constexpr std::size_t kEnoughSigns = 2;
  std::vector<Span> signs;
  for (std::size_t s = 0; s < segments.sentences.size(); ++s) {
    const Sentence& sentence = segments.sentences[s];
    if (sentence.kind == SentenceKind::Body && lost_its_capital(segments, s)) signs.push_back(segments.tokens[sentence.first_token].span);
    if (sentence.kind == SentenceKind::Heading || sentence.kind == SentenceKind::Boilerplate) continue;
    const bool one_word = sentence.kind == SentenceKind::Fragment && sentence.last_token - sentence.first_token == 2;
    if (one_word && sentence.span.of(article.text).ends_with('.')) signs.push_back(sentence.span);
    find_stray_stops(article.text, segments, sentence, signs);
  }
  const bool broken_quotes = std::find(article.flags.begin(), article.flags.end(), "unbalanced-quote") != article.flags.end();
  if (signs.size() + (broken_quotes ? 1 : 0) < kEnoughSigns || signs.empty()) return;
  for (const Span& sign : signs) {
    add_flag(article, "machine-translated", "this looks like residue of machine translation",
             "check the claims of this story against another report", sign);
  }
}

void note_truncation(Article& article, const SegmentedText& segments) {
  if (segments.sentences.empty()) return;
  const Sentence& last = segments.sentences.back();
  constexpr std::uint32_t kLongEnough = 6;
  if (last.kind != SentenceKind::Body || last.last_token - last.first_token < kLongEnough || last.paragraph == 0) return;
  const Token& token = segments.tokens[last.last_token - 1];
  const bool ends_open = token.kind == TokenKind::Word && token.span.of(article.text).back() != '.';
  if (!ends_open) return;
  add_flag(article, "truncated", "the story ends in the middle of a sentence", "get the whole story if you can", token.span);
}

}  // namespace

void note_damage(Article& article) {
  const SegmentedText segments = segment(article);
  note_quotes(article, segments);
  note_translation(article, segments);
  note_truncation(article, segments);
}

}  // namespace dateline::article::detail
