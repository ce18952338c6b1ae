#include "claims/detail/number_words.hpp"

#include <charconv>
#include <map>
#include <string>

#include "base/text_table.hpp"
#include "claims/detail/embedded_tables.hpp"
#include "claims/detail/word_hash.hpp"

namespace dateline::claims::detail {

namespace {

enum class NumberClass { Unit, Ten, Scale, Suffix, Pair };
struct NumberWord {
  NumberClass kind = NumberClass::Unit;
  double value = 0;
};
using NumberWords = WordMap<NumberWord>;

NumberWords load() {
  const std::map<std::string, NumberClass, std::less<>> classes{{"unit", NumberClass::Unit}, {"ten", NumberClass::Ten}, {"scale", NumberClass::Scale}, {"suffix", NumberClass::Suffix}, {"pair", NumberClass::Pair}};
  const auto table = TextTable::parse(number_words_table(), "number_words.tsv", {"word", "class", "value"});
  NumberWords words;
  for (const auto& row : table.rows()) {
    const auto kind = classes.find(row.cells[table.column("class")]);
    if (kind == classes.end()) table.fail(row, "unknown class of number word", "unit, ten, scale, suffix or pair");
    words[row.cells[table.column("word")]] = {kind->second, std::stod(row.cells[table.column("value")])};
  }
  return words;
}

const NumberWords& number_words() {
  static const NumberWords words = load();
  return words;
}

const NumberWord* find_word(const TokenWindow& tokens, std::size_t i, NumberClass kind) {
  const auto& words = number_words();
  static const WordFilter filter = [] {
    WordFilter made;
    for (const auto& [word, value] : number_words()) made.add(word);
    return made;
  }();
  if (!tokens.is_word(i) || !filter.may_hold(tokens.word(i))) return nullptr;
  const auto found = words.find(tokens.word(i));
  return found != words.end() && found->second.kind == kind ? &found->second : nullptr;
}

constexpr double largest = 1e15;  // beyond it a double no longer counts singly, and no story counts so high

/// "million" after a number; several in a row ("two hundred thousand") multiply.
void take_scales(const TokenWindow& tokens, ReadNumber& number) {
  for (int guard = 0; guard < 3; ++guard) {
    const auto* scale = find_word(tokens, number.end, NumberClass::Scale);
    if (scale == nullptr) return;
    number.value *= scale->value;
    number.scale *= scale->value;
    ++number.end;
  }
}

/// "twenty", "seven", "twenty-five".
std::optional<ReadNumber> read_below_hundred(const TokenWindow& tokens, std::size_t i) {
  if (const auto* unit = find_word(tokens, i, NumberClass::Unit)) return ReadNumber{unit->value, i + 1, 1, true};
  const auto* ten = find_word(tokens, i, NumberClass::Ten);
  if (ten == nullptr) return std::nullopt;
  ReadNumber number{ten->value, i + 1, 1, true};
  std::size_t next = i + 1;
  if (tokens.is_dash(next) && tokens.glued(next)) ++next;
  if (const auto* unit = find_word(tokens, next, NumberClass::Unit); unit != nullptr && unit->value > 0 && unit->value < 10) {
    number.value += unit->value;
    number.end = next + 1;
  }
  return number;
}

std::optional<ReadNumber> read_spelled(const TokenWindow& tokens, std::size_t i) {
  std::optional<ReadNumber> number;
  if (tokens.is(i, "half") && tokens.is_any(i + 1, {"a", "an"})) {
    if (find_word(tokens, i + 2, NumberClass::Scale) != nullptr) number = ReadNumber{0.5, i + 2, 1, true};
  } else if (tokens.is_any(i, {"a", "an"})) {
    if (const auto* scale = find_word(tokens, i + 1, NumberClass::Scale)) number = ReadNumber{1, i + 1, 1, true}, (void)scale;
    else if (const auto* pair = find_word(tokens, i + 1, NumberClass::Pair)) return ReadNumber{pair->value, i + 2, 1, true};
  } else {
    number = read_below_hundred(tokens, i);
  }
  if (!number) return std::nullopt;
  take_scales(tokens, *number);
  // "two hundred and fifty", "three thousand five hundred"
  for (int guard = 0; guard < 2 && number->scale >= 100; ++guard) {
    std::size_t next = number->end;
    if (tokens.is(next, "and")) ++next;
    auto rest = read_below_hundred(tokens, next);
    if (!rest) break;
    take_scales(tokens, *rest);
    if (rest->value >= number->scale) break;
    number->value += rest->value;
    number->end = rest->end;
    number->scale = rest->scale > 1 ? rest->scale : 1;
  }
  return number;
}

}  // namespace

std::optional<double> spelled_value(std::string_view word) {
  const auto found = number_words().find(word);
  if (found == number_words().end() || word == "one" || word == "zero") return std::nullopt;
  if (found->second.kind != NumberClass::Unit && found->second.kind != NumberClass::Ten) return std::nullopt;
  return found->second.value;
}

std::optional<double> read_digits(std::string_view digits) {
  std::string plain;
  int points = 0;
  std::size_t group = 0;     // digits since the last comma
  bool grouped = false;
  for (const char c : digits) {
    if (c >= '0' && c <= '9') {
      plain += c;
      ++group;
    } else if (c == ',' && points == 0) {
      if (grouped ? group != 3 : group > 3 || group == 0) return std::nullopt;
      grouped = true;
      group = 0;
    } else if (c == '.' && ++points == 1) {
      if (grouped && group != 3) return std::nullopt;
      plain += c;
    } else {
      return std::nullopt;
    }
  }
  if (plain.empty() || plain.size() > 18 || (grouped && points == 0 && group != 3)) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc{} || end != plain.data() + plain.size() || value > largest) return std::nullopt;
  return value;
}

std::optional<ReadNumber> read_number(const TokenWindow& tokens, std::size_t i) {
  std::optional<ReadNumber> number;
  if (tokens.is_number(i)) {
    const auto value = read_digits(tokens.raw(i));
    if (!value) return std::nullopt;
    number = ReadNumber{*value, i + 1, 1, false};
    if (const auto* suffix = find_word(tokens, i + 1, NumberClass::Suffix);
        suffix != nullptr && (tokens.glued(i + 1) || tokens.word(i + 1).size() > 1)) {
      number->value *= suffix->value;
      number->scale = suffix->value;
      number->end = i + 2;
    } else {
      take_scales(tokens, *number);
      // "8-million" is read as "8 million"
      if (number->end == i + 1 && tokens.is_dash(i + 1) && tokens.glued(i + 1) && tokens.glued(i + 2) &&
          find_word(tokens, i + 2, NumberClass::Scale) != nullptr) {
        number->end = i + 2;
        take_scales(tokens, *number);
      }
    }
  } else {
    number = read_spelled(tokens, i);
  }
  if (!number || number->value > largest) return std::nullopt;
  return number;
}

}  // namespace dateline::claims::detail
