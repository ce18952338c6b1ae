#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "styles/style.hpp"

namespace dateline::render {

namespace detail {
class GlyphStore;
struct GlyphImage;
}  // namespace detail

/// A name that may stand on the tiles of one zoom.
struct TileName {
  std::string text;
  double x = 0, y = 0;          ///< px of the zoom from the corner of the world
  double sort_key = 0;          ///< the least is placed first; then the order given
};

/// Something that names keep clear of: a dot or a badge.
struct TileObstacle {
  double x = 0, y = 0, radius = 0;   ///< px
};

/// A name in its place: letters with their upper left corners, px of the zoom.
struct PlacedName {
  struct Letter {
    const detail::GlyphImage* image;
    std::int64_t x, y;
  };
  std::vector<Letter> letters;
  std::int64_t west = 0, north = 0, east = 0, south = 0;   ///< of all letters with their halos, east and south not included
};

/// The names of one style layer on one zoom, by tile. Immutable once made.
struct TileNames {
  std::vector<PlacedName> names;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_tile;   ///< y * 2^32 + x to places in names, rising
};

/// One symbol layer of the style with all its names.
struct NameLayer {
  const styles::Layer* style = nullptr;
  std::vector<TileName> names;
};

/// Which names were shown, by a number made of layer, text and place that is the same at every zoom, and at which of their positions.
using ShownNames = std::unordered_map<std::uint64_t, std::uint16_t>;

/// How names are placed: once for the whole zoom, so that every tile agrees.
struct NamePlacement {
  double style_zoom = 0;
  double scale = 1;             ///< px of the tile per CSS px
  double world = 256;           ///< px round the world; names at the date line stand on both edges
  int tile = 256;               ///< px of a tile's side
  const ShownNames* before = nullptr;   ///< names shown one zoom above: they are placed first and on the same side, so that they stay
};

/// Places the names of all layers; later layers of the style come first, in each layer the least sort key. A name takes the first
/// of its positions that is free of obstacles and other names and within the world; without one it is left out.
/// `shown` receives the names that have a place.
[[nodiscard]] std::vector<TileNames> place_names(const std::vector<NameLayer>& layers, const std::vector<TileObstacle>& obstacles,
                                                 const NamePlacement& placement, detail::GlyphStore& glyphs, ShownNames& shown);

}  // namespace dateline::render
