#include "pipeline/event_dates.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "claims/words.hpp"

namespace dateline::pipeline {

namespace {

CivilDate monday_of(CivilDate day) { return day.plus_days(-((day.weekday() + 6) % 7)); }

}  // namespace

std::optional<DateRange> dates_of(const claims::EventView& view, const claims::LedgerIndex& index) {
  if (const auto range = claims::date_range(view.when); range.is_known()) return range;
  std::optional<DateRange> told;
  for (const auto* claim : view.claims) {
    const auto* article = index.article(claim->article);
    const auto day = article != nullptr ? claims::date_range(article->published) : DateRange{};
    if (!day.is_known()) continue;
    if (!told) told = day;
    told->first = std::min(told->first, day.first);
    told->last = std::max(told->last, day.last);
  }
  return told;
}

std::vector<DatePeriod> date_periods(const std::vector<std::optional<DateRange>>& ranges, Multiples unit, const DateRange& shown) {
  std::optional<CivilDate> first, last;
  for (const auto& range : ranges) {
    if (!range) continue;
    for (const auto& day : {range->first, range->last}) {
      if (!day) continue;
      first = first ? std::min(*first, *day) : *day;
      last = last ? std::max(*last, *day) : *day;
    }
  }
  if (first && shown.first) first = std::max(*first, *shown.first);
  if (last && shown.last) last = std::min(*last, *shown.last);
  std::vector<DatePeriod> periods;
  if (!first || unit == Multiples::None) return periods;
  const int step = unit == Multiples::Week ? 7 : 1;
  for (CivilDate day = unit == Multiples::Week ? monday_of(*first) : *first; day <= *last; day = day.plus_days(step)) {
    const CivilDate end = day.plus_days(step - 1);
    DatePeriod period{claims::format_edtf(step == 1 ? day.to_string() : day.to_string() + "/" + end.to_string()), {day, end}, {}};
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      if (ranges[i] && ranges[i]->meets(period.days)) period.members.push_back(i);
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
