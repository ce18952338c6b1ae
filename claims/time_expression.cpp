#include "claims/time_expression.hpp"

#include "claims/detail/time_matcher.hpp"
#include "claims/detail/time_value.hpp"

namespace dateline::claims {

namespace {

/// "Two days later" goes back to a date of the same story at most so many sentences before.
constexpr std::uint32_t max_anchor_distance = 3;
/// Anchors that hang on anchors that hang on anchors are not followed without end.
constexpr std::size_t max_anchor_value = 64;

TimeExpression to_expression(const detail::TokenWindow& tokens, std::size_t first, detail::TimeMatch match, std::size_t sentence) {
  TimeExpression time;
  const std::size_t core = match.core == 0 ? first : match.core;
  time.span = tokens.span(first, match.end);
  time.core = tokens.span(core, match.end);
  time.sentence = static_cast<std::uint32_t>(sentence);
  time.form = match.form;
  if (match.joint > core && match.joint < match.end) {
    time.first_end = tokens.span(core, match.joint);
  }
  time.rule = std::move(match.rule);
  time.value = std::move(match.value);
  return time;
}

/// True if a date as exact as the unit asks is told: "two days later" needs a day, "the following year" any date.
bool can_anchor(const TimeExpression& time, std::string_view unit) {
  if (time.form == TimeForm::Vague || time.form == TimeForm::Since || time.form == TimeForm::Until || time.value.size() > max_anchor_value) return false;
  if (time.rule == "relative.anchored" || time.rule == "relative.window") return false;
  if (unit == "year") return true;
  const bool day = (time.value.starts_with("ymd ") && !time.value.ends_with(" 0")) || time.value.starts_with("dow ") || time.value.starts_with("dayof ") ||
                   time.value.ends_with(" day") || time.value.starts_with("range ") || time.value.starts_with("near ");
  const bool month = time.rule.find("month") != std::string::npos;
  return day || (unit == "month" && month);
}

/// Gives "the following day" and "two years earlier" the date that was told before them.
void find_anchors(std::vector<TimeExpression>& times) {
  constexpr std::string_view mark = "anchored ";
  for (std::size_t i = 0; i < times.size(); ++i) {
    auto& time = times[i];
    if (!time.value.starts_with(mark)) continue;
    const auto unit = std::string_view(time.value).substr(time.value.rfind(' ') + 1);
    for (std::size_t k = i; k-- > 0 && times[k].sentence + max_anchor_distance >= time.sentence;) {
      if (!can_anchor(times[k], unit)) continue;
      time.value = "near " + time.value.substr(mark.size()) + " " + times[k].value;
      time.rule = "relative.from-anchor";
      break;
    }
  }
}

}  // namespace

std::vector<TimeExpression> find_times(std::string_view text, const SegmentedText& segments) {
  std::vector<TimeExpression> times;
  detail::TokenWindow tokens(text, segments);
  for (std::size_t s = 0; s < segments.sentences.size(); ++s) {
    tokens.enter(segments.sentences[s]);
    for (std::size_t i = tokens.begin(); i < tokens.end();) {
      auto match = detail::match_time(tokens, i);
      if (!match || match->end <= i) {
        ++i;
        continue;
      }
      const std::size_t end = match->end;
      times.push_back(to_expression(tokens, i, std::move(*match), s));
      i = end;
    }
  }
  find_anchors(times);
  return times;
}

ResolvedTime resolve_time(const TimeExpression& expression, std::optional<CivilDate> document_date, Tense tense) {
  return detail::resolve_value(expression.value, document_date, tense);
}

}  // namespace dateline::claims
