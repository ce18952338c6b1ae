#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/civil_date.hpp"
#include "geo/geometry.hpp"

namespace dateline::geo {

/// A table of features as GIS programs know it. Coordinates are WGS 84, longitude first (OGC:CRS84).
enum class GeometryKind { None, Point, Points, Line, Lines, Area, Mixed };

/// Areas that several features have, kept once. Never null in a feature.
using SharedArea = std::shared_ptr<const MultiPolygon>;

/// One place, several, one line, several, or areas. Lines and areas take the short way round the Earth from vertex to
/// vertex and may cross the date line. std::monostate: a feature without a place.
using FeatureGeometry =
    std::variant<std::monostate, LonLat, std::vector<LonLat>, std::vector<LineString>, MultiPolygon, SharedArea>;

/// The areas of a geometry, its own or shared; null for anything else.
[[nodiscard]] inline const MultiPolygon* areas_of(const FeatureGeometry& geometry) noexcept {
  if (const auto* shared = std::get_if<SharedArea>(&geometry)) return shared->get();
  return std::get_if<MultiPolygon>(&geometry);
}

enum class FieldType { Text, Integer, Real, Date, Boolean };
/// std::monostate: no value.
using FieldValue = std::variant<std::monostate, std::string, std::int64_t, double, CivilDate, bool>;

struct Field {
  std::string name;
  FieldType type = FieldType::Text;
};

struct Feature {
  FeatureGeometry geometry;
  std::vector<FieldValue> values;  ///< as many as the layer has fields
};

struct VectorLayer {
  std::string name;
  GeometryKind kind = GeometryKind::Point;
  std::vector<Field> fields;
  std::vector<Feature> features;
  std::string id_column = "fid";  ///< GeoPackage only: name of the integer key
  /// GeoPackage only: an earlier layer of the file whose SharedAreas these features have. Their areas are not written again: the layer becomes a
  /// view that joins its rows with that layer's areas, indexed like any other.
  std::string areas_from = {};
};

}  // namespace dateline::geo
