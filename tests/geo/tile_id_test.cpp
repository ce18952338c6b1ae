#include <catch2/catch.hpp>

#include <random>
#include <set>

#include "base/error.hpp"
#include "geo/tile_id.hpp"

using namespace dateline;
using namespace dateline::geo;

namespace {

LonLat at(double lon, double lat) { return LonLat::checked(Lon(lon), Lat(lat)); }

}  // namespace

TEST_CASE("the numbers of the first tiles are those of the PMTiles specification", "[geo][tiles]") {
  // The table of the specification, section "Tile IDs".
  CHECK(hilbert_index({0, 0, 0}) == 0);
  CHECK(hilbert_index({1, 0, 0}) == 1);
  CHECK(hilbert_index({1, 0, 1}) == 2);
  CHECK(hilbert_index({1, 1, 1}) == 3);
  CHECK(hilbert_index({1, 1, 0}) == 4);
  CHECK(hilbert_index({2, 0, 0}) == 5);
  CHECK(hilbert_index({12, 3423, 1763}) == 19078479);
}

TEST_CASE("numbers count every tile once, neighbours in number are neighbours on the map", "[geo][tiles]") {
  const std::uint64_t first = hilbert_index({6, 0, 0});
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  TileId before = from_hilbert_index(first);
  for (std::uint64_t i = first; i < first + 4096; ++i) {
    const TileId id = from_hilbert_index(i);
    REQUIRE(id.zoom == 6);
    REQUIRE(hilbert_index(id) == i);
    seen.insert({id.x, id.y});
    const auto steps = std::abs(int(id.x) - int(before.x)) + std::abs(int(id.y) - int(before.y));
    REQUIRE(steps == (i == first ? 0 : 1));
    before = id;
  }
  CHECK(seen.size() == 4096);
}

TEST_CASE("the deepest zoom has numbers, beyond it there are none", "[geo][tiles]") {
  const TileId corner{max_tile_zoom, (1U << 24U) - 1, (1U << 24U) - 1};
  CHECK(from_hilbert_index(hilbert_index(corner)) == corner);
  const std::uint64_t last = hilbert_index({max_tile_zoom, (1U << 24U) - 1, 0});
  CHECK(from_hilbert_index(last) == TileId{max_tile_zoom, (1U << 24U) - 1, 0});
  CHECK_THROWS_AS(from_hilbert_index(last + 1), GeoError);
  CHECK_FALSE(is_valid({3, 8, 0}));
  CHECK_FALSE(is_valid({25, 0, 0}));
  CHECK_FALSE(is_valid({-1, 0, 0}));
  CHECK(is_valid({3, 7, 7}));
}

TEST_CASE("places go to the Mercator square and back", "[geo][tiles]") {
  CHECK(to_world(at(0, 0)).x == Approx(0.5));
  CHECK(to_world(at(0, 0)).y == Approx(0.5));
  CHECK(to_world(at(-180, 85.0511287798066)).y == Approx(0).margin(1e-12));
  CHECK(to_world(at(12, 90)).y == 0);
  CHECK(to_world(at(12, -90)).y == 1);
  std::mt19937 random(7);
  std::uniform_real_distribution<double> lon(-180, 180), lat(-85, 85);
  for (int i = 0; i < 1000; ++i) {
    const LonLat place = at(lon(random), lat(random));
    const LonLat back = from_world(to_world(place));
    REQUIRE(back.lon() == Approx(place.lon()).margin(1e-9));
    REQUIRE(back.lat() == Approx(place.lat()).margin(1e-9));
  }
}

TEST_CASE("a tile's bounds are in degrees, the last column's end at 180", "[geo][tiles]") {
  const Box all = bounds({0, 0, 0});
  CHECK(all.west == -180);
  CHECK(all.east == 180);
  CHECK(all.north == Approx(85.0511287798));
  CHECK(all.south == Approx(-85.0511287798));
  const Box fiji = bounds({2, 3, 2});
  CHECK(fiji.west == Approx(90));
  CHECK(fiji.east == 180);
  CHECK(fiji.north == Approx(0).margin(1e-12));
}

TEST_CASE("a box touches the tiles it lies in, not those it ends at", "[geo][tiles]") {
  CHECK(tile_range({-180, -85.0511287798066, 180, 85.0511287798066}, 3) == TileRange{3, 0, 0, 7, 7});
  CHECK(tile_range({-180, -90, 180, 90}, 0) == TileRange{0, 0, 0, 0, 0});
  CHECK(tile_range({0, 0, 90, 66.5132604431}, 2) == TileRange{2, 2, 1, 2, 1});
  CHECK(tile_range({10, 10, 10, 10}, 4).count() == 1);  // a point
  CHECK(tile_range({180, 10, 180, 10}, 4) == TileRange{4, 15, 7, 15, 7});
}

TEST_CASE("a box across the date line takes columns from both ends", "[geo][tiles]") {
  const TileRange fiji = tile_range({177, -20, -178, -15}, 4);
  CHECK(fiji.west == 15);
  CHECK(fiji.east == 0);
  CHECK(fiji.count() == 2);
  CHECK(fiji.contains({4, 15, 8}));
  CHECK(fiji.contains({4, 0, 8}));
  CHECK_FALSE(fiji.contains({4, 7, 8}));
  CHECK_FALSE(fiji.contains({4, 0, 7}));
  // Nearly all round the Earth: the gap is within one column.
  CHECK(tile_range({-100, 10, -101, 11}, 1) == TileRange{1, 0, 0, 1, 0});
}

TEST_CASE("blocks lie on one grid and hold every tile of the box once", "[geo][tiles]") {
  const Box fiji{150, -30, -150, 30};
  for (const std::uint32_t size : {1U, 3U, 4U, 8U, 16U}) {
    std::set<TileId> seen;
    for (const TileBlock& block : blocks_over(fiji, 5, size)) {
      CHECK(block.x % size == 0);
      CHECK(block.y % size == 0);
      for (const TileId& id : tiles_of(block)) {
        REQUIRE(is_valid(id));
        REQUIRE(seen.insert(id).second);
      }
    }
    const TileRange range = tile_range(fiji, 5);
    std::uint64_t inside = 0;
    for (const TileId& id : seen) inside += range.contains(id) ? 1 : 0;
    CHECK(inside == range.count());
  }
  CHECK(blocks_over(fiji, 0, 8) == std::vector<TileBlock>{{0, 0, 0, 8}});
  CHECK(tiles_of({0, 0, 0, 8}) == std::vector<TileId>{{0, 0, 0}});
}
