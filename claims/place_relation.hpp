#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/units.hpp"
#include "claims/event_view.hpp"

namespace dateline::claims {

/// Where something is said to be, told from a named place: "about 90 kilometres south of", "north of".
struct PlaceRelation {
  std::string words;                  ///< verbatim, without the article that may follow
  Degrees bearing;                    ///< from the place, clockwise from north
  std::optional<Meters> distance;     ///< as the words say; absent in "north of"
};

/// Reads the relation that ends `text`, the words right before a place's name, or a qualifier of a PlaceRef.
/// Distances in kilometres, miles and nautical miles, in digits; the eight winds. Nothing else is a relation: "near" has no direction.
[[nodiscard]] std::optional<PlaceRelation> relation_at_end(std::string_view text);

/// The relation in which the event stands to one of its places, by the first of its claims that names the place.
[[nodiscard]] std::optional<PlaceRelation> relation_of(const EventView& view, std::string_view place_id);

}  // namespace dateline::claims
