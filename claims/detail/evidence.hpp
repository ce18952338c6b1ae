#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::claims::detail {

/// What can be seen of a clause that the rules refuse, in the order of the names in evidence.cpp.
enum class Evidence : std::uint8_t {
  // why the rules refuse it
  RefusedInfinitive, RefusedPurpose, RefusedRoles, RefusedDoubt, RefusedNoGoal, RefusedHarmed, RefusedVisit, RefusedPlannedNowhere, RefusedFollowsNobody, RefusedUnworthy, RefusedNowhere,
  // the verb
  Cause, Go, Both, Reach, Quit, Place, Stay, Be, Muster, Join, Own, Broad, Open, Vague, WarVerb, Particle,
  TellsMovement, TellsWithdrawal, TellsBasing, TellsPresence,
  // who moves or is there
  MoverForce, MoverVehicle, MoverCarrier, MoverPeople, MoverState, MoverPlace, MoverOther, MoverPronoun, MoverIt, MoverWe,
  Resolved, Antecedent, Near, Definite, OwnForce, Weak, Harmed, Civil, Military, Nation, Counted, Echelon, Collective, Additional, Named, Organisation, UnitNoun, LooseNoun, NoForceNoun, UnknownNoun, Rival, AfterRival, Leader, OtherMember,
  // who sends
  Sender, SenderForce, SenderState, SenderPeople, SenderPronoun, SenderVehicle, SenderOther,
  // where
  ToName, FromName, ViaName, AtName, ToThing, FromThing, ViaThing, AtThing, NoPlace, SomeWay, AbstractGoal,
  // the clause
  Passive, HasObject, PlaceObject, LinkMain, LinkShared, LinkGoverned, LinkPurpose, LinkRelative, LinkReduced, LinkAdjunct, LinkIf, LinkOther, Unclaimed, Denied, Planned, When, Quantity,
  // around it
  ForceInSentence, ForceBefore, ClaimInSentence, ClaimBefore, ManyClaims, CivilWord, Quoted, ForcesTold,
  Count_
};

inline constexpr std::size_t evidence_count = static_cast<std::size_t>(Evidence::Count_);

/// All that is seen of one clause.
class EvidenceSet {
 public:
  void add(Evidence evidence, bool holds = true) {
    if (holds) bits_.set(static_cast<std::size_t>(evidence));
  }
  [[nodiscard]] bool has(Evidence evidence) const { return bits_.test(static_cast<std::size_t>(evidence)); }
  [[nodiscard]] const std::bitset<evidence_count>& bits() const noexcept { return bits_; }
  /// Names of all that holds, in the order of the enumeration.
  [[nodiscard]] std::vector<std::string_view> names() const;

 private:
  std::bitset<evidence_count> bits_;
};

/// The table evidence.tsv: how much each piece of evidence, or two together, speaks for a claim. Immutable.
class EvidenceWeights {
 public:
  /// Throws InputError (file:line) for an unknown name or a weight that is no number.
  EvidenceWeights(std::string_view text, const std::string& file);

  /// Log-odds that the clause is a claim; 0 is even.
  [[nodiscard]] double weigh(const EvidenceSet& seen) const;

 private:
  struct Row {
    std::bitset<evidence_count> all;   ///< what must hold together
    double weight = 0;
  };
  std::vector<Row> rows_;
};

}  // namespace dateline::claims::detail
