#include "claims/words.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/counted.hpp"
#include "base/utf8.hpp"

namespace dateline::claims {

namespace {

constexpr std::string_view kEnDash = "–";
constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
/// EDTF seasons 21 to 24 (northern usage, as the expression was written).
constexpr std::array<const char*, 4> kSeasons = {"spring", "summer", "autumn", "winter"};

/// One EDTF date of level 0 or 1 taken apart; parts that are not there or written XX are 0.
struct DateParts {
  std::string year;  ///< empty for XXXX
  int month = 0;     ///< 21..24 are seasons
  int day = 0;
  bool approximate = false;
};

int two_digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

std::optional<DateParts> parse_date(std::string_view text) {
  DateParts parts;
  while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
    parts.approximate = true;
    text.remove_suffix(1);
  }
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = text.substr(0, 4);
  if (year != "XXXX") {
    for (const char c : year) {
      if (c != 'X' && (c < '0' || c > '9')) return std::nullopt;
    }
    parts.year = year;
    if (parts.year.ends_with('X')) parts.year = parts.year.substr(0, 3) + "0s";
  }
  if (text.size() >= 7) parts.month = two_digits(text.substr(5, 2));
  if (text.size() == 10) parts.day = two_digits(text.substr(8, 2));
  return parts;
}

std::string month_name(int month) {
  if (month >= 1 && month <= 12) return kMonths[static_cast<std::size_t>(month - 1)];
  if (month >= 21 && month <= 24) return kSeasons[static_cast<std::size_t>(month - 21)];
  return "";
}

std::string format_parts(const DateParts& parts, bool with_month, bool with_year) {
  std::string out;
  const auto add = [&out](const std::string& word) {
    if (!word.empty()) out += (out.empty() ? "" : " ") + word;
  };
  if (parts.approximate) add("about");
  if (parts.day != 0) add(std::to_string(parts.day));
  if (with_month) add(month_name(parts.month));
  if (with_year) add(parts.year);
  return out;
}

std::string format_interval(const DateParts& from, const DateParts& to) {
  const bool same_year = from.year == to.year;
  const bool same_month = same_year && from.month == to.month;
  const bool days = from.day != 0 && to.day != 0;
  const std::string first = format_parts(from, !(same_month && days), !same_year);
  // A bare "8–13 Oct" is tight; anything with words on both sides gets air around the dash.
  const bool tight = same_month && days;
  return first + (tight ? std::string(kEnDash) : " " + std::string(kEnDash) + " ") + format_parts(to, true, true);
}

}  // namespace

std::string format_edtf(std::string_view edtf) {
  const auto slash = edtf.find('/');
  if (slash == std::string_view::npos) {
    const auto parts = parse_date(edtf);
    return parts ? format_parts(*parts, true, true) : std::string(edtf);
  }
  const auto left = edtf.substr(0, slash);
  const auto right = edtf.substr(slash + 1);
  const auto from = parse_date(left);
  const auto to = parse_date(right);
  if (from && to) return left == right ? format_parts(*from, true, true) : format_interval(*from, *to);
  if (from && (right == ".." || right.empty())) return "since " + format_parts(*from, true, true);
  if (to && (left == ".." || left.empty())) return "until " + format_parts(*to, true, true);
  return std::string(edtf);
}

std::string format_number(double value) {
  const auto scaled = [](double number, const char* word) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.2f", number);
    std::string text = buffer;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text + " " + word;
  };
  if (value >= 1e9) return scaled(value / 1e9, "billion");
  if (value >= 1e6) return scaled(value / 1e6, "million");
  if (value != std::floor(value)) return std::to_string(value);
  std::string digits = std::to_string(static_cast<long long>(value));
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

std::string format_quantity(const QuantityOf& q) {
  const auto& how = q.qualifier;
  std::string words;
  if (how == "dozens" || how == "hundreds" || how == "thousands" || how == "several" || how == "tens-of-thousands") {
    words = how == "tens-of-thousands" ? "tens of thousands" : how == "several" && q.high ? format_number(q.low) + "–" + format_number(*q.high) : how;
  } else if (how == "half") {
    words = "about half of " + format_number(q.high.value_or(q.low));
  } else if (how == "up-to") {
    words = "up to " + format_number(q.high.value_or(q.low));
  } else if (!q.high) {
    words = (how == "at-least" ? "at least " : "more than ") + format_number(q.low);
  } else if (*q.high != q.low) {
    words = format_number(q.low) + "–" + format_number(*q.high);
  } else if (how == "about" || how == "nearly") {
    words = how + " " + format_number(q.low);
  } else {
    words = format_number(q.low);
  }
  return q.additional ? words + " more" : words;
}

std::string join(const std::vector<std::string>& words, std::string_view separator) {
  std::string out;
  for (const auto& word : words) {
    if (!out.empty()) out += separator;
    out += word;
  }
  return out;
}

std::string join_and(const std::vector<std::string>& words) {
  if (words.size() < 2) return words.empty() ? "" : words.front();
  return join({words.begin(), words.end() - 1}, ", ") + " and " + words.back();
}

std::string count_of(std::size_t count, std::string_view singular, std::string_view plural) {
  return counted(count, singular, plural);
}

std::string first_words(std::string_view text, std::size_t max_words) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool space = text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r';
    if (!space && !in_word && ++words > max_words) {
      const auto cut = text.substr(0, i);
      return std::string(cut.substr(0, cut.find_last_not_of(" \n\t\r,;:") + 1)) + " …";
    }
    in_word = !space;
  }
  return std::string(text);
}

std::string capitalised(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

const char* status_words(ClaimStatus status) noexcept {
  switch (status) {
    case ClaimStatus::Reported: return "Reported";
    case ClaimStatus::Ongoing: return "Reported as under way";
    case ClaimStatus::Planned: return "Planned or expected";
    case ClaimStatus::Conditional: return "Conditional";
    case ClaimStatus::Denied: return "Denied";
    case ClaimStatus::Past: return "Earlier history";
  }
  return "";
}

const char* kind_words(ClaimKind kind) noexcept {
  switch (kind) {
    case ClaimKind::Movement: return "movement";
    case ClaimKind::Withdrawal: return "withdrawal";
    case ClaimKind::Basing: return "basing";
    case ClaimKind::Presence: return "presence";
    case ClaimKind::Mobilisation: return "mobilisation";
    case ClaimKind::Transfer: return "delivery";
  }
  return "";
}

const char* stance_words(Stance stance) noexcept {
  switch (stance) {
    case Stance::Denies: return "denies";
    case Stance::CannotConfirm: return "cannot confirm";
    case Stance::Doubts: return "doubts";
    case Stance::Confirms: return "confirms";
  }
  return "";
}

}  // namespace dateline::claims
