#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <unordered_map>

#include "article/detail/finish.hpp"
#include "article/reader.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/limits.hpp"

namespace dateline::article {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> kEndings{".txt", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"};

[[noreturn]] void fail(const std::string& file, const std::string& message, const std::string& hint) {
  InputError error(message, hint);
  error.set_position({file, 0, 0});
  throw error;
}

/// Stories below a folder, sorted by name; hidden files and folders are left out.
std::vector<std::string> list_folder(const fs::path& folder) {
  std::vector<std::string> files;
  std::error_code error;
  auto entries = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
  if (error) fail(folder.string(), "the folder cannot be read: " + error.message(), "check its permissions");
  for (const auto end = fs::end(entries); entries != end; entries.increment(error)) {
    if (error) break;
    const fs::path& path = entries->path();
    const bool hidden = path.filename().string().starts_with('.');
    std::error_code ignored;
    if (hidden && entries->is_directory(ignored)) entries.disable_recursion_pending();
    const std::string ending = path.extension().string();
    const bool story = std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
    if (!hidden && story && entries->is_regular_file(ignored)) files.push_back(path.string());
    if (files.size() > limits::max_articles) fail(folder.string(), "the folder holds more than " + std::to_string(limits::max_articles) + " stories", "stream them as JSON Lines instead");
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// One object a line; a single object may be spread over many lines.
bool is_json_lines(std::string_view bytes, const std::string& file) {
  if (file.ends_with(".jsonl") || file.ends_with(".ndjson")) return true;
  if (!detail::looks_like_json(bytes, file)) return false;
  const std::size_t start = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
  std::string_view line = bytes.substr(start, bytes.find('\n', start) - start);
  while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
  return line.ends_with('}');
}

/// Collects stories, without those it has already.
class Collection {
 public:
  explicit Collection(const ReadOptions& options) : options_(options) {}

  void add(Article&& article) {
    const auto [entry, added] = by_hash_.try_emplace(article.sha256, articles_.size());
    if (!added) {
      Article& first = articles_[entry->second];
      first.diagnostics.push_back({Severity::Note, "the same text again in " + article.file + "; it counts once", {}, {first.file, 0, 0}, {}, 1});
      return;
    }
    if (articles_.size() >= limits::max_articles) {
      fail(article.file, "more than " + std::to_string(limits::max_articles) + " stories", "stream them as JSON Lines instead");
    }
    articles_.push_back(std::move(article));
  }

  /// A whole file or stream in memory, whatever its form.
  void add_bytes(std::string&& bytes, const std::string& file) {
    if (!is_json_lines(bytes, file)) return add(read_article(bytes, file, options_));
    std::istringstream in(std::move(bytes));
    add_lines(in, file);
  }

  void add_lines(std::istream& in, const std::string& file) {
    Diagnostics problems;
    const std::size_t before = articles_.size();
    const std::size_t read = stream_json_lines(in, file, options_, [this](Article&& article) { add(std::move(article)); },
                                               [&](const Diagnostic& diagnostic) { problems.push_back(diagnostic); });
    if (read == 0) fail_with(problems, file);
    // told on the first story of the file; there is always one, perhaps from an earlier copy
    Article& holder = articles_[before < articles_.size() ? before : 0];
    holder.diagnostics.insert(holder.diagnostics.end(), problems.begin(), problems.end());
  }

  std::vector<Article> take() { return std::move(articles_); }

 private:
  [[noreturn]] static void fail_with(const Diagnostics& problems, const std::string& file) {
    if (problems.empty()) fail(file, "there is no story in it", "give one JSON object with a \"text\" a line");
    InputError error(problems.front().message, problems.front().hint);
    error.set_position(problems.front().position, problems.front().excerpt);
    throw error;
  }

  const ReadOptions& options_;
  std::vector<Article> articles_;
  std::unordered_map<std::string, std::size_t> by_hash_;
};

void read_standard_input(Collection& collection) {
  std::string bytes;
  std::array<char, 1U << 16U> buffer{};
  while (std::cin.read(buffer.data(), buffer.size()) || std::cin.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(std::cin.gcount()));
    if (bytes.size() > limits::max_ledger_bytes) fail("-", "standard input is too large to keep in memory", "use `extract --ndjson`, which streams");
  }
  collection.add_bytes(std::move(bytes), "-");
}

std::vector<std::string> list_files(const std::vector<std::string>& inputs) {
  std::vector<std::string> files;
  for (const std::string& input : inputs) {
    std::error_code ignored;
    if (input != "-" && fs::is_directory(input, ignored)) {
      const std::vector<std::string> found = list_folder(input);
      if (found.empty()) fail(input, "the folder holds no stories", "stories end in .txt, .md, .html, .htm, .jsonl or .ndjson");
      files.insert(files.end(), found.begin(), found.end());
    } else {
      files.push_back(input);
    }
  }
  return files;
}

}  // namespace

std::vector<Article> read_articles(const std::vector<std::string>& inputs, const ReadOptions& options, Progress& progress) {
  const std::vector<std::string> files = list_files(inputs);
  Collection collection(options);
  progress.begin("reading stories", files.size());
  std::uint64_t done = 0;
  for (const std::string& file : files) {
    if (file == "-") {
      read_standard_input(collection);
    } else {
      const bool lines = file.ends_with(".jsonl") || file.ends_with(".ndjson");
      collection.add_bytes(read_file(file, lines ? limits::max_ledger_bytes : limits::max_article_bytes), file);
    }
    progress.advance(++done);
  }
  progress.end();
  return collection.take();
}

}  // namespace dateline::article
