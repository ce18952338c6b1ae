#include <cmath>

#include "claims/detail/number_words.hpp"
#include "claims/detail/time_matcher.hpp"

namespace dateline::claims::detail {

namespace {

TimeMatch make(std::size_t end, TimeForm form, const char* rule, std::string value) {
  TimeMatch match;
  match.end = end;
  match.form = form;
  match.rule = rule;
  match.value = std::move(value);
  return match;
}

struct Count {
  int number = 0;      ///< 0: "a few", "several", "recent": not known
  std::size_t end = 0;
};

/// "three", "24", "a", "a couple of", "a few", "several".
std::optional<Count> read_count(const TokenWindow& tokens, std::size_t i) {
  if (tokens.is_any(i, {"few", "several", "many", "some"})) return Count{0, i + 1};
  if (tokens.is(i, "a") && tokens.is(i + 1, "few")) return Count{0, i + 2};
  if (tokens.is(i, "a") && tokens.is(i + 1, "couple")) return Count{2, tokens.is(i + 2, "of") ? i + 3 : i + 2};
  if (tokens.is(i, "couple")) return Count{2, tokens.is(i + 1, "of") ? i + 2 : i + 1};
  if (const auto number = read_number(tokens, i); number && number->value >= 1 && number->value <= 5000 && number->value == std::floor(number->value)) {
    return Count{static_cast<int>(number->value), number->end};
  }
  if (tokens.is_any(i, {"a", "an", "one"})) return Count{1, i + 1};
  return std::nullopt;
}

struct Unit {
  std::string name;   ///< day, week, month, year, decade, century, hour, quarter, weekend
  int factor = 1;
  std::size_t end = 0;
};

std::optional<Unit> read_unit(const TokenWindow& tokens, std::size_t i) {
  const std::size_t at = tokens.is_dash(i) && tokens.glued(i) ? i + 1 : i;  // "three-week"
  const auto* word = time_word(tokens, at, TimeWordClass::Unit);
  if (word == nullptr) return std::nullopt;
  if (word->name == "fortnight") return Unit{"week", 2, at + 1};
  if (word->name == "century") return Unit{"year", 100, at + 1};
  if (word->name == "decade") return Unit{"year", 10, at + 1};
  return Unit{std::string(word->name), 1, at + 1};
}

std::string numbered(const char* kind, int count, const Unit& unit) {
  return std::string(kind) + " " + std::to_string(count * unit.factor) + " " + unit.name;
}

/// "three days ago", "a week earlier", "several months ago", "two years after".
std::optional<TimeMatch> match_ago(const TokenWindow& tokens, std::size_t i) {
  const auto count = read_count(tokens, i);
  if (!count) return std::nullopt;
  const auto unit = read_unit(tokens, count->end);
  if (!unit || unit->name == "weekend") return std::nullopt;
  const std::size_t at = unit->end;
  if (tokens.is_any(at, {"ago", "back"})) {
    if (tokens.is(at, "back") && !tokens.is_any(i - 1, {"about", "some"})) return std::nullopt;
    if (count->number == 0) return make(at + 1, TimeForm::Vague, "relative.some-ago", "past");
    return make(at + 1, TimeForm::Relative, "relative.ago", numbered("shift", -count->number, *unit));
  }
  if (tokens.is_any(at, {"earlier", "later", "before", "after"})) {
    // "two days after the vote" hangs on the vote, "two days after." on a date that was told before
    const bool told = count->number != 0 && (tokens.is_any(at, {"earlier", "later"}) ? !tokens.is(at + 1, "than") : ends_phrase(tokens, at + 1) && !hangs_on_clause(tokens, at + 1));
    const bool back = tokens.is_any(at, {"earlier", "before"});
    auto match = make(at + 1, TimeForm::Relative, "relative.anchored", told ? numbered("anchored", back ? -count->number : count->number, *unit) : "anchored");
    match.joint = at;
    return match;
  }
  return std::nullopt;
}

const char* mode_of(const TokenWindow& tokens, std::size_t i) {
  if (tokens.is_any(i, {"last", "past"})) return "last";
  if (tokens.is_any(i, {"next", "coming", "upcoming"})) return "next";
  if (tokens.is_any(i, {"this", "current"})) return "this";
  return nullptr;
}

int sign_of(std::string_view mode) { return mode == "last" ? -1 : mode == "next" ? 1 : 0; }

/// "last week", "the past three months", "this year", "next Friday", "last winter", "last night", "last June".
std::optional<TimeMatch> match_direction(const TokenWindow& tokens, std::size_t start) {
  const bool article = tokens.is_any(start, {"the", "these", "those"});
  std::size_t i = article ? start + 1 : start;
  if (tokens.is(i, "recent")) {
    const auto unit = read_unit(tokens, i + 1);
    if (unit) return make(unit->end, TimeForm::Vague, "relative.recent", "past");
    return std::nullopt;
  }
  if (tokens.is(i, "this") && tokens.is_any(i + 1, {"past", "coming"})) ++i;
  const char* mode = mode_of(tokens, i);
  if (mode == nullptr) {
    const bool back = tokens.is_any(i, {"previous", "preceding"});
    const bool same = tokens.is(i, "same") || (tokens.is(i, "that") && !article && ends_phrase(tokens, i + 2));
    const auto unit = back || same || tokens.is(i, "following") ? read_unit(tokens, i + 1) : std::nullopt;
    if (unit && tokens.word(unit->end - 1).back() != 's') return make(unit->end, TimeForm::Relative, "relative.anchored", numbered("anchored", back ? -1 : same ? 0 : 1, *unit));
    return std::nullopt;
  }
  const std::size_t at = i + 1;
  const bool pastlike = tokens.is_any(i, {"past", "coming"});
  if (const auto* day = time_word(tokens, at, TimeWordClass::Weekday)) {
    auto match = make(at + 1, TimeForm::Weekday, "weekday.directed", "dow " + std::to_string(day->number) + " " + mode);
    return match;
  }
  if (const auto month = match_month(tokens, at); month && !tokens.is_number(at + 1)) {
    return make(at + 1, TimeForm::Relative, "relative.month", "monthof " + std::to_string(*month) + " " + mode);
  }
  if (const auto* season = time_word(tokens, at, TimeWordClass::Season)) {
    return make(at + 1, TimeForm::Relative, "relative.season", "season " + std::string(season->name) + " " + mode);
  }
  if (time_word(tokens, at, TimeWordClass::Daytime) != nullptr || tokens.is(at, "night")) {
    if (std::string_view(mode) == "next" || article) return std::nullopt;
    return make(at + 1, TimeForm::Relative, "relative.daytime", std::string_view(mode) == "last" ? "shift -1 day" : "shift 0 day");
  }
  if (const auto count = read_count(tokens, at); count && sign_of(mode) != 0) {
    if (const auto unit = read_unit(tokens, count->end); unit && unit->name != "weekend") {
      if (tokens.is(unit->end, "of") && (tokens.is_number(unit->end + 1) || match_month(tokens, unit->end + 1))) return std::nullopt;   // "the last three months of 2014"
      if (count->number == 0) return make(unit->end, TimeForm::Vague, "relative.some-window", sign_of(mode) < 0 ? "past" : "coming");
      return make(unit->end, TimeForm::Relative, "relative.window", numbered("window", sign_of(mode) * count->number, *unit));
    }
  }
  const auto unit = read_unit(tokens, at);
  if (!unit) return std::nullopt;
  if (unit->name == "weekend") return make(unit->end, TimeForm::Relative, "relative.weekend", std::string("weekend ") + mode);
  const bool plural = tokens.word(unit->end - 1).back() == 's';
  if (plural) {
    if (sign_of(mode) == 0) return std::nullopt;
    return make(unit->end, TimeForm::Vague, "relative.some-window", sign_of(mode) < 0 ? "past" : "coming");
  }
  if (unit->name == "day" || unit->name == "hour") {
    if (!article || !pastlike) return article ? std::optional(make(unit->end, TimeForm::Relative, "relative.anchored", numbered("anchored", sign_of(mode), *unit))) : std::nullopt;
  }
  // "the past week" and "the last week" are a stretch of time, "last week" is a week of the calendar
  if (sign_of(mode) != 0 && (pastlike || article)) {
    return make(unit->end, TimeForm::Relative, "relative.window", numbered("window", sign_of(mode), *unit));
  }
  return make(unit->end, TimeForm::Relative, "relative.unit", numbered("shift", sign_of(mode), *unit));
}

/// "the third quarter of 2023", "first half of last year".
std::optional<TimeMatch> match_part_of_year(const TokenWindow& tokens, std::size_t start) {
  const std::size_t i = tokens.is(start, "the") ? start + 1 : start;
  const auto* ordinal = time_word(tokens, i, TimeWordClass::Ordinal);
  if (ordinal == nullptr || !tokens.is_any(i + 1, {"quarter", "half"})) return std::nullopt;
  const bool quarter = tokens.is(i + 1, "quarter");
  if (!quarter && ordinal->number > 2) return std::nullopt;
  const std::string kind = quarter ? "quarter" : "half";
  const std::string number = std::to_string(ordinal->number);
  std::size_t at = i + 2;
  if (tokens.is_any(at, {"of", ",", "in"})) ++at;
  if (const auto year = match_year(tokens, at); year && year->date) {
    return make(at + 1, TimeForm::Date, quarter ? "date.quarter" : "date.half", kind + " " + number + " " + std::to_string(year->date->year));
  }
  if (const char* mode = mode_of(tokens, at); mode != nullptr && tokens.is(at + 1, "year")) {
    return make(at + 2, TimeForm::Relative, quarter ? "date.quarter" : "date.half", kind + "of " + number + " " + std::to_string(sign_of(mode)));
  }
  if (tokens.is(at, "the") && tokens.is(at + 1, "year")) {
    return make(at + 2, TimeForm::Relative, quarter ? "date.quarter" : "date.half", kind + "of " + number + " 0");
  }
  if (!quarter) return std::nullopt;
  return make(i + 2, TimeForm::Date, "date.quarter", "quarter " + number + " 0");
}

/// "the first week of September", "the first two weeks of March 2021", "the second half of April", "the last week of December".
std::optional<TimeMatch> match_part_of_month(const TokenWindow& tokens, std::size_t start) {
  const std::size_t i = tokens.is(start, "the") ? start + 1 : start;
  const auto* ordinal = time_word(tokens, i, TimeWordClass::Ordinal);
  const bool last = tokens.is(i, "last");
  if (ordinal == nullptr && !last) return std::nullopt;
  const auto count = read_number(tokens, i + 1);
  const std::size_t at = count ? count->end : i + 1;
  const bool week = tokens.is_any(at, {"week", "weeks"});
  if ((!week && !tokens.is(at, "half")) || !tokens.is(at + 1, "of")) return std::nullopt;
  const auto month = match_month(tokens, at + 2);
  if (!month) return std::nullopt;
  std::size_t end = at + 3;
  int year = 0;
  if (const auto told = match_year(tokens, tokens.is(end, ",") ? end + 1 : end); told && told->date) {
    year = told->date->year;
    end = told->end;
  }
  constexpr int days_a_week = 7;
  constexpr int half_month = 15;
  const int length = week ? days_a_week * (count ? static_cast<int>(count->value) : 1) : half_month;
  const int part = last ? 0 : ordinal->number;
  const int from = last ? -length : (part - 1) * (week ? days_a_week : half_month) + 1;
  const int to = last || (!week && part == 2) ? 0 : from + length - 1;
  if (length > 2 * half_month || part > 4 || (!week && part > 2)) return std::nullopt;
  return make(end, TimeForm::Interval, "date.part-of-month", "monthdays " + std::to_string(from) + " " + std::to_string(to) + " " + std::to_string(*month) + " " + std::to_string(year));
}

/// "by Christmas", "on New Year's Day": feasts with a day of their own.
std::optional<TimeMatch> match_feast(const TokenWindow& tokens, std::size_t i) {
  if (!tokens.is_capital(i)) return std::nullopt;
  std::size_t end = 0;
  PartialDate date;
  if (tokens.is(i, "christmas")) {
    const bool eve = tokens.is(i + 1, "eve");
    date = {0, 12, eve ? 24 : 25};
    end = eve || tokens.is(i + 1, "day") ? i + 2 : i + 1;
  } else if (tokens.is(i, "new") && tokens.is(i + 1, "year") && tokens.kind(i + 2) == TokenKind::Possessive && tokens.is_any(i + 3, {"day", "eve"})) {
    const bool eve = tokens.is(i + 3, "eve");
    date = eve ? PartialDate{0, 12, 31} : PartialDate{0, 1, 1};
    end = i + 4;
  }
  if (end == 0) return std::nullopt;
  auto match = make(end, TimeForm::Date, "date.feast", to_value(date));
  match.date = date;
  match.needs_context = end == i + 1;  // but "a Christmas market"
  return match;
}

/// "spring of 2023", "winter 2022"; "the summer" only with a preposition.
std::optional<TimeMatch> match_season(const TokenWindow& tokens, std::size_t start) {
  const bool article = tokens.is(start, "the");
  const std::size_t i = article ? start + 1 : start;
  const auto* season = time_word(tokens, i, TimeWordClass::Season);
  if (season == nullptr) return std::nullopt;
  const std::string name(season->name);
  std::size_t at = i + 1;
  if (tokens.is_any(at, {"of", ","})) ++at;
  if (const auto year = match_year(tokens, at); year && year->date) {
    return make(at + 1, TimeForm::Date, "date.season-year", "seasonof " + name + " " + std::to_string(year->date->year));
  }
  if (const char* mode = mode_of(tokens, at); mode != nullptr && tokens.is(at + 1, "year")) {
    return make(at + 2, TimeForm::Relative, "relative.season-of-year", "seasonshift " + name + " " + std::to_string(sign_of(mode)));
  }
  if (tokens.is(i + 1, "of")) return std::nullopt;  // "the fall of the city"
  const bool alone = article || ends_phrase(tokens, i + 1) || tokens.is_capital(i + 1) || tokens.is_number(i + 1) || tokens.is_any(i + 1, {"the", "a", "an", "this", "last", "next"});
  if (!alone) return std::nullopt;  // "in winter coats"
  auto match = make(i + 1, TimeForm::Relative, "relative.season", "season " + name + " none");
  match.needs_context = true;
  return match;
}

std::optional<TimeMatch> match_day_word(const TokenWindow& tokens, std::size_t i) {
  if (tokens.is(i, "the") && tokens.is(i + 1, "day") && tokens.is_any(i + 2, {"before", "after"}) && tokens.is_any(i + 3, {"yesterday", "tomorrow"})) {
    return make(i + 4, TimeForm::Relative, "relative.day", tokens.is(i + 3, "yesterday") ? "shift -2 day" : "shift 2 day");
  }
  if ((tokens.is(i, "the") || tokens.is(i, "a")) && tokens.is(i + 1, "day") && tokens.is_any(i + 2, {"before", "after", "earlier", "later"})) {
    const bool told = tokens.is_any(i + 2, {"earlier", "later"}) || (ends_phrase(tokens, i + 3) && !hangs_on_clause(tokens, i + 3));
    auto match = make(i + 3, TimeForm::Relative, "relative.anchored", !told ? "anchored" : tokens.is_any(i + 2, {"before", "earlier"}) ? "anchored -1 day" : "anchored 1 day");
    if (tokens.is(i, "a")) match.joint = i + 2;
    return match;
  }
  if (const auto* day = time_word(tokens, i, TimeWordClass::Day)) {
    return make(i + 1, TimeForm::Relative, "relative.day", "shift " + std::to_string(day->number) + " day");
  }
  if (const auto* vague = time_word(tokens, i, TimeWordClass::Vague)) {
    const bool conjunction = tokens.is(i, "soon") && (tokens.is(i + 1, "as") || tokens.is_any(i - 1, {"as", "too", "sooner"}));
    const bool anchored = tokens.is(i, "shortly") && tokens.is_any(i + 1, {"before", "after"});
    if (!conjunction && !anchored) return make(i + 1, TimeForm::Vague, "vague.word", std::string(vague->name));
  }
  if (tokens.is(i, "the") && tokens.is(i + 1, "weekend")) return make(i + 2, TimeForm::Relative, "relative.weekend", "weekend none");
  return std::nullopt;
}

}  // namespace

std::optional<TimeMatch> match_weekday(const TokenWindow& tokens, std::size_t i) {
  if (!tokens.is_word(i)) return std::nullopt;
  const auto* word = find_time_word(tokens.word(i));
  if (word == nullptr) return std::nullopt;
  const bool shortened = word->kind == TimeWordClass::WeekdayShort;
  if (word->kind != TimeWordClass::Weekday && !shortened) return std::nullopt;
  const std::size_t at = tokens.is(i + 1, ",") ? i + 2 : i + 1;
  if (auto date = match_calendar(tokens, at, RangeAnd::No); date && date->date && date->date->day != 0 && tokens.is_capital(i)) {
    date->rule = "date.weekday-date";
    if (date->date->year == 0) date->value = "dayof " + std::to_string(word->number) + " " + std::to_string(date->date->month) + " " + std::to_string(date->date->day);
    return date;
  }
  if (shortened) return std::nullopt;
  if (!tokens.is_capital(i) && !tokens.is_any(i - 1, {"on", "last", "next", "this", "by", "since", "until"})) return std::nullopt;
  // an issue of a paper or a day of a party ("Black Friday") is a name
  if (i > tokens.begin() && tokens.is_any(i - 1, {"black", "good", "bloody", "super", "ash"}) && tokens.is_capital(i - 1)) return std::nullopt;
  return make(i + 1, TimeForm::Weekday, "weekday.plain", "dow " + std::to_string(word->number) + " none");
}

std::optional<TimeMatch> match_relative(const TokenWindow& tokens, std::size_t i) {
  if (auto match = match_part_of_year(tokens, i)) return match;
  if (auto match = match_part_of_month(tokens, i)) return match;
  if (auto match = match_feast(tokens, i)) return match;
  if (auto match = match_day_word(tokens, i)) return match;
  if (auto match = match_direction(tokens, i)) return match;
  if (auto match = match_ago(tokens, i)) return match;
  return match_season(tokens, i);
}

}  // namespace dateline::claims::detail
