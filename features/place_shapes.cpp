#include "features/place_shapes.hpp"

#include <utility>

#include "base/error.hpp"

namespace dateline::features {

namespace {

using claims::PlaceRecord;
using claims::Precision;

/// GeoNames' key of a first-level division: "UA.05".
std::string admin1_code(const PlaceRecord& place) { return place.country + "." + place.admin1; }

/// The part of an id behind its scheme: "region:donbas" -> "donbas".
std::string local_id(const std::string& id) { return id.substr(id.find(':') + 1); }

/// The box as an area, with a vertex every few degrees: its edges are parallels, not great circles.
geo::MultiPolygon box_area(const geo::Box& box) {
  constexpr double kStep = 5;
  geo::LineString ring;
  const auto add = [&ring](double lon, double lat) {
    if (const auto p = geo::LonLat::make(geo::Lon(lon), geo::Lat(lat))) ring.push_back(*p);
  };
  const double span = box.longitude_span();
  for (double x = 0; x < span; x += kStep) add(box.west + x, box.south);
  for (double x = span; x > 0; x -= kStep) {
    if (x == span) add(box.west + span, box.south);
    add(box.west + x, box.north);
  }
  add(box.west, box.north);
  return ring.size() < 3 ? geo::MultiPolygon{} : geo::MultiPolygon{{std::move(ring), {}}};
}

}  // namespace

Precision precision_of(const PlaceRecord& place) noexcept {
  if (place.kind == "country") return Precision::Country;
  if (place.kind == "city") return Precision::City;
  if (place.kind == "site") return Precision::Site;
  if (place.kind == "admin1" || place.kind == "admin2") return Precision::Admin;
  return Precision::Region;
}

bool is_open_water(const PlaceRecord& place) noexcept { return place.kind == "sea" || place.kind == "strait"; }

geo::MultiPolygon outline_of(const PlaceRecord& place, const geo::BaseMap* base_map) {
  const Precision precision = precision_of(place);
  if (precision == Precision::City || precision == Precision::Site) return {};
  geo::MultiPolygon outline;
  if (base_map != nullptr) {
    if (precision == Precision::Country) outline = base_map->country_outline(place.country);
    else if (place.kind == "admin1") outline = base_map->admin1_outline(admin1_code(place));
    else outline = base_map->region_outline(local_id(place.id));
  }
  if (!outline.empty() || !place.box) return outline;
  if (base_map == nullptr || is_open_water(place)) return box_area(*place.box);
  std::vector<std::string> countries;
  if (!place.country.empty()) countries.push_back(place.country);
  return base_map->land_in_box(*place.box, countries);
}

void PlaceShape::set_outline(geo::MultiPolygon area) {
  if (area.empty() || area.front().outer.empty()) return;
  vertices = std::make_shared<const OutlineVertices>(area);
  outline = std::make_shared<const geo::MultiPolygon>(std::move(area));
}

const PlaceShape& PlaceShapes::at(const std::string& id) {
  const auto [slot, is_new] = shapes_.try_emplace(id);
  PlaceShape& shape = slot->second;
  if (!is_new) return shape;
  const PlaceRecord& record = *index_.place(id);
  const auto point = geo::LonLat::make(geo::Lon(record.lon), geo::Lat(record.lat));
  if (!point) throw InputError("place " + id + " has no valid coordinates", "correct lon and lat in the ledger");
  shape.record = &record;
  shape.point = *point;
  shape.precision = precision_of(record);
  shape.coarse = shape.precision != Precision::City && shape.precision != Precision::Site;
  shape.set_outline(outline_of(record, base_map_));
  return shape;
}

}  // namespace dateline::features
