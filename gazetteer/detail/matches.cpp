#include "gazetteer/detail/matches.hpp"

#include <algorithm>
#include <array>

#include "gazetteer/detail/other_spellings.hpp"

namespace dateline::gazetteer::detail {
namespace {

/// "Federal Republic of the X and Y" is the longest kind of name worth looking for.
constexpr std::size_t max_name_words = 8;

NameClass city_class(const PlaceSummary& place, NameKind name_kind) noexcept {
  const bool alternate = name_kind == NameKind::Alternate;
  if (alternate) return place.population >= 100'000 ? NameClass::AlternateBig : NameClass::AlternateSmall;
  if (place.population >= 1'000'000 || place.seat == 6) return NameClass::HugeCity;
  if (place.population >= 100'000) return NameClass::BigCity;
  return place.population >= 10'000 ? NameClass::City : NameClass::SmallCity;
}

NameClass candidate_class(const PlaceSummary& place, NameKind name_kind) noexcept {
  if (name_kind == NameKind::Demonym || name_kind == NameKind::Adjective) {
    return place.kind == PlaceKind::Bloc ? NameClass::Bloc : NameClass::Demonym;
  }
  const bool abbreviation = name_kind == NameKind::Abbreviation;
  switch (place.kind) {
    case PlaceKind::Country:
      if (name_kind == NameKind::Alternate) return NameClass::AlternateBig;
      return abbreviation ? NameClass::CountryShort : NameClass::Country;
    case PlaceKind::Admin1:
      if (name_kind == NameKind::Alternate) return NameClass::AlternateBig;
      return abbreviation ? NameClass::Admin1Short : NameClass::Admin1;
    case PlaceKind::Admin2: return NameClass::Admin2;
    case PlaceKind::City: return city_class(place, name_kind);
    case PlaceKind::Continent: return NameClass::Continent;
    case PlaceKind::Region: return NameClass::Region;
    case PlaceKind::Bloc: return NameClass::Bloc;
    case PlaceKind::Metonym: return NameClass::Metonym;
    case PlaceKind::Sea:
    case PlaceKind::Strait:
    case PlaceKind::River:
    case PlaceKind::Lake: return NameClass::Water;
    case PlaceKind::Island:
    case PlaceKind::Mountain: return NameClass::Region;
    case PlaceKind::Site:
    case PlaceKind::Other: return NameClass::Site;
  }
  return NameClass::Site;
}

bool may_begin(const Word& word) noexcept {
  if (word.kind != TokenKind::Word) return false;
  // Arabic or Chinese letters have no case.
  return word.capitalised() || word.shape == Shape::Uncased || (word.shape == Shape::Lower && word.is(WordClass::LowerCapital));
}

/// Joins between the words of one name: a hyphen or slash without spaces, a possessive.
bool is_joint(const Document& document, std::size_t i, std::size_t end) noexcept {
  const Word& word = document.words[i];
  if (word.shape == Shape::Possessive) return true;
  return word.shape == Shape::Hyphen && !word.space_before && i + 1 < end && !document.words[i + 1].space_before;
}

void append_word(const Document& document, const Word& word, std::string& out) {
  if (word.shape == Shape::Hyphen) return;
  if (word.shape != Shape::Possessive && !out.empty()) out += ' ';
  out += document.fold_of(word);
}

/// The last word of a name has a capital, or is the common noun of a division ("Donetsk region").
bool may_end(const Document& document, std::size_t first, std::size_t i) noexcept {
  const Word& word = document.words[i];
  if (i == first) return true;
  if (word.shape == Shape::Number || word.shape == Shape::Uncased || word.capitalised()) return true;
  return word.shape == Shape::Lower && (word.is(WordClass::Container) || word.is(WordClass::PlaceTail));
}

/// A single word that the text cannot mean as a place, whatever the store holds under it.
bool is_refused_alone(const Document& document, const Word& word) noexcept {
  if (word.is(WordClass::FunctionWord) || word.is(WordClass::Month) || word.is(WordClass::Weekday)) {
    return !(word.shape == Shape::Dotted || (word.shape == Shape::Upper && !word.caps_line));
  }
  // Two letters in ordinary case ("Un", "Ta") are syllables of names and debris far more often than places.
  return word.fold_size < 3 && word.shape != Shape::Upper && word.shape != Shape::Dotted && document.surface(word).back() != '.';
}

/// Two- and three-letter words in capitals are acronyms unless the store has them as an abbreviation; abbreviations
/// in ordinary case need their dot ("Calif." but not "Calif", "Ind." but not "Ind").
bool passes_guard(const Document& document, std::size_t first, std::size_t last, NameKind kind, PlaceKind place) noexcept {
  const Word& word = document.words[first];
  const bool one_word = last == first + 1;
  const bool short_capitals = one_word && !word.caps_line && word.shape == Shape::Upper && word.fold_size <= 4;
  const bool large = place != PlaceKind::City && place != PlaceKind::Admin2 && place != PlaceKind::Site;  // "EU", "NSW" are names of their own
  if (kind != NameKind::Abbreviation) return !short_capitals || (kind != NameKind::Alternate && (large || (word.fold_size == 4 && kind == NameKind::Main)));
  if (!one_word) return true;
  if (word.shape == Shape::Dotted) return true;
  if (word.shape == Shape::Upper) return !word.caps_line || word.fold_size > 2 || !word.is(WordClass::FunctionWord);
  return document.surface(word).back() == '.' || word.fold_size > 4;
}

/// "WHO" and "U.N." are organisations, "Who" and "Un" are not.
bool may_be_phrase(const Word& first, bool one_word) noexcept {
  if (!one_word || first.fold_size > 4) return true;
  return (first.shape == Shape::Upper && !(first.caps_line && first.is(WordClass::FunctionWord))) || first.shape == Shape::Dotted;
}

constexpr std::uint16_t united_states = 'U' << 8U | 'S';

/// "Colorado State" is a university and its teams, "Washington state" and "Borno State" are not.
bool is_state_school(const Store& store, const Document& document, std::size_t first, std::size_t last, const Candidate& candidate) {
  const Word& word = document.words[last - 1];
  if (last < first + 2 || word.shape != Shape::Title || document.fold_of(word) != "state") return false;
  const PlaceSummary place = store.summary(candidate.record);
  return place.kind == PlaceKind::Admin1 && place.country == united_states;
}

class Finder {
 public:
  Finder(const Store& store, const Lexicon& lexicon, const Document& document)
      : store_(store), lexicon_(lexicon), document_(document) {}

  Matches run() {
    const std::size_t count = document_.words.size();
    matches_.cover.assign(count, Matches::none);
    matches_.single.assign(count, Matches::none);
    std::size_t begin = 0;
    for (const std::uint32_t end : document_.sentence_ends) {
      std::size_t free = begin;  // words before this one belong to the longest match so far
      for (std::size_t i = begin; i < end; ++i) {
        if (!may_begin(document_.words[i])) continue;
        const std::uint32_t longest = match_from(i, end);
        if (longest == Matches::none || i < free) continue;
        free = matches_.names[longest].last;
        for (std::size_t k = i; k < free; ++k) matches_.cover[k] = longest;
      }
      begin = end;
    }
    note_company();
    return std::move(matches_);
  }

 private:
  /// A small town is likelier meant where its country or division is named too.
  void note_company() {
    std::vector<std::uint64_t> named;
    for (const NameMatch& match : matches_.names) {
      if (match.name_class > NameClass::Admin1Short) continue;
      for (const Candidate& c : candidates_of(match)) {
        const PlaceSummary place = store_.summary(c.record);
        if (place.kind == PlaceKind::Country) named.push_back(place.country);
        if (place.kind == PlaceKind::Admin1 && c.name_kind != NameKind::Alternate) named.insert(named.end(), {place.country, place.admin1});
      }
    }
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    for (NameMatch& match : matches_.names) {
      if (match.name_class < NameClass::HugeCity) continue;
      const std::span<const Candidate> candidates = candidates_of(match);
      for (const Candidate& c : candidates) match.company = std::max(match.company, company_of(c, named));
      match.one_division = match.company > 0 && std::all_of(candidates.begin(), candidates.end(), [&](const Candidate& c) {
        return store_.summary(c.record).admin1 == store_.summary(candidates.front().record).admin1;
      });
    }
  }

  [[nodiscard]] std::span<const Candidate> candidates_of(const NameMatch& match) const noexcept {
    return std::span(matches_.candidates).subspan(match.candidates_begin, match.candidates_end - match.candidates_begin);
  }

  [[nodiscard]] std::uint8_t company_of(const Candidate& candidate, const std::vector<std::uint64_t>& named) const {
    const PlaceSummary place = store_.summary(candidate.record);
    if (place.kind == PlaceKind::Admin1 || place.kind == PlaceKind::Country) return 0;
    const bool main = candidate.name_kind == NameKind::Main || candidate.name_kind == NameKind::English;
    if (main && place.admin1 != 0 && std::binary_search(named.begin(), named.end(), place.admin1)) return 3;
    if (!std::binary_search(named.begin(), named.end(), std::uint64_t{place.country})) return 0;
    return main ? 2 : 1;
  }

  std::uint32_t match_from(std::size_t first, std::size_t end) {
    name_.clear();
    std::uint32_t longest = Matches::none;
    std::size_t word_count = 0;
    const bool phrases = lexicon_.begins_phrase(document_.words[first].form);
    for (std::size_t i = first; i < end && word_count < max_name_words; ++i) {
      const Word& word = document_.words[i];
      if (word.kind != TokenKind::Word && word.kind != TokenKind::Number && !(i > first && is_joint(document_, i, end))) break;
      append_word(document_, word, name_);
      if (word.shape == Shape::Hyphen) continue;
      ++word_count;
      if (add_match(first, i + 1, phrases)) {
        longest = static_cast<std::uint32_t>(matches_.names.size() - 1);
        if (i == first) matches_.single[first] = longest;
      }
      // "Russia's Far East": the possessive changes the word, so ask again after it.
      const bool possessive_next = i + 1 < end && document_.words[i + 1].shape == Shape::Possessive;
      if (!phrases && !possessive_next && !store_.has_longer(name_)) break;
    }
    return longest;
  }

  bool add_match(std::size_t first, std::size_t last, bool phrases) {
    const bool one_word = last == first + 1;
    const Word& word = document_.words[first];
    NameMatch match;
    match.first = static_cast<std::uint32_t>(first);
    match.last = static_cast<std::uint32_t>(last);
    match.candidates_begin = static_cast<std::uint32_t>(matches_.candidates.size());
    if (phrases && may_be_phrase(word, one_word)) match.phrase = lexicon_.find_phrase(name_);
    if (!one_word || !is_refused_alone(document_, word)) {
      store_.find_folded(name_, matches_.candidates);
      // A user's own names may end as they like ("Novaya grain terminal").
      if (!may_end(document_, first, last - 1)) keep_own(match);
      drop_guarded(match);
    }
    match.candidates_end = static_cast<std::uint32_t>(matches_.candidates.size());
    const auto found = candidates_of(match);
    match.own = std::any_of(found.begin(), found.end(), is_own);
    if (match.phrase == nullptr && match.candidates_begin == match.candidates_end) return false;
    match.name_class = match.phrase != nullptr && match.phrase->place.empty()
                           ? NameClass::Phrase
                           : classify(store_, std::span(matches_.candidates).subspan(match.candidates_begin));
    matches_.names.push_back(match);
    return true;
  }

  static bool is_own(const Candidate& candidate) noexcept { return (candidate.note & own_name) != 0; }

  void keep_own(const NameMatch& match) {
    const auto from = matches_.candidates.begin() + match.candidates_begin;
    matches_.candidates.erase(std::remove_if(from, matches_.candidates.end(), [](const Candidate& c) { return !is_own(c); }), matches_.candidates.end());
  }

  void drop_guarded(const NameMatch& match) {
    const auto from = matches_.candidates.begin() + match.candidates_begin;
    matches_.candidates.erase(std::remove_if(from, matches_.candidates.end(), [&](const Candidate& c) {
      return !is_own(c) && (is_state_school(store_, document_, match.first, match.last, c) || !passes_guard(document_, match.first, match.last, c.name_kind, store_.summary(c.record).kind));
    }), matches_.candidates.end());
  }

  const Store& store_;
  const Lexicon& lexicon_;
  const Document& document_;
  Matches matches_;
  std::string name_;
};

}  // namespace

NameClass classify(const Store& store, std::span<const Candidate> candidates) noexcept {
  NameClass best = NameClass::None;
  for (const Candidate& c : candidates) best = std::min(best, candidate_class(store.summary(c.record), c.name_kind));
  return best;
}

void append_name(const Document& document, std::size_t first, std::size_t last, std::string& out) {
  for (std::size_t i = first; i < last; ++i) append_word(document, document.words[i], out);
}

Matches find_matches(const Store& store, const Lexicon& lexicon, const Document& document) {
  return Finder(store, lexicon, document).run();
}

std::vector<Candidate> look_up_name(const Store& store, const Document& document, std::size_t first, std::size_t last) {
  std::vector<Candidate> found;
  std::string name;
  std::string whole;
  append_name(document, first, last, whole);
  const auto try_words = [&](std::size_t from, std::size_t to) {
    if (from >= to || !found.empty()) return;
    name.clear();
    append_name(document, from, to, name);
    store.find_folded(name, found);
    std::erase_if(found, [&](const Candidate& c) { return is_state_school(store, document, from, to, c); });
  };
  try_words(first, last);
  if (first < last && document.fold_of(document.words[first]) == "the") try_words(++first, last);
  // The name with its common noun cut off, at either end: "X Township", "City of X", "X International Airport".
  for (std::size_t to = last; to > first + 1 && found.empty(); --to) {
    if (!document.words[to - 1].is(WordClass::PlaceTail) || document.words[to - 1].is(WordClass::RoadHead)) break;  // a road is not where its name points
    try_words(first, to - 1);
  }
  for (std::size_t from = first; from + 1 < last && found.empty(); ++from) {
    const Word& word = document.words[from];
    if (!word.is(WordClass::PlaceTail) && !word.is(WordClass::Connector) && !word.is(WordClass::Direction)) break;
    try_words(from + 1, last);
  }
  if (!found.empty() && name != whole) {
    // The "Ural" of "Ural River" is no adjective.
    std::erase_if(found, [](const Candidate& c) { return c.name_kind == NameKind::Adjective || c.name_kind == NameKind::Demonym; });
  }
  if (found.empty()) find_other_spellings(store, whole, found);
  return found;
}

}  // namespace dateline::gazetteer::detail
