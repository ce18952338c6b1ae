#include "claims/place_contains.hpp"

namespace dateline::claims {

namespace {

/// How wide a kind of place is; a place never holds one of a wider kind.
int width_of(const PlaceRecord& place) {
  if (place.kind == "continent" || place.kind == "bloc") return 6;
  if (place.kind == "country") return 5;
  if (place.kind == "sea" || place.kind == "region") return 4;
  if (place.kind == "admin1" || place.kind == "island") return 3;
  if (place.kind == "admin2") return 2;
  if (place.kind == "city") return 1;
  return 0;
}

bool box_holds(const geo::Box& box, double lon, double lat) {
  if (lat < box.south || lat > box.north) return false;
  return box.crosses_date_line() ? lon >= box.west || lon <= box.east : lon >= box.west && lon <= box.east;
}

/// The whole box of the inner place must lie in the outer one, not its centre alone: neighbours overlap.
bool box_holds(const geo::Box& outer, const PlaceRecord& inner) {
  if (!box_holds(outer, inner.lon, inner.lat)) return false;
  if (!inner.box) return true;
  return box_holds(outer, inner.box->west, inner.box->south) && box_holds(outer, inner.box->east, inner.box->north);
}

}  // namespace

bool place_contains(const PlaceRecord& outer, const PlaceRecord& inner) {
  if (outer.id == inner.id) return true;
  const int outer_width = width_of(outer);
  const int inner_width = width_of(inner);
  if (inner_width > outer_width || outer_width <= 1) return false;
  const bool same_country = !outer.country.empty() && outer.country == inner.country;
  if (outer.kind == "country") return same_country;
  if (!outer.country.empty() && !inner.country.empty() && !same_country) return false;
  if (outer.kind == "admin1") return same_country && inner_width < outer_width && !outer.admin1.empty() && outer.admin1 == inner.admin1;
  return outer.box && box_holds(*outer.box, inner);
}

}  // namespace dateline::claims
