#pragma once

#include <cstdint>
#include <vector>

#include "render/page_geometry.hpp"

namespace dateline::render {

/// Land and water of a panel in cells of a few px: coarse, but enough to prefer positions for labels.
class LandMask {
 public:
  /// `land` as rings in page coordinates, even-odd over each polygon's own rings.
  LandMask(const PageBox& area, const std::vector<std::vector<PageRing>>& land);

  [[nodiscard]] bool is_land(PagePoint p) const noexcept;   ///< outside the area: water
  /// Share of the box that is land, 0..1.
  [[nodiscard]] double land_share(const PageBox& box) const noexcept;
  /// Whether a coast runs through the box.
  [[nodiscard]] bool has_coast(const PageBox& box) const noexcept;

 private:
  void fill(const std::vector<PageRing>& polygon);
  [[nodiscard]] std::int64_t land_cells(int left, int top, int right, int bottom) const noexcept;

  PageBox area_;
  int columns_, rows_;
  std::vector<std::uint8_t> land_;
  std::vector<std::uint8_t> turns_;  // while polygons are filled: where scan lines cross outlines
  std::vector<std::int32_t> sums_;   // cells of land above and left, for counting any box in constant time
};

}  // namespace dateline::render
