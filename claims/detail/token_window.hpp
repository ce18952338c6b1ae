#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/token.hpp"

namespace dateline::claims::detail {

/// The tokens of a text with their lower-case forms, seen through one sentence at a time. Reading outside of the
/// sentence gives an empty word, so that rules need no checks of their own.
///
/// Looks into the text and the segments it was made from; both must outlive it.
class TokenWindow {
 public:
  TokenWindow(std::string_view text, const SegmentedText& segments);

  /// Restricts the view to one sentence.
  void enter(const Sentence& sentence) noexcept;
  /// Restricts the view to tokens [first, last).
  void enter(std::size_t first, std::size_t last) noexcept;
  [[nodiscard]] std::size_t begin() const noexcept { return first_; }
  [[nodiscard]] std::size_t end() const noexcept { return last_; }
  [[nodiscard]] bool has(std::size_t i) const noexcept { return i >= first_ && i < last_; }

  /// ASCII lower case, without the dot of an abbreviation ("oct"); punctuation as it stands.
  [[nodiscard]] std::string_view word(std::size_t i) const noexcept {
    if (!has(i)) return {};
    auto word = token(i).span.of(lower_);
    if (word.size() > 1 && word.back() == '.' && token(i).kind == TokenKind::Word) word.remove_suffix(1);
    return word;
  }
  [[nodiscard]] std::string_view raw(std::size_t i) const noexcept;
  [[nodiscard]] const Token& token(std::size_t i) const noexcept { return segments_->tokens[i]; }
  [[nodiscard]] TokenKind kind(std::size_t i) const noexcept { return has(i) ? token(i).kind : TokenKind::Symbol; }
  [[nodiscard]] TokenCase letter_case(std::size_t i) const noexcept;
  [[nodiscard]] bool is(std::size_t i, std::string_view expected) const noexcept { return has(i) && word(i) == expected; }
  [[nodiscard]] bool is_any(std::size_t i, std::initializer_list<std::string_view> words) const noexcept {
    if (!has(i)) return false;
    const auto said = word(i);
    return std::any_of(words.begin(), words.end(), [said](std::string_view expected) { return expected == said; });
  }
  [[nodiscard]] bool is_number(std::size_t i) const noexcept { return has(i) && kind(i) == TokenKind::Number; }
  [[nodiscard]] bool is_word(std::size_t i) const noexcept { return has(i) && kind(i) == TokenKind::Word; }
  /// A hyphen or dash of any length.
  [[nodiscard]] bool is_dash(std::size_t i) const noexcept;
  /// No white space between token i - 1 and token i.
  [[nodiscard]] bool glued(std::size_t i) const noexcept { return has(i) && !token(i).space_before; }
  /// Starts with an upper-case letter.
  [[nodiscard]] bool is_capital(std::size_t i) const noexcept;

  /// Marks an expression of time that begins at the byte `span.start`; in the order of the text. They are found once (`find_times`) and read by all.
  void mark_time(Span span);
  /// One past the last token of the time that begins at token `i`; 0 if none does.
  [[nodiscard]] std::size_t end_of_time(std::size_t i) const noexcept { return has(i) && i < time_ends_.size() ? time_ends_[i] : 0; }

  /// Bytes from the start of token `first` to the end of token `last` - 1.
  [[nodiscard]] Span span(std::size_t first, std::size_t last) const noexcept;
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] const SegmentedText& segments() const noexcept { return *segments_; }

 private:
  std::string_view text_;
  const SegmentedText* segments_;
  std::string lower_;
  std::vector<std::size_t> time_ends_;   ///< by first token; 0 where no time begins
  std::size_t marked_ = 0;               ///< token up to which times are marked
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

/// Lower case for A to Z only; other bytes stay, so that offsets do.
[[nodiscard]] std::string lower_ascii(std::string_view text);

}  // namespace dateline::claims::detail
