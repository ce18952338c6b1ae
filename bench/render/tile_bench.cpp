// The hot parts of raster tiles: one tile of each sort, the scene of a zoom, and encoding.
#include <benchmark/benchmark.h>

#include "render/detail/png_tile.hpp"
#include "render/detail/raster_glyphs.hpp"
#include "render/tile_painter.hpp"
#include "render/tile_renderer.hpp"
#include "tests/render/support/tile_world.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

constexpr geo::TileId busy{4, 8, 7}, sea{4, 0, 4}, land{6, 34, 27};

void draw_tile(benchmark::State& state, geo::TileId id, TileOptions::Encoding encoding) {
  const TileRenderer renderer(test::tile_world(), test::world_style(), {1, encoding});
  benchmark::DoNotOptimize(renderer.render_tile(id));   // makes the scene
  for (auto _ : state) benchmark::DoNotOptimize(renderer.render_tile(id));
}
BENCHMARK_CAPTURE(draw_tile, busy_palette, busy, TileOptions::Encoding::Palette)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(draw_tile, busy_rgba, busy, TileOptions::Encoding::Rgba)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(draw_tile, of_one_colour, sea, TileOptions::Encoding::Palette)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(draw_tile, inland, land, TileOptions::Encoding::Palette)->Unit(benchmark::kMicrosecond);

void make_scene(benchmark::State& state) {
  const geo::TileLayers layers = test::tile_world();
  const styles::Style style = test::world_style();
  const TileSources sources{&layers, &style, 1};
  const int zoom = static_cast<int>(state.range(0));
  for (auto _ : state) {
    detail::GlyphStore glyphs({"Open Sans", "Noto Sans"});
    SceneParts parts;
    for (const geo::TileLayer* layer : drawn_layers(sources, zoom)) parts.geometry[layer] = std::make_shared<TileGeometry>(make_tile_geometry(sources, *layer, zoom));
    parts.names = make_zoom_names(sources, zoom, {}, glyphs);
    benchmark::DoNotOptimize(make_tile_scene(sources, zoom, std::move(parts)));
  }
}
BENCHMARK(make_scene)->Arg(3)->Arg(6)->Unit(benchmark::kMillisecond);

void encode(benchmark::State& state, bool palette) {
  const geo::TileLayers layers = test::tile_world();
  const styles::Style style = test::world_style();
  const TileSources sources{&layers, &style, 1};
  detail::GlyphStore glyphs({"Open Sans", "Noto Sans"});
  SceneParts parts;
  for (const geo::TileLayer* layer : drawn_layers(sources, busy.zoom)) parts.geometry[layer] = std::make_shared<TileGeometry>(make_tile_geometry(sources, *layer, busy.zoom));
  parts.names = make_zoom_names(sources, busy.zoom, {}, glyphs);
  const TileScene scene = make_tile_scene(sources, busy.zoom, std::move(parts));
  TilePainter painter(256, palette ? detail::Shades::Sixteen : detail::Shades::All);
  painter.paint(scene, busy);
  detail::TilePng png;
  for (auto _ : state) {
    benchmark::DoNotOptimize(palette ? png.encode_palette(painter.canvas().pixels(), 256) : png.encode_rgba(painter.canvas().pixels(), 256));
  }
}
BENCHMARK_CAPTURE(encode, palette, true)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(encode, rgba, false)->Unit(benchmark::kMicrosecond);

}  // namespace
