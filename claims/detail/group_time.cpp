#include "claims/detail/group_time.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "base/civil_date.hpp"

namespace dateline::claims::detail {

namespace {

constexpr int kFar = std::numeric_limits<int>::max() / 2;
constexpr int kStandInYear = 2000;  // a leap year, so that 29 February exists

int day_number(CivilDate date) {
  static const CivilDate kOrigin = *CivilDate::make(1, 1, 1);
  return date.days_since(kOrigin);
}

/// A number of `text` from `start`, or -1; "XX" counts as unknown, which is -1 too.
int number_at(std::string_view text, std::size_t start, std::size_t length) {
  if (start + length > text.size()) return -1;
  int value = 0;
  for (const char c : text.substr(start, length)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<DayRange> season(int year, int code) {
  // 21 spring, 22 summer, 23 autumn, 24 winter, without hemisphere (ISO 8601-2): the northern months, as newspapers mean them
  const int first_month = code == 24 ? 12 : (code - 20) * 3;
  const auto first = CivilDate::make(year, first_month, 1);
  const int last_month = first_month == 12 ? 2 : first_month + 2;
  const int last_year = first_month == 12 ? year + 1 : year;
  const auto last = CivilDate::make(last_year, last_month, days_in_month(last_year, last_month));
  if (!first || !last) return std::nullopt;
  return DayRange{day_number(*first), day_number(*last), true, false, false};
}

/// One date of an interval: a year, month or day; marks of doubt (~ ? %) are left out of the comparison.
std::optional<DayRange> parse_date(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == '~' || c == '?' || c == '%'; }), text.end());
  if (const std::size_t time = text.find('T'); time != std::string::npos) text.resize(time);
  int year = number_at(text, 0, 4);
  const bool year_known = year > 0;
  if (!year_known) {
    if (!text.starts_with("XXXX")) return std::nullopt;
    year = kStandInYear;
  }
  const int month = text.size() >= 7 ? number_at(text, 5, 2) : -1;
  const int day = text.size() >= 10 ? number_at(text, 8, 2) : -1;
  if (month < 0 && !year_known) return std::nullopt;
  if (month >= 21 && month <= 24) return year_known ? season(year, month) : std::nullopt;
  const auto first = CivilDate::make(year, month < 0 ? 1 : month, day < 0 ? 1 : day);
  if (!first) return std::nullopt;
  const int last_month = month < 0 ? 12 : month;
  const auto last = CivilDate::make(year, last_month, day < 0 ? days_in_month(year, last_month) : day);
  return DayRange{day_number(*first), day_number(*last), year_known, false, false};
}

bool is_open(std::string_view part) { return part.empty() || part == ".."; }

/// The range moved into the stand-in year; absent if it is longer than that could show.
std::optional<DayRange> without_year(const DayRange& range) {
  if (!range.year_known) return range;
  if (range.open_start || range.open_end || range.last - range.first > 300) return std::nullopt;
  static const CivilDate kOrigin = *CivilDate::make(1, 1, 1);
  const CivilDate first = kOrigin.plus_days(range.first);
  const auto moved = CivilDate::make(kStandInYear, first.month(), first.day());
  if (!moved) return std::nullopt;
  return DayRange{day_number(*moved), day_number(*moved) + range.last - range.first, false, false, false};
}

}  // namespace

std::optional<DayRange> parse_day_range(std::string_view edtf) {
  if (edtf.empty()) return std::nullopt;
  const std::size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return parse_date(std::string(edtf));
  const std::string_view start = edtf.substr(0, slash);
  const std::string_view end = edtf.substr(slash + 1);
  if (is_open(start) && is_open(end)) return std::nullopt;
  const auto first = is_open(start) ? std::nullopt : parse_date(std::string(start));
  const auto last = is_open(end) ? std::nullopt : parse_date(std::string(end));
  if ((!is_open(start) && !first) || (!is_open(end) && !last)) return std::nullopt;
  DayRange range;
  range.first = -kFar;
  range.last = kFar;
  if (first) {
    range.first = first->first;
    range.year_known = first->year_known;
  }
  if (last) {
    range.last = last->last;
    range.year_known = range.year_known && last->year_known;
  }
  range.open_start = is_open(start);
  range.open_end = is_open(end);
  if (range.last < range.first) return std::nullopt;
  return range;
}

TimeRelation relate_times(const std::optional<DayRange>& a, const std::optional<DayRange>& b) {
  if (!a || !b) return TimeRelation::Unknown;
  std::optional<DayRange> left = a;
  std::optional<DayRange> right = b;
  if (!a->year_known || !b->year_known) {
    left = without_year(*a);
    right = without_year(*b);
    if (!left || !right) return TimeRelation::Unknown;
  }
  if (left->first == right->first && left->last == right->last) return TimeRelation::Equal;
  return left->first <= right->last && right->first <= left->last ? TimeRelation::Overlap : TimeRelation::Disjoint;
}

}  // namespace dateline::claims::detail
