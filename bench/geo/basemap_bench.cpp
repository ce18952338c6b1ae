// The base map on real coasts: opening, reading panels, single look-ups.
#include <benchmark/benchmark.h>

#include "base/files.hpp"
#include "geo/basemap.hpp"

namespace {

using namespace dateline;
using namespace dateline::geo;

LonLat at(double lon, double lat) { return LonLat::checked(Lon(lon), Lat(lat)); }

/// Reads a panel of 900 x 900 pixels.
void read_panel(benchmark::State& state, const char* definition, LonLat center, double denominator) {
  const auto map = BaseMap::open(find_data_folder());
  const auto projection = Projection::from_definition(definition);
  const double pixel = 0.0254 / 96 * denominator;
  const auto c = *projection.project(center);
  BaseMapRequest request;
  request.window = {{c.x - 450 * pixel, c.y - 450 * pixel}, {c.x + 450 * pixel, c.y + 450 * pixel}};
  request.tolerance = 0.3 * pixel;
  request.scale_denominator = denominator;
  for (auto _ : state) benchmark::DoNotOptimize(map.read(projection, request));
}

void open_map(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(BaseMap::open(find_data_folder()));
}
BENCHMARK(open_map)->Unit(benchmark::kMillisecond);

void country_at(benchmark::State& state) {
  const auto map = BaseMap::open(find_data_folder());
  for (auto _ : state) benchmark::DoNotOptimize(map.country_at(at(131.9, 44)));
}
BENCHMARK(country_at)->Unit(benchmark::kMicrosecond);

void country_outline(benchmark::State& state, const char* code) {
  const auto map = BaseMap::open(find_data_folder());
  for (auto _ : state) benchmark::DoNotOptimize(map.country_outline(code));
}
BENCHMARK_CAPTURE(country_outline, north_korea, "KP")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(country_outline, russia, "RU")->Unit(benchmark::kMillisecond);

constexpr const char* conic = "+proj=lcc +lat_1=35 +lat_2=57 +lat_0=46 +lon_0=132 +datum=WGS84";
BENCHMARK_CAPTURE(read_panel, north_east_asia_15m, conic, at(132, 46), 15e6)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_panel, vladivostok_1m, conic, at(132, 43.2), 1e6)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_panel, world_160m, "+proj=eqearth +lon_0=0 +datum=WGS84", at(0, 0), 160e6)->Unit(benchmark::kMillisecond);

}  // namespace
