#include "claims/date_range.hpp"

#include <string>

#include "claims/detail/group_time.hpp"

namespace dateline::claims {

bool DateRange::meets(const DateRange& other) const noexcept {
  const bool before = last && other.first && *last < *other.first;
  const bool after = first && other.last && *first > *other.last;
  return !before && !after;
}

DateRange date_range(std::string_view edtf) {
  const auto days = detail::parse_day_range(edtf);
  if (!days || !days->year_known) return {};
  const CivilDate origin = *CivilDate::make(1, 1, 1);  // day 0 of DayRange
  DateRange range;
  if (!days->open_start) range.first = origin.plus_days(days->first);
  if (!days->open_end) range.last = origin.plus_days(days->last);
  return range;
}

bool touches_days(std::string_view edtf, const std::optional<CivilDate>& from, const std::optional<CivilDate>& to) {
  const auto time = detail::parse_day_range(edtf);
  if (!time) return false;
  if (!from && !to) return true;
  const auto wanted = detail::parse_day_range((from ? from->to_string() : "..") + "/" + (to ? to->to_string() : ".."));
  if (!wanted) return false;  // the end is before the start
  const auto relation = detail::relate_times(time, wanted);
  // a time without its year and an open or long range: it may well lie in it
  if (relation == detail::TimeRelation::Unknown) return true;
  return relation != detail::TimeRelation::Disjoint;
}

}  // namespace dateline::claims
