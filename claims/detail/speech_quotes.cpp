#include "claims/detail/speech_quotes.hpp"

#include <optional>

namespace dateline::claims::detail {

namespace {

enum class Mark { None, Open, Close, Straight };

/// Which style of mark: an opening one is closed by its own kind only.
enum class Style { Double, Single, Pair };

struct MarkRead {
  Mark mark = Mark::None;
  Style style = Style::Double;
};

MarkRead read_mark(std::string_view text, const Token& token) {
  const auto word = token.span.of(text);
  if (word == "\u201c" || word == "\u201e" || word == "\u00ab" || word == "\u201f") return {Mark::Open, Style::Double};
  if (word == "\u201d" || word == "\u00bb") return {Mark::Close, Style::Double};
  if (word == "\"") return {Mark::Straight, Style::Double};
  const auto rest = text.substr(token.span.start);
  // typewriter pairs: ``so'', ‘‘so’’
  if (rest.starts_with("``") || rest.starts_with("\u2018\u2018")) return {Mark::Open, Style::Pair};
  if (rest.starts_with("''") || rest.starts_with("\u2019\u2019")) return {Mark::Straight, Style::Pair};
  if (word == "\u2018" && token.space_before) return {Mark::Open, Style::Single};
  // after a word it is an apostrophe; a quotation in single marks closes behind a point or comma
  if (word == "\u2019" && !token.space_before && token.kind == TokenKind::Punctuation) return {Mark::Close, Style::Single};
  return {};
}

/// A straight mark opens where white space stands before it and none behind.
bool straight_opens(const SegmentedText& segments, std::size_t i, bool open) {
  const auto& tokens = segments.tokens;
  const bool space_before = i == 0 || tokens[i].space_before;
  const bool space_after = i + 1 >= tokens.size() || tokens[i + 1].space_before;
  if (space_before && !space_after) return true;
  if (!space_before && space_after) return false;
  return !open;
}

class QuoteReader {
 public:
  QuoteReader(std::string_view text, const SegmentedText& segments) : text_(text), segments_(segments) {}

  std::vector<QuotedSpan> read() {
    const auto& sentences = segments_.sentences;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      if (s > 0 && sentences[s].paragraph != sentences[s - 1].paragraph) end_paragraph(s);
      for (std::size_t i = sentences[s].first_token; i < sentences[s].last_token; ++i) take(i, s);
    }
    if (open_) close_unbalanced(sentences[open_sentence_].last_token);
    return std::move(quotes_);
  }

 private:
  void take(std::size_t i, std::size_t sentence) {
    const auto read = read_mark(text_, segments_.tokens[i]);
    auto mark = read.mark;
    if (mark == Mark::None) return;
    if (open_ && read.style != style_) return;   // a quotation inside the quotation
    const auto start = segments_.tokens[i].span.start;
    // the second half of a pair was read with the first
    if (read.style == Style::Pair && i > 0 && segments_.tokens[i - 1].span.end == start && text_[segments_.tokens[i - 1].span.start] == text_[start] && last_mark_ + 1 == i) return;
    last_mark_ = i;
    if (mark == Mark::Straight) mark = straight_opens(segments_, i, open_.has_value()) ? Mark::Open : Mark::Close;
    if (mark == Mark::Open) {
      if (open_) {
        // inside one sentence the second mark is a quotation in the quotation; later the first one was never closed
        if (open_sentence_ == sentence) return;
        close_unbalanced(segments_.sentences[sentence].first_token);
      }
      open_ = i;
      style_ = read.style;
      open_sentence_ = sentence;
    } else if (open_) {
      push(*open_, read.style == Style::Pair && i + 1 < segments_.tokens.size() && !segments_.tokens[i + 1].space_before && segments_.tokens[i].span.size() < 2 ? i + 2 : i + 1, false);
      open_.reset();
    }
  }

  void end_paragraph(std::size_t next_sentence) {
    if (!open_) return;
    const auto& next = segments_.sentences[next_sentence];
    const auto mark = next.first_token < next.last_token ? read_mark(text_, segments_.tokens[next.first_token]).mark : Mark::None;
    const bool continues = mark == Mark::Open || mark == Mark::Straight;
    if (continues) {
      push(*open_, segments_.sentences[next_sentence - 1].last_token, false);
      open_.reset();
    } else {
      close_unbalanced(segments_.sentences[open_sentence_].last_token);
    }
  }

  void close_unbalanced(std::size_t end) {
    push(*open_, end, true);
    open_.reset();
  }

  void push(std::size_t first, std::size_t last, bool unbalanced) {
    if (last <= first) return;
    quotes_.push_back({{segments_.tokens[first].span.start, segments_.tokens[last - 1].span.end}, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), unbalanced});
  }

  std::string_view text_;
  const SegmentedText& segments_;
  std::vector<QuotedSpan> quotes_;
  std::optional<std::size_t> open_;
  Style style_ = Style::Double;
  std::size_t last_mark_ = static_cast<std::size_t>(-2);
  std::size_t open_sentence_ = 0;
};

}  // namespace

std::vector<QuotedSpan> find_quotes(std::string_view text, const SegmentedText& segments) {
  return QuoteReader(text, segments).read();
}

}  // namespace dateline::claims::detail
