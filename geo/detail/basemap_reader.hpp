#pragma once

#include <span>
#include <vector>

#include "geo/basemap.hpp"
#include "geo/detail/basemap_file.hpp"
#include "geo/detail/window_fitter.hpp"

namespace dateline::geo::detail {

/// Reads what one window shows out of one compiled file. For one call; refers to its arguments.
class BaseMapReader {
 public:
  BaseMapReader(const BaseMapFile& file, const Projection& projection, const BaseMapRequest& request);

  /// All rings of the file as even-odd polygons, one a group; rings smaller than `least_size`
  /// tolerances are left out.
  void add_polygons(std::vector<MapPolygon>& out, double least_size = 1) const;
  /// The outlines of the same rings as lines: never along the border of the window or the cut.
  void add_ring_lines(std::vector<MapLine>& out) const;
  /// One arc as lines.
  void add_arc(const StoredArc& arc, std::vector<MapLine>& out) const;
  /// Whether a box may be seen and is not smaller than the tolerance.
  [[nodiscard]] bool may_show(const StoredBox& box) const noexcept;

 private:
  void append_arc(std::int32_t entry, DegreeLine& out) const;
  [[nodiscard]] bool is_tiny(const StoredBox& box, double least_size) const noexcept;

  const BaseMapFile& file_;
  WindowFitter fitter_;
  std::uint8_t level_ = 0;      ///< vertices below it are left out
  double ground_tolerance_ = 0;  ///< metres
};

}  // namespace dateline::geo::detail
