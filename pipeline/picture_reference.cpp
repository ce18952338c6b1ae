#include "pipeline/picture_reference.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

#include "article/hash.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "claims/ledger_json.hpp"
#include "pipeline/detail/picture_id.hpp"
#include "pipeline/ledger_file.hpp"

namespace dateline::pipeline {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLedgerEnding = ".ledger.json";
constexpr std::size_t kIdDigits = 12;            // as many as a scene carries
constexpr std::size_t kMostPictureBytes = 512U << 20U;  // a page at the largest size, hardly compressed

bool has_ending(std::string_view text, std::string_view ending) { return text.size() > ending.size() && text.ends_with(ending); }

/// The ledgers of a folder, in the order of their names.
std::vector<fs::path> ledgers_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder.empty() ? fs::path(".") : folder, ignored)) {
    if (has_ending(entry.path().filename().string(), kLedgerEnding)) files.push_back(folder / entry.path().filename());
  }
  std::sort(files.begin(), files.end());
  return files;
}

FoundLedger load_with_warning(const fs::path& file, const std::string& picture, const std::string& id) {
  FoundLedger found{file.string(), load_ledger(file.string()), {}};
  if (id.empty()) found.warning = picture + " does not say which ledger it was made from";
  else if (document_id(found.ledger) != id) {
    found.warning = picture + " was made from another state of " + found.file + " (document " + id + ", the ledger is now " + document_id(found.ledger) + "); the numbers may have changed";
  }
  return found;
}

}  // namespace

std::optional<PictureReference> parse_picture_reference(std::string_view text) {
  const std::size_t hash = text.rfind('#');
  if (hash == std::string_view::npos || hash + 1 == text.size()) return std::nullopt;
  const std::string_view picture = text.substr(0, hash);
  constexpr std::array<std::string_view, 5> kEndings{".svg", ".png", ".pdf", ".html", ".htm"};
  if (std::none_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return has_ending(picture, ending); })) return std::nullopt;
  return PictureReference{std::string(picture), std::string(text.substr(hash + 1))};
}

std::string document_id(const claims::Ledger& ledger) { return article::sha256_hex(claims::to_json(ledger)).substr(0, kIdDigits); }

FoundLedger find_ledger_of(const std::string& picture, const std::string& ledger_file) {
  const std::string id = detail::document_id_of(read_file(picture, kMostPictureBytes));
  if (!ledger_file.empty()) return load_with_warning(ledger_file, picture, id);
  const fs::path path(picture);
  const fs::path beside = path.parent_path() / (path.stem().string() + std::string(kLedgerEnding));
  const bool has_beside = fs::exists(beside);
  if (has_beside) {
    FoundLedger found = load_with_warning(beside, picture, id);
    if (found.warning.empty()) return found;
  }
  for (const fs::path& file : ledgers_in(path.parent_path())) {
    // the file's own bytes are enough for the ledgers that Dateline wrote; others are not worth a warning here
    if (id.empty() || article::sha256_hex(read_file(file, kMostPictureBytes)).substr(0, kIdDigits) != id) continue;
    return load_with_warning(file, picture, id);
  }
  if (has_beside) return load_with_warning(beside, picture, id);
  InputError error(id.empty() ? "the picture does not say which ledger it was made from" : "there is no ledger with the document id " + id + " beside the picture",
                   "name it with --ledger FILE; `dateline map --ledger FILE` writes it beside the map");
  error.set_file(picture);
  throw error;
}

}  // namespace dateline::pipeline
