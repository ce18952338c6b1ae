#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "claims/ledger.hpp"
#include "claims/place_contains.hpp"

namespace dateline::claims::detail {

/// The places of a ledger by id. Looks into the ledger.
class PlaceTable {
 public:
  explicit PlaceTable(const Ledger& ledger);
  /// nullptr if there is no such place.
  [[nodiscard]] const PlaceRecord* find(const std::string& id) const;

 private:
  std::unordered_map<std::string_view, const PlaceRecord*> places_;  // only asked, never walked
};

enum class PlaceRelation { Unknown, Equal, Nested, Disjoint };

/// Relates two lists of places that were narrowed (see narrow). Equal: the same places. Nested: every place of one list is, holds or
/// lies in a place of the other. Unknown if either is empty.
[[nodiscard]] PlaceRelation relate_places(const std::vector<const PlaceRecord*>& a, const std::vector<const PlaceRecord*>& b);

/// The resolved places of some mentions, sorted by id, each once, without those that hold another of them ("Vladivostok, in the Far East").
[[nodiscard]] std::vector<const PlaceRecord*> narrow(const std::vector<PlaceRef>& refs, const PlaceTable& places);

}  // namespace dateline::claims::detail
