// Reads a corpus (NDJSON) on standard input and prints the mentions found, for the scorer:
//   dateline_locate_dev STORE MODEL [--gold] < corpus.ndjson > found.ndjson
// --gold resolves the marked names instead of finding names.

#include <cstdio>
#include <exception>
#include <iostream>
#include <string_view>

#include <nlohmann/json.hpp>

#include "article/article.hpp"
#include "base/utf8.hpp"
#include "bench/gazetteer/corpus.hpp"
#include "gazetteer/locate.hpp"

namespace {

using namespace dateline;

nlohmann::json to_json(const gazetteer::Store& store, const bench::CorpusArticle& article, const std::vector<gazetteer::Mention>& mentions, bool verbose) {
  const CodePointIndex index(article.text);
  nlohmann::json out = {{"id", article.id}, {"mentions", nlohmann::json::array()}};
  for (const gazetteer::Mention& mention : mentions) {
    nlohmann::json m = {{"start", index.to_code_points(mention.span.start)},
                        {"end", index.to_code_points(mention.span.end)},
                        {"surface", mention.span.of(article.text)},
                        {"kind", gazetteer::to_string(mention.kind)}};
    if (!mention.qualifier.empty()) m["qualifier"] = mention.qualifier;
    if (!mention.alternatives.empty()) {
      const gazetteer::Place place = store.place(mention.alternatives.front().record);
      m["lat"] = place.point.lat();
      m["lon"] = place.point.lon();
      const std::string prefix = "geonames:";
      m["place_id"] = place.id.rfind(prefix, 0) == 0 ? place.id.substr(prefix.size()) : place.id;
      m["name"] = place.name;
      m["country"] = place.country;
    }
    if (verbose) {
      m["alternatives"] = nlohmann::json::array();
      for (const gazetteer::Alternative& a : mention.alternatives) {
        const gazetteer::Place place = store.place(a.record);
        m["alternatives"].push_back({{"id", place.id}, {"name", place.name}, {"country", place.country}, {"admin1", place.admin1_name}, {"score", a.score}, {"reasons", a.reasons}});
      }
    }
    out["mentions"].push_back(std::move(m));
  }
  return out;
}

int run(int argc, char** argv) {
  bool gold = false;
  bool verbose = false;
  for (int i = 3; i < argc; ++i) {
    gold = gold || std::string_view(argv[i]) == "--gold";
    verbose = verbose || std::string_view(argv[i]) == "--verbose";
  }
  const gazetteer::Store store = gazetteer::Store::open(argv[1]);
  const gazetteer::LocateModel model = gazetteer::LocateModel::load(argv[2]);
  const gazetteer::Locator locator(store, model);
  gazetteer::LocateOptions options;
  options.reasons = verbose;
  for (const bench::CorpusArticle& article : bench::read_corpus(std::cin, "standard input")) {
    const SegmentedText segments = article::segment(article.text, {0, article.text.size()});
    std::vector<Span> spans;
    for (const bench::GoldName& name : article.names) spans.push_back(name.span);
    const std::vector<gazetteer::Mention> mentions =
        gold ? locator.resolve(article.text, segments, spans, options) : locator.locate(article.text, segments, options);
    std::cout << to_json(store, article, mentions, verbose).dump() << '\n';
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: dateline_locate_dev STORE MODEL [--gold] [--verbose] < corpus.ndjson\n", stderr);
    return 2;
  }
  try {
    return run(argc, argv);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "dateline_locate_dev: %s\n", e.what());
    return 1;
  }
}
