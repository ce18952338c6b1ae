#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "claims/detail/noun_phrase.hpp"
#include "claims/detail/words.hpp"

// What the words of a noun phrase before and behind its head tell: nation, type, arms, number.

namespace dateline::claims::detail {

namespace {

bool has_ending(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [word](std::string_view ending) { return word.ends_with(ending); });
}

bool is_ordinal_ending(std::string_view word) { return word == "th" || word == "st" || word == "nd" || word == "rd"; }

}  // namespace

/// "8 million artillery and rocket rounds": the counted noun is the head of the last member.
void NounPhrases::read_counted_thing(const ParsedSentence& sentence, NounPhrase& phrase) const {
  if (phrase.quantity == none) return;
  const auto end = story_.quantities[phrase.quantity].thing.end;
  for (auto chunk = phrase.last_chunk; chunk < sentence.chunks.size(); ++chunk) {
    const auto& candidate = sentence.chunks[chunk];
    if (sentence.items[candidate.first].span.start >= end) return;
    if (candidate.kind != ChunkKind::Noun) {
      if (candidate.kind == ChunkKind::Conjunction || candidate.kind == ChunkKind::Comma) continue;
      return;
    }
    const auto& head = sentence.items[candidate.head];
    if (head.span.end != end || head.word == nullptr || head.word->noun == NounClass::None) continue;
    const auto sort = sort_of(head.word->noun, phrase.military);
    phrase.last_chunk = chunk + 1;
    if (phrase.sort == PhraseSort::Force && sort != PhraseSort::Force) return;  // "25 soldiers and police"
    phrase.sort = sort;
    phrase.head = story_.lexicon.lemma(head.word->noun_lemma);
    return;
  }
}

/// "S-400", "C-17s": the type of an aircraft or a weapon.
bool NounPhrases::is_designation(const Item& item) const {
  const auto text = story_.text_of(item.span);
  return story_.lexicon.designation(text.substr(0, text.find('-'))) != nullptr;
}

/// A word in front of the head that makes soldiers of whom the head names: "Prigozhin's column", "a raiding team", "Turkish-backed fighters".
bool NounPhrases::arms_head(const ParsedSentence& sentence, const Chunk& chunk, std::uint32_t i, const NounPhrase& phrase) const {
  const auto& item = sentence.items[i];
  const auto& head = sentence.items[chunk.head].lower;
  const bool next = i + 1 == chunk.head;
  if (item.force != nullptr) return true;
  // "Prigozhin's column"
  if (item.tag == Tag::Possessive && next && i > chunk.first && (sentence.items[i - 1].letter_case == TokenCase::Title || sentence.items[i - 1].tag == Tag::Name) &&
      is_one_of(head, {"column", "columns", "fighters", "militiamen", "gunmen"})) return true;
  // "the last French convoy": a nation's convoy is its army's, unless its load says otherwise.
  if (item.demonym && is_one_of(head, {"convoy", "convoys"})) return true;
  // "the Azov column": nobody but soldiers marches in columns that have a name.
  if (item.tag == Tag::Name && next && is_one_of(head, {"column", "columns", "contingent", "detachment", "unit", "units"})) return true;
  // "Russian transport planes"
  if (item.lower == "transport" && !phrase.country.empty() && next) return true;
  // "a surveillance ship", "refuelling aircraft": nobody but armies has them.
  if (is_one_of(item.lower, {"surveillance", "intelligence", "spy", "refuelling", "refueling", "reconnaissance"}) && sentence.items[chunk.head].word != nullptr && sentence.items[chunk.head].word->noun == NounClass::Carrier) return true;
  // "service members", "service personnel"
  if (item.lower == "service" && next && is_one_of(head, {"member", "members", "personnel", "men", "women"})) return true;
  // "Turkish-backed fighters", "the Emirati-aligned units"
  if (item.compound && has_ending(item.lower, {"-backed", "-led", "-aligned", "-allied", "-trained", "-armed", "-equipped", "-commanded"})) return true;
  // "S-400 crews"
  if (item.compound && is_designation(item)) return true;
  return (item.tag == Tag::Noun || item.tag == Tag::Adjective) && item.word != nullptr && (item.word->modifier || item.word->noun == NounClass::Force);
}

/// "units of the Southern and Western military districts": what stands behind "and" belongs to the complement before it, which has no noun.
bool NounPhrases::shares_arms(const ParsedSentence& sentence, std::uint32_t next) const {
  const auto& chunks = sentence.chunks;
  if (next + 1 >= chunks.size() || chunks[next].kind != ChunkKind::Conjunction || chunks[next + 1].kind != ChunkKind::Noun) return false;
  const auto& last = sentence.items[chunks[next - 1].head];
  const auto& chunk = chunks[next + 1];
  if (last.letter_case != TokenCase::Title || last.mention != none || sentence.items[chunk.first].letter_case != TokenCase::Title) return false;
  return std::any_of(sentence.items.begin() + chunk.first, sentence.items.begin() + chunk.head, [](const Item& item) { return item.word != nullptr && item.word->modifier; });
}

