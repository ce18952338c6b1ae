#include "pipeline/detail/http_target.hpp"

#include <catch2/catch.hpp>

using namespace dateline::pipeline::detail;

TEST_CASE("a target is a path without its query, with its escapes resolved", "[pipeline][http]") {
  CHECK(path_of_target("/") == "/");
  CHECK(path_of_target("/tiles.json?x=1#y") == "/tiles.json");
  CHECK(path_of_target("/a%20b%2Ec") == "/a b.c");
  CHECK(path_of_target("http://example.org/tiles.json") == "/tiles.json");
  CHECK(path_of_target("http://example.org") == "/");
}

TEST_CASE("targets that could mean something else to somebody else are refused", "[pipeline][http]") {
  for (const char* target : {"", "*", "tiles.json", "/a%00b", "/a%2fb", "/a%2Fb", "/a%5cb", "/a%0d%0aX: y", "/a%", "/a%4", "/a%zz", "/a\x01", "/a\x7F", "ftp://example.org/"}) {
    INFO(target);
    CHECK_FALSE(path_of_target(target).has_value());
  }
}

TEST_CASE("a tile's address has a set, a zoom, a column, a row and an ending", "[pipeline][http]") {
  const auto tile = parse_tile_path("/tiles/3/4/2.png");
  REQUIRE(tile.has_value());
  CHECK(tile->set == "tiles");
  CHECK(tile->id == dateline::geo::TileId{3, 4, 2});
  CHECK(tile->scale == 1);
  CHECK(tile->ending == "png");
  const auto sharp = parse_tile_path("/dark/0/0/0@2x.png");
  REQUIRE(sharp.has_value());
  CHECK(sharp->set == "dark");
  CHECK(sharp->scale == 2);
  CHECK(parse_tile_path("/vector/24/16777215/16777215.mvt").has_value());
}

TEST_CASE("a tile has one address only, and tiles that no zoom has have none", "[pipeline][http]") {
  for (const char* path : {"/tiles/0/0/0", "/tiles/0/0/0.png/", "/tiles/0/0", "//0/0/0.png", "/tiles/00/0/0.png", "/tiles/0/-1/0.png", "/tiles/0/+0/0.png", "/tiles/0/0x0/0.png",
                           "/tiles/1/01/0.png", "/tiles/0/1/0.png", "/tiles/0/0/1.png", "/tiles/99/0/0.png", "/tiles/25/0/0.png", "/tiles/24/16777216/0.png",
                           "/tiles/0/00000000000000000000000000000/0.png", "/tiles/0/4294967296/0.png", "/tiles/0/18446744073709551616/0.png", "/tiles/ 0/0/0.png",
                           "/tiles/0/0/0@3x.png", "/a/tiles/0/0/0.png", "/tiles/1e0/0/0.png", "/tiles///.png", ""}) {
    INFO(path);
    CHECK_FALSE(parse_tile_path(path).has_value());
  }
}

TEST_CASE("letters are asked for by a stack of fonts and a range of 256 code points", "[pipeline][http]") {
  const auto latin = parse_glyph_path("/glyphs/Open Sans Regular,Arial Unicode MS Regular/0-255.pbf");
  REQUIRE(latin.has_value());
  CHECK(latin->stack == "Open Sans Regular,Arial Unicode MS Regular");
  CHECK(latin->range == 0);
  CHECK(parse_glyph_path("/glyphs/A/65280-65535.pbf")->range == 255);
  for (const char* path : {"/glyphs/A/0-254.pbf", "/glyphs/A/1-256.pbf", "/glyphs/A/0-511.pbf", "/glyphs/A/65536-65791.pbf", "/glyphs/A/00-255.pbf", "/glyphs/A/0-255", "/glyphs/A/0.pbf", "/glyphs/0-255.pbf",
                           "/glyphs/A/-1-255.pbf", "/glyphs/A/B/0-255.pbf", "/glyphs/.pbf", "/glyphs/A/4294967296-4294967551.pbf", "/fonts/A/0-255.pbf"}) {
    INFO(path);
    CHECK_FALSE(parse_glyph_path(path).has_value());
  }
}
