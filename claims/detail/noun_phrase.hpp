#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claims/detail/story.hpp"

namespace dateline::claims::detail {

/// What a noun phrase stands for, as far as reports of movements care.
enum class PhraseSort : std::uint8_t { Other, Force, Vehicle, Carrier, Materiel, People, State, Place, Pronoun };

/// A noun phrase with its "of" complements flattened: "an advance party of 200 men of the marine corps".
struct NounPhrase {
  std::uint32_t chunk = none;
  std::uint32_t last_chunk = none;     ///< one past the complements
  std::uint32_t core = none;           ///< chunk of the noun that counts: that of "units" in "some of its units"
  Span span;
  PhraseSort sort = PhraseSort::Other;
  std::string country;                 ///< nationality, ISO code; empty if not stated
  std::string type;                    ///< "special forces"
  std::string head;                    ///< lemma of the deciding noun
  std::uint32_t quantity = none;       ///< index of the quantity that counts it
  std::uint32_t echelon = none;        ///< index of the quantity in formations
  bool definite = false;               ///< "the troops", "these soldiers"
  bool additional = false;             ///< "more troops", "others"
  bool military = false;               ///< a force by itself or by a modifier
  bool weak = false;                   ///< people of a nation: "dozens of North Koreans"
  bool own = false;                    ///< "its troops", "their forces"
  bool ship = false;                   ///< a ship with its name: "the frigate Hessen"
  bool party = false;                  ///< "an advance party"
  bool harmed = false;                 ///< wounded, captured, former: moves only as part of a deal
  bool civil = false;                  ///< a passenger ship, a truck of aid
  bool collective = false;             ///< one formation: "the brigade", "a column"

  /// No complement behind it.
  [[nodiscard]] bool is_alone() const noexcept { return last_chunk == chunk + 1; }
  /// The chunk behind "of", if the phrase has no more: "of them" in "240 of them"; none otherwise.
  [[nodiscard]] std::uint32_t whole() const noexcept { return last_chunk == chunk + 3 ? chunk + 2 : none; }
};

/// What a noun of that class stands for; `military` if a word before it says so.
[[nodiscard]] PhraseSort sort_of(NounClass noun, bool military);

/// Analyses noun phrases of one story.
class NounPhrases {
 public:
  explicit NounPhrases(const Story& story) : story_(story), country_(story) {}

  /// The phrase that begins at a noun chunk. Each is analysed once; what is returned stays good as long as this object.
  [[nodiscard]] const NounPhrase& analyse(const ParsedSentence& sentence, std::uint32_t chunk);
  /// Country of a mention, from the same cache.
  const std::string& country(std::uint32_t mention) { return country_(mention); }

 private:
  void classify(const ParsedSentence& sentence, std::uint32_t chunk, NounPhrase& phrase);
  bool decides(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts, std::uint32_t part, NounPhrase& phrase);
  bool decides_by_class(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts, std::uint32_t part, NounPhrase& phrase);
  void take_mention(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts, std::uint32_t part, NounPhrase& phrase);
  [[nodiscard]] bool carries_force(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts, std::uint32_t part) const;
  [[nodiscard]] bool carries_aid(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts, std::uint32_t part) const;
  [[nodiscard]] bool is_plain_forces(const ParsedSentence& sentence, const Chunk& chunk) const;
  [[nodiscard]] bool is_harmed(const ParsedSentence& sentence, const Chunk& chunk) const;
  [[nodiscard]] bool is_civil(const ParsedSentence& sentence, const Chunk& chunk) const;
  /// The item at which the name of a ship begins, "frigate Bonhomme", "USS Carl Vinson"; none if the chunk names no ship.
  [[nodiscard]] std::uint32_t vessel_in(const ParsedSentence& sentence, const Chunk& chunk) const;
  [[nodiscard]] bool comes_from_force(const ParsedSentence& sentence, const NounPhrase& phrase) const;
  [[nodiscard]] bool names_armed_body(const ParsedSentence& sentence, const Chunk& chunk) const;
  [[nodiscard]] bool belongs_to_nobody_armed(const ParsedSentence& sentence, const Chunk& chunk) const;
  [[nodiscard]] bool is_team_name(const ParsedSentence& sentence, const Chunk& chunk, const NounPhrase& phrase) const;
  [[nodiscard]] bool consists_of_others(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts) const;
  void take_home_country(const ParsedSentence& sentence, NounPhrase& phrase);
  [[nodiscard]] bool is_designation(const Item& item) const;
  [[nodiscard]] bool arms_head(const ParsedSentence& sentence, const Chunk& chunk, std::uint32_t i, const NounPhrase& phrase) const;
  void read_modifiers(const ParsedSentence& sentence, const Chunk& chunk, NounPhrase& phrase);
  void read_counted_thing(const ParsedSentence& sentence, NounPhrase& phrase) const;
  void read_quantity(const ParsedSentence& sentence, const Chunk& chunk, NounPhrase& phrase) const;
  [[nodiscard]] bool shares_arms(const ParsedSentence& sentence, std::uint32_t next) const;
  [[nodiscard]] std::uint32_t quantity_of_pair(const ParsedSentence& sentence, const Chunk& chunk) const;

  const Story& story_;
  CountryOfMention country_;
  std::vector<std::vector<std::optional<NounPhrase>>> known_;   ///< by sentence and chunk
};

}  // namespace dateline::claims::detail
