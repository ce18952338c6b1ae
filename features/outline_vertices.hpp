#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "geo/geometry.hpp"

namespace dateline::features {

/// The vertices of an outline, ready to be asked often: a large ledger draws tens of thousands of lines between the same regions, and the outline of a
/// large country has as many vertices. Holes are left out.
class OutlineVertices {
 public:
  /// Precondition: the outline has a vertex.
  explicit OutlineVertices(const geo::MultiPolygon& outline);
  /// The vertex nearest to `target`, of equal ones the first. Degrees of longitude are shrunk to those at the target: near enough to choose by.
  [[nodiscard]] geo::LonLat nearest(geo::LonLat target) const;
  /// The middle of the border that two outlines share; absent without one. Outlines of the base map share their vertices exactly.
  [[nodiscard]] std::optional<geo::LonLat> middle_of_border(const OutlineVertices& other) const;

 private:
  /// Vertices that follow each other, and their extent.
  struct Run {
    std::size_t first, end;
    double west, south, east, north;
  };

  std::vector<geo::LonLat> vertices_;
  std::vector<Run> runs_;
  std::vector<std::pair<double, double>> sorted_;  ///< longitude and latitude
};

}  // namespace dateline::features
