#include "pipeline/span_records.hpp"

#include <istream>
#include <ostream>
#include <utility>

#include "base/parallel.hpp"
#include "claims/span_record.hpp"

namespace dateline::pipeline {

namespace {

/// Stories in memory at a time; enough to keep every processor busy.
constexpr std::size_t batch_size = 256;

std::string records_of(Data& data, const std::vector<article::Article>& articles, const ExtractOptions& options) {
  std::vector<std::string> lines(articles.size());
  for_each_index(articles.size(), options.threads, [&](std::size_t i) {
    lines[i] = claims::to_span_record(extract_article(data, articles[i], options.locate, claims::Tracing::On), articles[i].id, options.evidence);
  });
  std::string text;
  for (const auto& line : lines) {
    text += line;
    text += '\n';
  }
  return text;
}

}  // namespace

SpanRecords span_records(Data& data, const std::vector<std::string>& inputs, const ExtractOptions& options, Progress& progress) {
  SpanRecords records;
  const auto articles = article::read_articles(inputs, options.read, progress);
  for (const auto& article : articles) records.diagnostics.insert(records.diagnostics.end(), article.diagnostics.begin(), article.diagnostics.end());
  records.lines = records_of(data, articles, options);
  return records;
}

void stream_span_records(Data& data, std::istream& in, const ExtractOptions& options, std::ostream& out,
                         const std::function<void(const Diagnostic&)>& report) {
  std::vector<article::Article> batch;
  const auto flush = [&] {
    out << records_of(data, batch, options);
    batch.clear();
  };
  article::stream_json_lines(
      in, "-", options.read,
      [&](article::Article&& article) {
        batch.push_back(std::move(article));
        if (batch.size() == batch_size) flush();
      },
      report);
  flush();
}

}  // namespace dateline::pipeline
