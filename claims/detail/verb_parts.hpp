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

/// What speaks against a claim, by the rules. In the order of the first names of Evidence.
enum class Refusal : std::uint8_t { Infinitive, Purpose, Roles, Doubt, NoGoal, Harmed, Visit, PlannedNowhere, FollowsNobody, Unworthy, Nowhere };
inline constexpr std::size_t refusal_count = 11;
static_assert(static_cast<std::size_t>(Evidence::RefusedNowhere) + 1 == refusal_count && static_cast<std::size_t>(Refusal::Nowhere) + 1 == refusal_count);

/// One clause read with one sense of its verb.
struct VerbDrafts::Telling {
  Telling(const VerbSense& told_with, std::uint32_t index) : sense(told_with), clause(index) {}

  VerbSense sense;
  std::uint32_t clause;
  bool patient = false;                    ///< read on after a refusal: what is refused may be weighed
  std::uint16_t refusals = 0;              ///< a bit each
  ClauseStatus status;
  bool claimed = true;
  const StatusCue* planned_by = nullptr;   ///< of a verb that is itself one of planning
  Parts parts;

  /// Notes a refusal; true if reading ends here.
  bool refuse(Refusal why) {
    refusals = static_cast<std::uint16_t>(refusals | 1U << static_cast<unsigned>(why));
    return !patient;
  }
  [[nodiscard]] bool refused(Refusal why) const { return (refusals >> static_cast<unsigned>(why) & 1U) != 0; }
};

[[nodiscard]] inline bool names_state(const NounPhrase& phrase) { return phrase.sort == PhraseSort::State || phrase.sort == PhraseSort::Place; }

}  // namespace dateline::claims::detail
