#include "claims/quantity.hpp"

#include <algorithm>

#include "claims/detail/number_words.hpp"
#include "claims/detail/quantity_matcher.hpp"
#include "claims/detail/quantity_nouns.hpp"
#include "claims/detail/word_hash.hpp"

namespace dateline::claims {

namespace {

using detail::QuantityMatch;
using detail::TokenWindow;

/// What a word behind "a" says of a single formation.
enum class SingleWord : std::uint8_t { Formation, Arm, Stop };

/// The words that matter there; any other is passed over.
const SingleWord* find_single_word(std::string_view word) {
  struct Words {
    detail::WordMap<SingleWord> map;
    detail::WordFilter filter;
    void add(SingleWord kind, std::initializer_list<const char*> list) {
      for (const char* entry : list) {
        map[entry] = kind;
        filter.add(entry);
      }
    }
  };
  static const Words words = [] {
    Words made;
    made.add(SingleWord::Formation, {"brigade", "battalion", "regiment", "division", "company", "squadron", "platoon", "flotilla", "corps"});
    // "a mining company", but "a tank company"
    made.add(SingleWord::Arm, {"tank", "infantry", "rifle", "army", "navy", "marine", "commando", "armoured", "armored", "mechanised", "mechanized", "motorised", "engineer", "guards", "mortar", "reconnaissance", "airborne",
                               "warfare", "signals", "missile", "artillery", "ranger", "parachute"});
    made.add(SingleWord::Stop, {"of", "in", "to", "from", "and", "that", "was", "is", "for", "on", "at", "with", "by", "the", "a", "an"});
    return made;
  }();
  if (!words.filter.may_hold(word)) return nullptr;
  const auto found = words.map.find(word);
  return found == words.map.end() ? nullptr : &found->second;
}

/// "a battalion", "an infantry brigade": counted only for formations that have a size.
std::optional<QuantityMatch> match_single_formation(const TokenWindow& tokens, std::size_t i) {
  if (!tokens.is_any(i, {"a", "an", "one", "another"})) return std::nullopt;
  constexpr std::size_t reach = 8;  // "a surface-to-ship missile regiment"
  bool armed = false;               // the word before says of what arm
  for (std::size_t k = i + 1; k < i + reach && (tokens.is_word(k) || (tokens.is_dash(k) && tokens.glued(k))); ++k) {
    const auto* word = find_single_word(tokens.word(k));
    if (word == nullptr || *word != SingleWord::Formation) {
      const bool inside = tokens.is_dash(k - 1) && tokens.glued(k);  // "surface-to-ship"
      if (word != nullptr && *word == SingleWord::Stop && !inside) return std::nullopt;
      armed = word != nullptr && *word == SingleWord::Arm;
      continue;
    }
    const bool modifier = tokens.is_word(k + 1) && detail::find_counted_noun(tokens.word(k + 1)) != nullptr;
    if (modifier || (tokens.is(k, "company") && !armed && !tokens.is(k + 1, "of"))) return std::nullopt;
    QuantityMatch match;
    match.first = i;
    match.number_end = match.thing_first = i + 1;
    match.thing_end = k + 1;
    match.quantity.low = 1;
    match.quantity.high = 1;
    match.quantity.qualifier = "exact";
    match.quantity.additional = tokens.is(i, "another");
    match.quantity.kind = CountedKind::Formation;
    match.quantity.unit = std::string(detail::find_counted_noun(tokens.word(k))->unit);
    match.quantity.rule = "quantity.single-formation";
    return match;
  }
  return std::nullopt;
}

/// "active-duty", "has an army of": how many there are, not how many move.
bool is_strength(const TokenWindow& tokens, const QuantityMatch& match) {
  if (match.quantity.kind != CountedKind::Persons) return false;
  for (std::size_t k = match.thing_first; k < match.thing_end; ++k) {
    if (tokens.is_any(k, {"active-duty"})) return true;
    if (tokens.is(k, "active") && (tokens.is(k + 1, "duty") || (tokens.is_dash(k + 1) && tokens.is(k + 2, "duty")))) return true;
    if (match.quantity.rule == "quantity.strong" && tokens.is_any(k, {"army", "military"})) return true;
  }
  // "an army of 500,000", "has armed forces of some 200,000 men"
  const std::size_t before = match.first;
  if (before < tokens.begin() + 2 || !tokens.is_any(before - 1, {"of", "numbering", "totaling", "totalling"})) return false;
  const bool noun = tokens.is_any(before - 2, {"army", "military", "navy", "forces", "strength", "reserve"});
  if (!noun) return false;
  for (std::size_t k = before - 2; k + 7 > before && k > tokens.begin(); --k) {
    if (tokens.is_any(k - 1, {"a", "an", "has", "have", "standing", "total", "with", "armed"})) return true;
  }
  return false;
}

/// Whether the words between two quantities say that both count the same force: "12,000 troops organized into four brigades".
bool joins_same_force(const TokenWindow& tokens, std::size_t from, std::size_t to) {
  if (to <= from || to > from + 7) return false;
  bool link = false;
  for (std::size_t k = from; k < to; ++k) {
    if (tokens.is_any(k, {"in", "into", "of", "with", "comprising", "numbering", "totaling", "totalling", "forming", "from", "across", "("})) {
      link = true;
    } else if (!tokens.is_any(k, {"organized", "organised", "grouped", "divided", "split", "formed", "arranged", "structured", "making", "made", "up", "out", "or", ",", "a", "total", "some", "about", "around", "consisting", "composed", "altogether", "containing", "them"})) {
      return false;
    }
  }
  return link;
}

}  // namespace

std::vector<QuantityExpression> find_quantities(std::string_view text, const SegmentedText& segments, const std::vector<TimeExpression>& times) {
  std::vector<QuantityExpression> quantities;
  TokenWindow tokens(text, segments);
  for (const auto& time : times) {
    if (time.rule != "vague.word") tokens.mark_time(time.span);
  }
  for (std::size_t s = 0; s < segments.sentences.size(); ++s) {
    tokens.enter(segments.sentences[s]);
    const std::size_t first_of_sentence = quantities.size();
    std::size_t previous_thing = tokens.begin();
    for (std::size_t i = tokens.begin(); i < tokens.end();) {
      if (const auto end_of_time = tokens.end_of_time(i)) {
        i = end_of_time;
        continue;
      }
      auto match = detail::match_quantity(tokens, i);
      if (!match) match = match_single_formation(tokens, i);
      if (!match) {
        ++i;
        continue;
      }
      auto& quantity = match->quantity;
      quantity.span = tokens.span(match->first, match->number_end);
      quantity.thing = tokens.span(match->thing_first, match->thing_end);
      if (quantity.thing.empty()) quantity.thing = {quantity.span.end, quantity.span.end};
      quantity.sentence = static_cast<std::uint32_t>(s);
      quantity.strength = is_strength(tokens, *match);
      const auto index = static_cast<std::uint32_t>(quantities.size());
      if (index > first_of_sentence && joins_same_force(tokens, previous_thing, match->first)) {
        auto& earlier = quantities.back();
        if (earlier.kind == CountedKind::Persons && quantity.kind == CountedKind::Formation) quantity.part_of = index - 1;
        if (earlier.kind == CountedKind::Formation && quantity.kind == CountedKind::Persons) earlier.part_of = index;
      }
      quantities.push_back(std::move(quantity));
      i = std::max(match->number_end, i + 1);
      previous_thing = std::max(match->thing_end, i);
    }
  }
  return quantities;
}

}  // namespace dateline::claims
