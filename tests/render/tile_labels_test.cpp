#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "render/detail/raster_glyphs.hpp"
#include "render/tile_filter.hpp"
#include "render/tile_painter.hpp"
#include "tests/render/support/tile_world.hpp"

using namespace dateline;
using namespace dateline::render;
using test::tile_world;
using test::world_style;

namespace {

struct World {
  geo::TileLayers layers = tile_world();
  styles::Style style = world_style();
  detail::GlyphStore glyphs{{"Open Sans", "Noto Sans"}};
  [[nodiscard]] TileSources sources() const { return {&layers, &style, 1}; }

  ZoomNames names(int zoom, const ShownNames& before = {}) { return make_zoom_names(sources(), zoom, before, glyphs); }
  TileScene scene(int zoom) {
    SceneParts parts;
    for (const geo::TileLayer* layer : drawn_layers(sources(), zoom)) parts.geometry[layer] = std::make_shared<TileGeometry>(make_tile_geometry(sources(), *layer, zoom));
    parts.names = names(zoom);
    return make_tile_scene(sources(), zoom, std::move(parts));
  }
};

const TileNames& only(const ZoomNames& names) {
  REQUIRE(names.by_layer.size() == 1);
  return names.by_layer.begin()->second;
}

bool overlap(const PlacedName& a, const PlacedName& b, std::int64_t shift) {
  return a.west + shift < b.east && b.west < a.east + shift && a.north < b.south && b.north < a.south;
}

}  // namespace

TEST_CASE("names do not lie on each other, not even across the date line", "[render][tiles]") {
  World world;
  for (const int zoom : {1, 3, 5}) {
    const auto placed = world.names(zoom);
    const auto& names = only(placed).names;
    CHECK(names.size() >= (zoom == 5 ? 60U : 5U));
    const std::int64_t round = std::int64_t{256} << zoom;
    for (std::size_t i = 0; i < names.size(); ++i) {
      CHECK(names[i].north >= -3);   // a halo may reach over the edge of the world, letters do not
      for (std::size_t j = 0; j < i; ++j) {
        for (const std::int64_t shift : {std::int64_t{0}, round, -round}) {
          INFO("zoom " << zoom << " names " << i << " and " << j);
          // The boxes hold halos, which may touch.
          PlacedName inner = names[i];
          inner.west += 4, inner.north += 4, inner.east -= 4, inner.south -= 4;
          CHECK_FALSE(overlap(inner, names[j], shift));
        }
      }
    }
  }
}

TEST_CASE("a name that is shown stays when one zooms in, and on its side", "[render][tiles]") {
  for (const bool dots : {false, true}) {
    World world;
    if (!dots) std::erase_if(world.style.layers, [](const styles::Layer& layer) { return layer.type == styles::LayerType::Circle; });
    ShownNames before;
    std::size_t shown = 0, kept = 0, same_side = 0;
    for (int zoom = 0; zoom <= 6; ++zoom) {
      const ZoomNames names = world.names(zoom, before);
      for (const auto& [id, position] : before) {
        const auto found = names.shown.find(id);
        ++shown;
        kept += found != names.shown.end() ? 1 : 0;
        same_side += found != names.shown.end() && found->second == position ? 1 : 0;
      }
      before = names.shown;
    }
    CHECK(before.size() > 100);
    INFO("of " << shown << " names " << kept << " stay, " << same_side << " on their side");
    // Dots that were one blot part when one zooms in, and may come to lie where a name stood.
    CHECK(kept * 100 >= shown * (dots ? 90U : 99U));
    CHECK(same_side * 100 >= shown * (dots ? 70U : 97U));
  }
}

