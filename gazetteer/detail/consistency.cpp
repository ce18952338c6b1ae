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

}  // namespace

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
