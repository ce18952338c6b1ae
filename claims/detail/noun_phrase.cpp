#include "claims/detail/noun_phrase.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

/// Heads that say nothing about the kind of force; the words before them do ("special forces troops").
constexpr std::array<std::string_view, 8> generic_heads{"troop", "soldier", "personnel", "serviceman", "fighter", "man", "other", "member"};

bool is_generic(std::string_view head) { return std::find(generic_heads.begin(), generic_heads.end(), head) != generic_heads.end(); }

bool has_ending(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [word](std::string_view ending) { return word.ends_with(ending); });
}

bool is_ordinal_ending(std::string_view word) { return word == "th" || word == "st" || word == "nd" || word == "rd"; }

PhraseSort sort_of(NounClass noun, bool military) {
  switch (noun) {
    case NounClass::Force: return PhraseSort::Force;
    case NounClass::Unit:
    case NounClass::Loose: return military ? PhraseSort::Force : PhraseSort::Other;
    case NounClass::Vehicle: return PhraseSort::Vehicle;
    case NounClass::Carrier: return PhraseSort::Carrier;
    case NounClass::Materiel: return PhraseSort::Materiel;
    case NounClass::Equipment: return military ? PhraseSort::Materiel : PhraseSort::Other;
    case NounClass::People: return PhraseSort::People;
    case NounClass::Descriptive: return PhraseSort::Place;
    case NounClass::State: return PhraseSort::State;
    default: return PhraseSort::Other;
  }
}

}  // namespace

const std::string& CountryOfMention::operator()(std::uint32_t mention) {
  static const std::string unknown;
  if (mention >= known_.size()) return unknown;
  if (!asked_[mention]) {
    asked_[mention] = true;
    const auto& alternatives = story_.mentions[mention].alternatives;
    if (!alternatives.empty()) known_[mention] = story_.store.place(alternatives.front().record).country;
  }
  return known_[mention];
}

NounPhrase NounPhrases::analyse(const ParsedSentence& sentence, std::uint32_t chunk) {
  if (known_.size() <= sentence.sentence) known_.resize(story_.segments.sentences.size());
  auto& known = known_[sentence.sentence];
  if (known.empty()) known.resize(sentence.chunks.size());
  if (known[chunk]) return *known[chunk];
  NounPhrase phrase;
  phrase.chunk = chunk;
  phrase.last_chunk = chunk + 1;
  phrase.core = chunk;
  classify(sentence, chunk, phrase);
  phrase.span = sentence.span_of(chunk, phrase.last_chunk);
  known[chunk] = phrase;
  return phrase;
}

