#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "geo/vector_layer.hpp"

namespace dateline::geo::detail {

/// Sides of a box in a file's own coordinates, where nothing crosses the date line.
struct PlainExtent {
  double min_x = 0, max_x = 0, min_y = 0, max_y = 0;

  void add(double x, double y) {
    min_x = std::min(min_x, x), max_x = std::max(max_x, x);
    min_y = std::min(min_y, y), max_y = std::max(max_y, y);
  }
  void add(const PlainExtent& other) {
    add(other.min_x, other.min_y);
    add(other.max_x, other.max_y);
  }
};

/// A geometry as well-known binary (ISO 19125), in two dimensions and little-endian, longitude first.
struct Wkb {
  std::string bytes;
  std::optional<PlainExtent> extent;  ///< absent without a place
};

/// Lines and areas are cut at the date line and become multi-part; areas that touch themselves, as simplified coasts do, are taken apart: programs
/// refuse to overlay them otherwise. No bytes for a feature without a place.
[[nodiscard]] Wkb to_wkb(const FeatureGeometry& geometry);

}  // namespace dateline::geo::detail
