#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "article/article.hpp"
#include "claims/ledger.hpp"
#include "gazetteer/locate.hpp"

namespace dateline::claims {

/// Where the extraction stands in the text, beyond what the ledger keeps: for measuring. Empty without Tracing::On. Code points.
struct ExtractionTrace {
  struct Range {
    std::size_t start = 0;
    std::size_t end = 0;
    bool operator==(const Range&) const = default;
  };
  struct Speech {
    std::vector<Range> sources;    ///< those who say it together; empty if nobody is named
    Range cue;
    std::vector<Range> content;
  };
  struct Time {
    Range span;                    ///< without its preposition; a range is one span
    std::string type;              ///< "DATE" or "DURATION", as in TIMEX3
    std::string value;             ///< EDTF, or "P3D" for a stretch of time; empty if it cannot be placed
    std::string timex;             ///< as TIMEX3 writes it, "2024-W45" or "2024-11-08TNI"; empty where that is the value
  };
  std::vector<Range> triggers;     ///< the verb or noun of each claim, in the order of the claims
  std::vector<Range> materiel;     ///< the words of Claim::materiel of each claim; (0, 0) if it has none
  std::vector<Speech> speech;
  std::vector<Time> times;
  std::vector<Time> durations;     ///< "six weeks", "14:32": stand in no claim, asked for by corpora
  /// Movements that are spoken of but claimed by nobody: "urged them to leave", "if they enter".
  struct Mentioned {
    Claim claim;
    Range trigger, materiel;
  };
  std::vector<Mentioned> unclaimed;
  /// A clause that the rules refused, what was seen of it by the names of evidence.tsv, and what was decided.
  struct Weighed {
    Range trigger;
    ClaimKind kind = ClaimKind::Movement;
    std::vector<std::string> evidence;
    bool holds = false;
  };
  std::vector<Weighed> weighed;
};

/// The claims of one story, with the sources and places they refer to. Offsets in code points.
struct Extraction {
  ArticleRecord article;
  std::vector<Claim> claims;
  std::vector<SourceRecord> sources;
  std::vector<PlaceRecord> places;
  ExtractionTrace trace;
};

/// Whether an extraction keeps its trace, which costs a tenth of the time and serves span records only.
enum class Tracing : std::uint8_t { Off, On };

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
                                   const std::vector<gazetteer::Mention>& mentions, const gazetteer::Store& store, Tracing tracing = Tracing::Off) const;

 private:
  class Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace dateline::claims
