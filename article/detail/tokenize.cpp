#include "article/detail/tokenize.hpp"

#include <algorithm>

#include "article/detail/abbreviations.hpp"
#include "article/detail/character_class.hpp"
#include "base/limits.hpp"

namespace dateline::article::detail {

namespace {

/// Counts the cased letters of a word to name its case.
class CaseCounter {
 public:
  void add(CharClass kind) noexcept {
    if (kind == CharClass::Upper) {
      if (upper_ + lower_ == 0) first_upper_ = true;
      ++upper_;
    } else if (kind == CharClass::Lower) {
      ++lower_;
    }
  }
  [[nodiscard]] TokenCase result() const noexcept {
    if (upper_ + lower_ == 0) return TokenCase::None;
    if (upper_ == 0) return TokenCase::Lower;
    if (lower_ == 0 && upper_ > 1) return TokenCase::Upper;
    return first_upper_ ? TokenCase::Title : TokenCase::Mixed;
  }

 private:
  unsigned upper_ = 0;
  unsigned lower_ = 0;
  bool first_upper_ = false;
};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span body) : text_(text.substr(0, std::min(body.end, text.size()))), at_(body.start) {
    tokens_.reserve(body.size() / 5);
  }

  std::vector<Token> run() {
    for (Character c = character_at(text_, at_); c.length != 0; c = character_at(text_, at_)) {
      switch (c.kind) {
        case CharClass::Space: skip_space(c); break;
        case CharClass::Digit: take_number(); break;
        case CharClass::Punctuation: take_punctuation(c); break;
        case CharClass::Symbol: add(at_ + c.length, TokenKind::Symbol, TokenCase::None); break;
        default: take_word(); break;
      }
    }
    return std::move(tokens_);
  }

 private:
  void add(std::size_t end, TokenKind kind, TokenCase letter_case) {
    tokens_.push_back({{at_, end}, kind, letter_case, space_});
    at_ = end;
    space_ = false;
  }

  void skip_space(const Character& c) {
    if (c.value == U'\n') single_quote_open_ = false;  // an unclosed quote must not eat the possessives of the next line
    at_ += c.length;
    space_ = true;
  }

  /// End of the run of letters, marks and digits from `offset` on.
  std::size_t letters_end(std::size_t offset, CaseCounter& count) const {
    for (;;) {
      const Character c = character_at(text_, offset);
      if (c.length == 0 || !(continues_word(c.kind) || c.kind == CharClass::Digit)) return offset;
      count.add(c.kind);
      offset += c.length;
    }
  }

  void take_word() {
    CaseCounter count;
    std::size_t end = letters_end(at_, count);
    for (;;) {  // "O'Brien", "l'Ouverture", "rock'n'roll"
      const Character mark = character_at(text_, end);
      if (mark.length == 0 || !is_apostrophe(mark.value)) break;
      const std::size_t after = end + mark.length;
      const Character next = character_at(text_, after);
      if (next.length == 0 || !is_letter(next.kind) || possessive_length(end) != 0) break;
      end = letters_end(after, count);
    }
    if (end - at_ > limits::max_word_bytes) return add(end, TokenKind::Symbol, TokenCase::None);
    end = with_dots(end, count);
    add(end, TokenKind::Word, count.result());
    take_possessive();
  }

  /// The end with the dots of an abbreviation: "U.S.", "Ph.D.", "Oct.", "J." before a name.
  std::size_t with_dots(std::size_t end, CaseCounter& count) const {
    if (!has_dot(end)) return end;
    std::size_t dotted = end;
    int parts = 1;
    while (has_dot(dotted)) {  // short groups of letters with a dot after each
      CaseCounter part = count;
      const std::size_t next = letters_end(dotted + 1, part);
      const std::size_t length = next - dotted - 1;
      if (length == 0 || length > 2 || dotted - at_ > 24 || (parts == 1 && end - at_ > 2)) break;
      if (!has_dot(next) && length > 1) break;  // "go.It" is a missing space, "U.S" a missing dot
      count = part;
      dotted = next;
      ++parts;
    }
    if (parts > 1) return has_dot(dotted) ? dotted + 1 : dotted;
    return dot_belongs(end) ? end + 1 : end;
  }

  bool has_dot(std::size_t offset) const { return offset < text_.size() && text_[offset] == '.'; }

