// Whole processes as a user starts them: wall-clock time from start to end.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

/// Runs the program and throws its output away.
void run_program(benchmark::State& state, const std::string& arguments) {
  const std::string command = std::string(DATELINE_PROGRAM) + " " + arguments + " >/dev/null 2>&1";
  for (auto _ : state) {
    if (std::system(command.c_str()) != 0) {
      state.SkipWithError("the program failed");
      return;
    }
  }
}

void program_version(benchmark::State& state) { run_program(state, "--version"); }
BENCHMARK(program_version)->Unit(benchmark::kMillisecond)->UseRealTime();

void program_lookup(benchmark::State& state) { run_program(state, "gazetteer lookup Ussuriysk"); }
BENCHMARK(program_lookup)->Unit(benchmark::kMillisecond)->UseRealTime();

void program_map(benchmark::State& state) {
  const auto out = std::filesystem::temp_directory_path() / "dateline-bench.png";
  run_program(state, "map " DATELINE_SOURCE_DIR "/samples/far-east --overwrite -o " + out.string());
  std::filesystem::remove(out);
}
BENCHMARK(program_map)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
