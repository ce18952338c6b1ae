#include <algorithm>

#include "claims/detail/noun_phrase.hpp"
#include "claims/detail/words.hpp"

// Signs by which a noun phrase is known as a force, or as none: names of bodies and ships, wounds, civil owners, what it is made of.

namespace dateline::claims::detail {

namespace {

/// A name, as far as its writing tells: "Lapu-Lapu" too.
bool is_capital(const Story& story, const Item& item) {
  return item.tag == Tag::Name || item.letter_case == TokenCase::Title || (item.compound && story.text()[item.span.start] >= 'A' && story.text()[item.span.start] <= 'Z');
}

}  // namespace

/// "forces entered X": forces of whom is told elsewhere; but "market forces", "police forces".
bool NounPhrases::is_plain_forces(const ParsedSentence& sentence, const Chunk& chunk) const {
  if (sentence.items[chunk.head].lower != "forces") return false;
  return std::none_of(sentence.items.begin() + chunk.first, sentence.items.begin() + chunk.head, [this](const Item& item) {
    const bool people = item.word != nullptr && (item.word->noun == NounClass::People || item.word->noun == NounClass::NotForce);
    return people || story_.lexicon.is(WordSet::UnarmedForces, item.lower);
  });
}

/// "the wounded soldiers were taken to X", "captured fighters": nobody moves as a force.
bool NounPhrases::is_harmed(const ParsedSentence& sentence, const Chunk& chunk) const {
  return std::any_of(sentence.items.begin() + chunk.first, sentence.items.begin() + chunk.head, [this](const Item& item) {
    if (item.force != nullptr && item.force->type == "civil") return true;  // "Salvation Army officers"
    return story_.lexicon.is(WordSet::Harmed, item.lower);
  });
}

/// "a Saudi Airlines jet", "a passenger ship", "police helicopters".
bool NounPhrases::is_civil(const ParsedSentence& sentence, const Chunk& chunk) const {
  return std::any_of(sentence.items.begin() + chunk.first, sentence.items.begin() + chunk.head, [this](const Item& item) {
    if (item.word != nullptr && item.word->noun == NounClass::NotForce) return true;
    return story_.lexicon.is(WordSet::Civil, item.lower);
  });
}

/// "a convoy of 40 soldiers", "three boats of marines": those aboard tell what it is.
bool NounPhrases::carries_force(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts, std::uint32_t part) const {
  return std::any_of(parts.begin(), parts.end(), [&](std::uint32_t other) {
    const auto* word = sentence.items[sentence.chunks[other].head].word;
    return other > part && word != nullptr && word->noun == NounClass::Force;
  });
}

/// "forty trucks of aid", "a ship of grain": what they carry tells that no force moves.
bool NounPhrases::carries_aid(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts, std::uint32_t part) const {
  return std::any_of(parts.begin(), parts.end(), [&](std::uint32_t other) {
    if (other <= part) return false;
    const auto& chunk = sentence.chunks[other];
    return std::any_of(sentence.items.begin() + chunk.first, sentence.items.begin() + chunk.last, [this](const Item& item) { return story_.lexicon.is(WordSet::Cargo, item.lower); });
  });
}

/// "the frigate Bonhomme", "the carrier Ford": a ship and its name.
std::uint32_t NounPhrases::vessel_in(const ParsedSentence& sentence, const Chunk& chunk) const {
  if (!is_capital(story_, sentence.items[chunk.head])) return none;
  for (auto prefix = chunk.first; prefix < chunk.head; ++prefix) {  // "the USS Carl Vinson"
    if (sentence.items[prefix].force != nullptr && sentence.items[prefix].force->type == "warship") return prefix;
  }
  auto i = chunk.head;
  while (i > chunk.first && (is_capital(story_, sentence.items[i]) || is_one_of(sentence.items[i].lower, {"de", "du", "la", "le", "van", "von", "der", "al", "el", "bin"})) &&
         sentence.items[i].force == nullptr) --i;
  const auto* word = sentence.items[i].word;
  if (i == chunk.head || word == nullptr) return none;
  const auto start = word->noun == NounClass::Vehicle && i > chunk.first && sentence.items[i - 1].tag == Tag::Noun ? i - 1 : i;   // "aircraft carrier"
  if (word->noun == NounClass::Vehicle) return start;
  // "the coast guard ship Teresa Magbanua", "the navy transport Alba", "the destroyer tender Emory"; but "the cargo ship Anna"
  if (word->noun != NounClass::Carrier && !story_.lexicon.is(WordSet::ShipKind, sentence.items[i].lower)) return none;
  const bool armed = std::any_of(sentence.items.begin() + chunk.first, sentence.items.begin() + i, [](const Item& item) {
    return item.force != nullptr || is_one_of(item.lower, {"intelligence", "spy", "surveillance"}) || (item.word != nullptr && (item.word->modifier || item.word->noun == NounClass::Force));
  });
  return armed ? start : none;
}

/// "the Azawad Liberation Front", "the Border Guard", "Al-Quds Brigades": the name of an armed body, by its last word and what stands before it.
bool NounPhrases::names_armed_body(const ParsedSentence& sentence, const Chunk& chunk) const {
  const auto& lexicon = story_.lexicon;
  const auto& head = sentence.items[chunk.head];
  if (head.letter_case != TokenCase::Title || chunk.head == chunk.first || head.mention != none) return false;
  const auto& before = sentence.items[chunk.head - 1];
  const bool capital = before.letter_case == TokenCase::Title || before.letter_case == TokenCase::Upper || before.tag == Tag::Name;
  if (!capital) return false;
  // "the NATO Response Force", but "the Police Force"
  if (lexicon.is(WordSet::ArmedName, head.lower)) return !lexicon.is(WordSet::UnarmedForces, before.lower);
  return lexicon.is(WordSet::ArmedBody, head.lower) && std::any_of(sentence.items.begin() + chunk.first, sentence.items.begin() + chunk.head, [&](const Item& item) {
    return lexicon.is(WordSet::ArmedCause, item.lower);
  });
}

/// "guards from the presidential regiment", "engineers from the 2nd brigade": people of a force.
bool NounPhrases::comes_from_force(const ParsedSentence& sentence, const NounPhrase& phrase) const {
  const auto& chunks = sentence.chunks;
  const auto* head = sentence.items[chunks[phrase.chunk].head].word;
  const auto from = phrase.last_chunk;
  if (head == nullptr || (head->noun != NounClass::Unit && head->noun != NounClass::Loose) || from + 1 >= chunks.size() || chunks[from].kind != ChunkKind::Preposition || chunks[from + 1].kind != ChunkKind::Noun) return false;
  const auto& body = sentence.items[chunks[from + 1].head];
  return sentence.items[chunks[from].first].lower == "from" && (body.force != nullptr || (body.word != nullptr && body.word->noun == NounClass::Force));
}

/// "the party's foot soldiers", "the company's units".
bool NounPhrases::belongs_to_nobody_armed(const ParsedSentence& sentence, const Chunk& chunk) const {
  for (auto i = chunk.first + 1; i < chunk.last; ++i) {
    const auto* owner = sentence.items[i].tag == Tag::Possessive ? sentence.items[i - 1].word : nullptr;
    if (owner != nullptr && (owner->noun == NounClass::NotForce || is_one_of(sentence.items[i - 1].lower, {"company", "party"}))) return true;
  }
  return false;
}

/// "The Rangers travelled": soldiers who are written like a name and have no country are a team.
bool NounPhrases::is_team_name(const ParsedSentence& sentence, const Chunk& chunk, const NounPhrase& phrase) const {
  const auto& head = sentence.items[chunk.head];
  if (head.letter_case != TokenCase::Title || !head.word->plural || phrase.military || !phrase.country.empty() || phrase.quantity != none) return false;
  return chunk.last - chunk.first == 2 && sentence.items[chunk.first].lower == "the" && head.lower != "marines";
}

/// "a battalion of reporters", "troops of baboons": a complement without article that is no force takes the force away.
bool NounPhrases::consists_of_others(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts) const {
  if (parts.size() < 2) return false;
  // "soldiers of five nations": persons are never made of others.
  const auto* body = sentence.items[sentence.chunks[parts[0]].head].word;
  if (body == nullptr || !story_.lexicon.is(WordSet::Formation, story_.lexicon.lemma(body->noun_lemma))) return false;
  const auto& chunk = sentence.chunks[parts[1]];
  const auto& first = sentence.items[chunk.first];
  const auto& head = sentence.items[chunk.head];
  if (first.tag == Tag::Determiner || head.letter_case != TokenCase::Lower || head.tag != Tag::Noun || !head.lower.ends_with("s")) return false;
  if (head.word == nullptr || head.lower == "volunteers") return true;
  return head.word->noun == NounClass::People || head.word->noun == NounClass::NotForce;
}

}  // namespace dateline::claims::detail
