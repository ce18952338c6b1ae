#include "claims/detail/number_words.hpp"
#include "claims/detail/time_matcher.hpp"

namespace dateline::claims::detail {

namespace {

struct DayRead {
  int day = 0;
  std::size_t end = 0;
};

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int to_int(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// A number that is part of an identifier ("KN-23", "Su-35", "No.2024", "$2014") is never a date.
bool inside_identifier(const TokenWindow& tokens, std::size_t i) {
  if (i == tokens.begin() || !tokens.glued(i)) return false;
  const auto kind = tokens.kind(i - 1);
  if (kind == TokenKind::Symbol) return true;
  if (kind == TokenKind::Word) return !tokens.is_any(i - 1, {"mid"}) && !match_month(tokens, i - 1);
  if (!tokens.is_dash(i - 1) || !tokens.glued(i - 1) || i < tokens.begin() + 2) return false;
  return tokens.is_word(i - 2) && !tokens.is_any(i - 2, {"mid", "early", "late", "th", "st", "nd", "rd"}) && !match_month(tokens, i - 2);
}

std::optional<DayRead> read_day(const TokenWindow& tokens, std::size_t i) {
  const auto raw = tokens.raw(i);
  if (!tokens.is_number(i) || raw.size() > 2 || !all_digits(raw)) return std::nullopt;
  const int day = to_int(raw);
  if (day < 1 || day > 31) return std::nullopt;
  if (tokens.is_word(i + 1) && tokens.glued(i + 1)) {
    if (tokens.is_any(i + 1, {"st", "nd", "rd", "th"})) return DayRead{day, i + 2};
    return std::nullopt;  // "8mm", "10k"
  }
  if (tokens.glued(i + 1) && tokens.is_any(i + 1, {"%", ":"})) return std::nullopt;
  return DayRead{day, i + 1};
}

std::optional<int> read_year(const TokenWindow& tokens, std::size_t i) {
  const auto raw = tokens.raw(i);
  if (!tokens.is_number(i) || raw.size() != 4 || !all_digits(raw)) return std::nullopt;
  if (tokens.is_word(i + 1) && tokens.glued(i + 1)) return std::nullopt;
  const int year = to_int(raw);
  if (year < 1000 || year > 2199) return std::nullopt;
  return year;
}

bool is_connector(const TokenWindow& tokens, std::size_t i, RangeAnd range_and) {
  return tokens.is_dash(i) || tokens.is_any(i, {"to", "through", "until", "till", "thru"}) ||
         (range_and == RangeAnd::Yes && tokens.is(i, "and"));
}

/// Reads a year behind a date: "2024", ", 2024", "of 2024".
std::size_t take_year(const TokenWindow& tokens, std::size_t i, PartialDate& date) {
  std::size_t at = i;
  if (tokens.is_any(at, {",", "of"})) ++at;
  const auto year = read_year(tokens, at);
  if (!year) return i;
  date.year = *year;
  return at + 1;
}

/// "last year" or "this year" behind a month: years from publication.
std::optional<int> read_year_shift(const TokenWindow& tokens, std::size_t i) {
  const bool joined = tokens.is_any(i, {"of", ",", "in"});
  const std::size_t at = joined ? i + 1 : i;
  if (!tokens.is(at + 1, "year")) return std::nullopt;
  if (tokens.is_any(at, {"last"})) return -1;
  if (tokens.is_any(at, {"this"})) return 0;
  if (tokens.is_any(at, {"next"})) return 1;
  return std::nullopt;
}

TimeMatch plain(std::size_t end, PartialDate date, const char* rule) {
  TimeMatch match;
  match.end = end;
  match.rule = rule;
  match.value = to_value(date);
  match.date = date;
  return match;
}

TimeMatch valued(std::size_t end, const char* rule, std::string value) {
  TimeMatch match;
  match.end = end;
  match.rule = rule;
  match.value = std::move(value);
  return match;
}

TimeMatch interval(std::size_t end, PartialDate first, PartialDate last, const char* rule, std::size_t joint) {
  TimeMatch match;
  match.end = end;
  match.form = TimeForm::Interval;
  match.rule = rule;
  match.value = "range " + to_value(first) + " " + to_value(last);
  match.joint = joint;
  return match;
}

/// "October 8", "October 8 to 13, 2024", "Oct. 8th", "October 2024", "August last year", "October".
std::optional<TimeMatch> match_month_first(const TokenWindow& tokens, std::size_t i, RangeAnd range_and) {
  const auto month = match_month(tokens, i);
  if (!month) return std::nullopt;
  PartialDate date{0, *month, 0};
  const std::size_t at = tokens.is(i + 1, "the") ? i + 2 : i + 1;
  if (const auto day = read_day(tokens, at)) {
    date.day = day->day;
    std::size_t end = day->end;
    if (is_connector(tokens, end, range_and) || tokens.is(end, "and")) {
      const auto last = read_day(tokens, end + 1);
      const bool joined = last && last->day > day->day && (!tokens.is(end, "and") || range_and == RangeAnd::Yes || last->day == day->day + 1);
      if (joined && !match_month(tokens, last->end)) {
        PartialDate to{0, *month, last->day};
        end = take_year(tokens, last->end, to);
        date.year = to.year;
        return interval(end, date, to, "date.month-day-range", day->end);
      }
    }
    end = take_year(tokens, end, date);
    return plain(end, date, date.year != 0 ? "date.month-day-year" : "date.month-day");
  }
  if (const auto shift = read_year_shift(tokens, i + 1)) {
    const std::size_t end = i + (tokens.is_any(i + 1, {"of", ",", "in"}) ? 4 : 3);
    return valued(end, "date.month-of-relative-year", "month " + std::to_string(*month) + " " + std::to_string(*shift));
  }
  const std::size_t end = take_year(tokens, i + 1, date);
  auto match = plain(end, date, date.year != 0 ? "date.month-year" : "date.month");
  match.needs_context = date.year == 0;
  return match;
}

/// "8 October 2024", "8-13 October", "the 8th of October", "8 and 9 October".
std::optional<TimeMatch> match_day_first(const TokenWindow& tokens, std::size_t i, RangeAnd range_and) {
  if (inside_identifier(tokens, i)) return std::nullopt;
  const std::size_t start = tokens.is(i, "the") ? i + 1 : i;
  const auto day = read_day(tokens, start);
  if (!day) return std::nullopt;
  std::size_t at = day->end;
  std::optional<DayRead> last;
  if (is_connector(tokens, at, range_and) || tokens.is(at, "and")) {
    last = read_day(tokens, at + 1);
    if (!last || last->day <= day->day) return std::nullopt;
    at = last->end;
  }
  if (tokens.is(at, "of")) ++at;
  const auto month = match_month(tokens, at);
  if (!month) return std::nullopt;
  PartialDate date{0, *month, last ? last->day : day->day};
  const std::size_t end = take_year(tokens, at + 1, date);
  if (!last) return plain(end, date, date.year != 0 ? "date.day-month-year" : "date.day-month");
  return interval(end, {date.year, date.month, day->day}, date, "date.day-range-month", day->end);
}

/// Three numbers: "2024-10-18", "18.10.2024", "10/18/2024". English-language stories write the month first where both
/// readings are possible; the rule's id says that it was read so.
std::optional<TimeMatch> from_numbers(std::string_view a, std::string_view b, std::string_view c, char mark, std::size_t end) {
  if (!all_digits(a) || !all_digits(b) || !all_digits(c)) return std::nullopt;
  if (a.size() == 4 && b.size() <= 2 && c.size() <= 2 && mark != '.') {
    const auto date = CivilDate::make(to_int(a), to_int(b), to_int(c));
    if (!date) return std::nullopt;
    return plain(end, {date->year(), date->month(), date->day()}, "date.iso");
  }
  if (c.size() != 4 || a.size() > 2 || b.size() > 2 || mark == '-') return std::nullopt;
  const int first = to_int(a);
  const int second = to_int(b);
  const bool day_first = mark == '.' || first > 12;
  const auto date = day_first ? CivilDate::make(to_int(c), second, first) : CivilDate::make(to_int(c), first, second);
  if (!date) return std::nullopt;
  return plain(end, {date->year(), date->month(), date->day()}, day_first ? "date.numeric-day-first" : "date.numeric-month-first");
}

std::optional<TimeMatch> match_numeric(const TokenWindow& tokens, std::size_t i) {
  if (!tokens.is_number(i) || inside_identifier(tokens, i)) return std::nullopt;
  const auto raw = tokens.raw(i);
  if (const auto dot = raw.find('.'); dot != std::string_view::npos) {
    const auto second = raw.find('.', dot + 1);
    if (second == std::string_view::npos) return std::nullopt;
    return from_numbers(raw.substr(0, dot), raw.substr(dot + 1, second - dot - 1), raw.substr(second + 1), '.', i + 1);
  }
  const bool slash = tokens.is(i + 1, "/") && tokens.is(i + 3, "/");
  const bool dot = tokens.is(i + 1, ".") && tokens.is(i + 3, ".");
  const bool dash = tokens.is(i + 1, "-") && tokens.is(i + 3, "-");
  if (!slash && !dash && !dot) return std::nullopt;
  for (std::size_t k = i + 1; k <= i + 4; ++k) {
    if (!tokens.glued(k)) return std::nullopt;
  }
  if (tokens.is_dash(i + 5) && tokens.glued(i + 5)) return std::nullopt;  // a longer number: a telephone, a serial
  return from_numbers(raw, tokens.raw(i + 2), tokens.raw(i + 4), slash ? '/' : dot ? '.' : '-', i + 5);
}

/// "1950-53", "2014-2016", "2014 to 2016" (the latter only in a context of time).
std::optional<TimeMatch> match_year_range(const TokenWindow& tokens, std::size_t i, RangeAnd range_and) {
  if (inside_identifier(tokens, i)) return std::nullopt;
  const auto first = read_year(tokens, i);
  if (!first || !is_connector(tokens, i + 1, range_and)) return std::nullopt;
  int last = read_year(tokens, i + 2).value_or(0);
  const auto raw = tokens.raw(i + 2);
  if (last == 0 && tokens.is_dash(i + 1) && raw.size() == 2 && all_digits(raw)) last = *first / 100 * 100 + to_int(raw);
  if (last <= *first || last - *first > 200) return std::nullopt;
  auto match = interval(i + 3, {*first, 0, 0}, {last, 0, 0}, "date.year-range", i + 1);
  match.needs_context = !tokens.is_dash(i + 1) && range_and == RangeAnd::No;
  return match;
}

}  // namespace

std::optional<int> match_month(const TokenWindow& tokens, std::size_t i) {
  if (!tokens.is_word(i)) return std::nullopt;
  const auto* word = find_time_word(tokens.word(i));
  if (word == nullptr) return std::nullopt;
  if (word->kind == TimeWordClass::Month) {
    const bool also_common_word = tokens.is_any(i, {"may", "march", "august"});
    if (also_common_word && !tokens.is_capital(i)) return std::nullopt;
    return word->number;
  }
  if (word->kind != TimeWordClass::MonthShort || !tokens.is_capital(i)) return std::nullopt;
  // "Mar" and "Jun" are also names: they need their dot or a number beside them
  const bool dotted = tokens.raw(i).back() == '.';
  const bool beside_number = tokens.is_number(i + 1) || (i > tokens.begin() && tokens.is_number(i - 1)) || tokens.is(i + 1, ",");
  if (!dotted && !beside_number && !(i > tokens.begin() && tokens.is_dash(i - 1))) return std::nullopt;
  return word->number;
}

std::optional<TimeMatch> match_calendar(const TokenWindow& tokens, std::size_t i, RangeAnd range_and) {
  if (auto match = match_numeric(tokens, i)) return match;
  if (auto match = match_month_first(tokens, i, range_and)) return match;
  if (auto match = match_day_first(tokens, i, range_and)) return match;
  return match_year_range(tokens, i, range_and);
}

std::optional<TimeMatch> match_year(const TokenWindow& tokens, std::size_t i) {
  if (inside_identifier(tokens, i)) return std::nullopt;
  const auto raw = tokens.raw(i);
  if (tokens.is_number(i) && raw.size() == 4 && all_digits(raw) && raw.back() == '0') {
    const std::size_t mark = i + 1;
    const bool decade = tokens.glued(mark) && (tokens.is(mark, "s") || (tokens.kind(mark) == TokenKind::Possessive && tokens.raw(mark).back() == 's'));
    if (decade) return valued(i + 2, "date.decade", "decade " + std::string(raw));
  }
  const auto year = read_year(tokens, i);
  if (!year || *year < 1500 || *year > 2100) return std::nullopt;
  if (tokens.glued(i + 1) && (tokens.is_any(i + 1, {"%", "/"}) || (tokens.is_dash(i + 1) && tokens.glued(i + 2) && tokens.is_number(i + 2)))) return std::nullopt;
  auto match = plain(i + 1, {*year, 0, 0}, "date.year");
  match.needs_context = true;
  return match;
}

}  // namespace dateline::claims::detail
