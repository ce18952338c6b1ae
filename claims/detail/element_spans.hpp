#pragma once

#include <string_view>
#include <vector>

#include "base/source_position.hpp"

namespace dateline::claims::detail {

/// Byte spans of the elements of one top-level list of a ledger, in order; one linear pass, for messages about many elements.
/// Empty if `json` is not a ledger.
[[nodiscard]] std::vector<Span> find_elements(std::string_view json, std::string_view list);

}  // namespace dateline::claims::detail
