#include "base/civil_date.hpp"

#include <algorithm>
#include <charconv>

namespace dateline {

namespace {
constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;  // four digits in every format we write

std::chrono::year_month_day make_ymd(int year, int month, int day) noexcept {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
          std::chrono::day(static_cast<unsigned>(day))};
}
}  // namespace

std::optional<CivilDate> CivilDate::make(int year, int month, int day) noexcept {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const auto date = make_ymd(year, month, day);
  if (!date.ok()) return std::nullopt;
  return CivilDate(date);
}

std::optional<CivilDate> CivilDate::parse(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [text](std::size_t start, std::size_t length) {
    int value = -1;
    const auto* last = text.data() + start + length;
    const auto [end, error] = std::from_chars(text.data() + start, last, value);
    return error == std::errc{} && end == last ? value : -1;
  };
  return make(number(0, 4), number(5, 2), number(8, 2));
}

int CivilDate::weekday() const noexcept {
  return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(date_)).c_encoding());
}

CivilDate CivilDate::plus_days(int days) const noexcept {
  const auto first = std::chrono::sys_days(make_ymd(kFirstYear, 1, 1));
  const auto last = std::chrono::sys_days(make_ymd(kLastYear, 12, 31));
  return CivilDate(std::chrono::year_month_day(std::clamp(std::chrono::sys_days(date_) + std::chrono::days(days), first, last)));
}

int CivilDate::days_since(CivilDate earlier) const noexcept {
  return static_cast<int>((std::chrono::sys_days(date_) - std::chrono::sys_days(earlier.date_)).count());
}

std::string CivilDate::to_string() const {
  // By hand: a story's dates are written thousands of times, and printf costs more than all that is done with them.
  std::string text = "0000-00-00";
  const auto put = [&text](int number, std::size_t last) {
    for (; number > 0; number /= 10) text[last--] = static_cast<char>('0' + number % 10);
  };
  put(year(), 3);
  put(month(), 6);
  put(day(), 9);
  return text;
}

int days_in_month(int year, int month) noexcept {
  const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

}  // namespace dateline
