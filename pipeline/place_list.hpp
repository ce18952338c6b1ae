#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/ledger.hpp"
#include "pipeline/extraction.hpp"

namespace dateline::pipeline {

/// A place a name may mean, with its part of the probability and what speaks for and against it.
struct PlaceChoice {
  std::string id, name, kind, country, division;
  double lat = 0, lon = 0;      ///< degrees, WGS 84
  bool has_point = false;       ///< false for alternatives of a ledger, which keeps only the point of the chosen place
  double score = 0;             ///< 0 to 1
  std::vector<std::string> reasons;
};

/// A name in one story that means one place throughout.
struct NamedPlace {
  std::string surface, story, mention_kind;
  std::size_t count = 0;
  bool pinned = false;
  std::vector<PlaceChoice> choices;  ///< the chosen one first; empty: no place of this name is known
};

/// Names in the order in which each story has them, story after story.
struct PlaceList {
  std::vector<NamedPlace> names;
  Diagnostics diagnostics;
};

/// From stories: every mention that the place finder sees, of all kinds.
[[nodiscard]] PlaceList list_places(Data& data, const std::vector<std::string>& inputs, const ExtractOptions& options, Progress& progress);
/// From a ledger: the names that claims use.
[[nodiscard]] PlaceList list_places(const claims::Ledger& ledger);

enum class PlaceFilter { All, Unresolved };
enum class PlaceForm { Text, JsonLines };
/// Blocks of text, or one JSON object a line.
[[nodiscard]] std::string to_text(const PlaceList& list, PlaceFilter filter, PlaceForm form);

}  // namespace dateline::pipeline
