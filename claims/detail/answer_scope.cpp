#include "claims/detail/answer_scope.hpp"

#include <algorithm>
#include <array>

namespace dateline::claims::detail {

namespace {

constexpr std::array kRoles = {&Claim::origin, &Claim::destination, &Claim::via, &Claim::at};

/// A place finer than a country, known to the gazetteer.
bool is_specific(const PlaceRef& place) { return !place.place.empty() && place.precision != Precision::Country; }

bool names_specific_place(const Claim& claim) {
  return std::any_of(kRoles.begin(), kRoles.end(), [&](auto role) { return std::any_of((claim.*role).begin(), (claim.*role).end(), is_specific); });
}

/// It tells of going away and of nowhere that they come to.
bool only_leaves(const Claim& claim) { return !claim.origin.empty() && claim.destination.empty() && claim.at.empty(); }

bool comes_or_stays(const Claim& claim) { return claim.kind != ClaimKind::Withdrawal && (!claim.destination.empty() || !claim.at.empty()); }

}  // namespace

bool AnswerScope::reaches(const Draft& denied, const Draft& told) const {
  if ((only_leaves(denied.claim) && comes_or_stays(told.claim)) || (only_leaves(told.claim) && comes_or_stays(denied.claim))) return false;
  if (names_specific_place(denied.claim)) return !names_specific_place(told.claim) || shares_place(denied.claim, told.claim);
  return !names_unknown_place(denied);
}

bool AnswerScope::shares_place(const Claim& denied, const Claim& told) const {
  for (const auto role : kRoles) {
    for (const auto& a : denied.*role) {
      for (const auto other : kRoles) {
        for (const auto& b : told.*other) {
          if (a.place.empty() || b.place.empty()) continue;
          if (a.place == b.place || places_.lies_in(a.place, b.place) || places_.lies_in(b.place, a.place)) return true;
        }
      }
    }
  }
  return false;
}

/// "denied that it would leave Naqoura": a name right behind the verb that the gazetteer does not have.
bool AnswerScope::names_unknown_place(const Draft& draft) const {
  constexpr std::size_t reach = 3;   // items behind the verb: a preposition, an article, the name
  for (const auto& sentence : story_.sentences) {
    if (sentence.sentence != draft.sentence) continue;
    auto item = std::find_if(sentence.items.begin(), sentence.items.end(), [&](const Item& i) { return i.span.start >= draft.trigger.end; });
    for (std::size_t k = 0; k < reach && item != sentence.items.end(); ++k, ++item) {
      if (item->tag == Tag::Name && item->mention == none && item->force == nullptr && !item->demonym) return true;
      if (item->tag != Tag::Preposition && item->tag != Tag::Determiner) break;
    }
  }
  return false;
}

}  // namespace dateline::claims::detail
