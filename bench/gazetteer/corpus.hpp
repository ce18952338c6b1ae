#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "base/token.hpp"

namespace dateline::bench {

/// A place name marked in a corpus, with its point where the corpus gives one.
struct GoldName {
  Span span;   ///< bytes
  bool placed = false;
  double lon = 0;
  double lat = 0;
};

/// An article of a corpus: `{"id", "text", "mentions": [{"start", "end", "lat", "lon"}]}` with code-point offsets.
struct CorpusArticle {
  std::string id;
  std::string text;
  std::vector<GoldName> names;
};

/// Reads NDJSON; throws InputError with the line number for a bad line.
[[nodiscard]] std::vector<CorpusArticle> read_corpus(std::istream& in, const std::string& file);

}  // namespace dateline::bench
