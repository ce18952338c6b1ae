#include "gazetteer/detail/document.hpp"

#include "base/limits.hpp"
#include "gazetteer/fold.hpp"

#include <algorithm>

namespace dateline::gazetteer::detail {
namespace {

Shape mark_shape(std::string_view s) noexcept {
  if (s == "," ) return Shape::Comma;
  if (s == "-" || s == "/" || s == "\xE2\x80\x90" || s == "\xE2\x80\x91") return Shape::Hyphen;
  if (s == "." || s == "!" || s == "?" || s == ";" || s == ":" || s == "...") return Shape::Stop;
  if (s == "\"" || s == "'" || s == "\xE2\x80\x9C" || s == "\xE2\x80\x9D" || s == "\xE2\x80\x98" || s == "\xE2\x80\x99") return Shape::Quote;
  if (s == "(" || s == "[") return Shape::Open;
  if (s == ")" || s == "]") return Shape::Close;
  return Shape::Mark;
}

Shape shape_of(const Token& token, std::string_view s) noexcept {
  switch (token.kind) {
    case TokenKind::Number: return Shape::Number;
    case TokenKind::Possessive: return Shape::Possessive;
    case TokenKind::Punctuation: return mark_shape(s);
    case TokenKind::Symbol: return Shape::Mark;
    case TokenKind::Word: break;
  }
  switch (token.letter_case) {
    case TokenCase::Lower: return Shape::Lower;
    case TokenCase::Title: return Shape::Title;
    case TokenCase::Upper: return s.find('.') == std::string_view::npos ? Shape::Upper : Shape::Dotted;
    case TokenCase::Mixed: return Shape::Mixed;
    case TokenCase::None: break;
  }
  return Shape::Uncased;
}

/// Evidence of word forms, in a flat table: articles have some hundred forms, and a tree of nodes would cost more
/// than the tagging.
class EvidenceTable {
 public:
  explicit EvidenceTable(std::size_t words) {
    std::size_t size = 16;
    while (size < 2 * words) size *= 2;
    slots_.resize(size);
  }
  std::uint8_t& at(std::uint64_t form) {
    std::size_t i = form & (slots_.size() - 1);
    while (slots_[i].used && slots_[i].form != form) i = (i + 1) & (slots_.size() - 1);
    slots_[i].used = true;
    slots_[i].form = form;
    return slots_[i].evidence;
  }

 private:
  struct Slot {
    std::uint64_t form = 0;
    std::uint8_t evidence = 0;
    bool used = false;
  };
  std::vector<Slot> slots_;
};

void note_evidence(const Document& document, std::size_t i, EvidenceTable& table) {
  const std::vector<Word>& words = document.words;
  const Word& word = words[i];
  std::uint8_t bits = 0;
  if (word.shape == Shape::Lower) {
    bits = FormEvidence::seen_lower;
  } else if (word.capitalised() && !word.caps_line) {
    if (!word.sentence_start) {
      bits |= FormEvidence::mid_sentence;
      const Word& before = words[i - 1];
      const bool next_is_name = i + 1 < words.size() && words[i + 1].capitalised();
      if (before.is(WordClass::PlacePreposition) && before.shape == Shape::Lower && !next_is_name) bits |= FormEvidence::after_place_word;
      const bool titled = before.is(WordClass::Title) && before.capitalised();
      const bool named = before.is(WordClass::FirstName) && before.capitalised();
      if (titled || named) bits |= FormEvidence::person_name;
    }
    if (i + 2 < words.size() && words[i + 1].shape == Shape::Comma && words[i + 2].capitalised()) bits |= FormEvidence::before_state;
  }
  if (bits != 0) table.at(word.form) |= bits;
}

void add_evidence(Document& document) {
  EvidenceTable table(document.words.size());
  for (std::size_t i = 0; i < document.words.size(); ++i) {
    if (document.words[i].kind == TokenKind::Word) note_evidence(document, i, table);
  }
  for (Word& word : document.words) {
    if (word.kind == TokenKind::Word) word.evidence = table.at(word.form);
  }
}

/// A line is in capitals when at least three words are and none is lower or title case.
void mark_caps_lines(Document& document) {
  std::size_t begin = 0;
  for (const std::uint32_t end : document.sentence_ends) {
    std::size_t upper = 0;
    std::size_t other = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const Shape shape = document.words[i].shape;
      if (shape == Shape::Upper || shape == Shape::Dotted) ++upper;
      if (shape == Shape::Lower || (shape == Shape::Title && document.words[i].span.size() > 1)) ++other;
    }
    if (upper >= 3 && other * 4 < upper) {
      for (std::size_t i = begin; i < end; ++i) document.words[i].caps_line = true;
    }
    begin = end;
  }
}

}  // namespace

namespace {

/// True if only a single line break parts two sentences and the words on both sides are a name together: "... Saudi" / "Arabia ...".
bool runs_on(const Store& store, const Document& document, const Token& next) {
  const Word& last = document.words.back();
  if (last.kind != TokenKind::Word || !last.capitalised() || next.kind != TokenKind::Word) return false;
  if (next.letter_case != TokenCase::Title && next.letter_case != TokenCase::Upper) return false;
  const std::string_view gap = Span{last.span.end, next.span.start}.of(document.text);
  if (std::count(gap.begin(), gap.end(), '\n') != 1 || next.span.size() > limits::max_word_bytes) return false;
  std::string name(document.fold_of(last));
  name += ' ';
  append_folded(next.span.of(document.text), name);
  return !store.find_folded(name).empty() || store.has_longer(name);
}

}  // namespace

Document make_document(std::string_view text, const SegmentedText& segments, const Lexicon& lexicon, const Store& store) {
  Document document;
  document.text = text;
  document.words.reserve(segments.tokens.size());
  document.folded.reserve(text.size());
  std::uint32_t sentence_number = 0;
  for (const Sentence& sentence : segments.sentences) {
    if (!document.words.empty() && sentence.first_token < sentence.last_token && runs_on(store, document, segments.tokens[sentence.first_token])) {
      document.sentence_ends.pop_back();
      --sentence_number;
    }
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const Token& token = segments.tokens[t];
      const std::string_view surface = token.span.of(text);
      Word word;
      word.span = token.span;
      word.kind = token.kind;
      word.shape = shape_of(token, surface);
      word.space_before = token.space_before;
      word.sentence = sentence_number;
      word.fold_start = static_cast<std::uint32_t>(document.folded.size());
      if (surface.size() <= limits::max_word_bytes) append_folded(surface, document.folded);
      word.fold_size = static_cast<std::uint32_t>(document.folded.size()) - word.fold_start;
      word.form = hash_word(document.fold_of(word));
      if (token.kind == TokenKind::Word) word.classes = lexicon.classes(word.form);
      document.words.push_back(word);
    }
    // Opening quotes and brackets do not make the word after them a word inside the sentence.
    for (std::size_t i = document.sentence_ends.empty() ? 0 : document.sentence_ends.back(); i < document.words.size(); ++i) {
      if (document.words[i].kind == TokenKind::Word || document.words[i].kind == TokenKind::Number) {
        document.words[i].sentence_start = true;
        break;
      }
    }
    document.sentence_ends.push_back(static_cast<std::uint32_t>(document.words.size()));
    ++sentence_number;
  }
  mark_caps_lines(document);
  add_evidence(document);
  return document;
}

}  // namespace dateline::gazetteer::detail
