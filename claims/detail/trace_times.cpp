#include <algorithm>
#include <cmath>
#include <sstream>

#include "claims/detail/number_words.hpp"
#include "claims/detail/time_tense.hpp"
#include "claims/detail/time_value.hpp"
#include "claims/detail/token_window.hpp"
#include "claims/detail/trace_spans.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

/// "P3D" for a stretch of time that ends or begins at publication; empty for all else. TIMEX3 holds such stretches by their length.
std::string duration(const TimeExpression& time) {
  std::istringstream words(time.value);
  std::string kind, unit;
  int count = 0;
  if (!(words >> kind >> count >> unit) || kind != "window") return {};
  if (unit.empty() || unit == "weekend") return {};
  const bool hours = unit == "hour";
  const int quarter = unit == "quarter" ? 3 : 1;
  const char letter = unit == "quarter" ? 'M' : static_cast<char>(unit.front() - 'a' + 'A');
  return (hours ? "PT" : "P") + std::to_string((count < 0 ? -count : count) * quarter) + letter;
}

constexpr int days_a_week = 7;

/// "2024-W45" for a Monday to Sunday, "2024-W45-WE" for its end, "2024-SU" for a season: how TIMEX3 writes them. Else the EDTF value.
std::string to_timex(const std::string& point, std::string_view form) {
  const auto slash = point.find('/');
  if (slash == std::string::npos) return point;
  const auto first = point.substr(0, slash);
  const auto last = point.substr(slash + 1);
  if (last == ".." && form.starts_with("coming")) return "FUTURE_REF";
  if (first == ".." && form.starts_with("past")) return "PAST_REF";
  constexpr std::size_t month_length = 7;  // "2024-06"
  if (form.starts_with("season") && first.size() == month_length && last.size() == month_length) {
    const auto month = first.substr(5);
    return last.substr(0, 5) + (month == "03" ? "SP" : month == "06" ? "SU" : month == "09" ? "FA" : "WI");
  }
  const auto from = CivilDate::parse(first);
  const auto to = CivilDate::parse(last);
  if (!from || !to || to->weekday() != 0) return point;
  const int days = to->days_since(*from) + 1;
  if (days != days_a_week && days != 2) return point;
  // The week belongs to the year of its Thursday.
  const auto thursday = to->plus_days(-3);
  const int week = thursday.days_since(*CivilDate::make(thursday.year(), 1, 1)) / days_a_week + 1;
  return std::to_string(thursday.year()) + (week < 10 ? "-W0" : "-W") + std::to_string(week) + (days == 2 ? "-WE" : "");
}

/// "TNI" for "Friday night", likewise for the other parts of a day; empty for a whole day.
std::string part_of_day(std::string_view words) {
  const auto holds = [&](std::string_view part) { return words.find(part) != std::string_view::npos; };
  if (holds("night")) return "TNI";
  if (holds("morning") || holds("dawn")) return "TMO";
  if (holds("afternoon")) return "TAF";
  if (holds("evening")) return "TEV";
  return {};
}

ExtractionTrace::Time to_date(const Story& story, const TimeExpression& time, const std::string& point) {
  ExtractionTrace::Time traced{to_range(story, time.core), "DATE", point, to_timex(point, time.value)};
  constexpr std::size_t day_length = 10;  // "2024-06-01"
  if (const auto part = part_of_day(to_lower(story.text_of(time.core))); !part.empty() && point.size() == day_length) {
    traced.type = "TIME";
    traced.timex = point + part;
  }
  return traced;
}

