#pragma once

#include <optional>
#include <string_view>

#include "base/civil_date.hpp"

/// EDTF (ISO 8601-2) as days, for everything that compares, filters or draws by time.
namespace dateline::claims {

/// First and last day, both included. An open end ("since August") is absent.
struct DateRange {
  std::optional<CivilDate> first;
  std::optional<CivilDate> last;
  [[nodiscard]] bool is_known() const noexcept { return first || last; }
  /// Whether the two have a day in common; what has no ends at all meets everything.
  [[nodiscard]] bool meets(const DateRange& other) const noexcept;
  bool operator==(const DateRange&) const = default;
};

/// The days that an expression covers. Both absent for text that is empty, cannot be read or names no year ("XXXX-10-18"): a year is never guessed.
[[nodiscard]] DateRange date_range(std::string_view edtf);

/// Whether a time has a day in common with [from, to], ends included; an absent end is open. A time without its year is compared by month and
/// day. False for an empty or unreadable time.
[[nodiscard]] bool touches_days(std::string_view edtf, const std::optional<CivilDate>& from, const std::optional<CivilDate>& to);

}  // namespace dateline::claims
