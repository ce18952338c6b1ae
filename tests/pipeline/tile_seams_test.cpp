// Tiles side by side are one picture: with the shipped base map, names, events, badges and every theme, at all zooms.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>

#include "pipeline/data.hpp"
#include "pipeline/detail/tile_events.hpp"
#include "pipeline/tile_layers.hpp"
#include "render/detail/raster_glyphs.hpp"
#include "render/font_face.hpp"
#include "render/tile_painter.hpp"
#include "tests/pipeline/event_rows.hpp"

using namespace dateline;
using namespace dateline::pipeline;
using test::add_row;
using test::place_at;
using test::site_values;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int deepest = 3;   // what lies deeper runs the same code on more data
#else
constexpr int deepest = 8;
#endif

/// Crowded badges and names that lie across the borders of tiles: on the date line, on the equator, on Greenwich, near the poles.
features::FeatureTables events() {
  auto tables = features::empty_tables();
  std::int64_t number = 0;
  for (const auto& [lon, lat] : {std::pair{131.9, 43.1}, {132.0, 43.3}, {135.0, 48.5}, {179.99, -17.0}, {-179.99, -16.5}, {0.0, 0.0}, {0.01, 51.5}, {15.6, 84.5}, {-60.0, -84.9}, {90.0, 66.51}}) {
    for (int more = 0; more < 3; ++more) {
      ++number;
      add_row(tables.sites, place_at(lon, lat), site_values(number, "Port of the Long Name " + std::to_string(number / 3), more == 0 ? "reported" : "planned"));
    }
  }
  add_row(tables.areas, geo::MultiPolygon{{{place_at(170, -5), place_at(-170, -5), place_at(-170, 12), place_at(170, 12)}, {}}}, site_values(++number, "Midocean", "reported"));
  return tables;
}

render::TileScene scene_of(const render::TileSources& sources, int zoom, render::detail::GlyphStore& glyphs) {
  render::SceneParts parts;
  for (const geo::TileLayer* layer : drawn_layers(sources, zoom)) parts.geometry[layer] = std::make_shared<render::TileGeometry>(make_tile_geometry(sources, *layer, zoom));
  parts.names = make_zoom_names(sources, zoom, {}, glyphs);
  return make_tile_scene(sources, zoom, std::move(parts));
}

/// A coast whose stroke begins elsewhere in the other picture may cover a pixel by a 256th more.
bool looks_same(render::detail::Argb a, render::detail::Argb b) noexcept {
  for (unsigned shift = 0; shift < 32; shift += 8) {
    if (std::abs(static_cast<int>(a >> shift & 0xFFU) - static_cast<int>(b >> shift & 0xFFU)) > 2) return false;
  }
  return true;
}

/// Paints 16 tiles as one picture and one by one (all of them at the first zooms), and counts the tiles that differ.
int tiles_that_differ(const render::TileScene& scene, geo::LonLat around) {
  const int levels = std::min(scene.zoom, 2), side = scene.tile << levels;
  const geo::WorldPoint p = geo::to_world(around);
  const auto part = [&](double v) { return static_cast<std::uint32_t>(std::min(v, 0.9999999) * std::ldexp(1, scene.zoom - levels)); };
  const geo::TileId id{scene.zoom - levels, part(p.x), part(p.y)};
  render::TilePainter large(side, render::detail::Shades::All), small(scene.tile, render::detail::Shades::All);
  large.paint(scene, id);
  const auto expected = large.canvas().pixels();
  int differ = 0;
  for (std::uint32_t y = 0; y < 1U << levels; ++y) {
    for (std::uint32_t x = 0; x < 1U << levels; ++x) {
      small.paint(scene, {scene.zoom, (id.x << levels) + x, (id.y << levels) + y});
      const auto tile = small.canvas().pixels();
      bool equal = true;
      for (int row = 0; row < scene.tile; ++row) {
        const auto from = expected.begin() + (static_cast<std::ptrdiff_t>(y) * scene.tile + row) * side + static_cast<std::ptrdiff_t>(x) * scene.tile;
        equal = equal && std::equal(from, from + scene.tile, tile.begin() + static_cast<std::ptrdiff_t>(row) * scene.tile, looks_same);
      }
      differ += equal ? 0 : 1;
    }
  }
  return differ;
}

}  // namespace

TEST_CASE("nothing is cut where tiles meet: not names, badges, hatches or dashes, at any zoom", "[pipeline][tiles]") {
  Data data;
  const auto tables = events();
  for (int zoom = 0; zoom <= deepest; ++zoom) {
    TileScope scope;
    scope.min_zoom = scope.max_zoom = zoom;
    geo::TileLayers layers = base_layers(data, scope);
    layers.add(detail::event_layers(tables, scope));
    // Themes differ in colours; each takes its turn, and so do the two sizes.
    const char* themes[] = {"light", "dark", "print", "colour-blind"};
    const auto style = styles::load_style(themes[zoom % 4], data.folder());
    const render::TileSources sources{&layers, &style, zoom % 3 == 2 ? 2 : 1};
    render::detail::GlyphStore glyphs(render::font_families(style));
    const render::TileScene scene = scene_of(sources, zoom, glyphs);
    std::size_t names = 0;
    for (const auto& step : scene.steps) names += step.names.names.size();
    CHECK(names > 10);
    for (const auto& [lon, lat] : {std::pair{131.9, 43.1}, {179.99, -17.0}, {-179.99, -16.5}, {-0.01, 51.5}, {15.6, 84.9}, {-60.0, -84.9}}) {
      INFO("zoom " << zoom << " at " << lon << ' ' << lat);
      CHECK(tiles_that_differ(scene, place_at(lon, lat)) == 0);
    }
  }
}
