#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/detail/word.hpp"

namespace dateline::claims::detail {

/// A row of english_verbs.tsv. Shares are tenths of the uses; the views look into the text of the table.
struct CommonVerb {
  std::string_view lemma;
  std::string_view forms;    ///< past/participle; empty if regular
  std::uint8_t noun = 0;     ///< a noun of the same letters
  std::uint8_t go = 0;       ///< goes to a place
  std::uint8_t send = 0;     ///< moves something to a place
  std::uint8_t be = 0;       ///< is at a place
  bool inner = false;        ///< of speech, thought, feeling, the body or games in most of its uses
  ObjectUse object = ObjectUse::Any;
};

/// Common English words: the tables english_*.tsv. Only lemmas and irregular forms are kept; regular forms are led back to them when they are asked
/// for, because every start of the program reads the tables. Immutable once filled.
class CommonWords {
 public:
  struct Texts {
    std::string verbs, adjectives, places;
  };
  /// Reads the tables; `lemma_of` gives the number of a verb's lemma. Throws InputError (`file`:line) for a malformed row of verbs.
  void fill(Texts texts, const std::string& file, const std::function<std::uint32_t(const CommonVerb&)>& lemma_of);
  /// What a lower-case form may be; null if it is in no table. The word lives as long as this.
  [[nodiscard]] const Word* find(std::string_view form) const;

 private:
  /// Forms that a rule makes; each entry has a word for all of them.
  enum Form : std::size_t { Base, WithS, WithIng, WithEd, form_count };
  struct Entry {
    std::string_view key;
    std::array<Word, form_count> words;
    bool verb = false;
    bool doubles = false;      ///< "stopped", "stopping"
    bool regular = true;       ///< its past ends in "ed"
    bool place = false;
  };

  Entry& at(std::string_view key);
  [[nodiscard]] const Entry* lookup(std::string_view key) const;
  [[nodiscard]] std::size_t slot_of(std::string_view key) const;
  void add_verb(const CommonVerb& verb, std::uint32_t lemma);
  void add_irregular(std::string_view form, std::uint8_t bits, const Word& word);
  [[nodiscard]] const Word* with_ending(std::string_view stem, Form form) const;

  Texts texts_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;   ///< entry + 1; 0 is free. A power of two, at most half full
};

}  // namespace dateline::claims::detail
