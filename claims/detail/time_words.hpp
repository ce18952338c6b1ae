#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::claims::detail {

/// Classes of time_words.tsv.
enum class TimeWordClass : std::uint8_t {
  Month, MonthShort, Weekday, WeekdayShort, Unit, Season, Daytime, Ordinal, Day, Direction, Part, Vague, Feast
};

struct TimeWord {
  TimeWordClass kind = TimeWordClass::Unit;
  int number = 0;            ///< of a month, weekday, ordinal or day
  std::string_view name;     ///< of a unit, season, direction, part; lives as long as the program
};

/// The entry of a lower-case word without dot; null if it is no time word.
[[nodiscard]] const TimeWord* find_time_word(std::string_view word);

}  // namespace dateline::claims::detail