void NounPhrases::classify(const ParsedSentence& sentence, std::uint32_t chunk, NounPhrase& phrase) {
  const auto& first = sentence.chunks[chunk];
  const auto& head = sentence.items[first.head];
  const auto& opening = sentence.items[first.first];
  phrase.definite = opening.lower == "the" || opening.lower == "these" || opening.lower == "those" || opening.lower == "both" || opening.lower == "all";
  phrase.own = opening.lower == "its" || opening.lower == "their" || opening.lower == "his" || opening.lower == "our" || opening.lower == "her";
  // "none of the soldiers", "not one of his men": those told behind "of".
  const bool part_of_them = head.tag == Tag::Pronoun && chunk + 2 < sentence.chunks.size() && sentence.items[sentence.chunks[chunk + 1].first].lower == "of" &&
                            sentence.chunks[chunk + 2].kind == ChunkKind::Noun && sentence.items[sentence.chunks[chunk + 2].head].tag != Tag::Pronoun;
  if (head.tag == Tag::Pronoun && !part_of_them) {
    phrase.sort = PhraseSort::Pronoun;
    phrase.head = head.lower;
    phrase.additional = head.lower == "others";
    return;
  }
  std::vector<std::uint32_t> parts{chunk};
  while (phrase.last_chunk + 1 < sentence.chunks.size() && sentence.chunks[phrase.last_chunk].kind == ChunkKind::Preposition &&
         sentence.items[sentence.chunks[phrase.last_chunk].first].lower == "of" &&
         sentence.chunks[phrase.last_chunk + 1].kind == ChunkKind::Noun) {
    parts.push_back(phrase.last_chunk + 1);
    phrase.last_chunk += 2;
  }
  for (const auto part : parts) {
    // "4,000 of its soldiers" are its own too.
    phrase.own = phrase.own || is_one_of(sentence.items[sentence.chunks[part].first].lower, {"its", "their", "our", "his", "her"});
    read_quantity(sentence, sentence.chunks[part], phrase);
  }
  for (const auto part : parts) read_modifiers(sentence, sentence.chunks[part], phrase);
  const auto* head_word = head.word;
  phrase.collective = head_word != nullptr && !head_word->plural && (head_word->noun == NounClass::Unit || head_word->noun == NounClass::Force) &&
                      story_.lexicon.is(WordSet::Formation, story_.lexicon.lemma(head_word->noun_lemma));
  if (is_plain_forces(sentence, first)) phrase.military = true;
  phrase.harmed = is_harmed(sentence, first);
  if (belongs_to_nobody_armed(sentence, first)) return;
  // "the movement of military supplies", where "supplies" was taken for a verb: an adjective without its noun is no force.
  const bool bare_adjective = first.first == first.head && head.lower == "military" && first.first > 0 && sentence.items[first.first - 1].lower == "of";
  if (bare_adjective) return;
  if (phrase.last_chunk < sentence.chunks.size() && sentence.items[sentence.chunks[phrase.last_chunk].first].lower == "loyal") phrase.military = true;
  // The first part that tells: "a convoy of aid trucks", "members of the militia", "crates of rifles".
  for (const auto part : parts) {
    const auto& item = sentence.items[sentence.chunks[part].head];
    if (item.force != nullptr && item.force->type == "civil") return void(phrase.sort = PhraseSort::People);
    if (item.force == nullptr && names_armed_body(sentence, sentence.chunks[part])) {
      phrase.sort = PhraseSort::Force;
      phrase.military = true;
      phrase.head = item.lower;
      break;
    }
    if (item.force != nullptr) {
      phrase.sort = PhraseSort::Force;
      phrase.military = true;
      if (phrase.country.empty()) phrase.country = item.force->country;
      phrase.type = item.force->type;
      phrase.head = item.force->type;
      break;
    }
    if (const auto vessel = part == chunk && (item.tag == Tag::Name || item.letter_case == TokenCase::Title) ? vessel_in(sentence, sentence.chunks[part]) : none; vessel != none) {
      phrase.ship = true;
      phrase.sort = PhraseSort::Vehicle;
      phrase.type = story_.text_of({sentence.items[vessel].span.start, item.span.end});
      break;
    }
    if (item.mention != none) {
      const auto kind = story_.mentions[item.mention].kind;
      if (part == chunk || phrase.sort == PhraseSort::Other) {
        const bool state = kind == gazetteer::MentionKind::Metonym || kind == gazetteer::MentionKind::Bloc || kind == gazetteer::MentionKind::Organisation;
        if (kind == gazetteer::MentionKind::Demonym) {
          phrase.weak = item.lower.ends_with("s") || phrase.quantity != none;
          if ((part == chunk || part == phrase.core) && phrase.weak) phrase.sort = PhraseSort::Force;
        } else if (part == chunk) {
          phrase.sort = state ? PhraseSort::State : PhraseSort::Place;
        }
      }
      break;
    }
    if (item.word == nullptr || item.word->noun == NounClass::None) {
      // "177 of its soldiers", "most of the troops" - but not "the bodies of two soldiers".
      const bool counts = item.tag == Tag::Number || item.tag == Tag::Determiner || item.tag == Tag::Pronoun || is_one_of(item.lower, {"last", "first", "rest", "remainder", "balance"});
      if (part == chunk && parts.size() > 1 && !counts) break;
      if (counts && parts.size() > 1) phrase.core = parts[1];
      continue;
    }
    if (item.word->noun == NounClass::State && (part != chunk || !(phrase.definite || phrase.own || !phrase.country.empty()))) continue;
    // "a line of tanks", "a ring of soldiers": what it is made of.
    if (part == chunk && parts.size() > 1 && is_one_of(item.lower, {"line", "lines", "row", "rows", "string", "file", "ring", "wall", "knot", "belt", "screen"})) {
      const auto* inner = sentence.items[sentence.chunks[parts[1]].head].word;
      if (inner != nullptr && (inner->noun == NounClass::Force || inner->noun == NounClass::Vehicle)) continue;
    }
    const auto sort = sort_of(item.word->noun, phrase.military);
    if ((sort == PhraseSort::Vehicle || sort == PhraseSort::Carrier) && (is_civil(sentence, sentence.chunks[part]) || carries_aid(sentence, parts, part))) {
      phrase.civil = true;
      break;
    }
    // "a column of self-propelled guns": guns that move by themselves.
    const bool drives = sort == PhraseSort::Materiel && part != chunk && head.word != nullptr && is_one_of(head.lower, {"column", "columns", "convoy", "convoys", "battery", "batteries"});
    if (drives) {
      phrase.sort = PhraseSort::Vehicle;
      phrase.military = true;
      break;
    }
    // "the fleet of buses": what it is made of.
    if (part == chunk && parts.size() > 1 && is_one_of(item.lower, {"fleet", "fleets", "armada", "flotilla"})) {
      const auto* inner = sentence.items[sentence.chunks[parts[1]].head].word;
      if (inner != nullptr && inner->noun == NounClass::Carrier) continue;
    }
    if (sort == PhraseSort::Carrier && carries_force(sentence, parts, part)) continue;
    if (part == chunk && phrase.party) {
      phrase.sort = PhraseSort::Force;
      break;
    }
    if (sort == PhraseSort::Other && item.word->noun != NounClass::Unit && item.word->noun != NounClass::Loose && item.word->noun != NounClass::Container &&
        item.word->noun != NounClass::Partitive && !(item.word->noun == NounClass::Nominal && item.lower == "deployment")) break;
    if (sort != PhraseSort::Other) {
      if (part != chunk && sort == PhraseSort::Place) break;
      // "the fire brigade"
      const auto at = sentence.chunks[part].head;
      if (sort == PhraseSort::Force && at > sentence.chunks[part].first && is_one_of(sentence.items[at - 1].lower, {"fire", "rescue", "ambulance"})) break;
      if (sort == PhraseSort::Force && part == chunk && (is_team_name(sentence, first, phrase) || consists_of_others(sentence, parts))) break;
      phrase.sort = sort;
      phrase.head = story_.lexicon.lemma(item.word->noun_lemma);
      if (sort == PhraseSort::Force) phrase.military = true;
      break;
    }
  }
  take_home_country(sentence, phrase);
  read_counted_thing(sentence, phrase);
  // "half of it": no place, though "half" and "part" may be parts of one.
  if (phrase.sort == PhraseSort::Place && parts.size() > 1 && is_one_of(head.lower, {"half", "part"}) && sentence.items[sentence.chunks[parts[1]].head].mention == none) phrase.sort = PhraseSort::Other;
  if (phrase.sort == PhraseSort::Other && comes_from_force(sentence, phrase)) {
    phrase.sort = PhraseSort::Force;
    phrase.military = true;
  }
  // "the first 400 Kenyan police": counted police with a nation are told of where they serve abroad.
  if (phrase.sort == PhraseSort::People && is_one_of(head.lower, {"police", "policemen"}) && !phrase.country.empty() && phrase.quantity != none) {
    phrase.sort = PhraseSort::Force;
    phrase.military = true;
  }
}

