#pragma once

#include <optional>
#include <string_view>

#include "base/civil_date.hpp"

namespace dateline::article::detail {

/// The day of publication that stands at the head of a story, in one of the forms that newspapers and agencies use:
///
///     TUNIS, May 3, 2024 (Agency) - ...        place, day and agency before the first sentence
///     Tunis, 3 May 2024. ...
///     Published: Fri, 3 May 2024 10:15 GMT     on a line of its own, near the top
///
/// Absent when the year is missing, and for days that belong to a sentence ("On 3 May 2024 - ..."). Looks at the first lines of `story` only.
[[nodiscard]] std::optional<CivilDate> read_date_line(std::string_view story);

}  // namespace dateline::article::detail
