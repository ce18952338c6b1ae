// The steps of the main job, on the samples: stories to ledger, ledger to scene, ledger to picture.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/extraction.hpp"
#include "pipeline/picture.hpp"

using namespace dateline;

namespace {

std::vector<std::string> samples() { return {DATELINE_SOURCE_DIR "/samples/far-east"}; }

pipeline::Data& data() {
  static pipeline::Data shared;
  return shared;
}

claims::Ledger sample_ledger() {
  NoProgress silent;
  return pipeline::extract(data(), samples(), {}, silent).ledger;
}

void stories_to_ledger(benchmark::State& state) {
  NoProgress silent;
  for (auto _ : state) benchmark::DoNotOptimize(pipeline::extract(data(), samples(), {}, silent));
}
BENCHMARK(stories_to_ledger)->Unit(benchmark::kMillisecond);

void ledger_to_scene(benchmark::State& state) {
  const auto ledger = sample_ledger();
  for (auto _ : state) benchmark::DoNotOptimize(pipeline::make_scene(data(), ledger, {}));
}
BENCHMARK(ledger_to_scene)->Unit(benchmark::kMillisecond);

void ledger_to_picture(benchmark::State& state) {
  const auto ledger = sample_ledger();
  const auto format = static_cast<pipeline::PictureFormat>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(pipeline::draw_map(data(), ledger, format, {}));
}
BENCHMARK(ledger_to_picture)->Arg(0)->Arg(1)->Arg(2)->ArgName("png0_svg1_pdf2")->Unit(benchmark::kMillisecond);

}  // namespace
