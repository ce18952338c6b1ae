#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/civil_date.hpp"
#include "claims/time_expression.hpp"

namespace dateline::claims::detail {

/// A calendar date of which parts may be missing (0).
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;
};

// The normal form of a time expression: words in prefix order, so that values nest without brackets.
//
//   ymd Y M D           a date, 0 for what is not said            dow D MODE            a weekday (0 Sunday); none|last|this|next
//   shift N UNIT        N units from publication, one unit long   window N UNIT         N units that end (N < 0) or begin at publication
//   month M N           month M of the year N from publication    monthof M MODE        last June, this June
//   season NAME MODE    none|last|this|next                       seasonof NAME YEAR    winter of 2022
//   seasonshift NAME N  of the year N from publication            weekend MODE
//   quarter Q YEAR      0: nearest                                quarterof Q N         of the year N from publication
//   monthdays A B M Y   from day A to day B of a month; A < 0: so many days from its end, B 0: to its end
//   half H YEAR         likewise                                  halfof H N            likewise
//   decade YEAR         its first year                            range A B             from A to B
//   since A             until A                                   part NAME A           early, mid, late
//   past                recently                                  coming                soon
//   anchored            relative to something else in the text   anchored N UNIT  to a date told before, not yet found
//   near N UNIT A       N units from A                          dayof D M DAY     a day of a month that is weekday D

[[nodiscard]] std::string to_value(PartialDate date);

/// True for what lies before the day of the report whatever that day is: "last week", "earlier this month".
[[nodiscard]] bool lies_back(std::string_view value);

/// Places a value in the calendar; see resolve_time.
[[nodiscard]] ResolvedTime resolve_value(std::string_view value, std::optional<CivilDate> document_date, Tense tense);

}  // namespace dateline::claims::detail
