#include <algorithm>
#include <charconv>

#include "claims/detail/time_value.hpp"

namespace dateline::claims::detail {

namespace {

/// A value placed: its first and last day where known, and its text. `open` marks an end that is not closed.
struct Placed {
  std::string first;        ///< EDTF of the first end; the whole value if `last` is empty
  std::string last;
  std::string precision;
  std::optional<CivilDate> begin, end;
  bool needs_document_date = false;

  [[nodiscard]] std::string edtf() const { return last.empty() ? first : first + "/" + last; }
  [[nodiscard]] std::string start_text() const { return first; }
  [[nodiscard]] std::string end_text() const { return last.empty() ? first : last; }
};

Placed unplaced(bool needs_date) {
  Placed placed;
  placed.needs_document_date = needs_date;
  return placed;
}

std::string padded(int number, std::size_t width) {
  std::string text(width, '0');
  for (std::size_t at = width; at > 0 && number > 0; number /= 10) text[--at] = static_cast<char>('0' + number % 10);
  return text;
}

std::string year_text(int year) { return year == 0 ? "XXXX" : padded(year, 4); }
std::string two(int number) { return padded(number, 2); }

int month_index(CivilDate date) { return date.year() * 12 + date.month() - 1; }

Placed day(CivilDate date) { return {date.to_string(), {}, "day", date, date, false}; }

Placed days(CivilDate first, CivilDate last, const char* precision) {
  if (first == last) return day(first);
  return {first.to_string(), last.to_string(), precision, first, last, false};
}

Placed year(int number) {
  return {year_text(number), {}, "year", CivilDate::make(number, 1, 1), CivilDate::make(number, 12, 31), false};
}

/// Months counted from year 0; `last` inclusive.
Placed months(int first, int last, const char* precision) {
  const auto text = [](int index) { return year_text(index / 12) + "-" + two(index % 12 + 1); };
  Placed placed{text(first), first == last ? std::string{} : text(last), precision, std::nullopt, std::nullopt, false};
  placed.begin = CivilDate::make(first / 12, first % 12 + 1, 1);
  placed.end = CivilDate::make(last / 12, last % 12 + 1, days_in_month(last / 12, last % 12 + 1));
  if (!placed.begin || !placed.end) return unplaced(false);
  return placed;
}

CivilDate shift_months(CivilDate date, int count) {
  const int index = std::clamp(month_index(date) + count, 12, 9999 * 12 + 11);
  const int y = index / 12;
  const int m = index % 12 + 1;
  return *CivilDate::make(y, m, std::min(date.day(), days_in_month(y, m)));
}

CivilDate monday_of(CivilDate date) { return date.plus_days(-((date.weekday() + 6) % 7)); }

/// Reads a value and places it; made for one call.
class Resolver {
 public:
  Resolver(std::string_view value, std::optional<CivilDate> document, Tense tense)
      : rest_(value), document_(document), tense_(tense) {}

  Placed place(int depth = 0) {
    if (depth > 4) return unplaced(false);  // the rules nest three deep at most
    const auto kind = next();
    if (kind == "ymd") return place_date();
    if (kind == "dow") return place_weekday();
    if (kind == "shift") return place_shift();
    if (kind == "window") return place_window();
    if (kind == "month") return place_month_of_year();
    if (kind == "monthof") return place_month();
    if (kind == "season" || kind == "seasonof" || kind == "seasonshift") return place_season(kind);
    if (kind == "quarter" || kind == "quarterof" || kind == "half" || kind == "halfof") return place_part_of_year(kind);
    if (kind == "monthdays") return place_days_of_month();
    if (kind == "decade") return place_decade();
    if (kind == "weekend") return place_weekend();
    if (kind == "range") return place_range(depth);
    if (kind == "near") return place_near(depth);
    if (kind == "dayof") return place_day_of_weekday();
    if (kind == "since" || kind == "until") return place(depth + 1);
    if (kind == "part") {
      next();
      return place(depth + 1);
    }
    if (kind == "past") return document_ ? Placed{"..", document_->to_string(), "open", {}, document_, false} : unplaced(true);
    if (kind == "coming") return document_ ? Placed{document_->to_string(), "..", "open", document_, {}, false} : unplaced(true);
    return unplaced(false);
  }

