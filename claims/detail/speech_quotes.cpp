#include "claims/detail/speech_quotes.hpp"

#include <optional>

namespace dateline::claims::detail {

namespace {

enum class Mark { None, Open, Close, Straight };

Mark mark_of(std::string_view token) {
  if (token == "\u201c" || token == "\u201e" || token == "\u00ab" || token == "\u201f") return Mark::Open;
  if (token == "\u201d" || token == "\u00bb") return Mark::Close;
  if (token == "\"") return Mark::Straight;
  return Mark::None;
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
    auto mark = mark_of(segments_.tokens[i].span.of(text_));
    if (mark == Mark::None) return;
    if (mark == Mark::Straight) mark = straight_opens(segments_, i, open_.has_value()) ? Mark::Open : Mark::Close;
    if (mark == Mark::Open) {
      if (open_) {
        // inside one sentence the second mark is a quotation in the quotation; later the first one was never closed
        if (open_sentence_ == sentence) return;
        close_unbalanced(segments_.sentences[sentence].first_token);
      }
      open_ = i;
      open_sentence_ = sentence;
    } else if (open_) {
      push(*open_, i + 1, false);
      open_.reset();
    }
  }

  void end_paragraph(std::size_t next_sentence) {
    if (!open_) return;
    const auto& next = segments_.sentences[next_sentence];
    const bool continues = next.first_token < next.last_token && mark_of(segments_.tokens[next.first_token].span.of(text_)) != Mark::None &&
                           mark_of(segments_.tokens[next.first_token].span.of(text_)) != Mark::Close;
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
  std::size_t open_sentence_ = 0;
};

}  // namespace

std::vector<QuotedSpan> find_quotes(std::string_view text, const SegmentedText& segments) {
  return QuoteReader(text, segments).read();
}

}  // namespace dateline::claims::detail
