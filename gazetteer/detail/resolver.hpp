#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/detail/document.hpp"
#include "gazetteer/locate.hpp"
#include "gazetteer/store.hpp"

namespace dateline::gazetteer::detail {

/// What the words around a name say about the kind of place it is.
enum class Hint : std::uint8_t { None, Division, County, Settlement };

/// A name to be placed.
struct NameToPlace {
  std::uint32_t first = 0;  ///< words of the document
  std::uint32_t last = 0;
  Hint hint = Hint::None;
  bool acts = false;        ///< the text treats it as a government
  std::int32_t container = -1;  ///< index of the name that says where it is ("X, Ohio"); -1 if none
  std::vector<Candidate> candidates;
  std::string pinned_id;        ///< empty if not pinned
};

/// What speaks for a candidate. Names in the weights file; order in `resolver_feature_names`.
enum class Clue : std::uint8_t {
  Population, PopulationShare, Country, Admin1, Admin2, Capital, RegionalSeat, LocalSeat, City, CityPart, Region, Continent, Water, Relief, Site,
  BlocKind, MetonymKind, MainName, EnglishName, AlternateName, AlternateOfSmall, DemonymName, AdjectiveName, AbbreviationName,
  CountryVote, CountryVoteAny, Admin1Vote, Admin1VoteAny, Nearest, MeanNearness, Container, ContainerMissed, Home, DivisionHint, CountyHint,
  SettlementHint, CountryNamed, Admin1Named, NearTopPlace, CommaCity, CommaDivision, LargeCity, HugeCity, LargestByFar, Own, CapitalActs, Count
};
inline constexpr std::size_t clue_count = static_cast<std::size_t>(Clue::Count);
using Clues = std::array<float, clue_count>;
[[nodiscard]] std::string_view clue_name(Clue clue) noexcept;

/// Learned weights: before anything is known of the other names, and with their context.
struct ResolverWeights {
  std::array<float, clue_count> alone{};
  std::array<float, clue_count> together{};

  /// Reads `clue<TAB>alone<TAB>together`. Throws InputError for unknown or missing clues.
  [[nodiscard]] static ResolverWeights parse(std::string_view text, const std::string& file);
  [[nodiscard]] std::string to_text() const;
};

/// One candidate of a distinct name, with what is known about it.
struct RankedCandidate {
  Candidate candidate;
  PlaceSummary place;
  std::array<float, 3> unit{};  ///< point on the unit sphere: distances without trigonometry
  Clues clues{};
  float score = 0;
  float belief = 0;             ///< probability among the candidates of its name
};

/// A distinct name of the text: all its occurrences mean the same place.
struct NameGroup {
  std::vector<std::uint32_t> names;  ///< indices of NameToPlace
  Hint hint = Hint::None;
  bool pinned = false;
  bool comma_after = false;
  bool acts = false;        ///< at one of its occurrences at least
  std::vector<std::uint32_t> containers;  ///< indices of groups
  std::vector<RankedCandidate> candidates;  ///< best first after ranking
};

/// All names of a text, to be scored together.
struct Problem {
  std::vector<NameGroup> groups;
  std::vector<std::uint32_t> group_of;  ///< per NameToPlace
  std::uint16_t home = 0;
};

[[nodiscard]] Problem make_problem(const Store& store, const Document& document, std::span<const NameToPlace> names, const LocateOptions& options);

/// Distances are looked at only to this many distinct names before and after: an article has some twenty, a list of ten
/// thousand towns would cost a hundred million comparisons.
inline constexpr std::size_t max_neighbours = 150;
[[nodiscard]] std::size_t first_neighbour(std::size_t group) noexcept;
[[nodiscard]] std::size_t last_neighbour(const Problem& problem, std::size_t group) noexcept;

/// Fills the clues that depend on the other names, from their current beliefs.
void update_context(Problem& problem);
/// Scores and beliefs of all candidates under `weights`.
void score_all(Problem& problem, const std::array<float, clue_count>& weights);
/// Rounds of context and scoring, then each group's candidates best first (ties by store order).
void rank(Problem& problem, const ResolverWeights& weights);

/// Why a candidate got its score, in words.
[[nodiscard]] std::vector<std::string> reasons_for(const Store& store, const Document& document, std::span<const NameToPlace> names, const Problem& problem,
                                                   std::size_t group, std::size_t candidate);

}  // namespace dateline::gazetteer::detail
