#include "claims/detail/time_clock.hpp"

#include <cmath>

#include "claims/detail/number_words.hpp"
#include "claims/detail/time_matcher.hpp"

namespace dateline::claims::detail {

namespace {

constexpr int hours_of_day = 24;
constexpr int noon = 12;

/// "5", "5.30", "5:30", "six": hour and minute as said; `end` is 0 if there is none.
ClockTime read_face(const TokenWindow& tokens, std::size_t i) {
  ClockTime face;
  const auto raw = tokens.raw(i);
  const auto digits = [&](std::string_view text) {
    const auto value = read_digits(text);
    return value && *value == std::floor(*value) && *value >= 0 && *value < 60 ? static_cast<int>(*value) : -1;
  };
  if (tokens.is_number(i)) {
    const auto point = raw.find_first_of(".:");
    const int hour = digits(raw.substr(0, point));
    int minute = point == std::string_view::npos ? 0 : raw.size() == point + 3 ? digits(raw.substr(point + 1)) : -1;
    auto end = i + 1;
    if (point == std::string_view::npos && tokens.is(end, ":") && tokens.glued(end) && tokens.is_number(end + 1) && tokens.raw(end + 1).size() == 2) {
      minute = digits(tokens.raw(end + 1));
      end += 2;
    }
    if (raw.size() <= 5 && hour >= 0 && hour < hours_of_day && minute >= 0) face = {end, hour, minute};
  } else if (const auto word = spelled_value(tokens.word(i)); tokens.is(i, "one") || (word && *word >= 2 && *word <= noon)) {
    face = {i + 1, word ? static_cast<int>(*word) : 1, 0};
  }
  return face;
}

}  // namespace

std::string ClockTime::to_timex() const {
  const auto two = [](int number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
  return "T" + two(hour) + ":" + two(minute);
}

std::optional<ClockTime> read_clock(const TokenWindow& tokens, std::size_t i) {
  if (tokens.is_any(i, {"noon", "midday"})) return ClockTime{i + 1, noon, 0};
  if (tokens.is(i, "midnight")) return ClockTime{i + 1, 0, 0};
  auto face = read_face(tokens, i);
  if (face.end == 0) return std::nullopt;
  const bool before_noon = tokens.is_any(face.end, {"a.m", "am"});
  if (face.hour <= noon && (before_noon || tokens.is_any(face.end, {"p.m", "pm"}))) {
    face.hour = face.hour % noon + (before_noon ? 0 : noon);
    ++face.end;
    return face;
  }
  // "six in the morning", "five this morning"
  const bool in_the = tokens.is(face.end, "in") && tokens.is(face.end + 1, "the");
  const auto part = in_the ? face.end + 2 : face.end + 1;
  if (face.hour <= noon && (in_the || tokens.is(face.end, "this")) && tokens.is_any(part, {"morning", "afternoon", "evening"})) {
    face.hour = face.hour % noon + (tokens.is(part, "morning") ? 0 : noon);
    if (in_the) face.end = part + 1;
    return face;
  }
  const bool written = tokens.is_number(i) && (face.end == i + 3 || tokens.raw(i).find(':') != std::string_view::npos);
  return written ? std::optional(face) : std::nullopt;
}

}  // namespace dateline::claims::detail
