#include "claims/detail/time_words.hpp"

#include <charconv>
#include <map>
#include <string>

#include "base/text_table.hpp"
#include "claims/detail/embedded_tables.hpp"
#include "claims/detail/word_hash.hpp"

namespace dateline::claims::detail {

namespace {

using Words = WordMap<TimeWord>;

struct Lexicon {
  TextTable table;
  Words words;
  WordFilter filter;
};

Lexicon load() {
  using enum TimeWordClass;
  const std::map<std::string, TimeWordClass, std::less<>> classes{
      {"month", Month}, {"month-short", MonthShort}, {"weekday", Weekday}, {"weekday-short", WeekdayShort},
      {"unit", Unit},   {"season", Season},          {"daytime", Daytime}, {"ordinal", Ordinal},
      {"day", Day},     {"direction", Direction},    {"part", Part},       {"vague", Vague},    {"feast", Feast}};
  Lexicon lexicon{TextTable::parse(time_words_table(), "time_words.tsv", {"word", "class", "value"}), {}, {}};
  for (const auto& row : lexicon.table.rows()) {
    const auto kind = classes.find(row.cells[1]);
    if (kind == classes.end()) lexicon.table.fail(row, "unknown class of time word", "see the head of the table");
    TimeWord word{kind->second, 0, {}};
    const auto& value = row.cells[2];
    std::from_chars(value.data(), value.data() + value.size(), word.number);
    word.name = value;  // the table lives as long as the lexicon
    lexicon.words[row.cells[0]] = word;
    lexicon.filter.add(row.cells[0]);
  }
  return lexicon;
}

}  // namespace

const TimeWord* find_time_word(std::string_view word) {
  static const Lexicon lexicon = load();
  if (!lexicon.filter.may_hold(word)) return nullptr;
  const auto found = lexicon.words.find(word);
  return found == lexicon.words.end() ? nullptr : &found->second;
}

}  // namespace dateline::claims::detail
