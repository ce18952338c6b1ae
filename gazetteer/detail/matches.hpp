#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gazetteer/detail/document.hpp"
#include "gazetteer/store.hpp"

namespace dateline::gazetteer::detail {

/// What the strongest record of a name is, strongest first. The tagger sees these, not the records.
enum class NameClass : std::uint8_t {
  Country, CountryShort, Continent, Demonym, Bloc, Metonym, Admin1, Admin1Short, HugeCity, Region, Water, BigCity, City, Admin2,
  SmallCity, Site, AlternateBig, AlternateSmall, Phrase, None
};

/// A run of words that is a name in the store or a fixed phrase of the lexicon.
struct NameMatch {
  std::uint32_t first = 0;     ///< word
  std::uint32_t last = 0;      ///< one past
  NameClass name_class = NameClass::None;
  std::uint32_t candidates_begin = 0;  ///< into Matches::candidates
  std::uint32_t candidates_end = 0;
  const Lexicon::Phrase* phrase = nullptr;
  /// What else the text names: 1 the country of a place of this name, 2 of one whose main name it is, 3 even its division.
  std::uint8_t company = 0;
  bool one_division = false;  ///< all places of this name lie in one first-level division
  bool own = false;           ///< a name of a user's own table
};

/// All names found, and for each word the longest that covers it (leftmost first).
struct Matches {
  static constexpr std::uint32_t none = UINT32_MAX;

  std::vector<NameMatch> names;
  std::vector<Candidate> candidates;
  std::vector<std::uint32_t> cover;    ///< per word: index into names, or none
  std::vector<std::uint32_t> single;   ///< per word: index of the match of this word alone, or none

  [[nodiscard]] const NameMatch* covering(std::size_t word) const noexcept {
    return cover[word] == none ? nullptr : &names[cover[word]];
  }
  [[nodiscard]] bool covers_more_than(std::size_t word, std::uint32_t words) const noexcept {
    return cover[word] != none && names[cover[word]].last - names[cover[word]].first > words;
  }
  [[nodiscard]] const NameMatch* alone(std::size_t word) const noexcept {
    return single[word] == none ? nullptr : &names[single[word]];
  }
};

[[nodiscard]] Matches find_matches(const Store& store, const Lexicon& lexicon, const Document& document);

/// The folded name of words [first, last): what the store and the lexicon are asked for.
void append_name(const Document& document, std::size_t first, std::size_t last, std::string& out);

/// Candidates of a run of words that somebody else chose; tries it without a leading article and with the usual
/// endings cut off ("X Township", "X Airport"). Empty if the store knows none.
[[nodiscard]] std::vector<Candidate> look_up_name(const Store& store, const Document& document, std::size_t first, std::size_t last);

/// Class of the strongest candidate.
[[nodiscard]] NameClass classify(const Store& store, std::span<const Candidate> candidates) noexcept;

}  // namespace dateline::gazetteer::detail
