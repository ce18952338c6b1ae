#pragma once

#include <cstdint>
#include <vector>

#include "claims/detail/chunker.hpp"
#include "claims/detail/lexicon.hpp"

namespace dateline::claims::detail {

/// How a clause hangs in its sentence.
enum class Link : std::uint8_t {
  Main,        ///< has its own subject: "the army sent"
  Shared,      ///< coordinated, subject of an earlier verb: "and plans"
  Governed,    ///< complement of a control or raising verb: "to send", "of sending"
  Purpose,     ///< "to support Russia", "to identify officers"
  Relative,    ///< "which were sent"
  Where,       ///< "where they are training"
  Reduced,     ///< "troops sent to"
  Adjunct,     ///< ", undergoing training", "by sending"
  Adverbial,   ///< "when they are deployed", "as soon as they complete"
  If,          ///< "if troops join"
  Unheld,      ///< governed by a noun or verb that leaves it open: "interest in sending", "the idea of"
};

/// A prepositional phrase of a clause; `nouns` are the members of its list, chunk numbers.
struct Phrase {
  std::uint32_t preposition = none;   ///< chunk
  std::vector<std::uint32_t> nouns;
};

/// One verb with its arguments. Numbers are chunk numbers of the sentence, except governor (clause number).
struct Clause {
  std::uint32_t verb = none;
  Link link = Link::Main;
  std::uint32_t subject = none;
  std::uint32_t subject_first = none;  ///< first chunk of the subject with everything before its head ("A and B")
  bool passive = false;
  std::vector<std::uint32_t> objects;  ///< direct objects, list members in order
  std::uint32_t agent = none;          ///< by-phrase
  std::vector<Phrase> phrases;
  std::uint32_t governor = none;       ///< clause that controls this one
  std::uint32_t noun_cue = none;       ///< item of a noun or adjective that governs: "plans to", "ready to"
  std::uint32_t antecedent_place = none;  ///< for Where: chunk of the noun before
  std::uint32_t antecedent = none;     ///< noun that a clause with its own subject is about: "the troops (that) it had gathered"
  std::uint32_t counted = none;        ///< number of a part of the subject: "31 aircraft, 19 of which crossed"
  std::uint32_t subordinator = none;   ///< chunk
  std::uint32_t condition = none;      ///< chunk of an "if" or "as soon as" that follows the clause
  std::uint32_t last = 0;              ///< one past the last chunk of the arguments
  std::vector<std::uint32_t> times;    ///< time chunks among the arguments
};

/// The clauses of a sentence in the order of their verbs.
[[nodiscard]] std::vector<Clause> find_clauses(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon);

}  // namespace dateline::claims::detail
