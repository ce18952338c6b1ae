#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "article/reader.hpp"
#include "base/files.hpp"
#include "claims/check.hpp"
#include "claims/ledger.hpp"

namespace dateline::pipeline {

/// True if the file is a ledger by its content (its first kilobyte names the format); false for anything else that can be read.
/// Throws InputError if it cannot be read.
[[nodiscard]] bool is_ledger(const std::string& file);

/// Reads and validates a ledger ("-" for standard input). Throws InputError with file:line:column.
[[nodiscard]] claims::Ledger load_ledger(const std::string& file);

/// The bytes that save_ledger writes.
[[nodiscard]] std::string ledger_json(const claims::Ledger& ledger);
void save_ledger(const claims::Ledger& ledger, const std::string& file, Overwrite overwrite);

/// The text of a story of the ledger in `ledger_file`, looked for as check_ledger does; absent if it is not there. `changed` tells that the file
/// holds another text than the ledger was made from.
struct FoundStory {
  std::string text;
  bool changed = false;
};
[[nodiscard]] std::optional<FoundStory> find_story(const claims::ArticleRecord& article, const std::string& ledger_file, const std::string& article_folder);

/// The same as the whole article; `options` as for reading it the first time. Its hash tells whether it has changed.
[[nodiscard]] std::optional<article::Article> find_article(const claims::ArticleRecord& record, const std::string& ledger_file, const std::string& article_folder,
                                                           const article::ReadOptions& options);

/// Verifies a ledger against its articles, which are looked for as they are named in it, and in `article_folder` if that is not empty.
[[nodiscard]] std::vector<claims::Problem> check_ledger(const std::string& file, const std::string& article_folder);

}  // namespace dateline::pipeline
