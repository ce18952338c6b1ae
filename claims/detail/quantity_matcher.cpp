#include "claims/detail/quantity_matcher.hpp"

#include <cmath>

#include "claims/detail/number_words.hpp"
#include "claims/detail/quantity_nouns.hpp"
#include "claims/detail/quantity_qualifiers.hpp"

namespace dateline::claims::detail {

namespace {

struct Amount {
  double low = 0;
  std::optional<double> high;
  std::string qualifier;       ///< of the number itself: "range", "dozens", "several"; empty for a plain number
  std::size_t end = 0;
  const char* rule = "quantity.number";
};

/// What round words stand for: from two of them up to the next round word.
std::optional<Amount> read_round_words(const TokenWindow& tokens, std::size_t i) {
  const auto of = [&tokens](std::size_t end) { return tokens.is(end, "of") ? end + 1 : end; };
  if (tokens.is_any(i, {"tens", "hundreds", "dozens", "thousands"}) && tokens.is(i + 1, "of") && tokens.is_any(i + 2, {"thousands", "millions", "hundreds"})) {
    const double unit = tokens.is(i + 2, "thousands") ? 1e3 : tokens.is(i + 2, "millions") ? 1e6 : 1e2;
    const double scale = tokens.is(i, "tens") ? 10 : tokens.is(i, "dozens") ? 12 : tokens.is(i, "hundreds") ? 100 : 1000;
    const double low = (tokens.is(i, "dozens") ? 24 : 2 * scale) * unit;
    const double high = tokens.is(i, "dozens") ? 99 * unit : 10 * scale * unit - 1;
    return Amount{low, high, tokens.is(i + 2, "thousands") ? "thousands" : "hundreds", of(i + 3), "quantity.round-words"};
  }
  if (!tokens.is(i + 1, "of")) return std::nullopt;  // "hundreds were", "thousands more" have no thing
  if (tokens.is(i, "dozens")) return Amount{24, 99, "dozens", i + 2, "quantity.round-words"};
  if (tokens.is(i, "scores")) return Amount{40, 99, "dozens", i + 2, "quantity.round-words"};
  if (tokens.is(i, "hundreds")) return Amount{200, 999, "hundreds", i + 2, "quantity.round-words"};
  if (tokens.is(i, "thousands")) return Amount{2000, 9999, "thousands", i + 2, "quantity.round-words"};
  if (tokens.is(i, "millions")) return Amount{2e6, std::nullopt, "thousands", i + 2, "quantity.round-words"};
  return std::nullopt;
}

/// "several hundred", "a few thousand", "several", "a few", "a handful of".
std::optional<Amount> read_several(const TokenWindow& tokens, std::size_t i) {
  std::size_t at = i;
  if (tokens.is(at, "a") && tokens.is_any(at + 1, {"few", "handful"})) ++at;
  if (tokens.is(at, "handful") && tokens.is(at + 1, "of") && at > i) return Amount{3, 9, "several", at + 2, "quantity.several"};
  if (!tokens.is_any(at, {"several", "few"}) || (tokens.is(at, "few") && at == i)) return std::nullopt;
  ++at;
  double scale = 1;
  if (tokens.is(at, "dozen")) scale = 12;
  if (tokens.is(at, "hundred")) scale = 100;
  if (tokens.is(at, "thousand")) scale = 1000;
  if (tokens.is(at, "million")) scale = 1e6;
  if (scale == 1) return Amount{3, 9, "several", at, "quantity.several"};
  const double high = scale == 12 ? 99 : 10 * scale - 1;
  return Amount{3 * scale, high, "several", at + 1, "quantity.several"};
}

/// The number is part of a name or a measure: "KN-23", "155mm", "20-year-old", "$5 million", "810th", "10 percent".
bool is_no_count(const TokenWindow& tokens, std::size_t i, const ReadNumber& number) {
  if (i > tokens.begin() && tokens.glued(i)) {
    if (tokens.kind(i - 1) == TokenKind::Symbol && !tokens.is(i - 1, "~")) return true;
    if (tokens.kind(i - 1) == TokenKind::Word) return true;
    if (tokens.is_dash(i - 1) && tokens.glued(i - 1) && (tokens.is_word(i - 2) || tokens.is_number(i - 2))) return true;
    if (tokens.is_any(i - 1, {":", "/", "."})) return true;
  }
  if (i > tokens.begin() && (tokens.kind(i - 1) == TokenKind::Symbol || tokens.is_any(i - 1, {"no", "number", "unit", "article", "resolution", "section", "page", "chapter", "aged", "age", "usd", "us$"})) && !tokens.is(i - 1, "~")) {
    // "no 500 soldiers were sent" does not occur; "No. 500" does
    return !(tokens.is(i - 1, "unit") && number.value > 1 && number.spelled);
  }
  const std::size_t next = number.end;
  if (tokens.glued(next) && tokens.kind(next) == TokenKind::Word) return true;   // "155mm", "810th", "2S19"
  if (tokens.glued(next) && tokens.is_any(next, {"%", ":", "/"})) return true;
  if (tokens.is_dash(next) && tokens.glued(next) && tokens.glued(next + 1)) {
    if (tokens.is_any(next + 1, {"strong", "man", "member", "person", "soldier", "troop"})) return false;
    return !tokens.is_number(next + 1) && !tokens.is_any(next + 1, {"plus", "odd"});
  }
  return false;
}

bool is_range_word(const TokenWindow& tokens, std::size_t i, bool between) {
  return tokens.is_dash(i) || tokens.is_any(i, {"to", "or"}) || (between && tokens.is(i, "and"));
}

/// "10,000 to 12,000", "10-12 thousand", "between 10,000 and 12,000", "two or three".
void take_range(const TokenWindow& tokens, const ReadNumber& first, bool between, Amount& amount) {
  std::size_t at = first.end;
  if (!is_range_word(tokens, at, between)) return;
  const auto last = read_number(tokens, at + 1);
  if (!last) return;
  double low = first.value;
  if (first.scale < 2 && last->scale >= 100 && low < last->value / last->scale) low *= last->scale;
  // "10-12,000" is written for 10,000-12,000
  if (first.scale < 2 && tokens.is_dash(at) && last->value >= 1000 && low < 1000 && low * 1000 < last->value && low >= 2) low *= 1000;
  if (low >= last->value) return;
  amount.low = low;
  amount.high = last->value;
  amount.qualifier = "range";
  amount.end = last->end;
  amount.rule = "quantity.range";
}

std::optional<Amount> read_amount(const TokenWindow& tokens, std::size_t i, bool between) {
  if (auto round = read_round_words(tokens, i)) return round;
  if (auto several = read_several(tokens, i)) return several;
  const auto number = read_number(tokens, i);
  if (!number || is_no_count(tokens, i, *number)) return std::nullopt;
  Amount amount{number->value, number->value, {}, number->end, "quantity.number"};
  take_range(tokens, *number, between, amount);
  if (tokens.is(amount.end, "+")) {
    ++amount.end;
    amount.qualifier = "at-least";
  } else if (tokens.is_dash(amount.end) && tokens.is_any(amount.end + 1, {"plus", "odd"})) {
    amount.qualifier = tokens.is(amount.end + 1, "plus") ? "at-least" : "about";
    amount.end += 2;
  }
  return amount;
}

void apply_qualifier(QuantityExpression& quantity, const std::string& word) {
  if (word.empty() || word == "exact") return;
  const bool round = quantity.qualifier == "dozens" || quantity.qualifier == "hundreds" || quantity.qualifier == "thousands" || quantity.qualifier == "several";
  if (word == "more-than" || word == "at-least") {
    quantity.qualifier = word;
    quantity.high.reset();
  } else if (word == "up-to") {
    quantity.qualifier = word;
    quantity.low = 0;
  } else if (!round && quantity.qualifier != "range") {
    quantity.qualifier = word;
  }
}

/// Words behind the number that still belong to it: "more", "additional", "or so", "or more".
std::size_t take_tail(const TokenWindow& tokens, std::size_t end, QuantityExpression& quantity) {
  if (tokens.is(end, "or") && tokens.is(end + 1, "so")) {
    apply_qualifier(quantity, "about");
    end += 2;
  } else if (tokens.is(end, "or") && tokens.is(end + 1, "more")) {
    apply_qualifier(quantity, "at-least");
    end += 2;
  }
  if (tokens.is_any(end, {"more", "additional", "further", "extra", "fresh", "other"}) && !tokens.is(end + 1, "than")) {
    if (!tokens.is_any(end, {"fresh", "other"})) {
      quantity.additional = true;
      return end + 1;
    }
    quantity.additional = true;
  }
  return end;
}

/// "a 1,500-strong contingent", "a 12,000-man force".
std::optional<QuantityMatch> match_strong(const TokenWindow& tokens, std::size_t i, const Amount& amount, QuantityMatch match) {
  if (!tokens.is_dash(amount.end) && !tokens.is(amount.end, "strong")) return std::nullopt;
  const std::size_t word = tokens.is_dash(amount.end) ? amount.end + 1 : amount.end;
  if (!tokens.is_any(word, {"strong", "man", "member", "person", "soldier", "troop"})) return std::nullopt;
  match.first = i;
  match.number_end = word + 1;
  match.thing_first = match.thing_end = word + 1;
  for (std::size_t k = word + 1; k < word + 6 && tokens.is_word(k) && !tokens.is_any(k, {"of", "in", "to", "from", "that", "which", "was", "is", "has", "will"}); ++k) {
    match.thing_end = k + 1;
    const auto* noun = find_counted_noun(tokens.word(k));
    if (noun != nullptr || tokens.is_any(k, {"force", "military", "deployment", "mission", "garrison", "army", "presence"})) break;
  }
  match.quantity.kind = CountedKind::Persons;
  match.quantity.unit = "persons";
  match.quantity.rule = "quantity.strong";
  return match;
}

/// "the number of", "their strength", "the figure" in the words before: the number counts what was named there.
bool tells_strength(const TokenWindow& tokens, std::size_t i) {
  constexpr std::size_t reach = 16;
  for (std::size_t k = i; k > tokens.begin() && k + reach > i; --k) {
    if (tokens.is_any(k - 1, {"number", "numbers", "strength", "figure", "total", "garrison", "contingent", "force"})) return true;
  }
  return false;
}

/// Cheap test before the rules: a number, a round word or a qualifier with one of them soon behind it.
bool may_begin(const TokenWindow& tokens, std::size_t i) {
  const auto counts = [&tokens](std::size_t k) {
    return tokens.is_number(k) || tokens.is_any(k, {"few", "several", "dozens", "hundreds", "thousands", "tens", "scores", "millions", "handful"}) || (tokens.is_word(k) && read_number(tokens, k));
  };
  if (counts(i)) return true;
  if (!tokens.is_word(i) || !(tokens.is_any(i, {"a", "an", "between"}) || begins_qualifier(tokens.word(i)))) return false;
  for (std::size_t k = i + 1; k < i + 6; ++k) {
    if (counts(k)) return true;
  }
  return false;
}

}  // namespace

std::optional<QuantityMatch> match_quantity(const TokenWindow& tokens, std::size_t i) {
  if (!may_begin(tokens, i)) return std::nullopt;
  const auto qualifiers = read_qualifiers(tokens, i);
  std::size_t at = qualifiers.end;
  const bool between = tokens.is(at, "between");
  if (between) ++at;
  if (tokens.is(at, "as") || (qualifiers.end > i && tokens.is(at, "some"))) ++at;
  const auto amount = read_amount(tokens, at, between);
  if (!amount || (between && amount->qualifier != "range")) return std::nullopt;
  QuantityMatch match;
  auto& quantity = match.quantity;
  quantity.low = amount->low;
  quantity.high = amount->high;
  quantity.qualifier = amount->qualifier.empty() ? "exact" : amount->qualifier;
  if (quantity.qualifier == "at-least") quantity.high.reset();
  quantity.additional = qualifiers.additional;
  quantity.rule = amount->rule;
  apply_qualifier(quantity, qualifiers.qualifier);
  match.first = i;
  if (auto strong = match_strong(tokens, i, *amount, match)) return strong;
  match.number_end = take_tail(tokens, amount->end, quantity);
  const bool one = amount->low == 1 && amount->high == 1.0;
  auto phrase = read_counted_phrase(tokens, match.number_end, one ? GrammaticalNumber::One : GrammaticalNumber::Many);
  if (!phrase) {
    // "1,500 more were sent", "200 of them": the thing was named before
    const bool elided = quantity.additional && amount->low >= 2 && match.number_end > amount->end && tokens.kind(match.number_end) == TokenKind::Punctuation;
    // "fighters, numbering about 1,200, left"
    const bool numbering = i > tokens.begin() && tokens.is_any(i - 1, {"numbering", "totalling", "totaling"}) && amount->low >= 2 && !tokens.is_word(match.number_end);
    // "another 600 are expected", "up to 12,000 could follow", "two more were"
    const bool told_before = (quantity.additional || qualifiers.end > i) && amount->low >= 2 && (amount->low < 1900 || amount->low > 2100 || quantity.additional) &&
                             tokens.is_any(match.number_end, {"are", "were", "have", "had", "will", "would", "could", "may", "might", "remain", "remained", "stay", "stayed", "left", "arrived", "came",
                                                              "went", "followed", "crossed", "entered", "reached", "moved", "on", "due", "between"});
    // "a battalion of 600 will arrive"
    const bool of_formation = i > tokens.begin() + 1 && tokens.is(i - 1, "of") && amount->low >= 2 && !tokens.is_number(match.number_end) &&
                              tokens.is_any(i - 2, {"battalion", "brigade", "force", "company", "contingent", "garrison", "unit", "column", "regiment", "division", "detachment", "squadron", "platoon"});
    // "expect 3,500 more within 48 hours", "sent 200 more to Gao"
    const bool more = quantity.additional && match.number_end > amount->end && amount->low >= 2 && tokens.is_any(match.number_end, {"within", "in", "by", "to", "from", "next", "this", "on", "at", "for", "later", "since", "after", "before", "and"});
    // "the number of soldiers at between 3,000 and 4,000", "has risen to more than 500"
    const bool put_at = i > tokens.begin() && tokens.is_any(i - 1, {"at", "to", "is", "was", "numbers", "numbered", "number", "exceeds", "exceeded", "of", "below", "above"}) && amount->low >= 2 && !tokens.is_word(match.number_end) && tells_strength(tokens, i);
    // "(some 2,500)", "(1,200-1,500 by my count)": in brackets behind the force or its place
    const bool bracketed = i > tokens.begin() && tokens.is(i - 1, "(") && amount->low >= 10 && !(amount->low >= 1900 && amount->low <= 2100) && !tokens.is(match.number_end, "%");
    // "Chinese vessels, 71 by the navy's count,", "the monitors, 100 in number,"
    const bool apposed = i > tokens.begin() + 1 && tokens.is(i - 1, ",") && amount->low >= 2 && (tokens.is(match.number_end, "by") || (tokens.is(match.number_end, "in") && tokens.is_any(match.number_end + 1, {"all", "number", "total"})) || tokens.is(match.number_end, "altogether"));
    const bool of_them = tokens.is(match.number_end, "of") && tokens.is_any(match.number_end + 1, {"them", "whom", "these", "those"});
    if (!elided && !of_them && !more && !put_at && !bracketed && !apposed && !numbering && !told_before && !of_formation) return std::nullopt;
    if (amount->qualifier == "several" || amount->qualifier == "hundreds") return std::nullopt;
    match.thing_first = match.thing_end = match.number_end;
    quantity.rule = "quantity.elided";
    return match;
  }
  match.thing_first = phrase->first;
  match.thing_end = phrase->end;
  quantity.kind = phrase->kind;
  quantity.unit = phrase->unit;
  return match;
}

}  // namespace dateline::claims::detail
