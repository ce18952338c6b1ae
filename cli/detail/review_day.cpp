#include "cli/detail/review_day.hpp"

#include <chrono>
#include <cstdlib>

#include "base/civil_date.hpp"
#include "base/error.hpp"

namespace dateline::cli {

std::string review_day(const std::string& at) {
  if (!at.empty()) {
    if (!CivilDate::parse(at)) throw UsageError("'" + at + "' is not a date", "write --at as YYYY-MM-DD, for example 2024-10-18");
    return at;
  }
  std::chrono::sys_seconds now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    char* end = nullptr;
    const long long seconds = std::strtoll(epoch, &end, 10);
    constexpr long long kYear9999 = 253'402'300'799;
    if (end == epoch || *end != '\0' || seconds < 0 || seconds > kYear9999) throw UsageError("SOURCE_DATE_EPOCH is no time", "set it to seconds since 1970, or unset it");
    now = std::chrono::sys_seconds(std::chrono::seconds(seconds));
  }
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(now));
  return CivilDate::make(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())), static_cast<int>(static_cast<unsigned>(day.day())))->to_string();
}

}  // namespace dateline::cli
