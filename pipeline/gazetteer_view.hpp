#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "geo/lonlat.hpp"
#include "gazetteer/store.hpp"

namespace dateline::pipeline {

enum class LookupMode { Exact, Prefix, Similar };
enum class OutputForm { Text, Json };

struct LookupOptions {
  LookupMode mode = LookupMode::Exact;
  std::string country;                 ///< ISO code; empty: all
  std::optional<geo::LonLat> near;     ///< nearest first instead of most populous first
  std::size_t limit = 20;
  OutputForm form = OutputForm::Text;
};

/// The places of a name as a table or as one JSON object. Empty result: empty text, or an empty "places" list.
[[nodiscard]] std::string look_up(const gazetteer::Store& store, const std::string& name, const LookupOptions& options);
/// What the store is: version, counts, sources, credits.
[[nodiscard]] std::string describe_store(const gazetteer::Store& store, OutputForm form);

}  // namespace dateline::pipeline
