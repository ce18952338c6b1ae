#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// A day of the proleptic Gregorian calendar, without a zone. Always valid; years 1 to 9999.
class CivilDate {
 public:
  /// Absent if there is no such day ("31 February") or the year is out of range.
  [[nodiscard]] static std::optional<CivilDate> make(int year, int month, int day) noexcept;
  /// Reads `YYYY-MM-DD` and nothing else.
  [[nodiscard]] static std::optional<CivilDate> parse(std::string_view text) noexcept;

  [[nodiscard]] int year() const noexcept { return static_cast<int>(date_.year()); }
  [[nodiscard]] int month() const noexcept { return static_cast<int>(static_cast<unsigned>(date_.month())); }
  [[nodiscard]] int day() const noexcept { return static_cast<int>(static_cast<unsigned>(date_.day())); }
  /// 0 is Sunday, 6 is Saturday.
  [[nodiscard]] int weekday() const noexcept;
  /// The date `days` later (earlier if negative). Clamped to years 1 to 9999.
  [[nodiscard]] CivilDate plus_days(int days) const noexcept;
  /// Days from `earlier` to this date.
  [[nodiscard]] int days_since(CivilDate earlier) const noexcept;
  /// `YYYY-MM-DD`.
  [[nodiscard]] std::string to_string() const;

  auto operator<=>(const CivilDate&) const = default;

 private:
  explicit CivilDate(std::chrono::year_month_day date) noexcept : date_(date) {}
  std::chrono::year_month_day date_;
};

/// 28 to 31; month 1 to 12.
[[nodiscard]] int days_in_month(int year, int month) noexcept;

}  // namespace dateline
