#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/date_range.hpp"
#include "claims/event_view.hpp"

/// When events happened, as far as a map by time needs to know.
namespace dateline::pipeline {

using claims::DateRange;

/// When an event happened; if no claim says, the days on which it was told. Absent if the ledger has neither.
[[nodiscard]] std::optional<DateRange> dates_of(const claims::EventView& view, const claims::LedgerIndex& index);

enum class Multiples { None, Day, Week };

/// One panel of small multiples: "8 Oct 2024" or "7–13 Oct 2024" (weeks begin on Monday).
struct DatePeriod {
  std::string caption;
  DateRange days;
  std::vector<std::size_t> members;   ///< indices into `ranges`
};

/// More panels than this could not be read on any page.
inline constexpr std::size_t most_periods = 16;

/// The periods of `shown` (all time, if it has no ends) in which anything happened, in order. Open ends reach to the outermost dates that are named. Absent ranges belong to no
/// period. Throws UsageError if there would be more than most_periods.
[[nodiscard]] std::vector<DatePeriod> date_periods(const std::vector<std::optional<DateRange>>& ranges, Multiples unit, const DateRange& shown = {});

}  // namespace dateline::pipeline
