#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "claims/detail/common_words.hpp"
#include "claims/detail/evidence.hpp"
#include "claims/detail/word.hpp"
#include "claims/detail/word_sets.hpp"
#include "claims/ledger.hpp"

namespace dateline::claims::detail {

/// How the arguments of a movement verb are laid out: S subject, O object.
enum class Frame : std::uint8_t {
  Cause,   ///< S sends O to a place
  Go,      ///< S goes to a place
  Both,    ///< either: "moved troops", "troops moved"
  Reach,   ///< S enters O, or S crosses into a place
  Quit,    ///< S leaves O
  Place,   ///< S stations O at a place; S masses at a place
  Stay,    ///< S operates at a place
  Be,      ///< S is at a place; there are S at a place
  Give,    ///< S supplies O to R
  Get,     ///< S receives O from a place
  Muster,  ///< S mobilises O
  Find,    ///< S identifies O at a place
  Join,    ///< S joins O
  Own,     ///< S has O at a place
  Swell,   ///< S reinforces a force or place with O
};

struct VerbSense {
  std::string lemma;
  std::vector<std::string> particle;  ///< "back" in "fell back", "* way" in "made their way"; empty if none is needed
  Frame frame = Frame::Go;
  ClaimKind kind = ClaimKind::Movement;
  std::string rule;
  std::string example;
  bool broad = false;                 ///< of motion_verbs.tsv: reports only where a force and a place say so
  bool open = false;                  ///< of english_verbs.tsv, for all verbs of its sort: reports only where the direction is told beyond doubt
};

/// What a governing verb or adjective does to the clause it governs; see status_cues.tsv.
enum class CueRole : std::uint8_t { None, Control, Raise, Accuse, Irrealis };

struct StatusCue {
  CueRole role = CueRole::None;
  ClaimStatus status = ClaimStatus::Reported;
  std::string rule;
  std::string example;
};

struct NamedForce {
  std::string name;       ///< as written in the table
  std::string country;    ///< ISO code, or empty
  std::string type;
};

/// The tables of share/dateline/lexicons that the clause rules read. Immutable.
class Lexicon {
 public:
  /// Throws InputError (file:line) for a malformed table.
  explicit Lexicon(const std::filesystem::path& folder);

  /// The entry of a lower-case form; null if it is in no table.
  [[nodiscard]] const Word* find(std::string_view form) const;
  [[nodiscard]] const std::string& lemma(std::uint32_t index) const { return lemmas_[index]; }
  [[nodiscard]] const std::vector<VerbSense>& senses() const noexcept { return senses_; }
  /// Senses of a lemma, in table order; empty if it is no movement verb.
  [[nodiscard]] const std::vector<std::uint32_t>& senses_of(std::uint32_t lemma) const;
  /// Senses of "be" and "have", which words.tsv makes auxiliaries.
  [[nodiscard]] const std::vector<std::uint32_t>& senses_of(std::string_view lemma) const;
  /// The cue of a lemma; null if it governs nothing of interest.
  [[nodiscard]] const StatusCue* cue_of(std::string_view lemma) const;
  [[nodiscard]] const NamedForce* named_force(std::string_view name) const;
  [[nodiscard]] std::vector<StatusCue> cues_with_examples() const;
  /// The noun that a type of aircraft or tank stands for, by the letters before its number: "F" of "F-35", "Tu" of "Tu-142"; null for any other.
  [[nodiscard]] const Word* designation(std::string_view letters) const;
  /// True if the name of some force begins with this word; asked before any longer look-up.
  [[nodiscard]] bool starts_force_name(std::string_view word) const { return force_beginnings_.contains(word); }
  /// True if the lower-case word is in that set of word_sets.tsv.
  [[nodiscard]] bool is(WordSet set, std::string_view word) const { return sets_.has(set, word); }
  /// How much what is seen of a clause speaks for a claim.
  [[nodiscard]] const EvidenceWeights& evidence() const noexcept { return evidence_; }
  /// Most words in the name of a force.
  [[nodiscard]] std::size_t longest_force_name() const noexcept { return longest_force_name_; }

 private:
  std::uint32_t intern(const std::string& lemma);
  void add_verb(const std::string& lemma, const std::string& forms, bool noun_too);
  void add_form(const std::string& form, std::uint8_t bits, std::uint32_t lemma, bool noun_too);
  void read_words(const std::filesystem::path& file);
  void read_plain_verbs(const std::filesystem::path& file);
  void read_verbs(const std::filesystem::path& file);
  void read_motion_verbs(const std::filesystem::path& class_file, const std::filesystem::path& members);
  void read_nouns(const std::filesystem::path& file);
  void read_cues(const std::filesystem::path& file);
  void read_forces(const std::filesystem::path& file);
  void read_common(const std::filesystem::path& folder);
  void complete_forms(std::uint32_t lemma, const CommonVerb& verb);

  template <class T>
  using Map = WordMap<T>;

  WordSets sets_;
  EvidenceWeights evidence_;
  Map<Word> words_;
  CommonWords common_;
  Map<std::uint32_t> lemma_index_;
  std::vector<std::string> lemmas_;
  std::vector<VerbSense> senses_;
  std::vector<std::vector<std::uint32_t>> senses_by_lemma_;
  Map<StatusCue> cues_;
  Map<NamedForce> forces_;
  Map<std::string> designations_;   ///< letters -> noun
  Map<bool> force_beginnings_;
  std::size_t longest_force_name_ = 1;
};

/// Regular and irregular forms of a verb: third person, past, participle, -ing. `forms` is "past/participle" or empty.
struct VerbForms {
  std::string third, past, participle, ing;
};
[[nodiscard]] VerbForms inflect(const std::string& lemma, std::string_view forms);
[[nodiscard]] std::string pluralise(const std::string& noun);

}  // namespace dateline::claims::detail
