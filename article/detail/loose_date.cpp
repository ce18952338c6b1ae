#include "article/detail/loose_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace dateline::article::detail {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> kLongMonths{"january", "february", "march",     "april",   "may",      "june",
                                                       "july",    "august",   "september", "october", "november", "december"};

struct Word {
  std::string text;  // lower case
  Span span;
};

/// Lower-case words and numbers, without the marks between them.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (kept && !inside) words.push_back({{}, {at, at}});
    if (kept) {
      words.back().text += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      words.back().span.end = at + 1;
    }
    inside = kept;
  }
  return words;
}

int number_of(std::string_view word) {
  int value = -1;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc() && end == word.data() + word.size() ? value : -1;
}

int month_of(std::string_view word) {
  if (word == "sept") return 9;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || word == kLongMonths[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// "3", "3rd".
int day_of(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) word.remove_suffix(ending.size());
  }
  return number_of(word);
}

std::optional<WrittenDate> dated(int year, int month, int day, Span span) {
  const auto date = CivilDate::make(year, month, day);
  if (!date) return std::nullopt;
  return WrittenDate{*date, span};
}

}  // namespace

std::optional<WrittenDate> find_written_date(std::string_view text) {
  const auto words = words_of(text);
  const auto year = [&](std::size_t i) { return i < words.size() ? number_of(words[i].text) : -1; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int month = month_of(words[i].text);
    if (month == 0) continue;
    const int before = i > 0 ? day_of(words[i - 1].text) : -1;
    const int after = i + 1 < words.size() ? day_of(words[i + 1].text) : -1;
    if (before >= 1 && year(i + 1) >= 1000) return dated(year(i + 1), month, before, {words[i - 1].span.start, words[i + 1].span.end});
    if (after >= 1 && year(i + 2) >= 1000) return dated(year(i + 2), month, after, {words[i].span.start, words[i + 2].span.end});
  }
  return std::nullopt;
}

std::optional<CivilDate> parse_published(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return std::nullopt;
  text = text.substr(start, 64);  // longer strings are not dates
  if (const auto date = CivilDate::parse(text.substr(0, 10))) {
    const bool ends = text.size() == 10 || !(text[10] >= '0' && text[10] <= '9');
    return ends ? date : std::nullopt;
  }
  const auto words = words_of(text);
  if (!words.empty() && words[0].text.size() == 8 && number_of(words[0].text) > 0) {
    const std::string& digits = words[0].text;
    return CivilDate::make(number_of(digits.substr(0, 4)), number_of(digits.substr(4, 2)), number_of(digits.substr(6, 2)));
  }
  const auto written = find_written_date(text);
  return written ? std::optional(written->date) : std::nullopt;
}

}  // namespace dateline::article::detail
