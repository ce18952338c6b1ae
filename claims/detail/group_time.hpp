#pragma once

#include <optional>
#include <string_view>

namespace dateline::claims::detail {

/// The days an EDTF string (ISO 8601-2) covers, ends included. Days count from 0001-01-01; open ends are far away.
struct DayRange {
  int first = 0;
  int last = 0;
  bool year_known = true;   ///< false for "XXXX-10-18": the days then lie in a stand-in leap year
  bool open_end = false;    ///< "2022-08/.."
  bool open_start = false;
  bool operator==(const DayRange&) const = default;
};

/// Absent for an empty or unreadable string, and for one that says nothing ("../..").
[[nodiscard]] std::optional<DayRange> parse_day_range(std::string_view edtf);

enum class TimeRelation { Unknown, Equal, Overlap, Disjoint };

/// How two times relate; a time without a year is compared by month and day. Unknown if either is absent.
[[nodiscard]] TimeRelation relate_times(const std::optional<DayRange>& a, const std::optional<DayRange>& b);

}  // namespace dateline::claims::detail
