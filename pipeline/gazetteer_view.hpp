#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "gazetteer/build.hpp"
#include "gazetteer/store.hpp"
#include "geo/lonlat.hpp"
#include "pipeline/data.hpp"

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
/// What holds a point, smallest first: waters and regions by their box, the first-level division and the country by the outlines of
/// the base map in its view; then the places nearest to it, with their distances. With a country, the nearest ones of this country
/// only: those among the nearest thousands.
[[nodiscard]] std::string look_around(const gazetteer::Store& store, const geo::BaseMap& base_map, geo::LonLat at, const LookupOptions& options);

/// What `dateline gazetteer build` was given; empty: not given.
struct BuildFiles {
  std::string dump, alternate_names, admin1, countries, base;
  std::vector<std::string> own;
};
/// Builds a store from the shipped one, or from `base`, and the files.
[[nodiscard]] gazetteer::BuildReport build_store(const Data& data, const BuildFiles& files, const std::string& output, Overwrite overwrite, Progress& progress);
/// A line or two on what was read, added and skipped.
[[nodiscard]] std::string describe_build(const gazetteer::BuildReport& report);

/// What the store is: version, counts, sources, credits.
[[nodiscard]] std::string describe_store(const gazetteer::Store& store, OutputForm form);

}  // namespace dateline::pipeline
