#pragma once

#include <string>

#include "geo/vector_layer.hpp"

namespace dateline::pipeline::detail {

/// A value as text: numbers in their shortest form, dates as YYYY-MM-DD, truth as `yes` and `no`, nothing as nothing.
[[nodiscard]] std::string value_text(const geo::FieldValue& value, const char* yes = "true", const char* no = "false");

/// A number in its shortest form.
[[nodiscard]] std::string number_text(double value);

/// OGC well-known text with longitude first, cut at the date line; empty for no geometry.
[[nodiscard]] std::string geometry_text(const geo::FeatureGeometry& geometry);

/// Extended well-known binary in WGS 84 (SRID 4326) as hex digits, as PostGIS reads it; lines and areas are multi-part. Empty for no geometry.
[[nodiscard]] std::string geometry_hex(const geo::FeatureGeometry& geometry);

}  // namespace dateline::pipeline::detail
