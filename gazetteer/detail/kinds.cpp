#include <algorithm>
#include <array>

#include "gazetteer/detail/rules.hpp"

namespace dateline::gazetteer::detail {
namespace {

/// The sentence around a name.
class Neighbourhood {
 public:
  Neighbourhood(const Document& document, std::uint32_t first, std::uint32_t last) noexcept : document_(document), first_(first), last_(last) {
    const std::uint32_t sentence = document.words[first].sentence;
    begin_ = sentence == 0 ? 0 : document.sentence_ends[sentence - 1];
    end_ = document.sentence_ends[sentence];
  }

  /// The k-th word before (1 is next to the name) or after; null past the sentence.
  [[nodiscard]] const Word* before(std::size_t k) const noexcept { return first_ >= begin_ + k ? &document_.words[first_ - k] : nullptr; }
  [[nodiscard]] const Word* after(std::size_t k) const noexcept { return last_ + k - 1 < end_ ? &document_.words[last_ + k - 1] : nullptr; }
  [[nodiscard]] bool before_is(std::size_t k, std::string_view folded) const noexcept { return is(before(k), folded); }
  [[nodiscard]] bool after_is(std::size_t k, std::string_view folded) const noexcept { return is(after(k), folded); }
  [[nodiscard]] std::string_view fold(const Word& word) const noexcept { return document_.fold_of(word); }
  [[nodiscard]] bool is(const Word* word, std::string_view folded) const noexcept { return word != nullptr && document_.fold_of(*word) == folded; }

