#include "pipeline/extraction.hpp"

#include <atomic>
#include <mutex>
#include <optional>
#include <utility>

#include "base/parallel.hpp"
#include "claims/assemble.hpp"

namespace dateline::pipeline {

namespace {

/// Pins of the ledger as the locator wants them. A pin for one story only applies to that story.
gazetteer::LocateOptions with_pins(gazetteer::LocateOptions options, const std::vector<claims::Pin>& pins,
                                   const std::string& article_id) {
  for (const auto& pin : pins) {
    if (pin.article.empty() || pin.article == article_id) options.pins[pin.surface] = pin.place;
  }
  return options;
}

}  // namespace

claims::Extraction extract_article(Data& data, const article::Article& article, const gazetteer::LocateOptions& options, claims::Tracing tracing) {
  const SegmentedText segments = article::segment(article);
  const auto mentions = data.locator().locate(article.text, segments, options);
  return data.extractor().extract(article, segments, mentions, data.store(), tracing);
}

ExtractResult extract(Data& data, const std::vector<std::string>& inputs, const ExtractOptions& options, Progress& progress) {
  ExtractResult result;
  const auto articles = article::read_articles(inputs, options.read, progress);
  for (const auto& article : articles) {
    result.diagnostics.insert(result.diagnostics.end(), article.diagnostics.begin(), article.diagnostics.end());
  }

  std::vector<std::optional<claims::Extraction>> extractions(articles.size());
  std::mutex progress_mutex;
  std::uint64_t done = 0;
  progress.begin("finding claims", articles.size());
  for_each_index(articles.size(), options.threads, [&](std::size_t i) {
    extractions[i] = extract_article(data, articles[i], with_pins(options.locate, options.pins, articles[i].id));
    const std::scoped_lock lock(progress_mutex);
    progress.advance(++done);
  });
  progress.end();

  std::vector<claims::Extraction> finished;
  finished.reserve(extractions.size());
  for (auto& extraction : extractions) finished.push_back(std::move(*extraction));
  result.ledger = claims::assemble(std::move(finished));
  result.ledger.pins = options.pins;
  return result;
}

}  // namespace dateline::pipeline
