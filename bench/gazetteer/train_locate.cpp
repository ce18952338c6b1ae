// Trains the weights of the mention finder and of the resolver from marked corpora:
//   dateline_train_locate STORE LEXICON_FOLDER OUTPUT_FOLDER CORPUS.ndjson...
// Writes OUTPUT_FOLDER/tagger.weights and resolver-weights.tsv. The same input gives the same bytes.

#include <cstdio>
#include <exception>
#include <fstream>

#include "article/article.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "bench/gazetteer/corpus.hpp"
#include "bench/gazetteer/train_resolver.hpp"
#include "bench/gazetteer/train_tagger.hpp"
#include "gazetteer/detail/model.hpp"
#include "gazetteer/detail/rules.hpp"

namespace {

using namespace dateline;
namespace detail = gazetteer::detail;

bench::ResolverExample make_example(const gazetteer::Store& store, const detail::Document& document, const detail::Matches& matches,
                                    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ranges, const bench::CorpusArticle& article) {
  const gazetteer::LocateOptions options;
  const detail::Ruling ruling = detail::apply_rules(document, matches, options);
  const std::vector<detail::NameToPlace> names = detail::make_names(store, document, matches, ruling, ranges, options);
  bench::ResolverExample example;
  example.problem = detail::make_problem(store, document, names, options);
  example.points.resize(example.problem.groups.size());
  for (std::size_t n = 0; n < names.size(); ++n) {
    if (article.names[n].placed) example.points[example.problem.group_of[n]].emplace_back(article.names[n].lon, article.names[n].lat);
  }
  return example;
}

int run(int argc, char** argv) {
  const gazetteer::Store store = gazetteer::Store::open(argv[1]);
  const detail::Lexicon lexicon = detail::load_lexicon(argv[2]);
  std::vector<bench::TrainingStretch> stretches;
  std::vector<bench::ResolverExample> examples;
  for (int i = 4; i < argc; ++i) {
    std::ifstream in(argv[i]);
    if (!in) throw InputError(std::string("cannot open ") + argv[i], "name a corpus");
    for (const bench::CorpusArticle& article : bench::read_corpus(in, argv[i])) {
      const SegmentedText segments = article::segment(article.text, {0, article.text.size()});
      const detail::Document document = detail::make_document(article.text, segments, lexicon, store);
      if (document.words.empty()) continue;
      const detail::Matches matches = detail::find_matches(store, lexicon, document);
      std::vector<Span> spans;
      for (const bench::GoldName& name : article.names) spans.push_back(name.span);
      const auto ranges = detail::word_ranges(document, spans);
      bench::add_stretches(document, matches, ranges, stretches);
      examples.push_back(make_example(store, document, matches, ranges, article));
    }
  }
  const std::filesystem::path out = argv[3];
  std::fprintf(stderr, "resolver: %zu texts\n", examples.size());
  write_file_atomically(out / "resolver-weights.tsv", bench::train_resolver(std::move(examples)).to_text(), Overwrite::Allow);
  std::fprintf(stderr, "tagger: %zu stretches\n", stretches.size());
  write_file_atomically(out / "tagger.weights", bench::train_tagger(stretches), Overwrite::Allow);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fputs("usage: dateline_train_locate STORE LEXICON_FOLDER OUTPUT_FOLDER CORPUS.ndjson...\n", stderr);
    return 2;
  }
  try {
    return run(argc, argv);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "dateline_train_locate: %s\n", e.what());
    return 1;
  }
}