  /// Whether the single dot at `end` belongs to the word before it.
  bool dot_belongs(std::size_t end) const {
    if (end + 1 < text_.size() && text_[end + 1] == '.') return false;  // an ellipsis
    const std::string_view word = text_.substr(at_, end - at_);
    const Character next = character_after_space(end + 1);
    if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return next.kind == CharClass::Upper && !at_line_end(end + 1);
    if (word.size() > 6) return false;
    const auto known = find_abbreviation(word);
    if (!known) return false;
    return *known != Abbreviation::BeforeNumber || (next.length != 0 && next.kind == CharClass::Digit);
  }

  /// The first character after spaces and tabs.
  Character character_after_space(std::size_t offset) const {
    Character c = character_at(text_, offset);
    while (c.length != 0 && c.kind == CharClass::Space && c.value != U'\n') {
      offset += c.length;
      c = character_at(text_, offset);
    }
    return c;
  }
  bool at_line_end(std::size_t offset) const {
    const Character c = character_after_space(offset);
    return c.length == 0 || c.value == U'\n';
  }

  /// Bytes of "'s" at `offset` if it ends a word there, else 0.
  std::size_t possessive_length(std::size_t offset) const {
    const Character mark = character_at(text_, offset);
    if (mark.length == 0 || !is_apostrophe(mark.value)) return 0;
    const std::size_t letter = offset + mark.length;
    if (letter >= text_.size() || (text_[letter] != 's' && text_[letter] != 'S')) return 0;
    const Character after = character_at(text_, letter + 1);
    if (after.length != 0 && (continues_word(after.kind) || after.kind == CharClass::Digit)) return 0;
    return mark.length + 1U;
  }

  void take_possessive() {
    if (const std::size_t length = possessive_length(at_); length != 0) {
      return add(at_ + length, TokenKind::Possessive, TokenCase::None);
    }
    const Character mark = character_at(text_, at_);
    if (mark.length == 0 || !is_apostrophe(mark.value) || single_quote_open_) return;
    const char before = text_[at_ - 1];
    const Character next = character_at(text_, at_ + mark.length);
    // "the soldiers' bases": a plural in s, and something is owned
    if ((before == 's' || before == 'S') && next.kind == CharClass::Space && next.length != 0) {
      add(at_ + mark.length, TokenKind::Possessive, TokenCase::None);
    }
  }

  void take_number() {
    std::size_t end = digits_end(at_);
    std::size_t group = end - at_;
    bool grouped = false;
    for (;;) {
      const Character separator = character_at(text_, end);
      if (separator.length == 0) break;
      const std::size_t start = end + separator.length;
      const std::size_t stop = digits_end(start);
      const std::size_t digits = stop - start;
      if (digits == 0 || !joins(separator.value, group, digits, stop, grouped)) break;
      grouped = true;
      group = 0;  // later groups are judged by their own length only
      end = stop;
    }
    add(end, end - at_ > limits::max_word_bytes ? TokenKind::Symbol : TokenKind::Number, TokenCase::None);
    // "1990s" keeps its s apart, as "10th" its th: the next round takes them as words
  }

  std::size_t digits_end(std::size_t offset) const {
    for (;;) {
      const Character c = character_at(text_, offset);
      if (c.length == 0 || c.kind != CharClass::Digit) return offset;
      offset += c.length;
    }
  }

  /// Whether a separator joins the digits before and after it: any dot; a comma before three digits ("1,500") or two in the
  /// Indian style ("1,50,000"), so that "October 8,2024" stays two numbers; a no-break or thin space before three.
  bool joins(char32_t separator, std::size_t before, std::size_t after, std::size_t end, bool grouped) const {
    if (separator == U'.') return true;
    if (!grouped && before > 3) return false;
    if (separator == U',') return after == 3 || (after == 2 && end < text_.size() && text_[end] == ',');
    return (separator == 0xA0 || separator == 0x202F || separator == 0x2009) && after == 3;
  }

  void take_punctuation(const Character& c) {
    if (c.value == U'.' && text_.substr(at_, 3) == "...") return add(at_ + 3, TokenKind::Punctuation, TokenCase::None);
    if (c.value == U'\u2018' || (c.value == U'\'' && (space_ || tokens_.empty()))) single_quote_open_ = true;
    else if (is_apostrophe(c.value)) single_quote_open_ = false;
    add(at_ + c.length, TokenKind::Punctuation, TokenCase::None);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  bool space_ = false;
  bool single_quote_open_ = false;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, Span body) { return Tokenizer(text, body).run(); }

}  // namespace dateline::article::detail