 private:
  const Document& document_;
  std::size_t first_;
  std::size_t last_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

bool has(const Word* word, WordClass c) noexcept { return word != nullptr && word->is(c); }
bool is_name_word(const Word* word) noexcept { return word != nullptr && word->kind == TokenKind::Word && word->capitalised(); }

/// "London" in "London School of ...", "Washington Post", "University of Oslo".
bool in_organisation(const Neighbourhood& near) noexcept {
  for (std::size_t k = 1; k <= 4; ++k) {
    const Word* word = near.after(k);
    if (!is_name_word(word)) break;
    if (word->is(WordClass::OrganisationHead) || word->is(WordClass::MediaHead)) return !has(word, WordClass::WaterHead);
    if (word->is(WordClass::PlaceTail)) break;
  }
  if (is_name_word(near.before(1)) && has(near.before(1), WordClass::OrganisationHead) &&
      (is_name_word(near.before(2)) || (near.before(2) != nullptr && near.before(2)->shape == Shape::Possessive))) {
    return true;  // "King's College London"
  }
  return near.before_is(1, "of") && is_name_word(near.before(2)) && has(near.before(2), WordClass::OrganisationHead);
}

/// "the Battle of X", "the X Accords".
bool in_event(const Neighbourhood& near) noexcept {
  if (is_name_word(near.after(1)) && has(near.after(1), WordClass::EventHead)) return true;
  return near.before_is(1, "of") && is_name_word(near.before(2)) && has(near.before(2), WordClass::EventHead);
}

bool is_locative(const Neighbourhood& near) noexcept {
  for (std::size_t k = 1; k <= 5; ++k) {
    const Word* word = near.before(k);
    if (word == nullptr || word->shape == Shape::Stop || word->shape == Shape::Comma) return false;
    if (word->is(WordClass::MotionWord)) return true;
  }
  return false;
}

/// "Seoul's position" names a government, "Seoul's streets" the town.
bool possessive_of_government(const Neighbourhood& near) noexcept {
  for (std::size_t k = 2; k <= 4; ++k) {
    const Word* word = near.after(k);
    if (word == nullptr || word->kind != TokenKind::Word) break;
    if (word->is(WordClass::LocalNoun) || (k == 2 && word->capitalised())) return false;
    if (word->is(WordClass::Connector) || word->is(WordClass::FunctionWord)) break;  // the noun phrase is over
  }
  const Word* noun = near.after(2);
  return noun != nullptr && noun->kind == TokenKind::Word;
}

bool is_adverb(std::string_view folded) noexcept {
  constexpr std::array<std::string_view, 9> short_ones = {"also", "still", "now", "then", "soon", "never", "even", "again", "once"};
  return (folded.size() > 4 && folded.ends_with("ly")) || std::find(short_ones.begin(), short_ones.end(), folded) != short_ones.end();
}

/// Nothing before the name makes it an object: the sentence, a clause or a quotation begins here.
bool opens_clause(const Neighbourhood& near) noexcept {
  const Word* before = near.before(1);
  if (before == nullptr || before->kind != TokenKind::Word) return before == nullptr || (before->shape != Shape::Hyphen && before->shape != Shape::Possessive);
  constexpr std::array<std::string_view, 15> openers = {"and", "but", "that", "as", "while", "if", "after", "before", "because", "when", "although", "though", "since", "which", "whether"};
  return std::any_of(openers.begin(), openers.end(), [&](std::string_view w) { return near.before_is(1, w); });
}

/// The verb right after the name, over adverbs and a phrase of time ("Seoul on Friday said").
bool acts_like_a_person(const Neighbourhood& near) noexcept {
  const bool may_act = opens_clause(near);
  std::size_t k = 1;
  if (near.after_is(1, "on") && has(near.after(2), WordClass::Weekday)) k = 3;
  for (const std::size_t last = k + 2; k <= last; ++k) {
    const Word* word = near.after(k);
    if (word == nullptr || word->kind != TokenKind::Word || word->shape != Shape::Lower) return false;
    if (word->is(WordClass::SpeechVerb) || word->is(WordClass::HumanVerb)) return true;
    const std::string_view folded = near.fold(*word);
    // "Tallinn raised the matter": a past form where the clause has room for a subject.
    if (may_act && folded.size() > 4 && folded.ends_with("ed") && !word->is(WordClass::MotionWord)) return true;
    if (!is_adverb(folded)) return false;
  }
  return false;
}

/// "ties between X and Y", "X-Y relations", "relations with X".
bool is_in_relation(const Neighbourhood& near) noexcept {
  for (std::size_t k = 1; k <= 5; ++k) {
    if (has(near.before(k), WordClass::RelationNoun)) return true;
  }
  const bool coordinated = near.after_is(1, "and") || (near.after(1) != nullptr && near.after(1)->shape == Shape::Hyphen);
  return has(near.after(1), WordClass::RelationNoun) || (coordinated && (has(near.after(3), WordClass::RelationNoun)));
}

/// "Washington and Beijing agreed": the verb follows the last of the names.
bool coordinated_subject(const Neighbourhood& near) noexcept {
  if (!near.after_is(1, "and") || !is_name_word(near.after(2))) return false;
  const Word* verb = near.after(3);
  if (has(verb, WordClass::SpeechVerb) || has(verb, WordClass::HumanVerb)) return true;
  return verb != nullptr && verb->shape == Shape::Lower && opens_clause(near) && near.fold(*verb).size() > 4 && near.fold(*verb).ends_with("ed");
}

/// A capital that stands for its government.
bool is_metonym(const Neighbourhood& near) noexcept {
  const Word* before = near.before(1);
  const Word* after = near.after(1);
  if (after != nullptr && after->shape == Shape::Comma && is_name_word(near.after(2))) {
    // "Seoul, South Korea" and "in Kyiv, Odesa and Lviv" are places; "Moscow, Putin said" is rare.
    if (before != nullptr && before->is(WordClass::PlacePreposition)) return false;
  }
  const bool in = near.before_is(1, "in") || near.before_is(1, "near") || near.before_is(1, "at") || near.before_is(1, "outside") ||
                  near.before_is(1, "around") || near.before_is(1, "inside") || near.before_is(1, "central");
  if (in) return false;
  if (has(before, WordClass::Direction) || has(before, WordClass::SettlementNoun)) return false;
  if (near.before_is(1, "of") && has(near.before(2), WordClass::SettlementNoun)) return false;
  if (has(before, WordClass::MotionWord)) return false;
  if (after != nullptr && after->shape == Shape::Possessive) return possessive_of_government(near);
  if (is_in_relation(near)) return true;
  const bool moves = (near.before_is(1, "to") || near.before_is(1, "from") || near.before_is(1, "into") || near.before_is(1, "through") || near.before_is(1, "via"));
  if (moves && is_locative(near)) return false;
  // "a reply from Seoul" has an author, "a mile from Seoul" has not.
  if (near.before_is(1, "from")) return has(near.before(2), WordClass::MessageNoun) || has(near.before(3), WordClass::MessageNoun);
  // "left for Vilnius", "the road between Kyiv and Lviv"
  if ((near.before_is(1, "for") || near.before_is(1, "between")) && has(near.before(2), WordClass::MotionWord)) return false;
  if (has(before, WordClass::HumanVerb) && before->shape == Shape::Lower && near.after_is(1, "to")) return true;  // "wants Budapest to"
  if (has(before, WordClass::MetonymPreposition)) return true;
  if (acts_like_a_person(near) || coordinated_subject(near)) return !moves;
  return near.before_is(1, "and") && is_in_relation(near);
}

}  // namespace

MentionKind kind_of(const Document& document, const KindQuestion& question) noexcept {
  if (question.phrase != nullptr) return question.phrase->kind;
  if (question.place == nullptr) return MentionKind::Toponym;
  const PlaceSummary& place = *question.place;
  if (place.kind == PlaceKind::Bloc) return MentionKind::Bloc;
  if (question.name_kind == NameKind::Demonym || question.name_kind == NameKind::Adjective) return MentionKind::Demonym;
  const Neighbourhood near(document, question.first, question.last);
  if (place.kind == PlaceKind::Metonym || question.name_kind == NameKind::Metonym) return MentionKind::Metonym;
  // The "U.S." of "the U.S. Navy" is the country whose navy it is.
  if (question.name_kind != NameKind::Abbreviation && in_organisation(near)) return MentionKind::Organisation;
  if (in_event(near)) return MentionKind::Event;
  const bool seat_of_government = place.kind == PlaceKind::City && place.seat == 6;
  return seat_of_government && is_metonym(near) ? MentionKind::Metonym : MentionKind::Toponym;
}

bool acts_as_government(const Document& document, std::uint32_t first, std::uint32_t last) noexcept {
  return is_metonym(Neighbourhood(document, first, last));
}

std::string qualifier_before(const Document& document, std::uint32_t first) {
  const Neighbourhood near(document, first, first + 1);
  const Word* word = near.before(1);
  if (word == nullptr || !word->is(WordClass::Direction) || word->shape != Shape::Lower) return {};
  // "to the south of X" and "moved north Friday" have no adjective before the name; "north Texas" has.
  const Word* hyphen = near.before(2);
  if (hyphen != nullptr && hyphen->shape == Shape::Hyphen && has(near.before(3), WordClass::Direction)) {
    return std::string(Span{near.before(3)->span.start, word->span.end}.of(document.text));
  }
  return std::string(document.surface(*word));
}

Hint hint_for(const Document& document, std::uint32_t first, std::uint32_t last) noexcept {
  const Neighbourhood near(document, first, last);
  const auto hint_of = [](const Word* word) {
    if (has(word, WordClass::RegionSuffix)) return Hint::Division;
    return has(word, WordClass::CountyWord) ? Hint::County : Hint::None;
  };
  if (last > first + 1 && document.words[last - 1].is(WordClass::RegionSuffix)) return Hint::Division;
  if (const Hint hint = hint_of(near.after(1)); hint != Hint::None) return hint;
  // "A, B and C counties": over the other names of the list.
  for (std::size_t k = 1; k <= 14; ++k) {
    const Word* word = near.after(k);
    if (word == nullptr) break;
    const bool list = word->shape == Shape::Comma || near.after_is(k, "and") || near.after_is(k, "or") || word->capitalised();
    if (k > 2 && !word->capitalised() && hint_of(word) != Hint::None && document.fold_of(*word).back() == 's') return hint_of(word);
    if (!list) break;
  }
  if (near.before_is(1, "of")) {
    // "the town of X", but "the capital of X" is in X.
    if (has(near.before(2), WordClass::SettlementNoun) && !near.before_is(2, "capital")) return Hint::Settlement;
    if (near.before(2) != nullptr) return hint_of(near.before(2));
  }
  return Hint::None;
}

}  // namespace dateline::gazetteer::detail
