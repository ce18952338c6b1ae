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

/// Lower-case words and numbers, without the marks between them.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (kept) words.back() += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    else if (!words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
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

std::optional<CivilDate> from_words(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int month = month_of(words[i]);
    if (month == 0) continue;
    const int before = i > 0 ? number_of(words[i - 1]) : -1;
    const int after = i + 1 < words.size() ? number_of(words[i + 1]) : -1;
    const int last = i + 2 < words.size() ? number_of(words[i + 2]) : -1;
    if (before >= 1 && after >= 1000) return CivilDate::make(after, month, before);
    if (after >= 1 && last >= 1000) return CivilDate::make(last, month, after);
  }
  return std::nullopt;
}

}  // namespace

std::optional<CivilDate> parse_published(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return std::nullopt;
  text = text.substr(start, 64);  // longer strings are not dates
  if (const auto date = CivilDate::parse(text.substr(0, 10))) {
    const bool ends = text.size() == 10 || !(text[10] >= '0' && text[10] <= '9');
    return ends ? date : std::nullopt;
  }
  const auto words = words_of(text);
  if (!words.empty() && words[0].size() == 8 && number_of(words[0]) > 0) {
    return CivilDate::make(number_of(words[0].substr(0, 4)), number_of(words[0].substr(4, 2)), number_of(words[0].substr(6, 2)));
  }
  return from_words(words);
}

}  // namespace dateline::article::detail
