// Whole articles through segmentation, mention finding and resolution, one core. Real articles where the corpora lie
// beside the source tree, else a made-up one.

#include <benchmark/benchmark.h>

#include <fstream>
#include <memory>

#include "article/article.hpp"
#include "base/files.hpp"
#include "bench/gazetteer/corpus.hpp"
#include "gazetteer/locate.hpp"

namespace {

using namespace dateline;

const std::vector<bench::CorpusArticle>& articles() {
  static const std::vector<bench::CorpusArticle> all = [] {
    std::ifstream in(std::string(DATELINE_SOURCE_DIR) + "/../shared/corpora/geoparse/lgl.ndjson");
    if (in) return bench::read_corpus(in, "lgl.ndjson");
    bench::CorpusArticle made;
    for (int i = 0; i < 12; ++i) {
      made.text += "The council of Springfield, Illinois, met on Tuesday and heard that a bridge near Chicago would close. Mayor Ann Brown said "
                   "trucks from Canada and Mexico would have to pass through Peoria. ";
    }
    return std::vector<bench::CorpusArticle>(100, made);
  }();
  return all;
}

struct Parts {
  gazetteer::Store store = gazetteer::Store::open(find_data_folder() / "places.dgz");
  gazetteer::LocateModel model = gazetteer::LocateModel::load(find_data_folder() / "locate");
};
const Parts& parts() {
  static const Parts all;
  return all;
}

void locate_articles(benchmark::State& state, bool reasons) {
  const gazetteer::Locator locator(parts().store, parts().model);
  gazetteer::LocateOptions options;
  options.reasons = reasons;
  const std::vector<bench::CorpusArticle>& all = articles();
  std::size_t next = 0;
  std::int64_t bytes = 0;
  for (auto _ : state) {
    const std::string& text = all[next].text;
    next = (next + 1) % all.size();
    bytes += static_cast<std::int64_t>(text.size());
    benchmark::DoNotOptimize(locator.locate(text, article::segment(text, {0, text.size()}), options));
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(bytes);
}
void locate_without_reasons(benchmark::State& state) { locate_articles(state, false); }
void locate_with_reasons(benchmark::State& state) { locate_articles(state, true); }
BENCHMARK(locate_without_reasons)->MinTime(2)->Unit(benchmark::kMicrosecond);
BENCHMARK(locate_with_reasons)->MinTime(2)->Unit(benchmark::kMicrosecond);

void segment_only(benchmark::State& state) {
  const std::vector<bench::CorpusArticle>& all = articles();
  std::size_t next = 0;
  for (auto _ : state) {
    const std::string& text = all[next].text;
    next = (next + 1) % all.size();
    benchmark::DoNotOptimize(article::segment(text, {0, text.size()}));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(segment_only)->MinTime(1)->Unit(benchmark::kMicrosecond);

void load_model(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(gazetteer::LocateModel::load(find_data_folder() / "locate"));
}
BENCHMARK(load_model)->Unit(benchmark::kMicrosecond);

}  // namespace
