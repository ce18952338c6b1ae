#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "claims/detail/word_hash.hpp"
#include "claims/ledger.hpp"

namespace dateline::claims::detail {

/// What may follow a verb of saying; see the head of speech_cues.tsv.
enum class Complement { Clause, PersonClause, That, Strict, Object, Accuse, Blame, Infinitive, Finding };

struct CueVerb {
  std::string lemma;
  Relation relation = Relation::Said;
  Complement complement = Complement::Clause;
  std::optional<Stance> stance;
};

/// A row of source_institutions.tsv.
struct Institution {
  std::string stem;
  SourceKind kind = SourceKind::Government;
  std::string name;      ///< with {A} and {C}
};

struct CountryName {
  std::string code, name, adjective;
};

enum class CountryWord { Name, Adjective, Metonym };
struct CountryEntry {
  std::size_t country = 0;
  CountryWord kind = CountryWord::Name;
};

struct AliasEntry {
  std::size_t source = 0;
  bool capital = true;   ///< written with a capital: "Time", not "time"
};

/// Classes of speech_words.tsv; see its head.
enum class SpeechWord : std::uint8_t {
  Determiner, Preposition, Auxiliary, Particle, Finite, Title, MilitaryTitle, ExpertTitle, Organisation, Media, ExpertBody, NameEnd,
  Adverb, Stop, ClauseStart, Statement, Report, AlsoNoun, Held, NonConfirm, Evidence, Untrue, Hearsay
};

/// The tables of the lexicon, keyed by phrases as `phrase_key` writes them.
struct SpeechTables {
  WordMap<CueVerb> verbs;                     ///< by inflected form
  WordFilter verb_filter;                     ///< of the forms
  std::vector<SourceRecord> sources;
  std::vector<std::string> stands_for;        ///< institution of each source; "person" for people, empty for most
  WordMap<AliasEntry> aliases;
  std::vector<Institution> institutions;
  WordMap<std::size_t> institution_phrases;
  std::vector<CountryName> countries;
  WordMap<CountryEntry> country_words;
  WordFilter country_starts;                  ///< of the first word of each
  WordMap<std::uint32_t> words;               ///< a bit for each SpeechWord
  WordFilter word_filter;

  [[nodiscard]] bool is(std::string_view word, SpeechWord kind) const noexcept {
    if (!word_filter.may_hold(word)) return false;
    const auto found = words.find(word);
    return found != words.end() && (found->second >> static_cast<unsigned>(kind) & 1U) != 0;
  }
};

/// Reads the tables from `folder`. Throws InputError (file:line) for a missing or malformed table.
[[nodiscard]] SpeechTables load_speech_tables(const std::filesystem::path& folder);

/// Words in lower case with single spaces; possessives, hyphens and other marks dropped: "South Korea’s N.I.S." is
/// "south korea n.i.s".
[[nodiscard]] std::string phrase_key(std::string_view phrase);

/// "Yonhap News Agency" -> "yonhap-news-agency"; letters beyond ASCII are kept as they are.
[[nodiscard]] std::string slug(std::string_view name);

}  // namespace dateline::claims::detail
