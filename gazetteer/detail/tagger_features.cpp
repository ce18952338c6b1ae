#include <algorithm>

#include "gazetteer/detail/tagger.hpp"

namespace dateline::gazetteer::detail {
namespace {

/// Numbers of the feature templates; they go into the hash, so a change needs newly trained weights.
enum Template : std::uint32_t {
  Bias = 1, Form, FormBefore, FormAfter, FormBefore2, FormAfter2, FormPairBefore, FormPairAfter, FormAround, ShapeHere, ShapeAround,
  Suffix3, Suffix4, Prefix3, Cover, CoverShape, Single, CoverBefore, CoverAfter, CoverFormBefore, CoverFormAfter, CoverAround,
  WordClassHere, WordClassBefore, WordClassAfter, WordClassBefore2, WordClassAfter2, Evidence, EvidenceCover, Start, OutsideBefore,
  OutsideAfter, CommaNext, CoverWordClassBefore, CoverWordClassAfter, RunLength, RunCover, RunForms, FormAfterCover, FormBeforeCover,
  RunFirst, RunLast, RunBefore, RunAfter, SuffixCover, CoverFormHere, RunPositionShape, Company, CompanyEvidence
};

constexpr std::uint32_t mix(std::uint32_t name, std::uint64_t a, std::uint64_t b = 0) noexcept {
  std::uint64_t h = (static_cast<std::uint64_t>(name) + 1) * 0x9E3779B97F4A7C15ULL;
  h = (h ^ a) * 0xBF58476D1CE4E5B9ULL;
  h = (h ^ (h >> 31U) ^ b) * 0x94D049BB133111EBULL;
  return static_cast<std::uint32_t>(h >> 32U);
}

/// Neighbours of a word, with a border at the ends of the sentence.
struct View {
  const Document& document;
  const Matches& matches;
  std::ptrdiff_t begin;
  std::ptrdiff_t end;

