#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::pipeline::detail {

/// First and last day of a time, as YYYY-MM-DD. An open end is empty.
struct EdtfDays {
  std::string first, last;
};
/// Absent for an empty or unreadable time and for one whose year is unknown; a season counts as its whole year.
[[nodiscard]] std::optional<EdtfDays> days_of_edtf(std::string_view edtf);

}  // namespace dateline::pipeline::detail
