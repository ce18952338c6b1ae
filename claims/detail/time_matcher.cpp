#include "claims/detail/time_matcher.hpp"

#include "claims/detail/number_words.hpp"
#include "claims/detail/quantity_nouns.hpp"
#include "claims/detail/time_clock.hpp"
#include "claims/detail/word_hash.hpp"

namespace dateline::claims::detail {

namespace {

/// "October 8" and "October 13, 2024": what one end says about the year (and the month) holds for the other.
void share_parts(PartialDate& first, PartialDate& last) {
  if (last.month == 0 && first.month != 0 && last.day != 0) last.month = first.month;
  if (first.year == 0 && last.year != 0 && first.month != 0) first.year = first.month > last.month ? last.year - 1 : last.year;
  if (last.year == 0 && first.year != 0 && last.month != 0) last.year = last.month < first.month ? first.year + 1 : first.year;
}

/// Length of "the night of", "the evening of", "the early hours of", "night" in front of a day; 0 if there is none.
std::size_t daytime_before(const TokenWindow& tokens, std::size_t i) {
  if (const auto clock = read_clock(tokens, i)) {  // "1 p.m. on Monday", "five this morning"
    return (tokens.is_any(clock->end, {"on", ","}) ? clock->end + 1 : clock->end) - i;
  }
  std::size_t at = tokens.is(i, "the") ? i + 1 : i;
  if (tokens.is_any(at, {"early", "late", "small", "first"})) ++at;
  const bool word = time_word(tokens, at, TimeWordClass::Daytime) != nullptr || tokens.is_any(at, {"hours", "overnight", "night", "light"});
  if (!word) return 0;
  if (tokens.is(at, "hours") && !tokens.is(at + 1, "of")) return 0;
  ++at;
  if (tokens.is_any(at, {"of", "on", "to", "into"})) ++at;
  return at - i;
}

/// "morning", "at dawn", "night", "afternoon" behind a day.
std::size_t daytime_after(const TokenWindow& tokens, std::size_t end) {
  if (time_word(tokens, end, TimeWordClass::Daytime) != nullptr || tokens.is(end, "night")) return end + 1;
  if (tokens.is(end, "at") && time_word(tokens, end + 1, TimeWordClass::Daytime) != nullptr) return end + 2;
  return end;
}

bool is_day(const TimeMatch& match) {
  return match.form == TimeForm::Weekday || match.rule == "relative.day" || (match.date && match.date->day != 0) || match.form == TimeForm::Interval;
}

/// A point or an interval without preposition, part or range around it.
std::optional<TimeMatch> match_core(const TokenWindow& tokens, std::size_t i, RangeAnd range_and) {
  if (tokens.is_any(i, {"this", "last", "next", "past"})) {
    if (auto match = match_weekday(tokens, i + 1); match && match->date) return match;
  }
  std::optional<TimeMatch> best;
  const auto consider = [&best](std::optional<TimeMatch> match) {
    if (match && (!best || match->end > best->end)) best = std::move(match);
  };
  consider(match_weekday(tokens, i));
  consider(match_calendar(tokens, i, range_and));
  consider(match_relative(tokens, i));
  consider(match_year(tokens, tokens.is(i, "the") ? i + 1 : i));
  if (best && best->rule == "date.year" && tokens.is(i, "the")) best->rule = "date.year-modifier";
  if (best && is_day(*best)) best->end = daytime_after(tokens, best->end);
  return best;
}

std::optional<TimeMatch> match_part(const TokenWindow& tokens, std::size_t i, RangeAnd range_and);

std::optional<TimeMatch> match_point(const TokenWindow& tokens, std::size_t i, RangeAnd range_and) {
  if (auto match = match_part(tokens, i, range_and)) return match;
  if (const auto skip = daytime_before(tokens, i)) {
    auto match = match_core(tokens, i + skip, range_and);
    if (match && is_day(*match)) return match;
  }
  return match_core(tokens, i, range_and);
}

/// "early March", "mid-October", "the end of last year", "late on Friday", "earlier this month".
std::optional<TimeMatch> match_part(const TokenWindow& tokens, std::size_t i, RangeAnd range_and) {
  std::size_t at = tokens.is(i, "the") ? i + 1 : i;
  const auto* part = time_word(tokens, at, TimeWordClass::Part);
  if (part == nullptr) return std::nullopt;
  const bool noun = tokens.is_any(at, {"beginning", "start", "opening", "end", "close", "middle"});
  ++at;
  if (tokens.is_any(at, {"part", "half", "days", "weeks", "months"}) && tokens.is(at + 1, "of")) at += 2;
  else if (noun && tokens.is(at, "of")) ++at;
  else if (noun) return std::nullopt;
  else if (tokens.is_dash(at) && tokens.glued(at)) ++at;
  else if (tokens.is_any(at, {"in", "on"})) ++at;
  auto match = match_core(tokens, at, range_and);
  const bool in = tokens.is(at - 1, "in") && tokens.is_any(at - 2, {"earlier", "later"});
  if (!match && (noun || in) && tokens.is(at, "the") && tokens.is_any(at + 1, {"week", "month", "year", "quarter"})) {  // "the end of the month"
    match.emplace();
    match->end = at + 2;
    match->form = TimeForm::Relative;
    match->rule = "relative.unit";
    match->value = "shift 0 " + std::string(tokens.word(at + 1));
  }
  if (!match || match->value == "past" || match->value == "coming" || match->rule == "relative.anchored") return std::nullopt;
  match->needs_context = false;
  const bool month_or_longer = match->form != TimeForm::Weekday && !(match->date && match->date->day != 0) && match->rule != "relative.day";
  if (month_or_longer) {
    match->value = "part " + std::string(part->name) + " " + match->value;
    match->rule += ".part";
    match->form = TimeForm::Vague;
    match->date.reset();
  }
  return match;
}

/// A thing counted behind a bare year shows that it is a number: "of 2000 soldiers".
bool counts_a_thing(const TokenWindow& tokens, const TimeMatch& match) {
  return match.rule.rfind("date.year", 0) == 0 && match.rule != "date.year-range" && tokens.letter_case(match.end) == TokenCase::Lower &&
         find_counted_noun(tokens.word(match.end)) != nullptr;
}

std::optional<TimeMatch> join_range(const TokenWindow& tokens, TimeMatch first, RangeAnd range_and) {
  const std::size_t at = first.end;
  const bool dash = tokens.is_dash(at);
  const bool joined = dash || tokens.is_any(at, {"to", "through", "until", "till", "thru", "into"}) || (range_and == RangeAnd::Yes && tokens.is(at, "and"));
  if (!joined || first.value.rfind("range ", 0) == 0) return std::nullopt;
  auto last = match_point(tokens, at + 1, RangeAnd::No);
  if (!last || last->value.rfind("range ", 0) == 0 || last->form == TimeForm::Vague || last->rule == "relative.anchored") return std::nullopt;
  // "from 2014 to February": a year and a month do not make a range unless the month knows its year
  if (first.date && last->date) {
    share_parts(*first.date, *last->date);
    first.value = to_value(*first.date);
    last->value = to_value(*last->date);
  }
  TimeMatch match;
  match.end = last->end;
  match.form = TimeForm::Interval;
  match.rule = first.form == TimeForm::Weekday ? "range.weekdays" : "range.points";
  match.value = "range " + first.value + " " + last->value;
  match.core = first.core;
  match.joint = at;
  return match;
}

TimeMatch open_ended(TimeMatch match, TimeForm form) {
  match.form = form;
  match.rule = (form == TimeForm::Since ? "since." : "until.") + match.rule;
  match.value = (form == TimeForm::Since ? "since " : "until ") + match.value;
  match.date.reset();
  return match;
}

std::optional<TimeMatch> match_with_preposition(const TokenWindow& tokens, std::size_t i) {
  std::size_t at = i + 1;
  const bool opens = tokens.is(i, "since");
  const bool closes = tokens.is_any(i, {"until", "till", "through"});
  const bool by = tokens.is(i, "by");
  const bool before = tokens.is(i, "before") || (tokens.is(i, "prior") && tokens.is(i + 1, "to"));
  const bool after = tokens.is(i, "after");
  const bool between = tokens.is(i, "between");
  const bool ranged = between || tokens.is(i, "from");
  const bool simple = tokens.is_any(i, {"in", "on", "at", "during", "over", "within", "throughout", "around", "about", "circa", "as", "of", "for"});
  if (!opens && !closes && !by && !before && !after && !ranged && !simple) return std::nullopt;
  if (tokens.is(i, "prior") || (tokens.is(i, "as") && tokens.is_any(i + 1, {"of", "from"}))) ++at;
  else if (tokens.is(i, "as")) return std::nullopt;
  if (tokens.is_any(at, {"on", "around", "about", "at", "at least", "late", "early"}) && !tokens.is_any(at, {"late", "early"})) ++at;
  auto match = match_point(tokens, at, between ? RangeAnd::Yes : RangeAnd::No);
  if (!match || counts_a_thing(tokens, *match)) return std::nullopt;
  // "by 2023 tonnes", "about 1900", "of 2003": only some prepositions make a bare year a date
  const bool bare_year = match->rule == "date.year";
  if (bare_year && tokens.is_any(i, {"on", "at", "over", "about", "for", "within", "around"})) return std::nullopt;
  if (match->needs_context && (tokens.is_any(i, {"for", "about", "over", "at", "within"}) || (tokens.is(i, "on") && !tokens.is_any(at, {"the"})))) return std::nullopt;
  if (match->rule == "relative.season" && tokens.is_any(i, {"of", "for", "by", "on"}) && match->needs_context) return std::nullopt;
  match->needs_context = false;
  if (match->core == 0) match->core = at;
  if (ranged) {
    if (auto range = join_range(tokens, *match, between ? RangeAnd::Yes : RangeAnd::No)) return range;
    if (between && match->value.rfind("range ", 0) != 0) return std::nullopt;
    return match;
  }
  if (match->rule == "relative.anchored" || match->value == "past" || match->value == "coming") return match;
  if (opens) return open_ended(*match, TimeForm::Since);
  if (closes || by) return open_ended(*match, TimeForm::Until);
  if ((before || after) && ends_phrase(tokens, match->end)) return open_ended(*match, before ? TimeForm::Until : TimeForm::Since);
  if (before || after) return std::nullopt;
  // "in November and December"
  const bool months = match->rule == "date.month" && tokens.is(match->end, "and") && match_month(tokens, match->end + 1).has_value();
  if (auto range = join_range(tokens, *match, months ? RangeAnd::Yes : RangeAnd::No)) return range;
  return match;
}

/// Words that may stand in front of the time words of an expression.
bool is_lead(std::string_view word) {
  static const WordMap<bool> leads = [] {
    WordMap<bool> words;
    for (const char* lead : {"the", "these", "those", "that", "a", "an", "in", "on", "at", "from", "between", "since", "until", "till", "through", "by", "before", "prior", "after", "during", "over", "within", "throughout", "around",
                             "about", "circa", "as", "of", "for", "recent", "preceding", "same", "few", "several", "many", "some", "couple", "mid", "hours", "one"}) {
      words[lead] = true;
    }
    return words;
  }();
  return leads.find(word) != leads.end();
}

/// Cheap test before the rules: most tokens begin no expression.
bool may_begin(const TokenWindow& tokens, std::size_t i) {
  if (tokens.is_number(i)) return true;
  if (!tokens.is_word(i)) return false;
  const auto word = tokens.word(i);
  if (find_time_word(word) != nullptr) return true;
  const bool lead = is_lead(word);
  if (!lead && !read_number(tokens, i)) return false;
  // a number or time word must follow soon
  for (std::size_t k = i + 1; k < i + 6 && tokens.has(k); ++k) {
    if (tokens.is_number(k) || (tokens.is_word(k) && find_time_word(tokens.word(k)) != nullptr)) return true;
  }
  return false;
}

}  // namespace

bool hangs_on_clause(const TokenWindow& tokens, std::size_t i) { return tokens.is_any(i, {"he", "she", "they", "it", "we", "that", "which", "what", "when", "in", "at", "on", "of", "for"}); }

bool ends_phrase(const TokenWindow& tokens, std::size_t i) {
  return !tokens.has(i) || tokens.kind(i) == TokenKind::Punctuation ||
         tokens.is_any(i, {"and", "but", "or", "in", "at", "on", "when", "as", "with", "for", "from", "to", "that", "which", "after", "before", "while", "because", "by", "of", "he", "she", "they", "it", "said", "was", "were", "has", "have", "had", "is", "are", "will"});
}

std::optional<TimeMatch> match_time(const TokenWindow& tokens, std::size_t i) {
  if (!may_begin(tokens, i)) return std::nullopt;
  if (auto match = match_with_preposition(tokens, i)) return match;
  auto match = match_point(tokens, i, RangeAnd::No);
  if (!match || counts_a_thing(tokens, *match)) return std::nullopt;
  if (auto range = join_range(tokens, *match, RangeAnd::No); range && !match->needs_context) return range;
  if (match->needs_context) {
    // "the 2014 annexation": a year in front of a noun; "(2014)"
    const bool modifier = match->rule == "date.year-modifier" && tokens.is_word(match->end);
    const bool bracketed = match->rule == "date.year" && tokens.is_any(i - 1, {"(", ","}) && tokens.is_any(match->end, {")", ","}) && tokens.is(i - 1, "(");
    // "January saw", "May": a full name of a month that is nothing else
    const bool month = match->rule == "date.month" && !tokens.is_any(i, {"may", "march", "august", "april", "june"}) && tokens.is_capital(i);
    // "a 1991 law", "its 2016 mission"
    const bool owned = match->rule == "date.year" && i > tokens.begin() && (tokens.is_any(i - 1, {"a", "an", "its", "his", "her", "their", "our", "this"}) || tokens.kind(i - 1) == TokenKind::Possessive) &&
                       tokens.letter_case(match->end) == TokenCase::Lower;
    if (!modifier && !bracketed && !month && !owned) return std::nullopt;
  }
  return match;
}

}  // namespace dateline::claims::detail
