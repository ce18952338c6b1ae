#include <algorithm>

#include "claims/detail/draft.hpp"
#include "claims/detail/number_words.hpp"
#include "claims/detail/words.hpp"

// How many a noun phrase tells of: in its own words, behind it, in a bare number, or told before of all of them.

namespace dateline::claims::detail {

namespace {

/// Pronouns that stand for all who were told of, so that their number holds as well: "they", but not "some".
bool stands_for_all(const std::string& pronoun) { return is_one_of(pronoun, {"they", "them", "themselves", "these", "those", "it", "she", "all", "both"}); }

}  // namespace

QuantityOf DraftTools::to_quantity(std::uint32_t index) const {
  const auto& found = story.quantities[index];
  QuantityOf quantity;
  quantity.span = story.to_text_span(found.span);
  quantity.low = found.low;
  quantity.high = found.high;
  quantity.qualifier = found.qualifier;
  quantity.unit = found.unit;
  quantity.additional = found.additional;
  return quantity;
}

std::uint32_t DraftTools::apposed_quantity(const ParsedSentence& sentence, const NounPhrase& phrase) const {
  const auto& chunks = sentence.chunks;
  auto i = phrase.last_chunk;
  // "Leopard tanks of the contingent in Latvia, six of them, were"
  bool far = false;
  while (i + 2 < chunks.size() && chunks[i].kind == ChunkKind::Preposition && chunks[i + 1].kind == ChunkKind::Noun && chunks[i + 2].kind != ChunkKind::Verb) {
    i += 2;
    far = true;
  }
  // "reinforcements totalling three brigades"
  const bool totals = !far && i + 1 < chunks.size() && chunks[i].kind == ChunkKind::Verb && is_one_of(sentence.items[chunks[i].head].lower, {"numbering", "totalling", "totaling", "comprising"}) && chunks[i + 1].kind == ChunkKind::Noun;
  if (totals) {
    for (auto item = chunks[i + 1].first; item < chunks[i + 1].last; ++item) {
      if (sentence.items[item].quantity != none) return sentence.items[item].quantity;
    }
  }
  // "an amphibious group with 2,200 marines"
  const auto* body = sentence.items[chunks[phrase.chunk].head].word;
  const bool led = body != nullptr && !body->plural && (phrase.collective || story.lexicon.is(WordSet::Party, sentence.items[chunks[phrase.chunk].head].lower));
  const auto with = phrase.last_chunk;
  if (led && with + 1 < chunks.size() && chunks[with].kind == ChunkKind::Preposition && sentence.items[chunks[with].first].lower == "with" && chunks[with + 1].kind == ChunkKind::Noun) {
    for (auto item = chunks[with + 1].first; item < chunks[with + 1].last; ++item) {
      const auto index = sentence.items[item].quantity;
      if (index != none && story.quantities[index].kind == CountedKind::Persons) return index;
    }
  }
  const bool dash = i < chunks.size() && chunks[i].kind == ChunkKind::Break && sentence.items[chunks[i].first].tag == Tag::Dash;
  if (i + 1 >= chunks.size() || (chunks[i].kind != ChunkKind::Comma && !dash)) return none;
  ++i;
  if (chunks[i].kind == ChunkKind::Verb && is_one_of(sentence.items[chunks[i].head].lower, {"numbering", "number", "totalling", "totaling", "numbered", "counting"})) ++i;  // "the unit, to number 4,800"
  if (i >= chunks.size() || chunks[i].kind != ChunkKind::Noun) return none;
  for (auto item = chunks[i].first; item < chunks[i].last; ++item) {
    const auto index = sentence.items[item].quantity;
    if (index == none) continue;
    const auto& quantity = story.quantities[index];
    const bool of_them = quantity.rule == "quantity.elided";
    if (far && !of_them) return none;  // "the base in Gao, 300 soldiers": another force
    if (quantity.kind != CountedKind::Persons && quantity.kind != CountedKind::Formation && !of_them) return none;
    // "troops, 30 officers and two tanks" is a list.
    // but "the contingent, 676 strong and headquartered at X", "the 98th Division, 10,000 to 20,000 paratroopers and commandos" is none.
    const bool list = i + 1 < chunks.size() && chunks[i + 1].kind == ChunkKind::Conjunction;
    return list && !phrase.collective && quantity.rule != "quantity.strong" ? none : index;
  }
  return none;
}

/// "800 others": the number in front of the pronoun, in the same chunk or the one before.
std::optional<QuantityOf> DraftTools::counted_pronoun(const ParsedSentence& sentence, const NounPhrase& phrase) const {
  const auto& chunk = sentence.chunks[phrase.chunk];
  if (phrase.head != "others" || chunk.head == 0) return std::nullopt;
  const auto before = chunk.head - 1;
  if (chunk.head == chunk.first && (phrase.chunk == 0 || sentence.chunks[phrase.chunk - 1].kind != ChunkKind::Noun)) return std::nullopt;
  if (sentence.items[before].quantity != none) return to_quantity(sentence.items[before].quantity);
  return plain_number(sentence.items[before], sentence.items[before].span, "exact");
}

/// A number of soldiers that no noun follows; none for one, for years and for parts of dates.
std::optional<QuantityOf> DraftTools::plain_number(const Item& item, Span span, const char* qualifier) const {
  const auto spelled = spelled_value(item.lower);
  if ((item.tag != Tag::Number && !spelled) || item.compound || is_part_of_date(item)) return std::nullopt;
  const auto value = spelled ? spelled : read_digits(story.text_of(item.span));
  if (!value || *value < 2 || (*value >= 1900 && *value <= 2100 && item.lower.find(',') == std::string::npos)) return std::nullopt;
  QuantityOf quantity;
  quantity.span = story.to_text_span(span);
  quantity.low = *value;
  quantity.high = *value;
  quantity.qualifier = qualifier;
  quantity.unit = "persons";
  return quantity;
}

/// "will withdraw 1,400", "five were gone": a number without its noun, which is no year.
std::optional<QuantityOf> DraftTools::bare_number(const ParsedSentence& sentence, std::uint32_t index) const {
  const auto& chunk = sentence.chunks[index];
  const auto& item = sentence.items[chunk.last - 1];
  // "five", "the other three"
  const bool plain = std::all_of(sentence.items.begin() + chunk.first, sentence.items.begin() + (chunk.last - 1), [](const Item& before) {
    return before.tag == Tag::Determiner || is_one_of(before.lower, {"other", "remaining", "last", "first", "some"});
  });
  if (item.tag != Tag::Number && !plain) return std::nullopt;
  return plain_number(item, sentence.span_of(index, index + 1), chunk.first + 1 == chunk.last ? "exact" : "about");
}

/// "another 9/11"
bool DraftTools::is_part_of_date(const Item& number) const {
  const std::string_view text = story.article.text;
  const auto slash = [&](std::size_t at) { return at < text.size() && text[at] == '/'; };
  return slash(number.span.end) || (number.span.start > 0 && slash(number.span.start - 1));
}

/// How many: told in the phrase, behind it, or before where it stands for all of them.
void DraftTools::take_quantity(const ParsedSentence& sentence, const NounPhrase& phrase, bool part, ResolvedForce& resolved) const {
  std::uint32_t quantity = phrase.quantity;
  std::uint32_t echelon = phrase.echelon;
  if (quantity == none) quantity = apposed_quantity(sentence, phrase);
  if (quantity != none && story.quantities[quantity].strength) quantity = none;
  // "the troops" are all of them; "the main force" may be some.
  const auto& chunk = sentence.chunks[phrase.chunk];
  const bool plain = chunk.last <= chunk.first + 2;
  const bool all = resolved.pronoun ? stands_for_all(phrase.head) : resolved.definite && plain && !(part && (phrase.whole() != none || is_remainder(sentence, phrase)));
  if (quantity == none && echelon == none && all && resolved.entity != nullptr && !phrase.additional) {
    quantity = resolved.entity->quantity;
    echelon = resolved.entity->echelon;
  }
  if (quantity != none) resolved.quantity = to_quantity(quantity);
  if (quantity == none && echelon != none) resolved.quantity = to_quantity(echelon);
  if (echelon == none) return;
  const auto& unit = story.quantities[echelon].unit;
  resolved.force.echelon_unit = unit.ends_with("ies") ? unit.substr(0, unit.size() - 3) + "y" : unit.ends_with("s") ? unit.substr(0, unit.size() - 1) : unit;
  resolved.force.echelon_count = static_cast<int>(story.quantities[echelon].low);
}

}  // namespace dateline::claims::detail
