#include "geo/detail/fits_layer.hpp"

#include <stdexcept>

namespace dateline::geo::detail {

namespace {

bool fits(const FeatureGeometry& geometry, GeometryKind kind) {
  if (kind == GeometryKind::Mixed) return geometry.index() != 5 || areas_of(geometry) != nullptr;
  switch (geometry.index()) {
    case 0: return true;
    case 1: return kind == GeometryKind::Point;
    case 2: return kind == GeometryKind::Points;
    case 3: return kind == GeometryKind::Line || kind == GeometryKind::Lines;
    case 5:
      if (areas_of(geometry) == nullptr) return false;
      [[fallthrough]];
    default: return kind == GeometryKind::Area;
  }
}

bool fits(const FieldValue& value, FieldType type) {
  switch (value.index()) {
    case 0: return true;
    case 1: return type == FieldType::Text;
    case 2: return type == FieldType::Integer;
    case 3: return type == FieldType::Real;
    case 4: return type == FieldType::Date;
    default: return type == FieldType::Boolean;
  }
}

}  // namespace

void check_fits(const Feature& feature, const VectorLayer& layer) {
  if (!fits(feature.geometry, layer.kind)) throw std::logic_error("a geometry does not fit layer " + layer.name);
  if (feature.values.size() != layer.fields.size()) throw std::logic_error("values do not fit the fields of layer " + layer.name);
  for (std::size_t i = 0; i < feature.values.size(); ++i) {
    if (!fits(feature.values[i], layer.fields[i].type)) throw std::logic_error("a value does not fit field " + layer.fields[i].name);
  }
}

}  // namespace dateline::geo::detail
