#include "claims/detail/masked_text.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "claims/detail/tagger.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

/// A parenthesis longer than this is text of its own (or never closed) and stays.
constexpr std::size_t max_parenthesis_tokens = 14;

bool starts_lower(std::string_view word) { return !word.empty() && word.front() >= 'a' && word.front() <= 'z'; }

/// "pick-ups", "half-tracks": a compound that ends as a plural is a noun.
bool names_several(std::string_view compound) { return compound.ends_with("s") && !compound.ends_with("ss") && !compound.ends_with("us"); }

/// Walks a sorted list of spans along with the tokens.
template <class T>
class Cursor {
 public:
  explicit Cursor(const std::vector<T>& list) : list_(list) {}
  /// Index of the element whose span starts at `offset`, or none.
  std::uint32_t at(std::size_t offset) {
    while (next_ < list_.size() && list_[next_].span.start < offset) ++next_;
    return next_ < list_.size() && list_[next_].span.start == offset ? static_cast<std::uint32_t>(next_) : none;
  }

 private:
  const std::vector<T>& list_;
  std::size_t next_ = 0;
};

class Masker {
 public:
  Masker(const MaskInput& input, const Lexicon& lexicon)
      : input_(input), lexicon_(lexicon), mentions_(input.mentions), times_(input.times), quantities_(input.quantities) {}

  MaskedSentence run(std::uint32_t index) {
    const auto& sentence = input_.segments.sentences[index];
    MaskedSentence masked;
    masked.sentence = index;
    token_ = sentence.first_token;
    last_ = std::min<std::size_t>(sentence.last_token, input_.segments.tokens.size());
    last_ = std::min(last_, token_ + limits::max_sentence_tokens);
    masked.items.reserve(last_ > token_ ? last_ - token_ : 0);
    while (token_ < last_) take(masked.items);
    return masked;
  }

 private:
  [[nodiscard]] const Token& token(std::size_t i) const { return input_.segments.tokens[i]; }
  [[nodiscard]] std::string_view text(std::size_t i) const { return token(i).span.of(input_.text); }

  void skip_to(std::size_t offset) {
    while (token_ < last_ && token(token_).span.start < offset) ++token_;
  }

  Item& add(std::vector<Item>& items, Span span, Tag tag) {
    Item item;
    item.span = span;
    item.tag = tag;
    item.lower = to_lower(span.of(input_.text));
    items.push_back(std::move(item));
    return items.back();
  }

  void take(std::vector<Item>& items) {
    const auto start = token(token_).span.start;
    if (const auto time = times_.at(start); time != none && !input_.times[time].span.empty()) {
      add(items, input_.times[time].span, Tag::Time).time = time;
      return skip_to(input_.times[time].span.end);
    }
    if (const auto quantity = quantities_.at(start); quantity != none && !input_.quantities[quantity].span.empty()) {
      add(items, input_.quantities[quantity].span, Tag::Number).quantity = quantity;
      return skip_to(input_.quantities[quantity].span.end);
    }
    if (take_force_name(items)) return;
    if (const auto mention = mentions_.at(start); mention != none && !input_.mentions[mention].span.empty()) {
      auto& item = add(items, input_.mentions[mention].span, Tag::Name);
      item.mention = mention;
      item.letter_case = token(token_).letter_case;
      item.demonym = input_.mentions[mention].kind == gazetteer::MentionKind::Demonym;
      item.body = input_.mentions[mention].kind == gazetteer::MentionKind::Organisation;
      skip_to(input_.mentions[mention].span.end);
      return take_hyphenated(items);
    }
    take_token(items);
  }

  bool take_force_name(std::vector<Item>& items) {
    if (token(token_).kind != TokenKind::Word || !lexicon_.starts_force_name(text(token_))) return false;
    for (std::size_t words = std::min(lexicon_.longest_force_name(), last_ - token_); words > 0; --words) {
      const Span span{token(token_).span.start, token(token_ + words - 1).span.end};
      if (span.size() > limits::max_word_bytes) continue;
      if (const auto* force = lexicon_.named_force(span.of(input_.text))) {
        auto& item = add(items, span, Tag::Name);
        item.force = force;
        item.letter_case = token(token_).letter_case;
        token_ += words;
        take_hyphenated(items);
        return true;
      }
    }
    return false;
  }

  void take_token(std::vector<Item>& items) {
    const auto& current = token(token_);
    switch (current.kind) {
      case TokenKind::Word: {
        if (take_contraction(items)) return;
        auto& item = add(items, current.span, Tag::Noun);
        item.letter_case = current.letter_case;
        item.word = lexicon_.find(item.lower);
        ++token_;
        return take_hyphenated(items);
      }
      case TokenKind::Number:
        add(items, current.span, Tag::Number);
        ++token_;
        return take_hyphenated(items);
      case TokenKind::Possessive:
        // "it's moving", "there's a column": no possession behind such a word.
        if (!items.empty() && items.back().word != nullptr && items.back().word->has_tag && current.span.size() > 1) {
          auto& item = add(items, current.span, Tag::Noun);
          item.lower = "is";
          item.letter_case = TokenCase::Lower;
          item.word = lexicon_.find(item.lower);
        } else {
          add(items, current.span, Tag::Possessive);
        }
        ++token_;
        return;
      case TokenKind::Punctuation: return take_punctuation(items);
      case TokenKind::Symbol: ++token_; return;
    }
  }

