#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil_date.hpp"
#include "claims/event_view.hpp"

/// When events happened, as far as a map by time needs to know.
namespace dateline::pipeline {

/// Days from `first` to `last`, both included; an absent end is open ("since August").
struct DateSpan {
  std::optional<CivilDate> first, last;
  [[nodiscard]] bool meets(const DateSpan& other) const noexcept;
};

/// "2024-10-08/2024-10-13", "2024-10", "2022-08/.." as days. Absent for text that names no year or is no date.
[[nodiscard]] std::optional<DateSpan> date_span(std::string_view edtf);

/// When an event happened; if no claim says, the days on which it was told. Absent if the ledger has neither.
[[nodiscard]] std::optional<DateSpan> date_span(const claims::EventView& view, const claims::LedgerIndex& index);

enum class Multiples { None, Day, Week };

/// One panel of small multiples: "8 Oct 2024" or "7–13 Oct 2024" (weeks begin on Monday).
struct DatePeriod {
  std::string caption;
  DateSpan days;
  std::vector<std::size_t> members;   ///< indices into `spans`
};

/// More panels than this could not be read on any page.
inline constexpr std::size_t most_periods = 16;

/// The periods in which anything happened, in order. Open ends reach to the outermost dates that are named. Absent spans belong to no
/// period. Throws UsageError if there would be more than most_periods.
[[nodiscard]] std::vector<DatePeriod> date_periods(const std::vector<std::optional<DateSpan>>& spans, Multiples unit);

}  // namespace dateline::pipeline
