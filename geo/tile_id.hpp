#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "geo/box.hpp"
#include "geo/lonlat.hpp"

namespace dateline::geo {

/// Deepest zoom of any tile: at 24 a pixel of a 256-pixel tile is under a centimetre wide.
inline constexpr int max_tile_zoom = 24;

/// A tile of the XYZ scheme: Web Mercator (EPSG:3857), x from 180° west, y from the north. One column and row per 2^zoom.
struct TileId {
  int zoom = 0;
  std::uint32_t x = 0, y = 0;
  auto operator<=>(const TileId&) const = default;
};

/// Whether zoom, column and row exist. What follows expects ids for which this holds.
[[nodiscard]] bool is_valid(TileId id) noexcept;

/// Number of a tile as PMTiles (version 3) counts: all lower zooms first, then along the Hilbert curve of the zoom.
[[nodiscard]] std::uint64_t hilbert_index(TileId id) noexcept;
/// The tile with that number. Throws GeoError beyond the last tile of max_tile_zoom.
[[nodiscard]] TileId from_hilbert_index(std::uint64_t index);

/// A place in the square of Web Mercator: 0..1 each, x from 180° west, y from the north, downwards.
struct WorldPoint {
  double x = 0, y = 0;
  bool operator==(const WorldPoint&) const = default;
};
/// A box in that square; may reach beyond it when tiles have a rim around them.
struct WorldBox {
  double west = 0, north = 0, east = 0, south = 0;   ///< west <= east, north <= south
  bool operator==(const WorldBox&) const = default;
};
[[nodiscard]] inline bool intersects(const WorldBox& a, const WorldBox& b) noexcept {
  return a.west <= b.east && b.west <= a.east && a.north <= b.south && b.north <= a.south;
}

/// Latitudes beyond ±85.0511° lie on the square's edge.
[[nodiscard]] WorldPoint to_world(LonLat place) noexcept;
/// Clamped to the square; x = 1 is 180° west.
[[nodiscard]] LonLat from_world(WorldPoint p) noexcept;

[[nodiscard]] WorldBox world_bounds(TileId id) noexcept;
/// In degrees. The box of a tile at the date line ends at 180.
[[nodiscard]] Box bounds(TileId id) noexcept;

/// The columns and rows of a zoom that a box touches. East of the date line the columns start again: west > east.
/// A box that ends exactly at a tile's edge does not touch the neighbour.
struct TileRange {
  int zoom = 0;
  std::uint32_t west = 0, north = 0, east = 0, south = 0;   ///< all included
  [[nodiscard]] bool contains(TileId id) const noexcept;
  [[nodiscard]] std::uint64_t count() const noexcept;
  bool operator==(const TileRange&) const = default;
};
[[nodiscard]] TileRange tile_range(const Box& box, int zoom) noexcept;

/// A metatile: the tiles from (x, y) to (x + size - 1, y + size - 1) that exist.
struct TileBlock {
  int zoom = 0;
  std::uint32_t x = 0, y = 0, size = 1;
  auto operator<=>(const TileBlock&) const = default;
};
[[nodiscard]] std::vector<TileId> tiles_of(const TileBlock& block);
/// The blocks that hold all tiles of the box, each once, row by row from the north, each row from the west. Blocks lie on a
/// grid of `size` from the square's corner, whatever the box, so they may hold tiles that it does not touch (see TileRange).
[[nodiscard]] std::vector<TileBlock> blocks_over(const Box& box, int zoom, std::uint32_t size);

}  // namespace dateline::geo