  /// "don't", "they're", "we'll": two words.
  bool take_contraction(std::vector<Item>& items) {
    const auto& current = token(token_);
    const auto word = to_lower(current.span.of(input_.text));
    const auto mark = word.find('\'');
    if (mark == std::string::npos || mark == 0) return false;
    const bool negation = word.ends_with("n't");
    const auto tail = negation ? std::string_view("n't") : std::string_view(word).substr(mark);
    const auto* ending = lexicon_.find(tail);
    if (ending == nullptr || !ending->has_tag) return false;
    // A curly apostrophe takes three bytes where the lower-case form has one.
    const auto bytes = tail.size() + (current.span.size() - word.size());
    const auto joint = current.span.end - bytes;
    auto& first = add(items, {current.span.start, joint}, Tag::Noun);
    if (negation && is_one_of(first.lower, {"ca", "wo", "sha"})) first.lower = first.lower == "ca" ? "can" : first.lower == "wo" ? "will" : "shall";
    first.letter_case = current.letter_case;
    first.word = lexicon_.find(first.lower);
    auto& second = add(items, {joint, current.span.end}, Tag::Noun);
    second.letter_case = TokenCase::Lower;
    second.word = ending;
    ++token_;
    return true;
  }

  /// Joins "-occupied" to the item before, when no space stands between.
  void take_hyphenated(std::vector<Item>& items) {
    while (token_ + 1 < last_ && text(token_) == "-" && !token(token_).space_before && !token(token_ + 1).space_before &&
           (token(token_ + 1).kind == TokenKind::Word || token(token_ + 1).kind == TokenKind::Number)) {
      auto& item = items.back();
      item.span.end = token(token_ + 1).span.end;
      item.lower = to_lower(item.span.of(input_.text));
      item.compound = true;
      const auto letters = item.span.of(input_.text);
      const bool numbered = token(token_ + 1).kind == TokenKind::Number;
      item.word = lexicon_.find(item.lower);
      // "pick-ups", "war-ships": as it is written in one.
      if (item.word == nullptr && !numbered && item.mention == none && item.force == nullptr) {
        auto joined = item.lower;
        std::erase(joined, '-');
        item.word = lexicon_.find(joined);
        if (item.word != nullptr && (item.word->common || item.word->noun == NounClass::None)) item.word = nullptr;
      }
      // "F-35s", "a C-17": the type of an aircraft, with the ending of its plural.
      if (item.word == nullptr && numbered) item.word = lexicon_.designation(letters.substr(0, letters.find('-')));
      if (item.word != nullptr && numbered && token_ + 2 < last_ && text(token_ + 2) == "s" && !token(token_ + 2).space_before) {
        item.span.end = token(token_ + 2).span.end;
        ++token_;
      }
      item.tag = (item.word != nullptr && item.word->noun != NounClass::None) || names_several(item.lower) ? Tag::Noun : Tag::Adjective;
      if (item.word != nullptr && (item.word->verb_forms != 0 || item.word->has_tag) && item.mention == none) {  // "home-ported", "non-stop": as any other word
        item.tag = Tag::Noun;
        item.compound = false;
      }
      if (item.force == nullptr && input_.mentions.size() > item.mention && input_.mentions[item.mention].span.end < item.span.end) item.mention = none;
      token_ += 2;
    }
  }

  void take_punctuation(std::vector<Item>& items) {
    const auto mark = text(token_);
    if (mark == "(") return skip_parenthesis();
    if (mark == ",") {
      add(items, token(token_).span, Tag::Comma);
    } else if (mark == ":" || mark == ";") {
      add(items, token(token_).span, Tag::Colon);
    } else if (mark == "." || mark == "!" || mark == "?") {
      // A stop before a small letter is residue ("region. of Ukraine"), unless it ends the sentence.
      if (token_ + 1 < last_ && !starts_lower(text(token_ + 1))) add(items, token(token_).span, Tag::Stop);
    } else if ((mark == "–" || mark == "—" || mark == "-") && token(token_).space_before) {
      add(items, token(token_).span, Tag::Dash);
    } else if (mark == "—") {
      add(items, token(token_).span, Tag::Dash);
    }
    ++token_;
  }

  void skip_parenthesis() {
    for (std::size_t i = token_ + 1; i < last_ && i <= token_ + max_parenthesis_tokens; ++i) {
      if (text(i) == ")") {
        token_ = i + 1;
        return;
      }
    }
    ++token_;
  }

  const MaskInput& input_;
  const Lexicon& lexicon_;
  Cursor<gazetteer::Mention> mentions_;
  Cursor<TimeExpression> times_;
  Cursor<QuantityExpression> quantities_;
  std::size_t token_ = 0;
  std::size_t last_ = 0;
};

}  // namespace

std::string to_lower(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 3) == "’" || text.substr(i, 3) == "‘") {
      lower += '\'';
      i += 2;
    } else {
      lower += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    }
  }
  return lower;
}

std::vector<MaskedSentence> mask(const MaskInput& input, const Lexicon& lexicon) {
  std::vector<MaskedSentence> sentences;
  Masker masker(input, lexicon);
  sentences.reserve(input.segments.sentences.size());
  for (std::uint32_t i = 0; i < input.segments.sentences.size(); ++i) {
    sentences.push_back(masker.run(i));
    tag(sentences.back().items, lexicon);
  }
  return sentences;
}

}  // namespace dateline::claims::detail
