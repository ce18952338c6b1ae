#include <algorithm>
#include <array>
#include <cmath>

#include "claims/detail/number_words.hpp"
#include "claims/detail/time_clock.hpp"
#include "claims/detail/time_matcher.hpp"
#include "claims/detail/trace_spans.hpp"
#include "claims/detail/word_hash.hpp"

namespace dateline::claims::detail {

namespace {

constexpr std::size_t day_length = 10;  // "2024-06-01"

/// What corpora tag beside the dates: how long, at what hour, in what part of a day.
struct Reading {
  std::size_t first = 0;   ///< tokens
  std::size_t end = 0;     ///< one past; 0 if nothing was read
  const char* type = "DURATION";
  std::string value;       ///< for type TIME without its day
  int shift = 0;           ///< days from the day that is talked of
};

struct UnitName {
  std::string_view name, letter;   ///< "TH" stands for "PT…H"
  int factor = 1;
};
constexpr std::array<UnitName, 8> units{{{"minute", "TM", 1}, {"hour", "TH", 1}, {"day", "D", 1}, {"night", "D", 1}, {"week", "W", 1}, {"month", "M", 1}, {"year", "Y", 1}, {"decade", "Y", 10}}};

const UnitName* unit_at(const TokenWindow& tokens, std::size_t i, bool plural_only = false) {
  const auto word = tokens.word(i);
  for (const auto& unit : units) {
    const bool plural = word.size() == unit.name.size() + 1 && word.starts_with(unit.name) && word.back() == 's';
    if (plural || (!plural_only && word == unit.name)) return &unit;
  }
  return nullptr;
}

std::string length_of(const UnitName& unit, const std::string& count) { return (unit.letter.size() == 2 ? "PT" : "P") + count + std::string(unit.letter.substr(unit.letter.size() - 1)); }

/// "six weeks", "several hours", "a decade".
Reading read_counted(const TokenWindow& tokens, std::size_t i) {
  const auto number = read_number(tokens, i);
  std::size_t at = number ? number->end : i + 1;
  const bool some = tokens.is_any(i, {"several", "few"});
  if (!number && !some && !tokens.is_any(i, {"a", "an", "one"})) return {};
  if (tokens.is_dash(at) && tokens.glued(at)) ++at;
  const auto* unit = unit_at(tokens, at);
  if (unit == nullptr || (!number && unit->letter == "D" && (unit->name == "night" || tokens.is(i, "one")))) return {};  // "a night curfew", "one day"
  if (tokens.is_dash(at + 1) && tokens.glued(at + 1) && tokens.is(at + 2, "old")) return {};
  return {i, at + 1, "DURATION", length_of(*unit, some ? "X" : std::to_string((number ? std::llround(number->value) : 1) * unit->factor))};
}

/// "after weeks of shelling", "in years", "hours ahead of": a number that is not told.
Reading read_uncounted(const TokenWindow& tokens, std::size_t i) {
  const auto* unit = unit_at(tokens, i, true);
  if (unit == nullptr || unit->factor != 1) return {};
  const bool led = tokens.is_any(i - 1, {"for", "in", "within", "after"}) && !tokens.is(i + 1, "old") && !tokens.is(i + 1, "later");
  if (!led && !tokens.is_any(i + 1, {"after", "before", "ahead"})) return {};
  return {i, i + 1, "DURATION", length_of(*unit, "X")};
}

/// "for a third day", "the fifth night running": so many of them.
Reading read_ordinal(const TokenWindow& tokens, std::size_t i) {
  static constexpr std::array<std::string_view, 12> ordinals{"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth"};
  if (!tokens.is_any(i, {"a", "the"})) return {};
  const auto ordinal = std::find(ordinals.begin(), ordinals.end(), tokens.word(i + 1));
  const auto* unit = ordinal == ordinals.end() ? nullptr : unit_at(tokens, i + 2);
  if (unit == nullptr || (!tokens.is(i - 1, "for") && !tokens.is_any(i + 3, {"running", "straight"}))) return {};
  return {i, i + 3, "DURATION", length_of(*unit, std::to_string(ordinal - ordinals.begin() + 2))};
}

/// "TNI" for "night", likewise for the other parts of a day; empty for any other word.
std::string part_code(const TokenWindow& tokens, std::size_t i) {
  if (tokens.is(i, "night")) return "TNI";
  if (tokens.is_any(i, {"morning", "dawn", "daybreak", "sunrise"})) return "TMO";
  if (tokens.is(i, "afternoon")) return "TAF";
  if (tokens.is_any(i, {"evening", "nightfall", "dusk", "sunset", "sundown"})) return "TEV";
  return {};
}

/// The words end here, and no noun follows: "in the evening.", "by evening no oil"; but "the evening news".
bool stands_alone(const TokenWindow& tokens, std::size_t end) {
  return ends_phrase(tokens, end) || tokens.is_capital(end) || tokens.is_number(end) ||
         tokens.is_any(end, {"the", "a", "an", "no", "some", "several", "all", "most", "its", "their", "his", "about", "around", "more", "only", "there", "however", "if", "since", "until", "we", "you", "its", "not", "again", "were", "where", "without", "shortly"});
}

/// "in the evening", "by early afternoon", "before dawn", "the next morning", "all night": a part of the day that is talked of.
Reading read_part(const TokenWindow& tokens, std::size_t i) {
  auto at = i;
  int shift = 0;
  const bool article = tokens.is(at, "the");
  if (article) ++at;
  const bool next = article && tokens.is_any(at, {"next", "following"});
  const bool previous = article && tokens.is(at, "previous");
  const bool same = article && tokens.is(at, "same");
  if (next || previous || same) {
    shift = next ? 1 : previous ? -1 : 0;
    ++at;
  } else if (tokens.is_any(at, {"early", "late", "all"})) {
    ++at;
  }
  const bool all = !article && at == i + 1 && tokens.is(i, "all");
  const auto code = part_code(tokens, at);
  if (code.empty() || !stands_alone(tokens, at + 1) || tokens.is_any(at + 1, {"of", "to"})) return {};
  const bool led = tokens.is_any(i - 1, {"in", "by", "until", "till", "during", "through", "throughout", "since", "before", "after", "from"}) || (!article && tokens.is(i - 1, "at"));
  return led || next || previous || same || all ? Reading{i, at + 1, "TIME", code, shift} : Reading{};
}

Reading read_now(const TokenWindow& tokens, std::size_t i) {
  const bool now = tokens.is_any(i, {"now", "currently"}) && !tokens.is(i + 1, "that") && !tokens.is(i - 1, "for");
  return now ? Reading{i, i + 1, "DATE", "PRESENT_REF"} : Reading{};
}

Reading read_hour(const TokenWindow& tokens, std::size_t i) {
  const auto clock = read_clock(tokens, i);
  return clock ? Reading{i, clock->end, "TIME", clock->to_timex()} : Reading{};
}

/// Cheap test before the rules: most tokens begin nothing.
bool may_begin(const TokenWindow& tokens, std::size_t i) {
  if (tokens.is_number(i)) return true;
  if (!tokens.is_word(i)) return false;
  static const WordMap<bool> openers = [] {
    WordMap<bool> words;
    for (const char* word : {"a", "an", "the", "one", "several", "few", "half", "hundred", "noon", "midday", "midnight", "now", "currently", "early", "late", "all", "night", "morning", "afternoon", "evening", "dawn", "daybreak",
                             "sunrise", "nightfall", "dusk", "sunset", "sundown", "minutes", "hours", "days", "nights", "weeks", "months", "years"}) {
      words[word] = true;
    }
    return words;
  }();
  const auto word = tokens.word(i);
  return openers.find(word) != openers.end() || spelled_value(word).has_value();
}

Reading read_any(const TokenWindow& tokens, std::size_t i) {
  if (!may_begin(tokens, i)) return {};
  for (const auto read : {read_hour, read_ordinal, read_part, read_counted, read_uncounted, read_now}) {
    if (auto reading = read(tokens, i); reading.end != 0) return reading;
  }
  return {};
}

/// The day that is talked of at `place`: the one told last before it, else that of the report. Behind "Thursday night" a morning is the next one.
std::string day_at(const Story& story, const ExtractionTrace& trace, std::size_t place, bool morning) {
  const auto told = std::find_if(trace.times.rbegin(), trace.times.rend(), [&](const ExtractionTrace::Time& time) { return time.span.end <= place && time.value.size() == day_length; });
  if (told != trace.times.rend()) {
    const auto day = CivilDate::parse(told->value);
    const bool night = told->timex.ends_with("TNI") || told->timex.ends_with("TEV");
    return morning && night && day ? day->plus_days(1).to_string() : told->value;
  }
  return story.article.metadata.published ? story.article.metadata.published->to_string() : std::string{};
}

}  // namespace

void trace_durations(const Story& story, TokenWindow& tokens, const std::vector<bool>& traced, ExtractionTrace& trace) {
  const auto known = [&](Span span) {
    for (std::size_t t = 0; t < story.times.size(); ++t) {
      if (traced[t] && story.times[t].span.overlaps(span)) return true;
    }
    return false;
  };
  for (const auto& sentence : story.segments.sentences) {
    tokens.enter(sentence);
    for (auto i = tokens.begin(); i < tokens.end(); ++i) {
      auto reading = read_any(tokens, i);
      if (reading.end == 0) continue;
      const auto span = tokens.span(reading.first, reading.end);
      if (known(span)) continue;
      const auto range = to_range(story, span);
      if (std::string_view(reading.type) == "TIME") {
        const auto date = CivilDate::parse(day_at(story, trace, range.start, reading.value == "TMO" || (reading.value >= "T00:00" && reading.value < "T09:00")));
        reading.value.insert(0, date ? date->plus_days(reading.shift).to_string() : std::string{});
      }
      trace.durations.push_back({range, reading.type, reading.value, {}});
      i = reading.end - 1;
    }
  }
}

}  // namespace dateline::claims::detail
