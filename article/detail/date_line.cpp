#include "article/detail/date_line.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "article/detail/loose_date.hpp"

namespace dateline::article::detail {

namespace {

constexpr std::size_t kLinesLookedAt = 6;      // heading, subheading, byline, date: what stands above a story
constexpr std::size_t kLongestDateLine = 90;   // bytes before the first sentence; longer ones were not seen in agency copy
constexpr std::size_t kMostWordsBeforeDate = 5;  // "Ukraine front, 3 February 2025"; a heading has more
constexpr std::size_t kLongestOwnLine = 70;    // "Last updated: Wednesday, 25 September 2024 at 10:15 a.m. GMT"

/// What may stand beside the date on a line of its own.
constexpr auto kWordsBesideDates = std::to_array<std::string_view>(
    {"published", "updated", "last", "posted", "modified", "issued", "released", "created", "date", "dated", "on", "at", "am", "pm", "a", "p", "m", "h", "hrs",
     "gmt", "utc", "bst", "cet", "cest", "eet", "eest", "est", "edt", "pst", "pdt", "ist", "jst", "kst", "msk", "th", "st", "nd", "rd", "local", "time",
     "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"});

/// Words with which a sentence begins, not a place.
constexpr auto kSentenceOpeners = std::to_array<std::string_view>(
    {"on", "in", "since", "from", "until", "till", "after", "before", "by", "the", "a", "an", "this", "that", "at", "between", "as", "it", "when", "during", "for", "to"});

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view known) {
    return known.size() == word.size() && std::equal(known.begin(), known.end(), word.begin(), [](char k, char w) { return k == std::tolower(static_cast<unsigned char>(w)); });
  });
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80U; }

/// Calls `f` with each word of letters (bytes above ASCII are letters here).
template <typename F>
bool all_words(std::string_view text, F&& f) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (is_letter(text[end]) || text[end] == '\'')) ++end;
    if (!f(text.substr(at, end - at))) return false;
    at = end;
  }
  return true;
}

std::string_view trim(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

/// `text` without labels and weekdays at its end: "Tunis, Sat" is "Tunis,".
std::string_view without_weekday(std::string_view text) {
  while (true) {
    text = trim(text);
    const std::size_t last = text.find_last_of(" ,|") + 1;
    if (!one_of(kWordsBesideDates, text.substr(last))) return text;
    text = text.substr(0, last);
  }
}

/// "Tunis," or "From our reporter in Tunis |": what may stand before the date on its line besides a label.
bool is_place_or_byline(std::string_view before) {
  before = without_weekday(before);
  if (before.empty() || (before.back() != ',' && before.back() != '|')) return false;
  std::size_t words = 0;
  return all_words(before, [&](std::string_view word) { return ++words <= kMostWordsBeforeDate && (words > 1 || !one_of(kSentenceOpeners, word)); });
}

/// A line that ends with the date, or holds nothing else but weekday, time and a label.
std::optional<CivilDate> date_on_its_own(std::string_view line) {
  if (line.size() > kLongestOwnLine) return std::nullopt;
  const auto written = find_written_date(line);
  if (!written) return std::nullopt;
  const auto beside = [](std::string_view word) { return one_of(kWordsBesideDates, word); };
  const std::string_view before = line.substr(0, written->span.start);
  const bool alone = (all_words(before, beside) || is_place_or_byline(before)) && all_words(line.substr(written->span.end), beside);
  return alone ? std::optional(written->date) : std::nullopt;
}

/// Whether a sentence can begin after the date: a dash, a full stop, a colon, or an agency in brackets and then one of these.
bool ends_date_line(std::string_view rest) {
  rest = trim(rest);
  if (rest.starts_with('(') || rest.starts_with('[')) {
    const std::size_t close = rest.find_first_of(")]");
    if (close == std::string_view::npos || close > kLongestDateLine) return false;
    rest = trim(rest.substr(close + 1));
    if (rest.empty()) return true;
  }
  if (rest.starts_with('/')) {  // "/ Agency /"
    const std::size_t close = rest.find('/', 1);
    if (close == std::string_view::npos || close > kLongestDateLine) return false;
    rest = trim(rest.substr(close + 1));
  }
  constexpr auto kMarks = std::to_array<std::string_view>({"-", "\u2013", "\u2014", "\u2015", ":", "."});
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return rest.starts_with(mark); });
}

/// A date before the first sentence of a paragraph, after names only.
std::optional<CivilDate> date_before_sentence(std::string_view paragraph) {
  const auto written = find_written_date(paragraph.substr(0, kLongestDateLine));
  if (!written || !ends_date_line(paragraph.substr(written->span.end))) return std::nullopt;
  const std::string_view before = paragraph.substr(0, written->span.start);
  bool named = false;
  const bool names_only = all_words(before, [&](std::string_view word) {
    if (!named && one_of(kSentenceOpeners, word)) return false;
    named = true;
    const auto first = static_cast<unsigned char>(word.front());
    return std::islower(first) == 0 || one_of(kWordsBesideDates, word) || word == "de" || word == "al" || word == "el" || word == "and" || word == "near";
  });
  return named && names_only ? std::optional(written->date) : std::nullopt;
}

}  // namespace

std::optional<CivilDate> read_date_line(std::string_view story) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at < story.size() && lines < kLinesLookedAt;) {
    const std::size_t end = std::min(story.find('\n', at), story.size());
    const std::string_view line = trim(story.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    ++lines;
    if (const auto date = date_on_its_own(line)) return date;
    if (const auto date = date_before_sentence(line)) return date;
  }
  return std::nullopt;
}

}  // namespace dateline::article::detail