/// "forces entered X": forces of whom is told elsewhere; but "market forces", "police forces".
bool NounPhrases::is_plain_forces(const ParsedSentence& sentence, const Chunk& chunk) const {
  if (sentence.items[chunk.head].lower != "forces") return false;
  return std::none_of(sentence.items.begin() + chunk.first, sentence.items.begin() + chunk.head, [](const Item& item) {
    const bool people = item.word != nullptr && (item.word->noun == NounClass::People || item.word->noun == NounClass::NotForce);
    return people || is_one_of(item.lower, {"labour", "labor", "work", "sales", "political", "economic", "social", "natural", "police", "democratic", "tidal", "g"});
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
  for (auto prefix = chunk.first; prefix < chunk.head; ++prefix) {  // "the USS Carl Vinson"
    if (sentence.items[prefix].force != nullptr && sentence.items[prefix].force->type == "warship") return prefix;
  }
  auto i = chunk.head;
  while (i > chunk.first && (sentence.items[i].tag == Tag::Name || sentence.items[i].letter_case == TokenCase::Title || is_one_of(sentence.items[i].lower, {"de", "du", "la", "le", "van", "von", "der", "al", "el", "bin"})) &&
         sentence.items[i].force == nullptr) --i;
  const auto* word = sentence.items[i].word;
  if (i == chunk.head || word == nullptr) return none;
  const auto start = word->noun == NounClass::Vehicle && i > chunk.first && sentence.items[i - 1].tag == Tag::Noun ? i - 1 : i;   // "aircraft carrier"
  if (word->noun == NounClass::Vehicle) return start;
  // "the coast guard ship Teresa Magbanua", "the army vessel Besson"; but "the cargo ship Anna"
  const bool armed = word->noun == NounClass::Carrier && std::any_of(sentence.items.begin() + chunk.first, sentence.items.begin() + i, [](const Item& item) {
    return item.force != nullptr || (item.word != nullptr && (item.word->modifier || item.word->noun == NounClass::Force));
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
  if (lexicon.is(WordSet::ArmedName, head.lower)) return true;
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

/// "300 instructors from Italy would arrive", "forces from Mozambique and Rwanda entered": in front of its verb a force comes from its
/// own country; behind a verb ("withdrew soldiers from Italy") it leaves one.
void NounPhrases::take_home_country(const ParsedSentence& sentence, NounPhrase& phrase) {
  const auto& chunks = sentence.chunks;
  const auto* head = sentence.items[chunks[phrase.chunk].head].word;
  if (!phrase.country.empty() || head == nullptr || (head->noun != NounClass::Force && head->noun != NounClass::Unit)) return;
  if (phrase.chunk > 0 && chunks[phrase.chunk - 1].kind == ChunkKind::Verb) return;
  auto i = phrase.last_chunk;
  if (i + 2 >= chunks.size() || chunks[i].kind != ChunkKind::Preposition || sentence.items[chunks[i].first].lower != "from" || chunks[i + 1].kind != ChunkKind::Noun) return;
  const auto mention = sentence.items[chunks[i + 1].head].mention;
  if (mention == none || story_.mentions[mention].kind != gazetteer::MentionKind::Toponym || story_.mentions[mention].alternatives.empty()) return;
  for (i += 2; i + 1 < chunks.size() && (chunks[i].kind == ChunkKind::Comma || chunks[i].kind == ChunkKind::Conjunction) && chunks[i + 1].kind == ChunkKind::Noun;) i += 2;
  if (i >= chunks.size() || chunks[i].kind != ChunkKind::Verb) return;
  const auto place = story_.store.place(story_.mentions[mention].alternatives.front().record);
  if (place.kind != gazetteer::PlaceKind::Country) return;
  phrase.country = place.country;
  phrase.military = true;
  phrase.sort = PhraseSort::Force;
}

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

void NounPhrases::read_modifiers(const ParsedSentence& sentence, const Chunk& chunk, NounPhrase& phrase) {
  std::string type;
  bool numbered = false;
  for (auto i = chunk.first; i < chunk.last; ++i) {
    const auto& item = sentence.items[i];
    if (item.lower == "more" || item.lower == "additional" || item.lower == "further" || item.lower == "another") phrase.additional = true;
    if (item.mention != none) {
      const auto kind = story_.mentions[item.mention].kind;
      const bool nation = kind == gazetteer::MentionKind::Demonym || (kind == gazetteer::MentionKind::Toponym && i != chunk.head) ||
                          kind == gazetteer::MentionKind::Metonym;
      if (nation && phrase.country.empty()) phrase.country = country_(item.mention);
      const bool unit_head = sentence.items[chunk.head].word != nullptr && sentence.items[chunk.head].word->noun == NounClass::Unit;
      if (nation && unit_head && i != chunk.head) phrase.military = true;
      type.clear();
      continue;
    }
    // "Prigozhin's column"
    if (item.tag == Tag::Possessive && i + 1 == chunk.head && i > chunk.first && (sentence.items[i - 1].letter_case == TokenCase::Title || sentence.items[i - 1].tag == Tag::Name) &&
        is_one_of(sentence.items[chunk.head].lower, {"column", "columns", "fighters", "militiamen", "gunmen"})) phrase.military = true;
    // "the last French convoy": a nation's convoy is its army's, unless its load says otherwise.
    if (item.demonym && is_one_of(sentence.items[chunk.head].lower, {"convoy", "convoys"})) phrase.military = true;
    // "the Azov column": nobody but soldiers marches in columns that have a name.
    if (item.tag == Tag::Name && i + 1 == chunk.head && item.force == nullptr && is_one_of(sentence.items[chunk.head].lower, {"column", "columns", "contingent", "detachment", "unit", "units"})) phrase.military = true;
    if (item.force != nullptr && i != chunk.head) {
      phrase.military = true;
      if (phrase.country.empty()) phrase.country = item.force->country;
    }
    // "Russian transport planes"
    if (item.lower == "transport" && !phrase.country.empty() && i + 1 == chunk.head) phrase.military = true;
    // "an advance party", "a raiding team"
    if (i + 1 == chunk.head && is_one_of(item.lower, {"advance", "recon", "reconnaissance", "scouting", "raiding", "landing", "boarding", "assault", "demolition", "sabotage"}) &&
        is_one_of(sentence.items[chunk.head].lower, {"party", "parties", "team", "teams", "group", "groups", "element", "elements", "unit", "units"})) phrase.military = phrase.party = true;
    // "the 4th Guards Division", "5th corps": a numbered formation is called by its number, and written as it writes itself.
    if (item.tag == Tag::Number && item.quantity == none && i + 1 < chunk.last && is_ordinal_ending(sentence.items[i + 1].lower)) {
      const auto* counted = sentence.items[chunk.head].word;
      phrase.military = phrase.military || counted == nullptr || counted->noun != NounClass::Carrier;  // but "a 5th plane"
      numbered = true;
      type = story_.text_of({item.span.start, sentence.items[++i].span.end});
      continue;
    }
    // "Turkish-backed fighters", "the Emirati-aligned units"
    if (item.compound && i != chunk.head && has_ending(item.lower, {"-backed", "-led", "-aligned", "-allied", "-trained", "-armed", "-equipped", "-commanded"})) phrase.military = true;
    // "S-400 crews"
    if (item.compound && i != chunk.head && story_.lexicon.designation(story_.text_of(item.span).substr(0, story_.text_of(item.span).find('-'))) != nullptr) phrase.military = true;
    const bool plain = item.tag == Tag::Noun || item.tag == Tag::Adjective;
    if (!plain) {
      type.clear();
      continue;
    }
    if (i != chunk.head && item.word != nullptr && (item.word->modifier || item.word->noun == NounClass::Force)) phrase.military = true;
    if (i == chunk.head && item.word != nullptr && item.word->noun != NounClass::None && is_generic(story_.lexicon.lemma(item.word->noun_lemma)) && !type.empty()) continue;
    if (!type.empty()) type += ' ';
    type += numbered ? std::string(story_.text_of(item.span)) : item.lower;
  }
  if (story_.lexicon.is(WordSet::Remainder, type)) return;   // "the rest"
  // "1,500 soldiers of its special forces": the complement says more than the counted noun.
  if (!type.empty() && (phrase.type.empty() || !phrase.military || type.size() > phrase.type.size())) phrase.type = type;
}

void NounPhrases::read_quantity(const ParsedSentence& sentence, const Chunk& chunk, NounPhrase& phrase) const {
  for (auto i = chunk.first; i < chunk.last; ++i) {
    const auto index = sentence.items[i].quantity;
    if (index == none) continue;
    const auto& quantity = story_.quantities[index];
    const bool formation = quantity.kind == CountedKind::Formation;
    if (formation) {
      if (phrase.echelon == none) phrase.echelon = index;
    } else if (phrase.quantity == none) {
      phrase.quantity = index;
    }
    if (quantity.additional) phrase.additional = true;
  }
  if (phrase.quantity == none) return;
  // "12,000 troops in four brigades", "organized into four brigades".
  for (std::uint32_t i = 0; i < story_.quantities.size() && phrase.echelon == none; ++i) {
    const auto& other = story_.quantities[i];
    if (other.kind == CountedKind::Formation && (other.part_of == phrase.quantity || story_.quantities[phrase.quantity].part_of == i)) phrase.echelon = i;
  }
}

}  // namespace dateline::claims::detail
