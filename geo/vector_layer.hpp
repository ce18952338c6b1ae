#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/civil_date.hpp"
#include "geo/geometry.hpp"

namespace dateline::geo {

/// A table of features as GIS programs know it. Coordinates are WGS 84, longitude first (OGC:CRS84).
enum class GeometryKind { None, Point, Points, Line, Lines, Area, Mixed };

/// One place, several, one line, several, or areas. Lines and areas take the short way round the Earth from vertex to
/// vertex and may cross the date line. std::monostate: a feature without a place.
using FeatureGeometry =
    std::variant<std::monostate, LonLat, std::vector<LonLat>, std::vector<LineString>, MultiPolygon>;

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
};

}  // namespace dateline::geo
