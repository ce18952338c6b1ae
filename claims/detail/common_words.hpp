#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claims/detail/word.hpp"

namespace dateline::claims::detail {

/// A verb of english_verbs.tsv. Shares are tenths of its uses.
struct CommonVerb {
  std::string lemma;
  std::string forms;         ///< past/participle; empty if regular
  std::uint8_t noun = 0;     ///< a noun of the same letters
  std::uint8_t go = 0;       ///< goes to a place
  std::uint8_t send = 0;     ///< moves something to a place
  std::uint8_t be = 0;       ///< is at a place
  bool inner = false;        ///< of speech, thought, feeling, the body or games in most of its uses
  ObjectUse object = ObjectUse::Any;
};

/// Rows of english_verbs.tsv. Throws InputError (file:line) for a malformed row. A reader of its own, since the table is ten times as long as
/// the reviewed ones and every start of the program reads it.
[[nodiscard]] std::vector<CommonVerb> read_common_verbs(std::string_view text, const std::string& file);
/// Words of english_adjectives.tsv or english_places.tsv.
[[nodiscard]] std::vector<std::string_view> read_common_list(std::string_view text);

/// Forms of common English words: a flat table, since there are some 35,000 of them. Filled once, then only asked.
class CommonWords {
 public:
  /// Room for so many forms; before the first add().
  void reserve(std::size_t forms);
  /// Adds what a form may be. A form that is there already may be that as well; of two verbs it stays with the first.
  void add(std::string_view form, const Word& word);
  /// Null if the form is in no table.
  [[nodiscard]] const Word* find(std::string_view form) const;

 private:
  struct Entry {
    std::uint32_t start = 0;   ///< in letters_
    std::uint32_t size = 0;
    Word word;
  };
  [[nodiscard]] std::size_t slot_of(std::string_view form) const;

  std::string letters_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;   ///< entry + 1; 0 is free. A power of two, at most half full
};

}  // namespace dateline::claims::detail
