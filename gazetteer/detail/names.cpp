#include <algorithm>

#include "gazetteer/detail/model.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::gazetteer::detail {
namespace {

using Range = std::pair<std::uint32_t, std::uint32_t>;

/// "the West" was taken for a bloc because of the words around it: the towns called West are out.
void keep_blocs(const Store& store, std::vector<Candidate>& candidates) {
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(), [&](const Candidate& c) { return store.summary(c.record).kind != PlaceKind::Bloc; }), candidates.end());
}

/// "Donetsk region" could also be said of the land around a town of that name: the towns are kept as alternatives.
void add_namesakes(const Store& store, const Document& document, Range range, std::vector<Candidate>& candidates) {
  if (range.second < range.first + 2 || !document.words[range.second - 1].is(WordClass::RegionSuffix)) return;
  std::string stem;
  append_name(document, range.first, range.second - 1, stem);
  store.find_folded(stem, candidates);
}

/// The candidates of a range: those of the match that is exactly this range, else a look-up of its own.
std::vector<Candidate> candidates_of(const Store& store, const Document& document, const Matches& matches, const Ruling& ruling, Range range) {
  for (const NameMatch* match : {matches.covering(range.first), matches.alone(range.first)}) {
    if (match == nullptr || match->first != range.first || match->last != range.second || match->candidates_begin == match->candidates_end) continue;
    std::vector<Candidate> found(matches.candidates.begin() + match->candidates_begin, matches.candidates.begin() + match->candidates_end);
    if (match->name_class == NameClass::Bloc && ruling.verdicts[range.first] == Verdict::MustBegin) keep_blocs(store, found);
    add_namesakes(store, document, range, found);
    return found;
  }
  return look_up_name(store, document, range.first, range.second);
}

/// "X, Y", "X (Y)", "X in Y": index of the name Y, or -1.
std::int32_t container_of(const Document& document, std::span<const Range> ranges, std::size_t n) {
  if (n + 1 >= ranges.size()) return -1;
  const std::uint32_t last = ranges[n].second;
  const std::uint32_t next = ranges[n + 1].first;
  if (document.words[last - 1].sentence != document.words[next].sentence) return -1;
  if (next == last + 1) {
    const Word& between = document.words[last];
    if (between.shape == Shape::Comma || between.shape == Shape::Open) return static_cast<std::int32_t>(n + 1);
    if (document.fold_of(between) == "in") return static_cast<std::int32_t>(n + 1);
  }
  if (next == last + 2 && document.fold_of(document.words[last]) == "in" && document.words[last + 1].is(WordClass::Direction)) return static_cast<std::int32_t>(n + 1);
  return -1;
}

std::string pin_of(const LocateOptions& options, const std::string& folded) {
  for (const auto& [surface, id] : options.pins) {
    if (fold(surface) == folded) return id;
  }
  return {};
}

}  // namespace

std::vector<NameToPlace> make_names(const Store& store, const Document& document, const Matches& matches, const Ruling& ruling,
                                    std::span<const Range> ranges, const LocateOptions& options) {
  std::vector<NameToPlace> names;
  names.reserve(ranges.size());
  for (std::size_t n = 0; n < ranges.size(); ++n) {
    NameToPlace name;
    name.first = ranges[n].first;
    name.last = ranges[n].second;
    name.hint = hint_for(document, name.first, name.last);
    name.acts = acts_as_government(document, name.first, name.last);
    name.container = container_of(document, ranges, n);
    const auto short_name = std::find_if(ruling.short_names.begin(), ruling.short_names.end(), [&](const ShortName& s) { return s.word == name.first && name.last == name.first + 1; });
    if (short_name != ruling.short_names.end()) store.find_folded(short_name->folded_name, name.candidates);
    else name.candidates = candidates_of(store, document, matches, ruling, ranges[n]);
    if (!options.pins.empty()) {
      std::string folded;
      append_name(document, name.first, name.last, folded);
      name.pinned_id = pin_of(options, folded);
      if (!name.pinned_id.empty()) {
        // A pin may name any place, also one that does not bear this name.
        if (const auto record = store.find_record(name.pinned_id)) name.candidates.push_back({*record, NameKind::Main});
      }
    }
    names.push_back(std::move(name));
  }
  return names;
}

std::vector<Range> word_ranges(const Document& document, std::span<const Span> spans) {
  std::vector<Range> ranges;
  std::uint32_t word = 0;
  const auto count = static_cast<std::uint32_t>(document.words.size());
  for (const Span& span : spans) {
    while (word < count && document.words[word].span.end <= span.start) ++word;
    const std::uint32_t first = word;
    std::uint32_t last = first;
    while (last < count && document.words[last].span.start < span.end) ++last;
    if (first == last && count > 0) {  // a span between words, which only a careless caller gives
      ranges.emplace_back(std::min(first, count - 1), std::min(first, count - 1) + 1);
    } else {
      ranges.emplace_back(first, last);
    }
  }
  return ranges;
}

}  // namespace dateline::gazetteer::detail
