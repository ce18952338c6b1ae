#include "claims/date_range.hpp"

#include "claims/detail/group_time.hpp"

namespace dateline::claims {

DateRange date_range(std::string_view edtf) {
  const auto days = detail::parse_day_range(edtf);
  if (!days || !days->year_known) return {};
  const CivilDate origin = *CivilDate::make(1, 1, 1);  // day 0 of DayRange
  DateRange range;
  if (!days->open_start) range.first = origin.plus_days(days->first);
  if (!days->open_end) range.last = origin.plus_days(days->last);
  return range;
}

}  // namespace dateline::claims
