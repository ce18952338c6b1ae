#pragma once

#include "claims/detail/draft.hpp"

namespace dateline::claims::detail {

/// Roles of one clause as they are filled.
struct VerbDrafts::Parts {
  Claim claim;
  ResolvedForce force;
  NounPhrase moved;             ///< the phrase that is moved, based or delivered
  NounPhrase sender;            ///< subject of a sending verb
  bool has_sender = false;
  bool state_moves = false;     ///< "Israel withdrew from": the state stands for its forces
  bool alongside = false;
  bool owns = false;            ///< "has 2,500 soldiers in X"
  Span materiel;
  bool abstract_goal = false;      ///< "out of negotiations", "from the race": no place, so nobody moves
  std::uint32_t receiver = none;   ///< noun phrase of a receiver that no preposition marks
};

[[nodiscard]] inline bool names_state(const NounPhrase& phrase) { return phrase.sort == PhraseSort::State || phrase.sort == PhraseSort::Place; }

}  // namespace dateline::claims::detail