/// "six weeks", "several hours", "a decade": how long. The tokens up to one past the unit; 0 if there is no duration.
std::size_t read_duration(const TokenWindow& tokens, std::size_t i, std::string& value) {
  const auto number = read_number(tokens, i);
  std::size_t at = number ? number->end : i + 1;
  const bool some = tokens.is_any(i, {"several", "few"});
  if (!number && !some && !tokens.is_any(i, {"a", "an", "one"})) return 0;
  if (tokens.is_dash(at) && tokens.glued(at)) ++at;
  static constexpr std::pair<std::string_view, std::string_view> units[] = {{"minute", "TM"}, {"hour", "TH"}, {"day", "D"}, {"night", "D"}, {"week", "W"}, {"month", "M"}, {"year", "Y"}, {"decade", "Y"}};
  for (const auto& [unit, letter] : units) {
    const auto word = tokens.word(at);
    if (word != unit && !(word.size() == unit.size() + 1 && word.starts_with(unit) && word.back() == 's')) continue;
    const long long count = (number ? std::llround(number->value) : 1) * (unit == "decade" ? 10 : 1);
    value = (letter.size() == 2 ? "PT" : "P") + (some ? std::string("X") : std::to_string(count)) + std::string(letter.substr(letter.size() - 1));
    return at + 1;
  }
  return 0;
}

/// "14:32", "noon", "3 p.m.": an hour of the day of the report. One past its last token; 0 if it is none.
std::size_t read_clock(const TokenWindow& tokens, std::size_t i, std::string& hour) {
  if (tokens.is_any(i, {"noon", "midday", "midnight"})) {
    hour = tokens.is(i, "midnight") ? "T00:00" : "T12:00";
    return i + 1;
  }
  const auto raw = tokens.raw(i);
  if (raw.size() == 5 && raw[2] == ':' && std::isdigit(static_cast<unsigned char>(raw[0])) != 0 && std::isdigit(static_cast<unsigned char>(raw[4])) != 0) {
    hour = "T" + std::string(raw);
    return i + 1;
  }
  if (tokens.is_number(i) && raw.size() <= 2 && tokens.is(i + 1, ":") && tokens.glued(i + 1) && tokens.is_number(i + 2) && tokens.raw(i + 2).size() == 2) {
    hour = "T" + std::string(raw.size() == 1 ? "0" : "") + std::string(raw) + ":" + std::string(tokens.raw(i + 2));
    return i + 3;
  }
  return 0;
}

/// Durations and hours stand in no claim, so that only corpora ask for them.
void trace_durations(const Story& story, ExtractionTrace& trace) {
  TokenWindow tokens(story.text(), story.segments);
  const auto published = story.article.metadata.published;
  for (const auto& sentence : story.segments.sentences) {
    tokens.enter(sentence);
    for (auto i = tokens.begin(); i < tokens.end(); ++i) {
      std::string value;
      const char* type = "DURATION";
      auto end = read_duration(tokens, i, value);
      if (end == 0) {
        end = read_clock(tokens, i, value);
        type = "TIME";
        if (end != 0 && published) value.insert(0, published->to_string());
      }
      if (end == 0) continue;
      const auto span = tokens.span(i, end);
      const bool known = std::any_of(story.times.begin(), story.times.end(), [&](const TimeExpression& time) { return time.span.overlaps(span); });
      if (!known) trace.durations.push_back({to_range(story, span), type, value, {}});
      i = end - 1;
    }
  }
}

}  // namespace

void trace_times(const Story& story, ExtractionTrace& trace) {
  const auto published = story.article.metadata.published;
  for (std::uint32_t t = 0; t < story.times.size(); ++t) {
    const auto& time = story.times[t];
    const auto tense = tense_around(story, t);
    if (const auto ends = split_range(time.value); ends && !time.last_end.empty()) {
      trace.times.push_back({to_range(story, time.first_end), "DATE", resolve_value(ends->first, published, tense).point, {}});
      trace.times.push_back({to_range(story, time.last_end), "DATE", resolve_value(ends->second, published, tense).point, {}});
    } else if (const auto length = duration(time); !length.empty()) {
      const auto span = time.first_end.empty() ? time.core : time.first_end;
      trace.times.push_back({to_range(story, span), "DURATION", length, {}});
    } else {
      trace.times.push_back(to_date(story, time, resolve_value(time.value, published, tense).point));
    }
  }
  trace_durations(story, trace);
}

}  // namespace dateline::claims::detail
