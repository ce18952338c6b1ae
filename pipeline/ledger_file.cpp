#include "pipeline/ledger_file.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

#include "article/reader.hpp"
#include "base/error.hpp"
#include "base/limits.hpp"
#include "claims/ledger_json.hpp"

namespace dateline::pipeline {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRecognitionBytes = 1024;
constexpr std::string_view kFormatKey = "\"dateline_ledger\"";

std::string read_standard_input(std::size_t max_bytes) {
  std::string out;
  char buffer[1U << 16U];
  while (std::cin.read(buffer, sizeof buffer), std::cin.gcount() > 0) {
    out.append(buffer, static_cast<std::size_t>(std::cin.gcount()));
    if (out.size() > max_bytes) throw InputError("standard input is larger than " + std::to_string(max_bytes >> 20U) + " MB", "split the ledger");
  }
  return out;
}

std::string read_ledger_bytes(const std::string& file) {
  return file == "-" ? read_standard_input(limits::max_ledger_bytes) : read_file(file, limits::max_ledger_bytes);
}

/// An article as it was when the ledger was made: read by the same reader, so that HTML and feeds give the same
/// characters. Stories from a feed are found in it by their hash.
std::optional<article::Article> read_story(const claims::ArticleRecord& record, const fs::path& path, const article::ReadOptions& options) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return std::nullopt;
  NoProgress silent;
  try {
    auto articles = article::read_articles({path.string()}, options, silent);
    for (auto& article : articles) {
      if (article.sha256 == record.sha256) return std::move(article);
    }
    // A changed story still shows which quotes survived.
    if (articles.size() == 1) return std::move(articles.front());
  } catch (const InputError&) {
    // Unreadable counts as absent; the check reports the missing article.
  }
  return std::nullopt;
}

}  // namespace

bool is_ledger(const std::string& file) {
  if (file == "-") return false;
  std::ifstream in(file, std::ios::binary);
  std::string head(kRecognitionBytes, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  const auto first = head.find_first_not_of(" \t\r\n");
  return first != std::string::npos && head[first] == '{' && head.find(kFormatKey) != std::string::npos;
}

claims::Ledger load_ledger(const std::string& file) { return claims::ledger_from_json(read_ledger_bytes(file), file); }

std::string ledger_json(const claims::Ledger& ledger) { return claims::to_json(ledger); }

void save_ledger(const claims::Ledger& ledger, const std::string& file, Overwrite overwrite) {
  write_file_atomically(file, claims::to_json(ledger), overwrite);
}

std::optional<article::Article> find_article(const claims::ArticleRecord& record, const std::string& ledger_file, const std::string& article_folder,
                                             const article::ReadOptions& options) {
  std::vector<fs::path> places = {record.file, fs::path(ledger_file).parent_path() / record.file};
  if (!article_folder.empty()) places.insert(places.begin(), fs::path(article_folder) / fs::path(record.file).filename());
  for (const auto& place : places) {
    if (auto article = read_story(record, place, options)) return article;
  }
  return std::nullopt;
}

std::optional<FoundStory> find_story(const claims::ArticleRecord& record, const std::string& ledger_file, const std::string& article_folder) {
  auto article = find_article(record, ledger_file, article_folder, {});
  if (!article) return std::nullopt;
  const bool changed = article->sha256 != record.sha256;
  return FoundStory{std::move(article->text), changed};
}

std::vector<claims::Problem> check_ledger(const std::string& file, const std::string& article_folder) {
  const std::string json = read_ledger_bytes(file);
  const auto ledger = claims::ledger_from_json(json, file);
  return claims::check(ledger, file, json, [&](const claims::ArticleRecord& record) -> std::optional<std::string> {
    auto story = find_story(record, file, article_folder);
    return story ? std::optional(std::move(story->text)) : std::nullopt;
  });
}

}  // namespace dateline::pipeline
