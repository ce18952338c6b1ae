#include <algorithm>
#include <sstream>

#include "claims/detail/time_clock.hpp"
#include "claims/detail/time_tense.hpp"
#include "claims/detail/time_value.hpp"
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
  for (const std::string_view open : {"since ", "until "}) {
    if (form.starts_with(open)) form.remove_prefix(open.size());
  }
  constexpr std::string_view part = "part ";
  if (form.starts_with(part)) form.remove_prefix(std::min(form.size(), form.find(' ', part.size()) + 1));   // "the end of the summer"
  if (point.empty() && form.starts_with("anchored ")) return "XXXX-XX-XX";   // "two days later", of a day that nobody told
  if (slash == std::string::npos) return point;
  const auto first = point.substr(0, slash);
  const auto last = point.substr(slash + 1);
  if (last == ".." && form.starts_with("coming")) return "FUTURE_REF";
  if (first == ".." && form.starts_with("past")) return "PAST_REF";
  constexpr std::size_t month_length = 7;  // "2024-06"
  if (form.starts_with("season") && first.size() == month_length && last.size() == month_length) {
    const auto month = first.substr(5);
    return first.substr(0, 5) + (month == "03" ? "SP" : month == "06" ? "SU" : month == "09" ? "FA" : "WI");
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
  if (holds("nightfall") || holds("dusk") || holds("sunset")) return "TEV";
  if (holds("night")) return "TNI";
  if (holds("morning") || holds("dawn") || holds("sunrise") || holds("daybreak") || holds("first light") || holds("hours of")) return "TMO";
  if (holds("afternoon")) return "TAF";
  if (holds("evening")) return "TEV";
  return {};
}

/// "T13:00" for "1 p.m. on Monday"; empty without an hour.
std::string clock_of(const TokenWindow& tokens, Span words) {
  const auto& all = tokens.segments().tokens;
  const auto first = std::lower_bound(all.begin(), all.end(), words.start, [](const Token& token, std::size_t start) { return token.span.start < start; });
  if (first == all.end()) return {};
  const auto clock = read_clock(tokens, static_cast<std::size_t>(first - all.begin()));
  return clock && tokens.token(clock->end - 1).span.end <= words.end ? clock->to_timex() : std::string{};
}

/// "two days after" in front of what it hangs on.
bool hangs_on_more(const TimeExpression& time) { return time.rule == "relative.anchored" && time.value == "anchored" && !time.first_end.empty(); }

ExtractionTrace::Time to_date(const Story& story, const TokenWindow& tokens, const TimeExpression& time, const std::string& point) {
  ExtractionTrace::Time traced{to_range(story, time.core), "DATE", point, to_timex(point, time.value)};
  constexpr std::size_t day_length = 10;  // "2024-06-01"
  const auto words = to_lower(story.text_of(time.core));
  const auto clock = clock_of(tokens, time.core);
  if (const auto part = clock.empty() ? part_of_day(words) : clock; !part.empty() && point.size() == day_length) {
    traced.type = "TIME";
    traced.timex = point + part;
  }
  return traced;
}

}  // namespace

void trace_times(const Story& story, ExtractionTrace& trace) {
  const auto published = story.article.metadata.published;
  TokenWindow tokens(story.text(), story.segments);
  tokens.enter(0, story.segments.tokens.size());
  std::vector<bool> traced(story.times.size(), true);
  for (std::uint32_t t = 0; t < story.times.size(); ++t) {
    const auto& time = story.times[t];
    const auto tense = tense_around(story, t);
    if (hangs_on_more(time)) {  // tells how long after
      traced[t] = false;
      continue;
    }
    if (const auto length = duration(time); !length.empty()) {
      const auto span = time.first_end.empty() ? time.core : time.first_end;
      trace.times.push_back({to_range(story, span), "DURATION", length, {}});
    } else {
      trace.times.push_back(to_date(story, tokens, time, resolve_value(time.value, published, tense).point));
    }
  }
  trace_durations(story, tokens, traced, trace);
}

}  // namespace dateline::claims::detail
