#pragma once

#include <cstdint>
#include <vector>

#include "geo/zoom_layer.hpp"

namespace dateline::geo::detail {

/// Units a tile has on each side, and how far its content reaches beyond it (1/32 of the tile: 16 px of 512, more than half of any line or circle).
inline constexpr std::int64_t tile_extent = 4096;
inline constexpr std::int64_t tile_rim = 128;

/// A place in whole units of a zoom: tile (x, y) begins at (x, y) * tile_extent. Rounded once, so that neighbours agree.
struct GridPoint {
  std::int64_t x = 0, y = 0;
  bool operator==(const GridPoint&) const = default;
};
using GridLine = std::vector<GridPoint>;
struct GridBox {
  std::int64_t west = 0, north = 0, east = 0, south = 0;   ///< the edges belong to it
};

/// A feature, or what a box leaves of it.
struct GridFeature {
  GeometryKind kind = GeometryKind::None;
  std::uint32_t layer = 0, feature = 0;
  std::vector<GridLine> parts;    ///< as in ZoomFeature
  std::vector<GridBox> boxes;     ///< of the parts
  std::vector<bool> outer;
};

/// Adds a part with its box.
void add_part(GridFeature& feature, std::vector<GridPoint> part, bool outer);

/// The feature in units of `zoom`, moved by `shift` worlds to the east: content beyond 180° is in the rim of the tiles on the other side.
[[nodiscard]] GridFeature to_grid(const ZoomFeature& feature, int zoom, int shift);
/// The part of the feature in the box. Areas: rings may run along the box's edge and touch there; none is empty or wound the wrong way. Without parts if nothing is left.
[[nodiscard]] GridFeature clip(const GridFeature& feature, const GridBox& box);

/// Twice the area; positive if it runs clockwise on the map (y down), as outer rings do.
[[nodiscard]] std::int64_t signed_area(const GridLine& ring) noexcept;

}  // namespace dateline::geo::detail