void NounPhrases::read_modifiers(const ParsedSentence& sentence, const Chunk& chunk, NounPhrase& phrase) {
  const auto& lexicon = story_.lexicon;
  const auto& head = sentence.items[chunk.head];
  std::string type;
  bool numbered = false;
  for (auto i = chunk.first; i < chunk.last; ++i) {
    const auto& item = sentence.items[i];
    if (is_one_of(item.lower, {"more", "additional", "further", "another"})) phrase.additional = true;
    if (item.mention != none) {
      const auto kind = story_.mentions[item.mention].kind;
      const bool nation = kind == gazetteer::MentionKind::Demonym || (kind == gazetteer::MentionKind::Toponym && i != chunk.head) ||
                          kind == gazetteer::MentionKind::Metonym;
      if (nation && phrase.country.empty()) phrase.country = country_(item.mention);
      if (nation && i != chunk.head && head.word != nullptr && head.word->noun == NounClass::Unit) phrase.military = true;
      type.clear();
      continue;
    }
    if (i != chunk.head && arms_head(sentence, chunk, i, phrase)) {
      phrase.military = true;
      if (item.force != nullptr && phrase.country.empty()) phrase.country = item.force->country;
    }
    // "an advance party", "a raiding team"
    if (i + 1 == chunk.head && lexicon.is(WordSet::Vanguard, item.lower) && lexicon.is(WordSet::Party, head.lower)) phrase.military = phrase.party = true;
    // "the 4th Guards Division", "5th corps": a numbered formation is called by its number, and written as it writes itself.
    if (item.tag == Tag::Number && item.quantity == none && i + 1 < chunk.last && is_ordinal_ending(sentence.items[i + 1].lower)) {
      phrase.military = phrase.military || head.word == nullptr || head.word->noun != NounClass::Carrier;  // but "a 5th plane"
      numbered = true;
      type = story_.text_of({item.span.start, sentence.items[++i].span.end});
      continue;
    }
    if (item.tag != Tag::Noun && item.tag != Tag::Adjective) {
      type.clear();
      continue;
    }
    if (i == chunk.head && item.word != nullptr && item.word->noun != NounClass::None && lexicon.is(WordSet::GenericHead, lexicon.lemma(item.word->noun_lemma)) && !type.empty()) continue;
    if (!type.empty()) type += ' ';
    type += numbered ? std::string(story_.text_of(item.span)) : item.lower;
  }
  if (lexicon.is(WordSet::Remainder, type)) return;   // "the rest"
  // "1,500 soldiers of its special forces": the complement says more than the counted noun.
  if (!type.empty() && (phrase.type.empty() || !phrase.military || type.size() > phrase.type.size())) phrase.type = type;
}

/// "60 lorries and pickups": the number before the first member counts the second too.
std::uint32_t NounPhrases::quantity_of_pair(const ParsedSentence& sentence, const Chunk& chunk) const {
  const auto index = static_cast<std::uint32_t>(&chunk - sentence.chunks.data());
  if (index < 2 || sentence.chunks[index - 1].kind != ChunkKind::Conjunction || sentence.chunks[index - 2].kind != ChunkKind::Noun || chunk.first != chunk.head) return none;
  const auto& before = sentence.chunks[index - 2];
  for (auto i = before.first; i < before.last; ++i) {
    const auto quantity = sentence.items[i].quantity;
    if (quantity != none && story_.quantities[quantity].thing.end == sentence.items[chunk.head].span.end) return quantity;
  }
  return none;
}

void NounPhrases::read_quantity(const ParsedSentence& sentence, const Chunk& chunk, NounPhrase& phrase) const {
  for (auto i = chunk.first; i < chunk.last; ++i) {
    const auto index = sentence.items[i].quantity;
    if (index == none) continue;
    const auto& quantity = story_.quantities[index];
    const bool formation = quantity.kind == CountedKind::Formation;
    if (formation) {
      // "the first soldiers of a brigade": the brigade is not what is counted.
      const auto* leading = sentence.items[sentence.chunks[phrase.chunk].head].word;
      const bool persons = leading != nullptr && leading->noun == NounClass::Force && leading->plural && !story_.lexicon.is(WordSet::Formation, story_.lexicon.lemma(leading->noun_lemma));
      if (persons && &chunk != &sentence.chunks[phrase.chunk] && quantity.rule == "quantity.single-formation") continue;
      if (phrase.echelon == none) phrase.echelon = index;
    } else if (phrase.quantity == none) {
      phrase.quantity = index;
    }
    if (quantity.additional) phrase.additional = true;
  }
  if (phrase.quantity == none) phrase.quantity = quantity_of_pair(sentence, chunk);
  if (phrase.quantity == none) return;
  // "12,000 troops in four brigades", "organized into four brigades".
  for (std::uint32_t i = 0; i < story_.quantities.size() && phrase.echelon == none; ++i) {
    const auto& other = story_.quantities[i];
    if (other.kind == CountedKind::Formation && (other.part_of == phrase.quantity || story_.quantities[phrase.quantity].part_of == i)) phrase.echelon = i;
  }
}

}  // namespace dateline::claims::detail
