#include "claims/detail/token_window.hpp"

#include <algorithm>

namespace dateline::claims::detail {

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

TokenWindow::TokenWindow(std::string_view text, const SegmentedText& segments)
    : text_(text), segments_(&segments), lower_(lower_ascii(text)), last_(segments.tokens.size()) {}

void TokenWindow::enter(const Sentence& sentence) noexcept { enter(sentence.first_token, sentence.last_token); }

void TokenWindow::enter(std::size_t first, std::size_t last) noexcept {
  last_ = std::min(last, segments_->tokens.size());
  first_ = std::min(first, last_);
}

void TokenWindow::mark_time(Span span) {
  const auto& tokens = segments_->tokens;
  if (time_ends_.empty()) time_ends_.resize(tokens.size(), 0);
  while (marked_ < tokens.size() && tokens[marked_].span.start < span.start) ++marked_;
  const auto first = marked_;
  while (marked_ < tokens.size() && tokens[marked_].span.end <= span.end) ++marked_;
  if (marked_ > first) time_ends_[first] = marked_;
}

std::string_view TokenWindow::raw(std::size_t i) const noexcept {
  return has(i) ? token(i).span.of(text_) : std::string_view{};
}

TokenCase TokenWindow::letter_case(std::size_t i) const noexcept {
  return has(i) ? token(i).letter_case : TokenCase::None;
}

bool TokenWindow::is_dash(std::size_t i) const noexcept {
  return is_any(i, {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"});
}

bool TokenWindow::is_capital(std::size_t i) const noexcept {
  const auto form = letter_case(i);
  return form == TokenCase::Title || form == TokenCase::Upper;
}

Span TokenWindow::span(std::size_t first, std::size_t last) const noexcept {
  const auto& tokens = segments_->tokens;
  if (first >= last || last > tokens.size()) return {};
  return {tokens[first].span.start, tokens[last - 1].span.end};
}

}  // namespace dateline::claims::detail