  [[nodiscard]] bool inside(std::ptrdiff_t i) const noexcept { return i >= begin && i < end; }
  [[nodiscard]] const Word& word(std::ptrdiff_t i) const noexcept {
    static const Word border{};
    return inside(i) ? document.words[static_cast<std::size_t>(i)] : border;
  }
  [[nodiscard]] std::uint64_t form(std::ptrdiff_t i) const noexcept { return word(i).form; }
  [[nodiscard]] std::uint64_t shape(std::ptrdiff_t i) const noexcept {
    const Word& w = word(i);
    return w.caps_line && w.shape == Shape::Upper ? 31U : static_cast<std::uint64_t>(w.shape);
  }
  /// Class of the covering name and the place of the word in it.
  [[nodiscard]] std::uint64_t cover(std::ptrdiff_t i) const noexcept {
    if (!inside(i)) return 255;
    const NameMatch* match = matches.covering(static_cast<std::size_t>(i));
    if (match == nullptr) return 254;
    const bool first = match->first == static_cast<std::uint32_t>(i);
    const bool last = match->last == static_cast<std::uint32_t>(i) + 1;
    return static_cast<std::uint64_t>(match->name_class) * 4 + (first ? 0U : 2U) + (last ? 0U : 1U);
  }
};

void add_classes(std::uint32_t name, ClassSet classes, FeatureSet& out) {
  for (unsigned bit = 0; classes != 0; ++bit, classes >>= 1U) {
    if ((classes & 1U) != 0) out.add(mix(name, bit));
  }
}

void add_class_pairs(std::uint32_t name, ClassSet classes, std::uint64_t with, FeatureSet& out) {
  for (unsigned bit = 0; classes != 0; ++bit, classes >>= 1U) {
    if ((classes & 1U) != 0) out.add(mix(name, bit, with));
  }
}

void add_affixes(std::string_view folded, FeatureSet& out) {
  const auto tail = [&](std::size_t n) { return hash_word(folded.substr(folded.size() - std::min(n, folded.size()))); };
  out.add(mix(Suffix3, tail(3)));
  out.add(mix(Suffix4, tail(4)));
  out.add(mix(Prefix3, hash_word(folded.substr(0, 3))));
}

void add_forms(const View& v, std::ptrdiff_t i, FeatureSet& out) {
  out.add(mix(Form, v.form(i)));
  out.add(mix(FormBefore, v.form(i - 1)));
  out.add(mix(FormAfter, v.form(i + 1)));
  out.add(mix(FormBefore2, v.form(i - 2)));
  out.add(mix(FormAfter2, v.form(i + 2)));
  out.add(mix(FormPairBefore, v.form(i - 1), v.form(i)));
  out.add(mix(FormPairAfter, v.form(i), v.form(i + 1)));
  out.add(mix(FormAround, v.form(i - 1), v.form(i + 1)));
  out.add(mix(ShapeHere, v.shape(i)));
  out.add(mix(ShapeAround, v.shape(i - 1) * 32 + v.shape(i), v.shape(i + 1)));
}

void add_covers(const View& v, std::ptrdiff_t i, FeatureSet& out) {
  const std::uint64_t cover = v.cover(i);
  const std::uint64_t shape = v.shape(i);
  out.add(mix(Cover, cover));
  out.add(mix(CoverShape, cover, shape));
  const NameMatch* alone = v.matches.alone(static_cast<std::size_t>(i));
  out.add(mix(Single, alone == nullptr ? 255U : static_cast<std::uint64_t>(alone->name_class)));
  out.add(mix(CoverBefore, v.cover(i - 1)));
  out.add(mix(CoverAfter, v.cover(i + 1)));
  out.add(mix(CoverAround, v.cover(i - 1) * 256 + cover, v.cover(i + 1)));
  out.add(mix(CoverFormBefore, cover, v.form(i - 1)));
  out.add(mix(CoverFormAfter, cover, v.form(i + 1)));
  out.add(mix(CoverFormHere, cover, v.form(i)));
  const Word& word = v.word(i);
  out.add(mix(Evidence, word.evidence, shape));
  out.add(mix(EvidenceCover, word.evidence, cover));
  out.add(mix(Start, (word.sentence_start ? 1U : 0U) + (word.caps_line ? 2U : 0U), cover));
  if (const NameMatch* match = v.matches.covering(static_cast<std::size_t>(i))) {
    out.add(mix(Company, match->company, cover));
    out.add(mix(CompanyEvidence, match->company * 256U + word.evidence, cover));
    const auto before = static_cast<std::ptrdiff_t>(match->first) - 1;
    const auto after = static_cast<std::ptrdiff_t>(match->last);
    out.add(mix(FormBeforeCover, v.form(before), cover & 3U));
    out.add(mix(FormAfterCover, v.form(after), cover & 3U));
    out.add(mix(OutsideBefore, v.shape(before) * 256 + cover, v.word(before).classes));
    out.add(mix(OutsideAfter, v.shape(after) * 256 + cover, v.word(after).classes));
    // "X, Ohio": what follows the comma.
    if (v.word(after).shape == Shape::Comma) out.add(mix(CommaNext, v.cover(after + 1), cover));
    if (v.word(before).shape == Shape::Comma) out.add(mix(CommaNext, 1000 + v.cover(before - 1), cover));
  }
}

void add_word_classes(const View& v, std::ptrdiff_t i, FeatureSet& out) {
  const std::uint64_t cover = v.cover(i);
  add_classes(WordClassHere, v.word(i).classes, out);
  add_classes(WordClassBefore, v.word(i - 1).classes, out);
  add_classes(WordClassAfter, v.word(i + 1).classes, out);
  add_classes(WordClassBefore2, v.word(i - 2).classes, out);
  add_classes(WordClassAfter2, v.word(i + 2).classes, out);
  add_class_pairs(CoverWordClassBefore, v.word(i - 1).classes, cover, out);
  add_class_pairs(CoverWordClassAfter, v.word(i + 1).classes, cover, out);
}

/// The run of capitalised words around i: "Royal College of Art" against "Paris".
void add_run(const View& v, std::ptrdiff_t i, FeatureSet& out) {
  const auto in_run = [&](std::ptrdiff_t k) { return v.inside(k) && (v.word(k).capitalised() || v.word(k).shape == Shape::Hyphen); };
  std::ptrdiff_t first = i;
  std::ptrdiff_t last = i + 1;
  while (first - 1 >= i - 5 && in_run(first - 1)) --first;
  while (last <= i + 5 && in_run(last)) ++last;
  const auto place = static_cast<std::uint64_t>((i - first) * 16 + (last - i));
  out.add(mix(RunLength, place));
  out.add(mix(RunCover, place, v.cover(i)));
  out.add(mix(RunFirst, v.form(first), i == first ? 1U : 0U));
  out.add(mix(RunLast, v.form(last - 1), i == last - 1 ? 1U : 0U));
  out.add(mix(RunBefore, v.form(first - 1), v.cover(i)));
  out.add(mix(RunAfter, v.form(last), v.cover(i)));
  add_class_pairs(RunPositionShape, v.word(first).classes, place, out);
  add_class_pairs(RunForms, v.word(last - 1).classes, place, out);
}

}  // namespace

void extract_features(const Document& document, const Matches& matches, std::size_t i, std::size_t begin, std::size_t end, FeatureSet& out) {
  const View view{document, matches, static_cast<std::ptrdiff_t>(begin), static_cast<std::ptrdiff_t>(end)};
  const auto here = static_cast<std::ptrdiff_t>(i);
  out.count = 0;
  out.add(mix(Bias, 0));
  add_forms(view, here, out);
  add_affixes(document.fold_of(document.words[i]), out);
  add_covers(view, here, out);
  add_word_classes(view, here, out);
  add_run(view, here, out);
}

bool may_be_tagged(const Document& document, const Matches& matches, std::size_t i, std::size_t begin, std::size_t end) noexcept {
  const Word& word = document.words[i];
  if (word.capitalised() || matches.cover[i] != Matches::none) return true;
  const bool after_name = i > begin && (document.words[i - 1].capitalised() || document.words[i - 1].shape == Shape::Number);
  const bool before_name = i + 1 < end && (document.words[i + 1].capitalised() || document.words[i + 1].shape == Shape::Number);
  if (word.shape == Shape::Number) return after_name || before_name;
  if (word.shape == Shape::Hyphen || word.shape == Shape::Possessive || word.is(WordClass::Connector)) return after_name && before_name;
  // "Bay of the ...": two connectors in a row.
  return false;
}

}  // namespace dateline::gazetteer::detail
