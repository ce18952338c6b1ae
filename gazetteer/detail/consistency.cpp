#include "gazetteer/detail/consistency.hpp"

#include <algorithm>

namespace dateline::gazetteer::detail {
namespace {

struct Occurrence {
  std::uint64_t name = 0;
  const NameMatch* match = nullptr;
  bool taken = false;  ///< labelled as exactly this name
  bool open = false;   ///< no word of it has a label, and the rules leave it free
};

bool is_taken(const NameMatch& match, std::span<const Label> labels) noexcept {
  for (std::uint32_t i = match.first; i < match.last; ++i) {
    if (labels[i] != (i == match.first ? Label::Begin : Label::Inside)) return false;
  }
  return match.last == labels.size() || labels[match.last] != Label::Inside;
}

bool is_open(const NameMatch& match, std::span<const Verdict> verdicts, std::span<const Label> labels) noexcept {
  for (std::uint32_t i = match.first; i < match.last; ++i) {
    if (labels[i] != Label::Outside || verdicts[i] != Verdict::Free) return false;
  }
  return true;
}

/// Inside a run of capitals the words are likelier part of something else ("Georgia Power").
bool stands_alone(const Document& document, const NameMatch& match) noexcept {
  const auto is_capital = [&](std::size_t i, std::uint32_t sentence) {
    const Word& word = document.words[i];
    return word.sentence == sentence && word.kind == TokenKind::Word && word.capitalised() && !word.sentence_start;
  };
  const std::uint32_t sentence = document.words[match.first].sentence;
  if (document.words[match.first].caps_line) return true;
  if (match.first > 0 && is_capital(match.first - 1, sentence)) return false;
  return match.last >= document.words.size() || !is_capital(match.last, sentence);
}

void take(const NameMatch& match, std::span<Label> labels) noexcept {
  for (std::uint32_t i = match.first; i < match.last; ++i) labels[i] = i == match.first ? Label::Begin : Label::Inside;
}

/// Names side by side in a list.
class ListReader {
 public:
  ListReader(const Document& document, const Matches& matches) noexcept : document_(document), matches_(matches) {}

  /// The name of a town, water or site that begins at a word; null if none. Countries are sure without a list.
  [[nodiscard]] const NameMatch* place_at(std::size_t word) const noexcept {
    const NameMatch* match = matches_.covering(word);
    const bool town = match != nullptr && match->first == word && match->name_class >= NameClass::HugeCity && match->name_class < NameClass::Phrase;
    return town ? match : nullptr;
  }

  /// The name after "and", "or", or a comma, over "and at"; null if there is none.
  [[nodiscard]] const NameMatch* after(const NameMatch& match) const noexcept {
    std::size_t i = match.last;
    if (i >= document_.words.size()) return nullptr;
    const std::uint32_t sentence = document_.words[match.first].sentence;
    const bool comma = document_.words[i].shape == Shape::Comma;
    const bool conjunction = is_conjunction(i);
    if (!comma && !conjunction) return nullptr;
    ++i;
    if (comma && i < document_.words.size() && is_conjunction(i)) ++i;
    if (i < document_.words.size() && document_.words[i].is(WordClass::PlacePreposition) && document_.words[i].shape == Shape::Lower) ++i;
    if (i >= document_.words.size() || document_.words[i].sentence != sentence) return nullptr;
    return place_at(i);
  }

  [[nodiscard]] bool may_join(const NameMatch& match) const noexcept {
    constexpr ClassSet persons = class_bit(WordClass::FirstName) | class_bit(WordClass::Surname) | class_bit(WordClass::TrapWord);
    const Word& word = document_.words[match.first];
    const bool one_word = match.last == match.first + 1;
    return stands_alone(document_, match) && !word.caps_line && !(one_word && ((word.classes & persons) != 0 || word.saw(FormEvidence::seen_lower) || word.fold_size < 4));
  }

 private:
  [[nodiscard]] bool is_conjunction(std::size_t i) const noexcept {
    const std::string_view folded = document_.fold_of(document_.words[i]);
    return folded == "and" || folded == "or";
  }

