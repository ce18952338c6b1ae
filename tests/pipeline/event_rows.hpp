#pragma once

#include <map>
#include <string>

#include "geo/vector_layer.hpp"

namespace dateline::test {

[[nodiscard]] inline geo::LonLat place_at(double lon, double lat) { return geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat)); }

/// A row of a layer of events in which only some fields have values.
inline void add_row(geo::VectorLayer& layer, geo::FeatureGeometry geometry, const std::map<std::string, geo::FieldValue>& values) {
  geo::Feature feature;
  feature.geometry = std::move(geometry);
  for (const auto& field : layer.fields) {
    const auto found = values.find(field.name);
    feature.values.push_back(found == values.end() ? geo::FieldValue() : found->second);
  }
  layer.features.push_back(std::move(feature));
}

/// What a presence at a place is said to be.
[[nodiscard]] inline std::map<std::string, geo::FieldValue> site_values(std::int64_t number, const std::string& place, const std::string& status) {
  return {{"number", number}, {"place", place}, {"place_id", "id:" + place}, {"label", place}, {"numbers", std::to_string(number)}, {"status", status}, {"kind", std::string("presence")}, {"role", std::string("at")}, {"radius_m", 8000.0}};
}

}  // namespace dateline::test
