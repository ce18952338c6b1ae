#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "claims/detail/word_hash.hpp"

namespace dateline::claims::detail {

/// Sets of words that rules ask for, named in word_sets.tsv as they are here.
enum class WordSet : std::uint8_t {
  Formation, Body, Soldierly, PluralPronoun, Remainder, Share, Round, Member, ArmedCause, ArmedBody,
  ArmedName, Commander, Harmed, Civil, Cargo, CountingVerb, Site, Seat, Rival, Manner, Way, Duration,
  VagueMotion, Rank, SetUp, Keep, Ferry, House, Abide, Let, Pass, Track, Sighting,
  Heading, Numeral, Alone, Ordinal, Comparative, Measure, Means, Say, Telling, Decree,
  GenericHead, Party, Vanguard, Row, Fleet, UnarmedForces, Supporting, Decreeing, OwnWord, Train, Police, ShipKind, Authority, Institution, Land,
  Building, Happening, NoScene, Visit, Stock, Patrolling, Escort,
  Timetable, WarVerb,
};

/// The table word_sets.tsv. Immutable.
class WordSets {
 public:
  /// Throws InputError (file:line) for an unknown set or a set that is missing.
  explicit WordSets(const std::filesystem::path& file);

  /// True if the lower-case word is in the set. Most words are in none, which a few bits of each set tell.
  [[nodiscard]] bool has(WordSet set, std::string_view word) const {
    const auto index = static_cast<std::size_t>(set);
    if (word.empty() || !signs_[index].test(sign_of(word))) return false;
    const auto found = words_.find(word);
    return found != words_.end() && found->second.test(index);
  }

 private:
  static constexpr std::size_t most_sets = 128;
  static constexpr std::size_t signs = 256;

  /// A number below `signs` from both ends and the length of a word.
  [[nodiscard]] static std::size_t sign_of(std::string_view word) noexcept {
    return (static_cast<unsigned char>(word.front()) * 37U + static_cast<unsigned char>(word.back()) * 11U + word.size() * 5U) % signs;
  }

  WordMap<std::bitset<most_sets>> words_;             ///< the sets of a word, a bit each
  std::array<std::bitset<signs>, most_sets> signs_;   ///< the signs of the words of each set
};

}  // namespace dateline::claims::detail