TEST_CASE("a town on the date line has its name on both edges of the world", "[render][tiles]") {
  World world;
  const auto placed = world.names(4);
  const auto& names = only(placed);
  const auto town = std::find_if(names.names.begin(), names.names.end(), [](const PlacedName& name) { return name.west < 60 && name.east > 0 && name.letters.size() == 12; });
  REQUIRE(town != names.names.end());
  CHECK(town->west >= 0);   // it lies to the right of its place, which is the square's left edge
  auto layers = tile_world();
  layers[2].data.features.back().geometry = geo::LonLat::checked(geo::Lon(178.5), geo::Lat(-20));
  world.layers = std::move(layers);
  const auto moved = world.names(4);
  std::size_t tiles = 0;
  for (const auto& [tile, list] : only(moved).by_tile) {
    for (const std::uint32_t at : list) {
      const PlacedName& name = only(moved).names[at];
      if (name.east > 4096 && name.west < 4096) ++tiles;
    }
  }
  CHECK(tiles >= 2);
}

TEST_CASE("names keep clear of dots, except where the style lets them overlap", "[render][tiles]") {
  World world;
  const auto place = [&](const char* more) {
    const styles::Style style = world_style();
    styles::Layer layer = style.layers.back();
    if (*more != '\0') layer.words["text-allow-overlap"] = more;
    const std::vector<NameLayer> layers{{&layer, {{"Alder", 100, 100, 0}, {"Birch", 104, 100, 1}}}};
    std::vector<TileObstacle> obstacles;
    for (int x = 80; x < 170; x += 5) {
      for (int y = 80; y < 121; y += 5) obstacles.push_back({double(x) + 1, double(y) + 1, 3});
    }
    ShownNames shown;
    NamePlacement placement;
    placement.world = 1024;
    return place_names(layers, obstacles, placement, world.glyphs, shown).front().names.size();
  };
  CHECK(place("") == 0);
  CHECK(place("true") == 2);
}

TEST_CASE("the least sort key comes first, long names are set in lines", "[render][tiles]") {
  World world;
  styles::Layer layer = world_style().layers.back();
  layer.anchors = {"center"};
  ShownNames shown;
  NamePlacement placement;
  placement.world = 4096;
  const std::vector<NameLayer> layers{{&layer, {{"Later", 500, 500, 2}, {"First", 505, 500, 1}, {"United Provinces of the Long Name", 2000, 500, 3}}}};
  const auto names = place_names(layers, {}, placement, world.glyphs, shown).front().names;
  REQUIRE(names.size() == 2);
  CHECK(names[0].west < 505 - 10);
  CHECK(names[1].south - names[1].north > 2 * (names[0].south - names[0].north));
  CHECK(names[1].east - names[1].west < 130);
}

TEST_CASE("HarfBuzz alone shapes a simple name as Pango does", "[render][tiles]") {
  detail::GlyphStore glyphs({"Open Sans", "Noto Sans"});
  TextStyle style;
  style.size = 11;
  for (const char* text : {"AVATAR To We", "Ürümqi", "Владивосток", "Θεσσαλονίκη", "office 1147"}) {
    const detail::ShapedLine quick = glyphs.shape(text, "Open Sans", style);
    // A combining grapheme joiner draws nothing and sends the text to Pango.
    const detail::ShapedLine slow = glyphs.shape(std::string(text) + "\u034F", "Open Sans", style);
    INFO(text);
    CHECK(quick.advance == Approx(slow.advance).margin(0.002));
    REQUIRE(quick.letters.size() == slow.letters.size());
    for (std::size_t i = 0; i < quick.letters.size(); ++i) {
      CHECK(quick.letters[i].outline == slow.letters[i].outline);
      CHECK(quick.letters[i].x == Approx(slow.letters[i].x).margin(0.002));
    }
  }
  CHECK(glyphs.shape("القاهرة", "Open Sans", style).letters.size() >= 6);
}

