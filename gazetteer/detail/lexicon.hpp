#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "gazetteer/locate.hpp"

namespace dateline::gazetteer::detail {

/// What kind of word a word can be, apart from being a place. A word may be several.
enum class WordClass : std::uint8_t {
  FirstName, Surname, Title, Month, Weekday, OrganisationHead, MediaHead, SpeechVerb, HumanVerb, PlacePreposition,
  Container, CountyWord, Direction, EventHead, FunctionWord, LocalNoun, Connector, RoadHead, WaterHead, LowerCapital,
  RelationNoun, MotionWord, SettlementNoun, TrapWord, PersonNoun, MetonymPreposition, PlaceTail, RegionSuffix, LanguageVerb, LanguageNoun, MessageNoun, AttackVerb, Count
};

using ClassSet = std::uint32_t;
[[nodiscard]] constexpr ClassSet class_bit(WordClass c) noexcept { return ClassSet{1} << static_cast<unsigned>(c); }

/// Hash of a folded word; the same on every machine and in the weights file.
[[nodiscard]] constexpr std::uint64_t hash_word(std::string_view folded) noexcept {
  std::uint64_t h = 1469598103934665603ULL;  // FNV-1a: short keys, no seed, no table
  for (const char c : folded) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return h ^ (h >> 29U);
}

/// The reviewed word and phrase lists (lexicon-words.tsv, lexicon-phrases.tsv).
class Lexicon {
 public:
  /// Throws InputError (file:line) for an unknown class or kind.
  [[nodiscard]] static Lexicon parse(std::string_view words, const std::string& words_file, std::string_view phrases,
                                     const std::string& phrases_file);

  /// Classes of a folded word, by its hash; 0 for most words.
  [[nodiscard]] ClassSet classes(std::uint64_t form) const noexcept {
    const auto it = words_.find(form);
    return it == words_.end() ? 0 : it->second;
  }
  /// A fixed phrase that is no place itself ("NATO", "Pacific Fleet", "Vietnam War").
  struct Phrase {
    MentionKind kind = MentionKind::Organisation;
    bool is_name = true; ///< false for things named after places ("Brussels sprouts"): to be left alone
    std::string place;   ///< id of the place it stands for; empty if none
  };
  [[nodiscard]] const Phrase* find_phrase(std::string_view folded) const noexcept {
    const auto it = phrases_.find(hash_word(folded));
    return it == phrases_.end() ? nullptr : &it->second;
  }
  /// True if some phrase begins with this folded word: saves the n-gram look-ups for all others.
  [[nodiscard]] bool begins_phrase(std::uint64_t form) const noexcept { return phrase_starts_.contains(form); }

 private:
  // Keyed by hash: nothing iterates over these maps, so their order cannot influence an output.
  std::unordered_map<std::uint64_t, ClassSet> words_;
  std::unordered_map<std::uint64_t, Phrase> phrases_;
  std::unordered_map<std::uint64_t, bool> phrase_starts_;
};

}  // namespace dateline::gazetteer::detail
