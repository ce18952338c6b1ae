#pragma once

#include <cstdint>

namespace dateline::claims::detail {

/// What a word does in its clause. The first group is decided by the word alone (words.tsv), the rest by its neighbours too.
enum class Tag : std::uint8_t {
  Determiner, Pronoun, Preposition, To, Conjunction, Subordinator, Relative, Have, Be, Do, Modal, Not, There, Adverb,
  Noun, Name, Adjective, Possessive, Number, Verb, Time, Comma, Colon, Stop, Dash, Silent,
};

/// Forms a word may have as a verb; a set of bits, since "deployed" is both past and participle.
enum VerbForm : std::uint8_t { base_form = 1, third_form = 2, past_form = 4, participle_form = 8, ing_form = 16 };

/// Whether a verb takes a direct object.
enum class ObjectUse : std::uint8_t { Any, Never, Always };

enum class NounClass : std::uint8_t {
  None, Force, Unit, Loose, Vehicle, Carrier, Materiel, Equipment, Container, People, Nominal, Descriptive, NotForce, State, Partitive, Fiction,
};

/// What the tables say of one lower-case form.
struct Word {
  bool has_tag = false;
  Tag tag = Tag::Noun;           ///< if has_tag
  std::uint8_t verb_forms = 0;   ///< 0: not a verb
  std::uint32_t verb = 0;        ///< index into lemmas(), if verb_forms
  bool noun_too = true;          ///< a verb form that is a noun as well
  bool base_too = false;         ///< the base form of another verb than `verb`: "lay", the past of "lie"
  NounClass noun = NounClass::None;
  bool plural = false;
  std::uint32_t noun_lemma = 0;  ///< index into lemmas(), if noun != None
  std::uint32_t nominal_of = 0;  ///< lemma of the verb, for NounClass::Nominal
  bool modifier = false;         ///< makes a force of a weak noun: "special", "naval"
  bool adjective = false;        ///< an adjective of english_adjectives.tsv
  bool place = false;            ///< a kind of place by english_places.tsv
  bool inner = false;            ///< a verb of speech, thought, feeling, the body or games
  bool common = false;           ///< only in the tables of common English, which nobody has reviewed for the news
  std::uint8_t noun_share = 0;   ///< tenths of the uses in which the word is a noun, if verb_forms
  ObjectUse object = ObjectUse::Any;

  /// A verb, unless common English knows it as a noun as well.
  [[nodiscard]] bool acts() const { return verb_forms != 0 && !(common && noun_too); }
};

}  // namespace dateline::claims::detail