 private:
  std::string_view next() {
    const auto end = rest_.find(' ');
    const auto word = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    return word;
  }

  int number() {
    const auto word = next();
    int value = 0;
    std::from_chars(word.data(), word.data() + word.size(), value);
    return std::clamp(value, -100'000, 100'000);
  }

  /// The year that puts a date without one nearest to publication, as the tense asks.
  [[nodiscard]] int year_for(int month, int day_of_month) const {
    const auto at = [&](int y) { return CivilDate::make(y, month, std::min(day_of_month == 0 ? 15 : day_of_month, days_in_month(y, month))); };
    const int y = document_->year();
    // a day's slack: time zones, and stories that run past midnight
    if (tense_ == Tense::Past) {
      // "postponed to 28 March": a day soon to come is nearer than the same day eleven months ago, which would bear its year
      constexpr int near_days = 60;
      const bool later = day_of_month == 0 ? month > document_->month() : at(y) && *at(y) > document_->plus_days(near_days);
      return later ? y - 1 : y;
    }
    if (tense_ == Tense::Future) {
      const bool earlier = day_of_month == 0 ? month < document_->month() : at(y) && *at(y) < document_->plus_days(-1);
      return earlier ? y + 1 : y;
    }
    int best = y;
    int distance = 1 << 20;
    for (const int candidate : {y, y - 1, y + 1}) {
      const auto date = at(candidate);
      if (date && std::abs(date->days_since(*document_)) < distance) {
        distance = std::abs(date->days_since(*document_));
        best = candidate;
      }
    }
    return best;
  }

  [[nodiscard]] Placed place_partial(PartialDate date) const {
    if (date.year == 0 && date.month != 0 && document_) date.year = year_for(date.month, date.day);
    const bool needs = date.year == 0;
    if (date.month == 0) return needs ? unplaced(true) : year(date.year);
    if (date.day == 0) {
      if (!needs) return months(date.year * 12 + date.month - 1, date.year * 12 + date.month - 1, "month");
      return {"XXXX-" + two(date.month), {}, "month", {}, {}, true};
    }
    const auto exact = CivilDate::make(needs ? 2024 : date.year, date.month, date.day);  // a leap year, so that 29 February passes
    if (!exact) return unplaced(false);
    if (!needs) return day(*exact);
    return {"XXXX-" + two(date.month) + "-" + two(date.day), {}, "day", {}, {}, true};
  }

  Placed place_date() {
    const int y = number();
    const int m = number();
    const int d = number();
    return place_partial({y, m, d});
  }

  /// "Wednesday, March 20": of the years around publication the one in which that is a Wednesday.
  Placed place_day_of_weekday() {
    const int weekday = number();
    const int month = number();
    const int day_of_month = number();
    if (document_) {
      for (const int y : {document_->year(), document_->year() - 1, document_->year() + 1}) {
        const auto date = CivilDate::make(y, month, day_of_month);
        if (date && date->weekday() == weekday) return day(*date);
      }
    }
    return place_partial({0, month, day_of_month});
  }

  /// So many units before or after another time of the text.
  Placed place_near(int depth) {
    const int count = number();
    const auto unit = next();
    const auto anchor = place(depth + 1);
    if (!anchor.begin || !anchor.end) return unplaced(anchor.needs_document_date);
    const CivilDate base = count < 0 ? *anchor.begin : *anchor.end;
    if (unit == "day") return day(base.plus_days(count));
    if (unit == "hour") return day(base.plus_days(count / 24));
    if (unit == "week") return day(base.plus_days(std::clamp(count, -5000, 5000) * 7));
    const int index = month_index(base) + count * (unit == "quarter" ? 3 : 1);
    if (unit == "month" || unit == "quarter") return index < 12 || index > 9999 * 12 ? unplaced(false) : months(index, index, "month");
    const int y = base.year() + count;
    return y < 1 || y > 9999 ? unplaced(false) : year(y);
  }

