#pragma once

#include <optional>
#include <string>

#include "claims/detail/token_window.hpp"

namespace dateline::claims::detail {

/// An hour of a day as it is told.
struct ClockTime {
  std::size_t end = 0;   ///< one past its last token
  int hour = 0;          ///< 0..23
  int minute = 0;
  [[nodiscard]] std::string to_timex() const;   ///< "T13:00"
};

/// "1 p.m.", "5.30 a.m.", "14:32", "noon", "six in the morning", "five" of "five this morning" at token `i`; absent for anything else. Midnight is 0:00.
[[nodiscard]] std::optional<ClockTime> read_clock(const TokenWindow& tokens, std::size_t i);

}  // namespace dateline::claims::detail
