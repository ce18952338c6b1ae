#include "claims/detail/quantity_nouns.hpp"

#include <string>
#include <unordered_map>

#include "base/text_table.hpp"
#include "claims/detail/embedded_tables.hpp"
#include "claims/detail/word_hash.hpp"

namespace dateline::claims::detail {

namespace {

struct Lexicon {
  TextTable table;
  WordMap<CountedNoun> nouns;
  WordMap<std::string_view> singulars;  // by unit
};

Lexicon load() {
  using enum CountedKind;
  const WordMap<CountedKind> kinds{{"persons", Persons}, {"formation", Formation}, {"vehicle", Vehicle}, {"ship", Ship},
                                   {"aircraft", Aircraft}, {"materiel", Materiel}, {"container", Container}, {"other", Other}};
  Lexicon lexicon{TextTable::parse(quantity_nouns_table(), "quantity_nouns.tsv", {"singular", "plural", "kind", "unit"}), {}, {}};
  for (const auto& row : lexicon.table.rows()) {
    const auto kind = kinds.find(row.cells[2]);
    if (kind == kinds.end()) lexicon.table.fail(row, "unknown kind of counted noun", "see the head of the table");
    const auto enter = [&](const std::string& form) -> CountedNoun& {
      auto& noun = lexicon.nouns[form];
      noun.kind = kind->second;
      noun.unit = row.cells[3];  // the table lives as long as the lexicon
      return noun;
    };
    enter(row.cells[0]).singular = true;
    enter(row.cells[1]).plural = true;
    if (row.cells[1] == row.cells[3]) lexicon.singulars.emplace(row.cells[3], row.cells[0]);
  }
  return lexicon;
}

const Lexicon& lexicon() {
  static const Lexicon loaded = load();
  return loaded;
}

}  // namespace

const CountedNoun* find_counted_noun(std::string_view word) {
  const auto& nouns = lexicon().nouns;
  const auto found = nouns.find(word);
  return found == nouns.end() ? nullptr : &found->second;
}

std::string_view singular_of_unit(std::string_view unit) {
  const auto& singulars = lexicon().singulars;
  const auto found = singulars.find(unit);
  return found == singulars.end() ? unit : found->second;
}

}  // namespace dateline::claims::detail
