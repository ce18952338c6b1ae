#pragma once

#include "claims/ledger.hpp"
#include "pipeline/data.hpp"
#include "pipeline/picture.hpp"

namespace dateline::pipeline {

/// The map as one HTML page that works offline: the drawing inside (one for wide windows, one for telephones), its notes,
/// linked both ways, with every wording and chain of sources; filters by status and time where scripts run. Quotes have at
/// most SceneOptions::quote_words words. Throws NothingToDraw.
[[nodiscard]] Picture draw_html_map(Data& data, const claims::Ledger& ledger, const PictureOptions& options);

}  // namespace dateline::pipeline
