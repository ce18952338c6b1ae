#include "pipeline/detail/edtf_days.hpp"

#include <algorithm>

#include "base/civil_date.hpp"

namespace dateline::pipeline::detail {

namespace {

bool is_open(std::string_view part) { return part.empty() || part == ".."; }

/// The number of `length` digits at `start`, or 0.
int number_at(std::string_view text, std::size_t start, std::size_t length) {
  if (start + length > text.size()) return 0;
  int value = 0;
  for (const char c : text.substr(start, length)) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string day_text(int year, int month, int day) {
  const auto padded = [](int value, std::size_t width) {
    std::string text = std::to_string(value);
    return text.insert(0, width - std::min(width, text.size()), '0');
  };
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

std::optional<EdtfDays> days_of_date(std::string text) {
  std::erase_if(text, [](char c) { return c == '~' || c == '?' || c == '%'; });
  const int year = number_at(text, 0, 4);
  if (year <= 0) return std::nullopt;
  const int month = number_at(text, 5, 2), day = number_at(text, 8, 2);
  if (month < 1 || month > 12) return EdtfDays{day_text(year, 1, 1), day_text(year, 12, 31)};
  const int last = days_in_month(year, month);
  if (day < 1 || day > last) return EdtfDays{day_text(year, month, 1), day_text(year, month, last)};
  return EdtfDays{day_text(year, month, day), day_text(year, month, day)};
}

}  // namespace

std::optional<EdtfDays> days_of_edtf(std::string_view edtf) {
  const auto slash = edtf.find('/');
  if (slash == std::string_view::npos) return days_of_date(std::string(edtf));
  const auto start = edtf.substr(0, slash), end = edtf.substr(slash + 1);
  if (is_open(start) && is_open(end)) return std::nullopt;
  EdtfDays days;
  if (!is_open(start)) {
    const auto first = days_of_date(std::string(start));
    if (!first) return std::nullopt;
    days.first = first->first;
  }
  if (!is_open(end)) {
    const auto last = days_of_date(std::string(end));
    if (!last) return std::nullopt;
    days.last = last->last;
  }
  return days;
}

}  // namespace dateline::pipeline::detail