  const Document& document_;
  const Matches& matches_;
};

/// Joined by hyphens, or so well known that its words do not meet by chance.
bool is_one_name(const Document& document, const NameMatch& match) noexcept {
  if (match.last < match.first + 2 || match.name_class == NameClass::Phrase) return false;
  if (match.name_class != NameClass::SmallCity && match.name_class != NameClass::AlternateSmall) return true;
  for (std::uint32_t i = match.first + 1; i < match.last; ++i) {
    if (document.words[i].shape == Shape::Hyphen) return true;
  }
  return false;
}

}  // namespace

void complete_names(const Document& document, const Matches& matches, std::span<const Verdict> verdicts, std::span<Label> labels) {
  for (std::size_t i = 0; i < document.words.size(); ++i) {
    const NameMatch* match = matches.covering(i);
    if (match == nullptr || match->first != i || !is_one_name(document, *match) || is_taken(*match, labels)) continue;
    bool some = false;
    bool allowed = match->last == labels.size() || labels[match->last] != Label::Inside;
    allowed = allowed && labels[i] != Label::Inside;
    for (std::uint32_t k = match->first; k < match->last; ++k) {
      some = some || labels[k] != Label::Outside;
      allowed = allowed && (verdicts[k] == Verdict::Free || (k == match->first && verdicts[k] == Verdict::MustBegin));
    }
    for (std::uint32_t k = match->first; some && allowed && k < match->last; ++k) labels[k] = k == match->first ? Label::Begin : Label::Inside;
  }
}

void extend_lists(const Document& document, const Matches& matches, std::span<const Verdict> verdicts, std::span<Label> labels) {
  const ListReader list(document, matches);
  // Forwards, so that a list may go on, then backwards for what stands before the first name taken.
  for (std::size_t i = 0; i < document.words.size(); ++i) {
    const NameMatch* match = list.place_at(i);
    if (match == nullptr || !is_taken(*match, labels)) continue;
    const NameMatch* next = list.after(*match);
    if (next != nullptr && is_open(*next, verdicts, labels) && list.may_join(*next)) take(*next, labels);
  }
  for (std::size_t i = document.words.size(); i-- > 0;) {
    const NameMatch* match = list.place_at(i);
    if (match == nullptr || !is_open(*match, verdicts, labels) || !list.may_join(*match)) continue;
    const NameMatch* next = list.after(*match);
    if (next != nullptr && is_taken(*next, labels)) take(*match, labels);
  }
}

void make_consistent(const Document& document, const Matches& matches, std::span<const Verdict> verdicts, std::span<Label> labels) {
  std::vector<Occurrence> occurrences;
  std::string name;
  for (std::size_t i = 0; i < document.words.size(); ++i) {
    const NameMatch* match = matches.covering(i);
    if (match == nullptr || match->first != i || match->name_class == NameClass::Phrase) continue;
    name.clear();
    append_name(document, match->first, match->last, name);
    occurrences.push_back({hash_word(name), match, is_taken(*match, labels), is_open(*match, verdicts, labels)});
  }
  std::stable_sort(occurrences.begin(), occurrences.end(), [](const Occurrence& a, const Occurrence& b) { return a.name < b.name; });
  for (auto begin = occurrences.begin(); begin != occurrences.end();) {
    const auto end = std::find_if(begin, occurrences.end(), [&](const Occurrence& o) { return o.name != begin->name; });
    const auto taken = std::count_if(begin, end, [](const Occurrence& o) { return o.taken; });
    const auto open = std::count_if(begin, end, [](const Occurrence& o) { return o.open; });
    for (auto o = begin; taken >= open && taken > 0 && o != end; ++o) {
      if (!o->open || !stands_alone(document, *o->match)) continue;
      for (std::uint32_t i = o->match->first; i < o->match->last; ++i) labels[i] = i == o->match->first ? Label::Begin : Label::Inside;
    }
    begin = end;
  }
}

}  // namespace dateline::gazetteer::detail
