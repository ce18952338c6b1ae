#include "geo/tile_id.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace dateline::geo {

namespace {

std::uint32_t side(int zoom) noexcept { return 1U << static_cast<unsigned>(zoom); }

/// Tiles of all zooms below this one: 1 + 4 + 16 + ...
std::uint64_t tiles_above(int zoom) noexcept { return ((std::uint64_t{1} << 2U * static_cast<unsigned>(zoom)) - 1) / 3; }

/// One step of the Hilbert curve: the quarter's own curve is mirrored and turned.
void turn(std::uint32_t size, std::uint32_t& x, std::uint32_t& y, bool right, bool lower) noexcept {
  if (lower) return;
  if (right) {
    x = size - 1 - x;
    y = size - 1 - y;
  }
  std::swap(x, y);
}

std::uint32_t column_at(double world, int zoom) noexcept {
  const double last = side(zoom) - 1.0;
  return static_cast<std::uint32_t>(std::clamp(std::floor(world * side(zoom)), 0.0, last));
}

/// The column or row that holds what lies just before `world`: a box ends before the edge it touches.
std::uint32_t column_before(double world, int zoom, std::uint32_t first) noexcept {
  const double last = side(zoom) - 1.0;
  return std::max(first, static_cast<std::uint32_t>(std::clamp(std::ceil(world * side(zoom)) - 1, 0.0, last)));
}

double world_x(double lon) noexcept { return lon / 360 + 0.5; }

}  // namespace

bool is_valid(TileId id) noexcept {
  return id.zoom >= 0 && id.zoom <= max_tile_zoom && id.x < side(id.zoom) && id.y < side(id.zoom);
}

std::uint64_t hilbert_index(TileId id) noexcept {
  std::uint64_t index = tiles_above(id.zoom);
  std::uint32_t x = id.x, y = id.y;
  for (std::uint32_t half = side(id.zoom) / 2; half > 0; half /= 2) {
    const bool right = (x & half) != 0, lower = (y & half) != 0;
    index += std::uint64_t{half} * half * ((right ? 3U : 0U) ^ (lower ? 1U : 0U));
    x &= half - 1;
    y &= half - 1;
    turn(half, x, y, right, lower);
  }
  return index;
}

TileId from_hilbert_index(std::uint64_t index) {
  if (index >= tiles_above(max_tile_zoom + 1)) {
    throw GeoError("there is no tile number " + std::to_string(index), "tiles end at zoom " + std::to_string(max_tile_zoom));
  }
  TileId id;
  while (index >= tiles_above(id.zoom + 1)) ++id.zoom;
  std::uint64_t rest = index - tiles_above(id.zoom);
  for (std::uint32_t size = 1; size < side(id.zoom); size *= 2) {
    const bool right = (rest / 2 & 1U) != 0, lower = ((rest ^ (right ? 1U : 0U)) & 1U) != 0;
    turn(size, id.x, id.y, right, lower);
    if (right) id.x += size;
    if (lower) id.y += size;
    rest /= 4;
  }
  return id;
}

WorldPoint to_world(LonLat place) noexcept {
  // atanh(sin) is the Mercator ordinate; the poles give infinity, which is clamped. Half the time of asinh(tan), and as exact as
  // the last digits of a share of the world can show.
  const double s = std::sin(place.lat() * std::numbers::pi / 180);
  const double y = 0.5 - std::log((1 + s) / (1 - s)) / (4 * std::numbers::pi);
  return {world_x(place.lon()), std::clamp(y, 0.0, 1.0)};
}

LonLat from_world(WorldPoint p) noexcept {
  const double x = std::clamp(p.x, 0.0, 1.0), y = std::clamp(p.y, 0.0, 1.0);
  const double lat = std::atan(std::sinh((0.5 - y) * 2 * std::numbers::pi)) * 180 / std::numbers::pi;
  return LonLat::checked(Lon(x * 360 - 180), Lat(lat));
}

WorldBox world_bounds(TileId id) noexcept {
  const double size = 1.0 / side(id.zoom);
  return {id.x * size, id.y * size, (id.x + 1.0) * size, (id.y + 1.0) * size};
}

Box bounds(TileId id) noexcept {
  const WorldBox box = world_bounds(id);
  const LonLat corner = from_world({box.west, box.north});
  return {corner.lon(), from_world({0, box.south}).lat(), box.east * 360 - 180, corner.lat()};
}

bool TileRange::contains(TileId id) const noexcept {
  if (id.zoom != zoom || id.y < north || id.y > south) return false;
  return west <= east ? id.x >= west && id.x <= east : id.x >= west || id.x <= east;
}

std::uint64_t TileRange::count() const noexcept {
  const std::uint64_t columns = west <= east ? std::uint64_t{east} - west + 1 : std::uint64_t{side(zoom)} - west + east + 1;
  return columns * (std::uint64_t{south} - north + 1);
}

TileRange tile_range(const Box& box, int zoom) noexcept {
  TileRange range{.zoom = zoom};
  const auto row = [](double lat) { return to_world(LonLat::checked(Lon(0), Lat(lat))).y; };
  range.north = column_at(row(box.north), zoom);
  range.south = column_before(row(box.south), zoom, range.north);
  range.west = column_at(world_x(box.west), zoom);
  if (!box.crosses_date_line()) {
    range.east = column_before(world_x(box.east), zoom, range.west);
    return range;
  }
  range.east = column_before(world_x(box.east), zoom, 0);
  if (range.east >= range.west) range = {zoom, 0, range.north, side(zoom) - 1, range.south};  // both ends in one column: all round
  return range;
}

std::vector<TileId> tiles_of(const TileBlock& block) {
  std::vector<TileId> tiles;
  const std::uint64_t end = side(block.zoom);
  for (std::uint64_t y = block.y; y < std::min<std::uint64_t>(end, std::uint64_t{block.y} + block.size); ++y) {
    for (std::uint64_t x = block.x; x < std::min<std::uint64_t>(end, std::uint64_t{block.x} + block.size); ++x) {
      tiles.push_back({block.zoom, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)});
    }
  }
  return tiles;
}

std::vector<TileBlock> blocks_over(const Box& box, int zoom, std::uint32_t size) {
  const TileRange range = tile_range(box, zoom);
  const std::uint32_t last = side(zoom) - 1;
  std::set<std::uint32_t> columns;  // the two halves of a box across the date line may share one
  const auto add = [&](std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t column = from / size; column <= to / size; ++column) columns.insert(column);
  };
  if (range.west <= range.east) {
    add(range.west, range.east);
  } else {
    add(range.west, last);
    add(0, range.east);
  }
  std::vector<TileBlock> blocks;
  for (std::uint32_t row = range.north / size; row <= range.south / size; ++row) {
    for (const std::uint32_t column : columns) blocks.push_back({zoom, column * size, row * size, size});
  }
  return blocks;
}

}  // namespace dateline::geo
