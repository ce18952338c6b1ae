#include "claims/detail/group_places.hpp"

#include <algorithm>

namespace dateline::claims::detail {

PlaceTable::PlaceTable(const Ledger& ledger) {
  places_.reserve(ledger.places.size());
  for (const PlaceRecord& place : ledger.places) places_.emplace(place.id, &place);
}

const PlaceRecord* PlaceTable::find(const std::string& id) const {
  const auto found = places_.find(id);
  return found == places_.end() ? nullptr : found->second;
}

PlaceRelation relate_places(const std::vector<const PlaceRecord*>& a, const std::vector<const PlaceRecord*>& b) {
  if (a.empty() || b.empty()) return PlaceRelation::Unknown;
  if (a == b) return PlaceRelation::Equal;
  const auto covered = [](const std::vector<const PlaceRecord*>& inner, const std::vector<const PlaceRecord*>& outer) {
    return std::all_of(inner.begin(), inner.end(), [&](const PlaceRecord* place) {
      return std::any_of(outer.begin(), outer.end(), [&](const PlaceRecord* other) {
        return place_contains(*other, *place) || place_contains(*place, *other);
      });
    });
  };
  return covered(a, b) || covered(b, a) ? PlaceRelation::Nested : PlaceRelation::Disjoint;
}

std::vector<const PlaceRecord*> narrow(const std::vector<PlaceRef>& refs, const PlaceTable& places) {
  std::vector<const PlaceRecord*> found;
  for (const PlaceRef& ref : refs) {
    if (const PlaceRecord* place = ref.place.empty() ? nullptr : places.find(ref.place)) found.push_back(place);
  }
  std::sort(found.begin(), found.end(), [](const PlaceRecord* x, const PlaceRecord* y) { return x->id < y->id; });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<const PlaceRecord*> narrowed;
  for (const PlaceRecord* place : found) {
    const bool wider = std::any_of(found.begin(), found.end(), [&](const PlaceRecord* other) {
      return other != place && place_contains(*place, *other) && !place_contains(*other, *place);
    });
    if (!wider) narrowed.push_back(place);
  }
  return narrowed;
}

}  // namespace dateline::claims::detail
