#pragma once

#include <string>

#include "claims/ledger.hpp"
#include "pipeline/data.hpp"
#include "pipeline/preview.hpp"

namespace dateline::pipeline::detail {

/// What the preview page's script draws: the tile sets, the marks as GeoJSON with the numbers of their events, the days of each event, colours. JSON text.
[[nodiscard]] std::string preview_marks(Data& data, const claims::Ledger* ledger, const PreviewOptions& options);

}  // namespace dateline::pipeline::detail