TEST_CASE("no name is cut at a tile's border: the tiles together are the large picture", "[render][tiles]") {
  World world;
  const int zoom = 3, side = 256 << zoom;
  TileScene scene = world.scene(zoom);
  // Fills, lines and dots as one picture, tile by tile, and the names upon them letter by letter without any tiles.
  TilePainter large(side, detail::Shades::All), small(256, detail::Shades::All);
  TileScene bare = scene;
  std::erase_if(bare.steps, [](const TileStep& step) { return step.style->type == styles::LayerType::Symbol; });
  large.paint(bare, {0, 0, 0});
  detail::Canvas& whole = large.canvas();
  const TileStep& step = scene.steps.back();
  REQUIRE(step.style->type == styles::LayerType::Symbol);
  REQUIRE(step.names.names.size() > 20);
  const auto text = step.style->colors.at("text-color"), halo = step.style->colors.at("text-halo-color");
  for (const PlacedName& name : step.names.names) {
    for (const auto mask : {&detail::GlyphImage::halo, &detail::GlyphImage::letter}) {
      for (const PlacedName::Letter& letter : name.letters) {
        for (const int turn : {0, side, -side}) {
          whole.paint_mask(letter.image->*mask, letter.image->width, letter.image->height, static_cast<int>(letter.x) + turn, static_cast<int>(letter.y),
                           detail::to_argb(mask == &detail::GlyphImage::halo ? halo : text), 256);
        }
      }
    }
  }
  const auto expected = whole.pixels();
  for (const geo::TileId& id : geo::tiles_of({zoom, 0, 0, 8})) {
    small.paint(scene, id);
    const auto tile = small.canvas().pixels();
    for (std::uint32_t y = 0; y < 256; ++y) {
      const auto from = expected.begin() + static_cast<std::ptrdiff_t>((256 * id.y + y) * static_cast<std::uint32_t>(side) + 256 * id.x);
      INFO("tile " << id.x << '/' << id.y << " row " << y);
      REQUIRE(std::equal(from, from + 256, tile.begin() + static_cast<std::ptrdiff_t>(256 * y)));
    }
  }
}

TEST_CASE("filters compare properties as the style says", "[render][tiles]") {
  geo::VectorLayer layer;
  layer.fields = {{"kind", geo::FieldType::Text}, {"people", geo::FieldType::Integer}, {"share", geo::FieldType::Real}, {"capital", geo::FieldType::Boolean}};
  const geo::Feature town{geo::LonLat::checked(geo::Lon(0), geo::Lat(0)), {std::string("town"), std::int64_t{30'000}, 0.5, true}};
  const geo::Feature empty{geo::LonLat::checked(geo::Lon(0), geo::Lat(0)), {{}, {}, {}, {}}};
  const auto takes = [&](const geo::Feature& feature, auto&& change) {
    styles::Layer style;
    change(style);
    return TileFilter(style, layer).takes(feature);
  };
  using Test = styles::Comparison::Test;
  const auto compares = [](const char* property, Test test, double number, const char* text = "") {
    return [=](styles::Layer& style) { style.comparisons = {{property, test, number, text}}; };
  };
  CHECK(takes(town, [](styles::Layer& style) { style.filter = {{"kind", {"village", "town"}}, {"capital", {"true"}}}; }));
  CHECK_FALSE(takes(town, [](styles::Layer& style) { style.filter = {{"people", {"29999"}}}; }));
  CHECK(takes(town, compares("people", Test::AtLeast, 30'000)));
  CHECK_FALSE(takes(town, compares("people", Test::More, 30'000)));
  CHECK(takes(town, compares("share", Test::Less, 0.51)));
  CHECK_FALSE(takes(town, compares("kind", Test::Less, 5)));
  CHECK_FALSE(takes(empty, compares("people", Test::AtMost, 5)));
  CHECK(takes(empty, compares("kind", Test::Not, 0, "town")));
  CHECK_FALSE(takes(town, compares("kind", Test::Not, 0, "town")));
  CHECK_FALSE(takes(town, [](styles::Layer& style) { style.filter = {{"nothing", {"1"}}}; }));
  CHECK(property_text(geo::FieldValue(0.5)) == "0.5");
}
