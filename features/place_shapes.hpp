#pragma once

#include <map>
#include <memory>
#include <string>

#include "claims/event_view.hpp"
#include "claims/ledger.hpp"
#include "features/outline_vertices.hpp"
#include "geo/basemap.hpp"
#include "geo/geometry.hpp"
#include "geo/vector_layer.hpp"

/// A ledger as the features that GIS programs know: layers of lines, points and areas, and tables.
namespace dateline::features {

/// Where a place of the ledger lies and how sharp it is.
struct PlaceShape {
  const claims::PlaceRecord* record = nullptr;
  geo::LonLat point = geo::LonLat::checked(geo::Lon(0), geo::Lat(0));
  bool coarse = false;          ///< a region or country: somewhere inside the outline, the point only carries its label
  geo::SharedArea outline;      ///< coarse places only; null if neither the base map nor a box tells
  std::shared_ptr<const OutlineVertices> vertices;  ///< of the outline; null without one
  claims::Precision precision = claims::Precision::City;

  /// Takes an outline; an empty one, or one without a vertex, is none.
  void set_outline(geo::MultiPolygon area);
};

/// Whether a place is a town or a site; everything else is an area.
[[nodiscard]] claims::Precision precision_of(const claims::PlaceRecord& place) noexcept;

/// Whether the place is a sea, an ocean or a strait: its area is water, and the land in its box is none of it.
[[nodiscard]] bool is_open_water(const claims::PlaceRecord& place) noexcept;

/// The outline that the base map has for a region or country; without one the land in its box, or the box itself (of open water always). Empty for
/// towns and sites.
[[nodiscard]] geo::MultiPolygon outline_of(const claims::PlaceRecord& place, const geo::BaseMap* base_map);

/// The shapes of a ledger's places, each made when it is first asked for. Looks into the ledger and the base map.
class PlaceShapes {
 public:
  /// `base_map` may be null: regions are then their boxes, countries without a box have no outline.
  PlaceShapes(const claims::LedgerIndex& index, const geo::BaseMap* base_map) : index_(index), base_map_(base_map) {}
  /// Throws InputError for coordinates that are none. Precondition: the ledger has the place.
  [[nodiscard]] const PlaceShape& at(const std::string& id);

 private:
  const claims::LedgerIndex& index_;
  const geo::BaseMap* base_map_;
  std::map<std::string, PlaceShape> shapes_;
};

}  // namespace dateline::features
