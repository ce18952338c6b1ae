#pragma once

#include <optional>
#include <string_view>

#include "base/civil_date.hpp"

namespace dateline::claims {

/// Whether a time (EDTF, ISO 8601-2) has a day in common with [from, to], ends included; an absent end is open. A time without its year is compared by month and
/// day. False for an empty or unreadable time.
[[nodiscard]] bool touches_days(std::string_view edtf, const std::optional<CivilDate>& from, const std::optional<CivilDate>& to);

}  // namespace dateline::claims
