#pragma once

#include <functional>
#include <istream>
#include <string>
#include <vector>

#include "article/article.hpp"
#include "base/progress.hpp"

namespace dateline::article {

/// How to read stories.
struct ReadOptions {
  std::optional<CivilDate> published;   ///< date for stories that carry none of their own
  std::string publisher;                ///< outlet for stories that name none
  std::string language;                 ///< language for stories that name none
};

/// Reads one story from bytes; the form (plain text, HTML) is told by content and file name. `file` names it in messages.
/// Metadata, strongest first: sidecar `NAME.meta.json`, front matter, JSON fields, a leading `date YYYY-MM-DD`, then
/// the option as the default for stories without a date (published_basis Option). Throws InputError for binary or empty input.
[[nodiscard]] Article read_article(std::string_view bytes, const std::string& file, const ReadOptions& options);

/// Reads everything named: files, folders (recursively, *.txt *.md *.html *.htm *.jsonl *.ndjson, sorted by name), "-" for standard input
/// (text, HTML or JSON Lines, told by content). In order, duplicates by content dropped with a diagnostic on the first.
[[nodiscard]] std::vector<Article> read_articles(const std::vector<std::string>& inputs, const ReadOptions& options,
                                                 Progress& progress);

/// Streams JSON Lines: one story a line, handed over as it is read; memory stays flat. A bad line is a diagnostic to `report`, with file:line:column,
/// and is skipped. Returns the number of stories.
std::size_t stream_json_lines(std::istream& in, const std::string& file, const ReadOptions& options,
                              const std::function<void(Article&&)>& take, const std::function<void(const Diagnostic&)>& report);

}  // namespace dateline::article
