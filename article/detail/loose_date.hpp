#pragma once

#include <optional>
#include <string_view>

#include "base/civil_date.hpp"
#include "base/token.hpp"

namespace dateline::article::detail {

/// The day in a date of publication as feeds and pages write it: "2024-10-19", "2024-10-19T08:30:00+02:00",
/// "Sat, 19 Oct 2024 08:30:00 GMT", "October 19, 2024", "19 October 2024", "20241019". The day is taken as printed, whatever the zone.
/// Absent for anything else: numbers such as 10/11/2024 mean different days in different countries.
[[nodiscard]] std::optional<CivilDate> parse_published(std::string_view text);

/// A day written in words, and where.
struct WrittenDate {
  CivilDate date;
  Span span;
};
/// The first day written as "19 October 2024" or "Oct. 19, 2024" in `text`.
[[nodiscard]] std::optional<WrittenDate> find_written_date(std::string_view text);

}  // namespace dateline::article::detail
