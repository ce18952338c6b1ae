#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "article/article.hpp"
#include "claims/ledger.hpp"
#include "gazetteer/locate.hpp"

namespace dateline::claims {

/// The claims of one story, with the sources and places they refer to. Offsets in code points.
struct Extraction {
  ArticleRecord article;
  std::vector<Claim> claims;
  std::vector<SourceRecord> sources;
  std::vector<PlaceRecord> places;
};

/// Reads the lexicons (share/dateline/lexicons) once and extracts from any number of stories. Immutable after
/// construction, thread-safe.
class Extractor {
 public:
  /// Throws InputError (file:line:column) for a malformed lexicon.
  explicit Extractor(const std::filesystem::path& data_folder);
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  /// Never throws on any text. `mentions` come from gazetteer::locate on the same segments.
  [[nodiscard]] Extraction extract(const article::Article& article, const SegmentedText& segments,
                                   const std::vector<gazetteer::Mention>& mentions, const gazetteer::Store& store) const;

 private:
  class Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace dateline::claims
