#include "claims/detail/conflict_pairs.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "claims/detail/group_match.hpp"

namespace dateline::claims::detail {

namespace {

// Events that share a key with more others than this are the background of a long war, not a disagreement about one deed.
constexpr std::size_t kMostPairs = 32;
// Times of one deed are told days apart, not months.
constexpr int kMostDaysApart = 14;
constexpr double kTellingNumber = 100;

/// What the claims of an event state together: for each field the first that states it, most specific first.
struct Stated {
  const Features* number = nullptr;
  const Features* time = nullptr;
  const Features* place = nullptr;
};

Stated stated_of(const Cluster& cluster) {
  Stated stated;
  for (const Features* claim : cluster) {
    const auto& quantity = claim->claim->quantity;
    if (stated.number == nullptr && quantity && quantity->low > 0 && !quantity->additional) stated.number = claim;
    if (stated.time == nullptr && claim->when) stated.time = claim;
    if (stated.place == nullptr && !claim->places.empty()) stated.place = claim;
  }
  return stated;
}

bool is_short(const DayRange& range) { return !range.open_end && !range.open_start && range.last - range.first <= 31; }

bool states_number(const Features& claim) { return claim.claim->quantity && claim.claim->quantity->low > 0; }
bool states_time(const Features& claim) { return claim.when.has_value(); }
bool states_place(const Features& claim) { return !claim.places.empty(); }

/// Whether one story states the field for both events: it then speaks of two things, and there is no disagreement.
template <typename States>
bool told_apart(const Cluster& a, const Cluster& b, States&& states) {
  return std::any_of(a.begin(), a.end(), [&](const Features* x) {
    return states(*x) && std::any_of(b.begin(), b.end(), [&](const Features* y) { return states(*y) && x->claim->article == y->claim->article; });
  });
}

TimeRelation relate(const Stated& a, const Stated& b) {
  if (a.time == nullptr || b.time == nullptr) return TimeRelation::Unknown;
  return relate_times(a.time->when, b.time->when);
}

PlaceRelation places_of(const Stated& a, const Stated& b) {
  if (a.place == nullptr || b.place == nullptr) return PlaceRelation::Unknown;
  return relate_places(a.place->places, b.place->places);
}

bool same_force(const Cluster& a, const Cluster& b) {
  const std::string& x = a.front()->force;
  const std::string& y = b.front()->force;
  return x.empty() || y.empty() || x == y;
}

bool numbers_differ(const Stated& a, const Stated& b) {
  if (a.number == nullptr || b.number == nullptr) return false;
  const auto& x = a.number->claim->quantity;
  const auto& y = b.number->claim->quantity;
  return x->unit == y->unit && relate_quantities(x, y) == QuantityRelation::Disjoint;
}

bool same_telling_number(const Stated& a, const Stated& b) {
  if (a.number == nullptr || b.number == nullptr) return false;
  const auto& x = a.number->claim->quantity;
  return x->low >= kTellingNumber && relate_quantities(x, b.number->claim->quantity) == QuantityRelation::Equal;
}

bool close_reports(const Cluster& a, const Cluster& b) {
  const auto& x = a.front()->reported;
  const auto& y = b.front()->reported;
  return x && y && std::abs(*x - *y) <= kMostDaysApart;
}

std::optional<ConflictKind> conflict_of(const Cluster& a, const Cluster& b) {
  if (!same_force(a, b)) return std::nullopt;
  const Stated x = stated_of(a);
  const Stated y = stated_of(b);
  const TimeRelation times = relate(x, y);
  const PlaceRelation places = places_of(x, y);
  const bool together = times == TimeRelation::Equal || times == TimeRelation::Overlap;
  const bool short_times = x.time != nullptr && y.time != nullptr && is_short(*x.time->when) && is_short(*y.time->when);
  if (numbers_differ(x, y) && places == PlaceRelation::Equal && together && short_times && !told_apart(a, b, states_number)) return ConflictKind::Quantity;
  const bool both_open = x.time != nullptr && y.time != nullptr && x.time->when->open_end && y.time->when->open_end;
  if (both_open && x.time->when->first != y.time->when->first && places == PlaceRelation::Equal && a.front()->claim->kind == ClaimKind::Transfer &&
      !told_apart(a, b, states_time)) {
    return ConflictKind::Time;
  }
  if (!same_telling_number(x, y)) return std::nullopt;
  if (times == TimeRelation::Disjoint && short_times && (places == PlaceRelation::Equal || places == PlaceRelation::Nested)) {
    const int gap = std::max(x.time->when->first - y.time->when->last, y.time->when->first - x.time->when->last);
    if (gap <= kMostDaysApart && !told_apart(a, b, states_time)) return ConflictKind::Time;
  }
  const bool told_together = times == TimeRelation::Equal || (times == TimeRelation::Unknown && close_reports(a, b));
  if (places == PlaceRelation::Disjoint && told_together && !told_apart(a, b, states_place)) return ConflictKind::Place;
  return std::nullopt;
}

using Key = std::tuple<ClaimKind, StatusClass, std::string, std::string>;

std::set<Key> keys_of(const Cluster& cluster) {
  const Features& leader = *cluster.front();
  const Stated stated = stated_of(cluster);
  std::set<Key> keys;
  const auto add = [&](std::string word) { keys.emplace(leader.claim->kind, leader.status, leader.nationality, std::move(word)); };
  if (stated.number != nullptr) add("number " + std::to_string(static_cast<std::int64_t>(stated.number->claim->quantity->low)));
  if (stated.place != nullptr && stated.time != nullptr) {
    const DayRange& when = *stated.time->when;
    for (const PlaceRecord* place : stated.place->places) {
      if (when.open_end) add("since " + place->id);
      else if (is_short(when)) {
        // neighbouring weeks share one of the two keys
        add("week " + std::to_string(when.first / 7) + " " + place->id);
        add("week " + std::to_string(when.first / 7 + 1) + " " + place->id);
      }
    }
  }
  return keys;
}

}  // namespace

std::vector<ClusterPair> find_conflicting_pairs(const std::vector<Cluster>& clusters) {
  std::map<Key, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    if (clusters[i].front()->status == StatusClass::Denial) continue;
    for (const Key& key : keys_of(clusters[i])) by_key[key].push_back(i);
  }
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [key, members] : by_key) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t k = i + 1; k < std::min(members.size(), i + 1 + kMostPairs); ++k) pairs.emplace(members[i], members[k]);
    }
  }
  std::vector<ClusterPair> found;
  for (const auto& [i, k] : pairs) {
    if (const auto kind = conflict_of(clusters[i], clusters[k])) found.push_back({*kind, &clusters[i], &clusters[k]});
  }
  return found;
}

}  // namespace dateline::claims::detail
