#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil_date.hpp"
#include "base/token.hpp"

namespace dateline::claims {

/// What kind of calendar expression was read; see docs/formats/lexicons.md for the table of rules.
enum class TimeForm : std::uint8_t {
  Date,         ///< "October 18, 2024", "18 Oct", "2024-10-18", "October 2024", "2023"
  Interval,     ///< "from October 8 to 13", "between ... and ...", "1950-1953", "October-November"
  Weekday,      ///< "Friday", "on Thursday night", "this Friday, October 18" is a Date
  Relative,     ///< "yesterday", "last week", "three days ago", "over the past week", "last winter", "overnight"
  Since,        ///< "since August last year", "since 2022"
  Until,        ///< "until March"
  Vague,        ///< "recently", "soon", "early March", "in the coming days"
};

/// A time expression as it stands in the text, not yet placed in a calendar.
struct TimeExpression {
  Span span;                      ///< bytes, with its preposition ("from October 8 to 13", "since August last year")
  std::uint32_t sentence = 0;
  TimeForm form = TimeForm::Date;
  std::string rule;               ///< id of the rule, e.g. "date.month-day-range"
  std::string value;              ///< the rule's own normal form; opaque to callers, input of resolve_time
  Span core = {};                 ///< the same without preposition: "August last year"
  Span first_end = {};            ///< of an interval: "October 8"; empty for all else
};

/// Whether the words around say that the thing has happened; a weekday goes back or forward accordingly.
enum class Tense : std::uint8_t { Past, Present, Future };

struct ResolvedTime {
  std::string edtf;               ///< "2024-10-08/2024-10-13", "2022-08/..", "XXXX-10-18"; empty if it cannot be placed at all
  std::string precision;          ///< day, week, month, season, year, open
  bool needs_document_date = false;  ///< the expression is relative and the document has no date: flag no-document-date
  std::string point;              ///< the same without "since" or "until": what a TIMEX3 value holds
};

/// All time expressions of the text in order, longest match, not overlapping. Linear in the text.
[[nodiscard]] std::vector<TimeExpression> find_times(std::string_view text, const SegmentedText& segments);

/// Places an expression in the calendar. Inclusive ends; no year is ever invented: without a document date a year stays XXXX.
[[nodiscard]] ResolvedTime resolve_time(const TimeExpression& expression, std::optional<CivilDate> document_date, Tense tense);

}  // namespace dateline::claims
