#pragma once

#include <optional>
#include <string>

#include "claims/detail/time_value.hpp"
#include "claims/detail/time_words.hpp"
#include "claims/detail/token_window.hpp"
#include "claims/time_expression.hpp"

namespace dateline::claims::detail {

/// A time expression read at some token.
struct TimeMatch {
  std::size_t end = 0;              ///< one past its last token
  TimeForm form = TimeForm::Date;
  std::string rule;
  std::string value;
  std::optional<PartialDate> date;  ///< set if the value is a plain `ymd`, so that a range can share month and year
  bool needs_context = false;       ///< only with a preposition or the like: bare years, "May", "spring"
  std::size_t core = 0;             ///< first token without the preposition; 0: the token at which the match began
  std::size_t joint = 0;            ///< of an interval: the token between its ends; 0 for none
};

/// Whether "and" joins the ends of a range here: after "between" it does.
enum class RangeAnd { No, Yes };

// Dates of the calendar: "October 18, 2024", "8-13 October", "2024-10-18", "October 2024", "1950-53". Each reads at token
// `i`, looks at no more than a dozen tokens, and gives the longest reading.
[[nodiscard]] std::optional<TimeMatch> match_calendar(const TokenWindow& tokens, std::size_t i, RangeAnd range_and);
/// "2023", "the 1990s": only four digits that stand alone.
[[nodiscard]] std::optional<TimeMatch> match_year(const TokenWindow& tokens, std::size_t i);
/// Number of the month if the word at `i` names one and is written as a name.
[[nodiscard]] std::optional<int> match_month(const TokenWindow& tokens, std::size_t i);

// Relative expressions: "yesterday", "last week", "three days ago", "over the past week", "Friday".
[[nodiscard]] std::optional<TimeMatch> match_relative(const TokenWindow& tokens, std::size_t i);
[[nodiscard]] std::optional<TimeMatch> match_weekday(const TokenWindow& tokens, std::size_t i);

/// The whole expression with preposition, part ("early", "the night of") and range.
[[nodiscard]] std::optional<TimeMatch> match_time(const TokenWindow& tokens, std::size_t i);

/// True if no noun follows at `i`, on which the words before could hang: "a day after." but not "a day after the vote".
[[nodiscard]] bool ends_phrase(const TokenWindow& tokens, std::size_t i);

/// A clause or a phrase begins at `i`, on which "two days after" in front of it hangs.
[[nodiscard]] bool hangs_on_clause(const TokenWindow& tokens, std::size_t i);

/// True if the word at `i` is a time word of that class.
[[nodiscard]] inline const TimeWord* time_word(const TokenWindow& tokens, std::size_t i, TimeWordClass kind) {
  const auto* word = tokens.is_word(i) ? find_time_word(tokens.word(i)) : nullptr;
  return word != nullptr && word->kind == kind ? word : nullptr;
}

}  // namespace dateline::claims::detail
