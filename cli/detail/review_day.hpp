#pragma once

#include <string>

namespace dateline::cli {

/// The day of the review: --at, else SOURCE_DATE_EPOCH, else today in UTC. A review happens on a day; nothing else in Dateline reads a clock.
/// Throws UsageError for a day or a time that is none.
[[nodiscard]] std::string review_day(const std::string& at);

}  // namespace dateline::cli
