#include "article/detail/finish.hpp"

#include <array>
#include <filesystem>

#include "article/detail/date_line.hpp"
#include "article/detail/decode.hpp"
#include "article/detail/fields.hpp"
#include "article/detail/html.hpp"
#include "article/detail/json_story.hpp"
#include "article/detail/plain_text.hpp"
#include "article/hash.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"

namespace dateline::article::detail {

namespace {

[[noreturn]] void fail(const std::string& file, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_position({file, 0, 0});
  throw error;
}

bool has_text(std::string_view text) { return text.find_first_not_of(" \t\r\n") != std::string_view::npos; }

std::string shown_size(std::size_t bytes) { return std::to_string(bytes >> 20U) + " MB"; }

}  // namespace

std::string decode_input(std::string_view bytes, Article& article) {
  if (bytes.empty()) fail(article.file, "the file is empty", "give the text of a news story");
  if (bytes.size() > limits::max_article_bytes) {
    fail(article.file, "the story is larger than " + shown_size(limits::max_article_bytes), "give one story a file, or JSON Lines with one story a line");
  }
  if (is_binary(bytes)) fail(article.file, "this is not a text", "give plain text, HTML or JSON Lines; convert PDF and Word files first");
  DecodedText decoded = decode(bytes);
  if (!decoded.damage.empty() || decoded.cut) {
    article.flags.emplace_back("invalid-utf8");
    if (decoded.cut) article.flags.emplace_back("truncated");
    article.diagnostics.push_back({Severity::Warning, decoded.damage.empty() ? "the last character is incomplete" : decoded.damage,
                                   "save the story as UTF-8", {article.file, 0, 0}, {}, 1});
  }
  return std::move(decoded.text);
}

void apply_sidecar(Article& article) {
  if (article.file.empty() || article.file == "-") return;
  const std::filesystem::path path(article.file);
  const std::array candidates{path.parent_path() / (path.stem().string() + ".meta.json"), std::filesystem::path(article.file + ".meta.json")};
  for (const auto& candidate : candidates) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(candidate, ignored)) continue;
    const std::string json = read_file(candidate, limits::max_config_bytes);
    try {
      Metadata metadata = read_sidecar(json, candidate.string(), article.diagnostics);
      fill_missing(metadata, article.metadata);
      article.metadata = std::move(metadata);
    } catch (InputError& error) {
      error.set_file(candidate.string());
      throw;
    }
    return;
  }
}

void finish(Article& article, const ReadOptions& options) {
  if (!has_text(article.body.of(article.text))) fail(article.file, "there is no story in it", "give the text of a news story");
  Metadata& metadata = article.metadata;
  if (!metadata.published) {
    metadata.published = read_date_line(article.body.of(article.text));
    if (metadata.published) metadata.published_basis = PublishedBasis::Text;
  }
  if (!metadata.published && options.published) {
    metadata.published = options.published;
    metadata.published_basis = PublishedBasis::Option;
  }
  if (metadata.publisher.empty()) metadata.publisher = options.publisher;
  if (metadata.language.empty()) metadata.language = options.language;
  article.sha256 = article::sha256_hex(article.text);
  constexpr std::size_t kIdDigits = 16;  // 64 bits: a collision among 20,000 stories has odds of 1 in 10^11
  article.id = metadata.id.empty() ? "sha256:" + article.sha256.substr(0, kIdDigits) : metadata.id;
  note_damage(article);
}

Article article_from_json(std::string_view json, const std::string& file, const ReadOptions& options) {
  Article article;
  article.file = file;
  read_json_story(json, article);
  if (article.text.size() > limits::max_article_bytes) {
    fail(file, "the story is larger than " + shown_size(limits::max_article_bytes), "give the text without markup and attachments");
  }
  if (looks_like_html(article.text, {})) {  // feeds often carry the page
    const std::string page = std::move(article.text);
    article.text.clear();
    read_html(page, article);
  }
  const Metadata given = article.metadata;
  read_preamble(article);
  Metadata metadata = given;  // fields of the object are stronger than what the text says
  fill_missing(metadata, article.metadata);
  article.metadata = std::move(metadata);
  finish(article, options);
  return article;
}

bool looks_like_json(std::string_view text, const std::string& file) {
  if (file.ends_with(".jsonl") || file.ends_with(".ndjson") || file.ends_with(".json")) return true;
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || text[start] != '{') return false;
  const std::size_t next = text.find_first_not_of(" \t\r\n", start + 1);
  return next != std::string_view::npos && text[next] == '"' && text.find("\"text\"", next) != std::string_view::npos;
}

}  // namespace dateline::article::detail
