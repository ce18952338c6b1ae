#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claims/detail/masked_text.hpp"

namespace dateline::claims::detail {

enum class ChunkKind : std::uint8_t {
  Noun,          ///< a noun phrase without its complements: "about 1,500 North Korean special forces troops"
  Verb,          ///< auxiliaries, adverbs and one main verb: "will likely be deployed", "to send"
  Preposition,   ///< one or two words: "from", "out of"
  Conjunction, Subordinator, Relative, Comma, Time, Adverb, There, Break,
};

struct Chunk {
  ChunkKind kind = ChunkKind::Break;
  std::uint32_t first = 0;      ///< items
  std::uint32_t last = 0;       ///< one past
  std::uint32_t head = 0;       ///< main verb, or last noun
  std::uint32_t aside = 0;      ///< number of the insertion it stands in (asides.hpp); 0 outside of any

  // Of a verb chunk:
  std::uint32_t lemma = none;   ///< into the lexicon; none for a verb it does not know
  bool finite = false;          ///< has a tense: "sent", "has sent", "will be sent"
  bool infinitive = false;      ///< "to send"
  bool ing = false;             ///< bare "-ing": "sending"
  bool bare_participle = false; ///< bare "-ed" or "sent": past or participle, decided by the clause
  bool may_be_past = false;
  bool passive = false;
  bool perfect = false;
  bool progressive = false;
  bool negated = false;
  bool copula = false;
  bool possession = false;      ///< "has" as the main verb
  std::uint32_t modal = none;   ///< item
  bool present = false;         ///< "sends", "is sending", "are"
};

/// Cuts a tagged sentence into chunks. Every item is in exactly one chunk.
[[nodiscard]] std::vector<Chunk> chunk(const std::vector<Item>& items);

}  // namespace dateline::claims::detail