  Placed place_weekday() {
    const int weekday = number();
    const auto mode = next();
    if (!document_) return unplaced(true);
    const int back = (document_->weekday() - weekday + 7) % 7;       // 0: the day of publication
    const int forward = (weekday - document_->weekday() + 7) % 7;
    if (mode == "last") return day(document_->plus_days(back == 0 ? -7 : -back));
    if (mode == "next") return day(document_->plus_days(forward == 0 ? 7 : forward));
    if (tense_ == Tense::Future) return day(document_->plus_days(forward));
    if (tense_ == Tense::Past) return day(document_->plus_days(-back));
    return day(back <= forward || mode == "none" ? document_->plus_days(-back) : document_->plus_days(forward));
  }

  Placed place_shift() {
    const int count = number();
    const auto unit = next();
    if (!document_) return unplaced(true);
    if (unit == "day") return day(document_->plus_days(count));
    if (unit == "hour") return day(document_->plus_days(count / 24));
    if (unit == "week") {
      const auto monday = monday_of(document_->plus_days(std::clamp(count, -5000, 5000) * 7));
      return days(monday, monday.plus_days(6), "week");
    }
    if (unit == "month") {
      const int index = month_index(*document_) + count;
      return index < 12 ? unplaced(false) : months(index, index, "month");
    }
    if (unit == "quarter") {
      const int first = month_index(*document_) / 3 * 3 + count * 3;
      return first < 12 ? unplaced(false) : months(first, first + 2, "month");
    }
    const int y = document_->year() + count;
    return y < 1 ? unplaced(false) : year(y);
  }

  Placed place_window() {
    const int count = number();
    const auto unit = next();
    if (!document_) return unplaced(true);
    CivilDate other = *document_;
    if (unit == "day" || unit == "night") other = document_->plus_days(count);
    else if (unit == "hour") other = document_->plus_days((count < 0 ? -1 : 1) * ((std::abs(count) + 23) / 24));
    else if (unit == "week") other = document_->plus_days(std::clamp(count, -5000, 5000) * 7);
    else if (unit == "month") other = shift_months(*document_, count);
    else if (unit == "quarter") other = shift_months(*document_, 3 * count);
    else other = shift_months(*document_, 12 * std::clamp(count, -5000, 5000));
    const char* precision = unit == "week" ? "week" : unit == "month" || unit == "quarter" ? "month" : unit == "year" ? "year" : "day";
    return count < 0 ? days(other, *document_, precision) : days(*document_, other, precision);
  }

  Placed place_month_of_year() {
    const int month = number();
    const int shift = number();
    if (!document_) return unplaced(true);
    const int index = (document_->year() + shift) * 12 + month - 1;
    return index < 12 ? unplaced(false) : months(index, index, "month");
  }

  Placed place_month() {
    const int month = number();
    const auto mode = next();
    if (!document_) return unplaced(true);
    int y = document_->year();
    if (mode == "last" && month >= document_->month()) --y;
    if (mode == "next" && month <= document_->month()) ++y;
    return months(y * 12 + month - 1, y * 12 + month - 1, "month");
  }

  /// Seasons of the northern hemisphere, in whole months; winter belongs to the year in which it begins.
  Placed place_season(std::string_view kind) {
    const auto name = next();
    const auto mode = next();
    const int first = name == "spring" ? 3 : name == "summer" ? 6 : name == "autumn" ? 9 : 12;
    const auto season = [&](int y) { return months(y * 12 + first - 1, y * 12 + first + 1, "season"); };
    int value = 0;
    std::from_chars(mode.data(), mode.data() + mode.size(), value);
    if (kind == "seasonof") return season(value);
    if (!document_) return unplaced(true);
    if (kind == "seasonshift") return season(document_->year() + value);
    const int now = month_index(*document_);
    int y = document_->year();
    const auto begins = [&](int at) { return at * 12 + first - 1; };
    if (mode == "this") {
      if (now < begins(y) && now <= begins(y - 1) + 2) --y;
      return season(y);
    }
    if (mode == "next" || (mode == "none" && tense_ == Tense::Future)) {
      if (begins(y) < now || (mode == "next" && begins(y) == now)) ++y;
      if (mode == "none" && now <= begins(y - 1) + 2) --y;
      return season(y);
    }
    // the latest one that has begun; "last" asks that it is over
    if (begins(y) > now) --y;
    if (mode == "last" && now <= begins(y) + 2) --y;
    return season(y);
  }

