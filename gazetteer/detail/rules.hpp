#pragma once

#include <string>
#include <vector>

#include "gazetteer/detail/document.hpp"
#include "gazetteer/detail/matches.hpp"
#include "gazetteer/detail/resolver.hpp"
#include "gazetteer/detail/tagger.hpp"

namespace dateline::gazetteer::detail {

/// A short form and the name it stands for: "North" in "the North", in a text about North Korea; in "North and South Korea".
struct ShortName {
  std::uint32_t word = 0;
  std::string folded_name;
};

/// What the rules decide before the tagger sees the text.
struct Ruling {
  std::vector<Verdict> verdicts;        ///< per word
  std::vector<ShortName> short_names;   ///< by word
};

/// The sure cases: names of countries and their people, fixed phrases and short forms are names; people, months, acronyms
/// and ordinary words are not. The rest is left to the tagger.
[[nodiscard]] Ruling apply_rules(const Document& document, const Matches& matches, const LocateOptions& options);

/// True per word for words inside names of people ("Mark Rutte", "President Putin", later "Rutte").
[[nodiscard]] std::vector<bool> find_people(const Document& document, const Matches& matches);

/// What the words around [first, last) say about the kind of place.
[[nodiscard]] Hint hint_for(const Document& document, std::uint32_t first, std::uint32_t last) noexcept;

/// True where the words around [first, last) treat it as a government: "X said", "ties with X", "X's policy".
[[nodiscard]] bool acts_as_government(const Document& document, std::uint32_t first, std::uint32_t last) noexcept;

/// The adjective of direction before a name: "eastern" in "eastern Ukraine"; empty if none.
[[nodiscard]] std::string qualifier_before(const Document& document, std::uint32_t first);

/// What a found and ranked name does in its sentence. `place` is null for a name without a place.
struct KindQuestion {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  NameKind name_kind = NameKind::Main;
  const PlaceSummary* place = nullptr;
  const Lexicon::Phrase* phrase = nullptr;
};
[[nodiscard]] MentionKind kind_of(const Document& document, const KindQuestion& question) noexcept;

}  // namespace dateline::gazetteer::detail
