#pragma once

#include <functional>
#include <string>
#include <vector>

#include "article/reader.hpp"
#include "base/diagnostics.hpp"
#include "base/progress.hpp"
#include "claims/extract.hpp"
#include "claims/ledger.hpp"
#include "gazetteer/locate.hpp"
#include "pipeline/data.hpp"

namespace dateline::pipeline {

/// How to turn stories into claims.
struct ExtractOptions {
  article::ReadOptions read;
  gazetteer::LocateOptions locate;
  std::vector<claims::Pin> pins;  ///< kept in the ledger; their surfaces also go to `locate`
  bool evidence = false;          ///< span records also tell what was weighed
  int threads = 0;                ///< 0: as many as there are processors; never changes the result
};

struct ExtractResult {
  claims::Ledger ledger;
  Diagnostics diagnostics;        ///< of all stories, in their order
};

/// Stories -> ledger, grouped and numbered. Throws InputError for an input that cannot be read.
[[nodiscard]] ExtractResult extract(Data& data, const std::vector<std::string>& inputs, const ExtractOptions& options,
                                    Progress& progress);

/// One story on its own.
[[nodiscard]] claims::Extraction extract_article(Data& data, const article::Article& article,
                                                 const gazetteer::LocateOptions& options, claims::Tracing tracing = claims::Tracing::Off);

/// The places named in one story, as one line of JSON without line break:
/// {"id", "mentions": [{"start", "end", "surface", "kind", "lat", "lon", "place_id", "name", "country", "place_kind", "radius_m", "alternatives"}]},
/// offsets in code points. `lat` ... are absent for a place that the gazetteer does not know.
[[nodiscard]] std::string locate_to_json(Data& data, const article::Article& article, const gazetteer::LocateOptions& options);

}  // namespace dateline::pipeline
