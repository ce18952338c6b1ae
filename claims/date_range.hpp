#pragma once

#include <optional>
#include <string_view>

#include "base/civil_date.hpp"

namespace dateline::claims {

/// First and last day that an EDTF expression (ISO 8601-2) covers, both included. An open end is absent.
struct DateRange {
  std::optional<CivilDate> first;
  std::optional<CivilDate> last;
  bool operator==(const DateRange&) const = default;
};

/// Both absent for text that is empty, cannot be read or names no year ("XXXX-10-18"): a year is never guessed.
[[nodiscard]] DateRange date_range(std::string_view edtf);

}  // namespace dateline::claims
