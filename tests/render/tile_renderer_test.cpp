#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <thread>

#include "base/error.hpp"
#include "base/files.hpp"
#include "render/tile_renderer.hpp"
#include "tests/render/support/pixels.hpp"
#include "tests/render/support/tile_world.hpp"

using namespace dateline;
using namespace dateline::render;
using test::tile_world;
using test::world_style;

namespace {

std::map<geo::TileId, std::string> draw(const TileRenderer& renderer, int zoom, std::uint32_t block) {
  std::map<geo::TileId, std::string> out;
  for (const geo::TileBlock& b : geo::blocks_over({-180, -90, 180, 90}, zoom, block)) {
    for (const DrawnTile& tile : renderer.render(b)) out[tile.id] = tile.bytes ? *tile.bytes : "";
  }
  return out;
}

}  // namespace

TEST_CASE("a tile's bytes depend neither on its block nor on the order nor on threads", "[render][tiles]") {
  for (const auto encoding : {TileOptions::Encoding::Palette, TileOptions::Encoding::Rgba}) {
    const TileOptions options{.scale = 1, .encoding = encoding};
    const TileRenderer one(tile_world(), world_style(), options);
    const auto expected = draw(one, 3, 8);
    REQUIRE(expected.size() == 64);
    const TileRenderer other(tile_world(), world_style(), options);
    CHECK(draw(other, 5, 16).size() == 1024);   // deeper zooms first
    std::map<geo::TileId, std::string> again;
    std::thread thread([&] { again = draw(other, 3, 3); });
    const auto here = draw(other, 3, 1);
    thread.join();
    CHECK(here == expected);
    CHECK(again == expected);
    for (const auto& [id, bytes] : expected) {
      if (!bytes.empty()) CHECK(other.render_tile(id) == bytes);
    }
  }
}

TEST_CASE("tiles of one colour are the same string; without a background there is none", "[render][tiles]") {
  const TileRenderer renderer(tile_world(), world_style(), {});
  std::set<const std::string*> sea;
  for (const DrawnTile& tile : renderer.render({5, 0, 8, 4})) sea.insert(tile.bytes.get());
  CHECK(sea.size() == 1);
  styles::Style bare = world_style();
  std::erase_if(bare.layers, [](const styles::Layer& layer) { return layer.type == styles::LayerType::Background; });
  const TileRenderer over(tile_world(), bare, {});
  CHECK(over.render({5, 0, 8, 1}).front().bytes == nullptr);
  CHECK(over.render_tile({5, 0, 8}).substr(1, 3) == "PNG");
}

TEST_CASE("a palette tile looks like the one in full colour", "[render][tiles]") {
  const TileRenderer palette(tile_world(), world_style(), {}), full(tile_world(), world_style(), {1, TileOptions::Encoding::Rgba});
  for (const geo::TileId id : {geo::TileId{0, 0, 0}, {3, 4, 3}, {4, 8, 7}, {4, 15, 8}}) {
    const auto difference = test::compare(test::decode_png(palette.render_tile(id)), test::decode_png(full.render_tile(id)));
    CHECK(difference.largest <= 24);
    CHECK(difference.mean < 1);
  }
}

TEST_CASE("tiles of scale 2 are the same map with twice the pixels", "[render][tiles]") {
  styles::Style style = world_style();
  style.layers.pop_back();   // letters are drawn anew at their size
  const TileRenderer plain(tile_world(), style, {1, TileOptions::Encoding::Rgba}), sharp(tile_world(), style, {2, TileOptions::Encoding::Rgba});
  for (const geo::TileId id : {geo::TileId{2, 2, 1}, {4, 15, 8}}) {
    const test::Pixels large = test::decode_png(sharp.render_tile(id));
    CHECK(large.width == 512);
    const auto difference = test::compare(test::halved(large), test::decode_png(plain.render_tile(id)));
    CHECK(difference.mean < 1.5);
    CHECK(difference.share_above_8 < 0.06);
  }
}

TEST_CASE("a tile that does not exist is refused", "[render][tiles]") {
  const TileRenderer renderer(tile_world(), world_style(), {});
  CHECK_THROWS_AS(renderer.render_tile({2, 4, 0}), RenderError);
  CHECK_THROWS_AS(TileRenderer(tile_world(), world_style(), {.scale = 3}), RenderError);
  CHECK(renderer.render({1, 0, 0, 8}).size() == 4);
}
