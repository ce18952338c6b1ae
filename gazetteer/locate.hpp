#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/token.hpp"
#include "gazetteer/place.hpp"
#include "gazetteer/store.hpp"

namespace dateline::gazetteer {

/// What a name does in its sentence. Only Toponym (and Organisation-free place names) may become a mark on a map.
enum class MentionKind : std::uint8_t {
  Toponym,       ///< "Vladivostok", "the Donetsk region", "Russia's Far East"
  Demonym,       ///< "North Korean", "Ukrainians"
  Metonym,       ///< "the Kremlin", "Seoul said": a government named by a place
  Organisation,  ///< a place inside the name of an organisation: "London" in "King's College London"; NATO, the U.N.
  Event,         ///< "the Vietnam War", "the Battle of Kursk"
  Bloc,          ///< "the West"
};
[[nodiscard]] const char* to_string(MentionKind kind) noexcept;

/// One resolved alternative of a mention, best first.
struct Alternative {
  std::uint32_t record = 0;
  double score = 0;                      ///< comparable within one mention only
  std::vector<std::string> reasons;      ///< "largest place of this name (population 600,000)", "capital", "same country as Khabarovsk"
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
};

/// Mentions of a text, in order, not overlapping, each with its alternatives.
[[nodiscard]] std::vector<Mention> locate(const Store& store, std::string_view text, const SegmentedText& segments,
                                          const LocateOptions& options);

}  // namespace dateline::gazetteer
