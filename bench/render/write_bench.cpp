#include <benchmark/benchmark.h>

#include "render/draw.hpp"
#include "render/text_measure.hpp"
#include "render/write.hpp"
#include "tests/render/story_scene.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

/// The far-eastern story at 1600 x 1000, drawn once: writing alone is measured.
const Page& page() {
  static const Page drawn = draw(test::far_east_story(), test::base_map(), test::light_style(), DrawOptions{}).pages.front();
  return drawn;
}

void report_size(benchmark::State& state, std::size_t bytes) { state.counters["bytes"] = static_cast<double>(bytes); }

void write_as_png(benchmark::State& state) {
  std::size_t bytes = 0;
  for (auto _ : state) bytes = write_png(page(), static_cast<double>(state.range(0))).size();
  report_size(state, bytes);
}
BENCHMARK(write_as_png)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

void write_as_svg(benchmark::State& state) {
  std::size_t bytes = 0;
  for (auto _ : state) bytes = write_svg(page()).size();
  report_size(state, bytes);
}
BENCHMARK(write_as_svg)->Unit(benchmark::kMillisecond);

void write_as_pdf(benchmark::State& state) {
  std::size_t bytes = 0;
  for (auto _ : state) bytes = write_pdf({page()}).size();
  report_size(state, bytes);
}
BENCHMARK(write_as_pdf)->Unit(benchmark::kMillisecond);

void measure_a_label(benchmark::State& state) {
  const TextMeasure measure(page().font_families);
  for (auto _ : state) benchmark::DoNotOptimize(measure.measure("Blagoveshchensk", TextStyle{}));
}
BENCHMARK(measure_a_label)->Unit(benchmark::kMicrosecond);

}  // namespace
