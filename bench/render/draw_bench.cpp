// Time of draw() alone, from a finished scene to the display list, and of placing labels.
#include <random>

#include <benchmark/benchmark.h>

#include "render/draw.hpp"
#include "render/label_placement.hpp"
#include "tests/render/story_scene.hpp"

using namespace dateline;
using namespace dateline::render;

namespace {

void draw_scene(benchmark::State& state, Scene (*make)()) {
  const Scene scene = make();
  const geo::BaseMap& map = test::base_map();
  const styles::Style& style = test::light_style();
  for (auto _ : state) benchmark::DoNotOptimize(draw(scene, map, style, {}));
}

BENCHMARK_CAPTURE(draw_scene, far_east_two_panels, test::far_east_story)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(draw_scene, sixty_sites, test::crowded_story)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(draw_scene, world, test::world_story)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(draw_scene, every_status, test::statuses_story)->Unit(benchmark::kMillisecond);

// The density of labels is kept, so that the time should grow in step with their number.
void place(benchmark::State& state) {
  std::mt19937 random(7);
  const auto count = static_cast<std::size_t>(state.range(0));
  const double side = 45 * std::sqrt(static_cast<double>(count));
  const auto number = [&](double most) { return most * (static_cast<double>(random()) / 4294967296.0); };
  std::vector<LabelRequest> requests(count);
  for (LabelRequest& r : requests) {
    const double x = number(side), y = number(side), w = 20 + number(50), h = 12;
    r.priority = static_cast<int>(number(5));
    for (const auto& [dx, dy] : {std::pair{4.0, -h - 4}, {4.0, -h / 2}, {-w - 4, -h - 4}, {-w - 4, -h / 2}, {4.0, 4.0}, {-w / 2, -h - 6}, {-w - 4, 4.0}, {-w / 2, 6.0}}) {
      r.candidates.push_back({{{x + dx, y + dy, x + dx + w, y + dy + h}}, static_cast<double>(r.candidates.size()), std::nullopt, false});
    }
  }
  for (auto _ : state) benchmark::DoNotOptimize(place_labels(requests, {}, {0, 0, side, side}));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(place)->RangeMultiplier(3)->Range(60, 5000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
