#include "claims/detail/group_match.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::claims::detail {

namespace {

// Without stated times, statements weeks apart are about different things.
constexpr int kMostDaysBetweenReports = 14;

struct Range {
  double low, high;
};

Range range_of(const QuantityOf& quantity) {
  double low = quantity.low;
  // "more than 1,500" is said of 1,600, not of 8 million
  double high = quantity.high.value_or(2 * quantity.low);
  if (quantity.qualifier == "about" || quantity.qualifier == "nearly" || quantity.qualifier == "almost") {
    low *= 0.9;  // "about 1,500" and 1,450 do not contradict each other
    high *= 1.1;
  }
  return {low, high};
}

bool same_echelon(const Features& a, const Features& b) {
  if (!a.claim->force || !b.claim->force) return false;
  const Force& x = *a.claim->force;
  const Force& y = *b.claim->force;
  return !x.echelon_unit.empty() && x.echelon_unit == y.echelon_unit && x.echelon_count == y.echelon_count;
}

bool is_additional(const Features& f) { return f.claim->quantity && f.claim->quantity->additional; }

bool shares_word(const std::string& a, const std::string& b) {
  for (std::size_t start = 0; start < a.size();) {
    const std::size_t end = std::min(a.find(' ', start), a.size());
    const std::string word = " " + a.substr(start, end - start) + " ";
    if ((" " + b + " ").find(word) != std::string::npos) return true;
    start = end + 1;
  }
  return false;
}

bool has_town(const std::vector<const PlaceRecord*>& places) {
  return std::any_of(places.begin(), places.end(), [](const PlaceRecord* place) { return place->kind == "city" || place->kind == "site"; });
}

/// Adds what the kinds of troops or goods say.
void compare_forces(const Features& a, const Features& b, Match& result) {
  if (a.claim->kind == ClaimKind::Transfer) {
    const std::string x = force_kind(a.claim->materiel);
    const std::string y = force_kind(b.claim->materiel);
    if (x.empty() || y.empty()) return;
    // arms of one kind go to one country again and again: only the same words speak for one delivery
    if (x == y) ++result.support;
    else if (!shares_word(x, y)) result.contradicts = true;
    return;
  }
  if (a.force.empty() || b.force.empty()) return;
  if (a.force == b.force || shares_word(a.force, b.force)) ++result.support;
  else result.contradicts = true;
}

void compare_places(const Features& a, const Features& b, bool same_number, Match& result) {
  switch (relate_places(a.places, b.places)) {
    case PlaceRelation::Unknown: break;
    case PlaceRelation::Equal: result.support += has_town(a.places) || a.places.size() > 1 ? 2 : 1; break;
    case PlaceRelation::Nested: ++result.support; break;
    case PlaceRelation::Disjoint:
      if (!same_number || !same_echelon(a, b)) result.contradicts = true;
      break;
  }
  if (!a.described.empty() && a.described == b.described) ++result.support;
  if (relate_places(a.origins, b.origins) == PlaceRelation::Disjoint) result.contradicts = true;
}

void compare_times(const Features& a, const Features& b, Match& result) {
  switch (relate_times(a.when, b.when)) {
    case TimeRelation::Equal: result.support += 2; break;
    case TimeRelation::Overlap: ++result.support; break;
    case TimeRelation::Disjoint: result.contradicts = true; break;
    case TimeRelation::Unknown:
      if (a.reported && b.reported && std::abs(*a.reported - *b.reported) > kMostDaysBetweenReports) result.contradicts = true;
      break;
  }
}

/// Returns whether the numbers are the same.
bool compare_quantities(const Features& a, const Features& b, Match& result) {
  const QuantityRelation relation = relate_quantities(a.claim->quantity, b.claim->quantity);
  // "10,000 more" and "10,000" may be two tellings of one number; "more troops" and troops already counted are not
  if (is_additional(a) != is_additional(b) && relation != QuantityRelation::Equal) result.contradicts = true;
  if (relation == QuantityRelation::Disjoint) result.contradicts = true;
  // that two reports name the same thousands is no accident; the same handful may be
  constexpr double kTelling = 100;
  if (relation == QuantityRelation::Equal) result.support += a.claim->quantity->low >= kTelling ? 2 : 1;
  // "more will follow", twice, without a number
  const bool numberless = is_additional(a) && is_additional(b) && a.claim->quantity->low == 0 && b.claim->quantity->low == 0;
  if (numberless) ++result.support;
  if (relation == QuantityRelation::Overlap) ++result.support;
  return relation == QuantityRelation::Equal;
}

}  // namespace

QuantityRelation relate_quantities(const std::optional<QuantityOf>& a, const std::optional<QuantityOf>& b) {
  // "more troops" has no number: low is 0 and nothing is above it
  const auto stated = [](const std::optional<QuantityOf>& q) { return q && (q->low > 0 || q->high); };
  if (!stated(a) || !stated(b)) return QuantityRelation::Unknown;
  if (a->low == b->low && (a->high == b->high || !a->high || !b->high)) return QuantityRelation::Equal;
  // 13,000 containers and 8 million rounds are two statements, even if of one delivery
  if (a->unit != b->unit && !a->unit.empty() && !b->unit.empty()) return QuantityRelation::Disjoint;
  const Range x = range_of(*a);
  const Range y = range_of(*b);
  return x.low <= y.high && y.low <= x.high ? QuantityRelation::Overlap : QuantityRelation::Disjoint;
}

Match match(const Features& a, const Features& b) {
  Match result;
  if (a.nationality != b.nationality) {
    if (a.nationality.empty() || b.nationality.empty()) --result.support;
    else result.contradicts = true;
  }
  const bool same_number = compare_quantities(a, b, result);
  compare_places(a, b, same_number, result);
  compare_times(a, b, result);
  result.anchored = result.support > (a.nationality == b.nationality ? 0 : -1);
  compare_forces(a, b, result);
  if (!a.root.empty() && a.root == b.root) ++result.support;
  return result;
}

}  // namespace dateline::claims::detail
