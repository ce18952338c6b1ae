#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/token.hpp"
#include "gazetteer/place.hpp"
#include "gazetteer/store.hpp"

namespace dateline::gazetteer {

/// What a name does in its sentence. Only Toponym may become a mark on a map.
enum class MentionKind : std::uint8_t {
  Toponym,       ///< "Vladivostok", "the Donetsk region", "Russia's Far East"
  Demonym,       ///< "North Korean", "Ukrainians"
  Metonym,       ///< "the Kremlin", "Seoul said": a government named by a place
  Organisation,  ///< a place inside the name of an organisation: "London" in "London Business School"; NATO, the U.N.
  Event,         ///< "the Vietnam War", "the Battle of Kursk"
  Bloc,          ///< "the West"
};
[[nodiscard]] const char* to_string(MentionKind kind) noexcept;

/// One resolved alternative of a mention, best first.
struct Alternative {
  std::uint32_t record = 0;
  double score = 0;                      ///< probability among the alternatives looked at, 0 to 1
  std::vector<std::string> reasons;      ///< "largest place of this name (population 600,000)", "same country as Khabarovsk"
};

/// A name found in a text.
struct Mention {
  Span span;                             ///< bytes: the name as it is kept in the ledger ("Donetsk region", "North Korean")
  MentionKind kind = MentionKind::Toponym;
  std::vector<Alternative> alternatives; ///< at most 10; empty if the name is a place but not in the store
  std::string qualifier;                 ///< "eastern" in "eastern Ukraine"; empty if none
  bool pinned = false;                   ///< chosen by a pin
};

/// How to read the article.
struct LocateOptions {
  std::string home_country;              ///< ISO code of the outlet's home; empty if not known
  std::map<std::string, std::string> pins;  ///< surface (any case) -> place id; wins over everything
  bool reasons = true;                   ///< false saves the time to word them, for streams
};

/// Lexicons and trained weights: what mention finding and resolution know besides the store. Immutable, thread-safe.
class LocateModel {
 public:
  /// Reads the files of `share/dateline/locate`. Throws InputError for a missing or damaged one.
  [[nodiscard]] static LocateModel load(const std::filesystem::path& folder);
  ~LocateModel();
  LocateModel(LocateModel&&) noexcept;
  LocateModel& operator=(LocateModel&&) noexcept;

 private:
  class Impl;
  explicit LocateModel(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
  friend class Locator;
};

/// Finds and places the names of one text after the other. Keeps references to the store and the model, which must
/// outlive it; thread-safe.
class Locator {
 public:
  Locator(const Store& store, const LocateModel& model) noexcept : store_(&store), model_(&model) {}

  /// Mentions of a text, in order, not overlapping, each with its alternatives.
  [[nodiscard]] std::vector<Mention> locate(std::string_view text, const SegmentedText& segments,
                                            const LocateOptions& options) const;
  /// Resolves names that somebody else has found (bytes of the text, in order, not overlapping).
  [[nodiscard]] std::vector<Mention> resolve(std::string_view text, const SegmentedText& segments,
                                             std::span<const Span> names, const LocateOptions& options) const;

 private:
  const Store* store_;
  const LocateModel* model_;
};

}  // namespace dateline::gazetteer
