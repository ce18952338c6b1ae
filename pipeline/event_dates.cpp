#include "pipeline/event_dates.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"
#include "claims/words.hpp"

namespace dateline::pipeline {

namespace {

/// `text` as a whole number of exactly its length; absent for anything else ("XX", "-1").
std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

/// "2024", "2024-10" or "2024-10-08", with marks of doubt ("~", "?") left out of account.
std::optional<DateSpan> span_of_date(std::string_view text) {
  while (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) text.remove_suffix(1);
  const auto year = text.size() >= 4 ? digits(text.substr(0, 4)) : std::nullopt;
  if (!year) return std::nullopt;
  if (text.size() == 4) return DateSpan{CivilDate::make(*year, 1, 1), CivilDate::make(*year, 12, 31)};
  const auto month = text.size() >= 7 && text[4] == '-' ? digits(text.substr(5, 2)) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (text.size() == 7) return DateSpan{CivilDate::make(*year, *month, 1), CivilDate::make(*year, *month, days_in_month(*year, *month))};
  const auto day = CivilDate::parse(text);
  if (!day) return std::nullopt;
  return DateSpan{day, day};
}

CivilDate monday_of(CivilDate day) { return day.plus_days(-((day.weekday() + 6) % 7)); }

}  // namespace

bool DateSpan::meets(const DateSpan& other) const noexcept {
  const bool before = last && other.first && *last < *other.first;
  const bool after = first && other.last && *first > *other.last;
  return !before && !after;
}

std::optional<DateSpan> date_span(std::string_view edtf) {
  const auto slash = edtf.find('/');
  if (slash == std::string_view::npos) return span_of_date(edtf);
  const auto left = span_of_date(edtf.substr(0, slash)), right = span_of_date(edtf.substr(slash + 1));
  if (!left && !right) return std::nullopt;
  return DateSpan{left ? left->first : std::nullopt, right ? right->last : std::nullopt};
}

std::optional<DateSpan> date_span(const claims::EventView& view, const claims::LedgerIndex& index) {
  if (auto span = date_span(view.when)) return span;
  std::optional<DateSpan> told;
  for (const auto* claim : view.claims) {
    const auto* article = index.article(claim->article);
    const auto day = article != nullptr ? date_span(std::string_view(article->published).substr(0, 10)) : std::nullopt;
    if (!day) continue;
    if (!told) told = day;
    told->first = std::min(told->first, day->first);
    told->last = std::max(told->last, day->last);
  }
  return told;
}

std::vector<DatePeriod> date_periods(const std::vector<std::optional<DateSpan>>& spans, Multiples unit) {
  std::optional<CivilDate> first, last;
  for (const auto& span : spans) {
    if (!span) continue;
    for (const auto& day : {span->first, span->last}) {
      if (!day) continue;
      first = first ? std::min(*first, *day) : *day;
      last = last ? std::max(*last, *day) : *day;
    }
  }
  std::vector<DatePeriod> periods;
  if (!first || unit == Multiples::None) return periods;
  const int step = unit == Multiples::Week ? 7 : 1;
  for (CivilDate day = unit == Multiples::Week ? monday_of(*first) : *first; day <= *last; day = day.plus_days(step)) {
    const CivilDate end = day.plus_days(step - 1);
    DatePeriod period{claims::format_edtf(step == 1 ? day.to_string() : day.to_string() + "/" + end.to_string()), {day, end}, {}};
    for (std::size_t i = 0; i < spans.size(); ++i) {
      if (spans[i] && spans[i]->meets(period.days)) period.members.push_back(i);
    }
    if (!period.members.empty()) periods.push_back(std::move(period));
    if (periods.size() > most_periods || day.plus_days(step) <= day) break;
  }
  if (periods.size() > most_periods) {
    throw UsageError("the reports cover more than " + std::to_string(most_periods) + (step == 1 ? " days" : " weeks"),
                     "narrow the time with --from and --to" + std::string(step == 1 ? ", or use --multiples week" : ""));
  }
  return periods;
}

}  // namespace dateline::pipeline
