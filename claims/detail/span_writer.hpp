#pragma once

#include <nlohmann/json.hpp>

#include "claims/extract.hpp"

namespace dateline::claims::detail {

/// One claim as an event of a span record. Keys sorted.
[[nodiscard]] nlohmann::json to_event(const Claim& claim, const ExtractionTrace::Range& trigger, const ExtractionTrace::Range& materiel);

}  // namespace dateline::claims::detail