  Placed place_part_of_year(std::string_view kind) {
    const int part = number();
    const int given = number();
    const bool quarter = kind.substr(0, 7) == "quarter";
    const bool relative = kind == "quarterof" || kind == "halfof" || given == 0;
    if (relative && !document_) return unplaced(true);
    const int length = quarter ? 3 : 6;
    int y = given;
    if (relative) y = document_->year() + (given == 0 ? 0 : given);
    if (given == 0 && kind == "quarter" && tense_ != Tense::Future && (part - 1) * 3 + 1 > document_->month()) --y;
    if (y < 1) return unplaced(false);
    const int first = y * 12 + (part - 1) * length;
    return months(first, first + length - 1, "month");
  }

  /// The first week of a month is its first seven days.
  Placed place_days_of_month() {
    int from = number();
    int to = number();
    const int month = number();
    int y = number();
    if (y == 0 && document_) y = year_for(month, from < 0 ? 0 : from);
    if (y == 0) return {"XXXX-" + two(month), {}, "month", {}, {}, true};
    const int length = days_in_month(y, month);
    if (from < 0) from = length + from + 1;
    if (to == 0 || to > length) to = length;
    const auto first = CivilDate::make(y, month, from);
    const auto last = CivilDate::make(y, month, to);
    return first && last ? days(*first, *last, "week") : unplaced(false);
  }

  Placed place_decade() {
    const int first = number();
    const auto digits = year_text(first);
    const bool century = first % 100 == 0 && first < 1900;  // "the 1800s" are a century, "the 1900s" mostly a decade
    return {digits.substr(0, century ? 2 : 3) + (century ? "XX" : "X"), {}, "year", CivilDate::make(first, 1, 1), CivilDate::make(first + (century ? 99 : 9), 12, 31), false};
  }

  Placed place_weekend() {
    const auto mode = next();
    if (!document_) return unplaced(true);
    auto saturday = monday_of(*document_).plus_days(5);
    const bool begun = saturday <= *document_;
    if (mode == "last" || ((mode == "none" || mode == "this") && tense_ == Tense::Past && !begun)) saturday = saturday.plus_days(-7);
    if (mode == "next") saturday = saturday.plus_days(begun ? 7 : 0);
    return days(saturday, saturday.plus_days(1), "day");
  }

  Placed place_range(int depth) {
    auto first = place(depth + 1);
    auto last = place(depth + 1);
    if (first.first.empty() || last.first.empty()) return unplaced(first.needs_document_date || last.needs_document_date);
    // without years both ends were placed alone: the first must not come after the last
    if (first.begin && last.begin && *first.begin > *last.begin && first.precision == "day") {
      const int gap = first.begin->days_since(*last.begin);
      first = gap <= 7 ? day(first.begin->plus_days(-7)) : day(shift_months(*first.begin, -12));
    }
    Placed placed{first.start_text(), last.end_text(), first.precision, first.begin, last.end, first.needs_document_date || last.needs_document_date};
    if (placed.first == placed.last) placed.last.clear();
    return placed;
  }

  std::string_view rest_;
  std::optional<CivilDate> document_;
  Tense tense_;
};

}  // namespace

ResolvedTime resolve_value(std::string_view value, std::optional<CivilDate> document_date, Tense tense) {
  const auto placed = Resolver(value, document_date, tense).place();
  ResolvedTime resolved{placed.edtf(), placed.precision, placed.needs_document_date, placed.edtf()};
  if (resolved.edtf.empty()) return resolved;
  if (value.starts_with("part earlier ") && document_date && placed.begin && placed.end && *placed.begin < *document_date && *placed.end >= *document_date) {
    resolved.edtf = days(*placed.begin, document_date->plus_days(-1), "day").edtf();   // "earlier this week" is over
  }
  if (value.rfind("since ", 0) == 0) {
    resolved.edtf = placed.start_text() + "/..";
    resolved.precision = "open";
  } else if (value.rfind("until ", 0) == 0) {
    resolved.edtf = "../" + placed.end_text();
    resolved.precision = "open";
  }
  return resolved;
}

}  // namespace dateline::claims::detail
