// The place store: opening, exact look-ups, word-by-word scanning, prefix, similar and nearest names.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "base/files.hpp"
#include "gazetteer/build.hpp"
#include "gazetteer/fold.hpp"
#include "gazetteer/store.hpp"

namespace {

using namespace dateline;
using namespace dateline::gazetteer;

std::filesystem::path store_path() { return find_data_folder() / "places.dgz"; }

const Store& store() {
  static const Store opened = Store::open(store_path());
  return opened;
}

/// Main names of places spread over the store, in a fixed random order; every second one misspelt when `misses`.
std::vector<std::string> names(bool misses) {
  std::mt19937 random(1);
  std::vector<std::string> out;
  for (int i = 0; i < 200'000; ++i) {
    auto name = store().place(static_cast<std::uint32_t>(random() % store().size())).name;
    if (misses && i % 2 == 1) name += "qx";
    out.push_back(std::move(name));
  }
  return out;
}

void open_store(benchmark::State& state) {
  const auto path = store_path();
  for (auto _ : state) benchmark::DoNotOptimize(Store::open(path).size());
}
BENCHMARK(open_store)->Unit(benchmark::kMicrosecond);

void verify_store(benchmark::State& state) {
  for (auto _ : state) store().verify();
}
BENCHMARK(verify_store)->Unit(benchmark::kMillisecond);

void fold_names(benchmark::State& state) {
  const auto all = names(false);
  std::string out;
  std::size_t i = 0;
  for (auto _ : state) {
    out.clear();
    append_folded(all[i++ % all.size()], out);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(fold_names);

void find_name(benchmark::State& state) {
  const auto all = names(state.range(0) != 0);
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(store().find(all[i++ % all.size()]).size());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(find_name)->Arg(0)->Arg(1);

void find_folded_name(benchmark::State& state) {
  auto all = names(state.range(0) != 0);
  for (auto& name : all) name = fold(name);
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(store().find_folded(std::string_view(all[i++ % all.size()])).size());
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(find_folded_name)->Arg(0)->Arg(1);

/// Every word sequence of a text that begins a name, as the mention finder does it.
void scan_text(benchmark::State& state) {
  const auto text = read_file(std::filesystem::path(DATELINE_SOURCE_DIR) / "LICENSE", 1U << 20U);
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto start = text.find_first_not_of(" \n\t.,;:()\"", at);
    if (start == std::string::npos) break;
    const auto end = std::min(text.find_first_of(" \n\t.,;:()\"", start), text.size());
    words.push_back(std::string_view(text).substr(start, end - start));
    at = end;
  }
  std::vector<std::string> folded(words.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      folded[i].clear();
      append_folded(words[i], folded[i]);
    }
    std::size_t matches = 0;
    Store::Cursor cursor(store());
    for (std::size_t i = 0; i < words.size(); ++i) {
      cursor.reset();
      for (auto k = i; k < words.size() && cursor.extend(folded[k]); ++k) matches += cursor.matches().size();
    }
    benchmark::DoNotOptimize(matches);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(scan_text)->Unit(benchmark::kMillisecond);

void find_prefix(benchmark::State& state) {
  const char* prefixes[] = {"vladi", "san", "a"};
  for (auto _ : state) benchmark::DoNotOptimize(store().find_prefix(prefixes[state.range(0)], 10).size());
}
BENCHMARK(find_prefix)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

void find_similar(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(store().find_similar("Blagoveshensk", static_cast<int>(state.range(0)), 10).size());
}
BENCHMARK(find_similar)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

void nearest(benchmark::State& state) {
  std::mt19937 random(3);
  for (auto _ : state) {
    const auto lon = static_cast<double>(random() % 3600) / 10 - 180;
    const auto lat = static_cast<double>(random() % 1300) / 10 - 60;
    benchmark::DoNotOptimize(store().nearest(geo::LonLat::checked(geo::Lon(lon), geo::Lat(lat)), 1).size());
  }
}
BENCHMARK(nearest)->Unit(benchmark::kMicrosecond);

void cities_in(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(store().cities_in({100, 30, 150, 60}, 50'000, 60).size());
}
BENCHMARK(cities_in)->Unit(benchmark::kMicrosecond);

void make_place(benchmark::State& state) {
  std::uint32_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(store().place(i++ % store().size()).population);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(make_place);

void compile_default(benchmark::State& state) {
  NoProgress progress;
  const auto tables = std::filesystem::path(DATELINE_SOURCE_DIR) / "gazetteer/data";
  for (auto _ : state) benchmark::DoNotOptimize(compile_tables(tables, progress).size());
}
BENCHMARK(compile_default)->Unit(benchmark::kSecond)->Iterations(1);

}  // namespace
