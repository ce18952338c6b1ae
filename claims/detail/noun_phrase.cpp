#include "claims/detail/noun_phrase.hpp"

#include <algorithm>
#include <utility>

#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

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

const NounPhrase& NounPhrases::analyse(const ParsedSentence& sentence, std::uint32_t chunk) {
  // Both vectors get their size once, so that references into them stay good.
  if (known_.empty()) known_.resize(story_.segments.sentences.size());
  auto& known = known_[sentence.sentence];
  if (known.empty()) known.resize(sentence.chunks.size());
  if (known[chunk]) return *known[chunk];
  NounPhrase phrase;
  phrase.chunk = chunk;
  phrase.last_chunk = chunk + 1;
  phrase.core = chunk;
  classify(sentence, chunk, phrase);
  phrase.span = sentence.span_of(chunk, phrase.last_chunk);
  return known[chunk].emplace(std::move(phrase));
}

void NounPhrases::classify(const ParsedSentence& sentence, std::uint32_t chunk, NounPhrase& phrase) {
  const auto& lexicon = story_.lexicon;
  const auto& first = sentence.chunks[chunk];
  const auto& head = sentence.items[first.head];
  const auto& opening = sentence.items[first.first];
  phrase.definite = is_one_of(opening.lower, {"the", "these", "those", "both", "all"});
  phrase.own = lexicon.is(WordSet::OwnWord, opening.lower);
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
    phrase.own = phrase.own || lexicon.is(WordSet::OwnWord, sentence.items[sentence.chunks[part].first].lower);
    read_quantity(sentence, sentence.chunks[part], phrase);
  }
  for (const auto part : parts) read_modifiers(sentence, sentence.chunks[part], phrase);
  if (parts.size() > 1) phrase.military = phrase.military || shares_arms(sentence, phrase.last_chunk);
  const auto* head_word = head.word;
  phrase.collective = head_word != nullptr && !head_word->plural && (head_word->noun == NounClass::Unit || head_word->noun == NounClass::Force || (head_word->noun == NounClass::Loose && phrase.military)) &&
                      lexicon.is(WordSet::Formation, lexicon.lemma(head_word->noun_lemma));
  if (is_plain_forces(sentence, first)) phrase.military = true;
  phrase.harmed = is_harmed(sentence, first);
  if (belongs_to_nobody_armed(sentence, first)) return;
  // "the movement of military supplies", where "supplies" was taken for a verb: an adjective without its noun is no force.
  const bool bare_adjective = first.first == first.head && head.lower == "military" && first.first > 0 && sentence.items[first.first - 1].lower == "of";
  if (bare_adjective) return;
  if (phrase.last_chunk < sentence.chunks.size() && sentence.items[sentence.chunks[phrase.last_chunk].first].lower == "loyal") phrase.military = true;
  // The first part that tells: "a convoy of aid trucks", "members of the militia", "crates of rifles".
  for (const auto part : parts) {
    if (decides(sentence, parts, part, phrase)) break;
  }
  take_home_country(sentence, phrase);
  read_counted_thing(sentence, phrase);
  // "half of it": no place, though "half" and "part" may be parts of one.
  if (phrase.sort == PhraseSort::Place && parts.size() > 1 && is_one_of(head.lower, {"half", "part"}) && sentence.items[sentence.chunks[parts[1]].head].mention == none) phrase.sort = PhraseSort::Other;
  if (phrase.sort == PhraseSort::Other && comes_from_force(sentence, phrase)) {
    phrase.sort = PhraseSort::Force;
    phrase.military = true;
  }
  // "the first 400 Kenyan police", "Iraqi federal police": police with a nation and a number or a military word are told of where they serve like soldiers.
  if (phrase.sort == PhraseSort::People && lexicon.is(WordSet::Police, head.lower) && !phrase.country.empty() && (phrase.quantity != none || phrase.military)) {
    phrase.sort = PhraseSort::Force;
    phrase.military = true;
  }
}

/// Takes the sort from one part of the phrase; true if no later part has a say.
bool NounPhrases::decides(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts, std::uint32_t part, NounPhrase& phrase) {
  const auto& chunk = sentence.chunks[part];
  const auto& item = sentence.items[chunk.head];
  const bool leads = part == parts.front();
  if (item.force != nullptr || names_armed_body(sentence, chunk)) {
    if (item.force != nullptr && item.force->type == "civil") {
      phrase.sort = PhraseSort::People;
      return true;
    }
    phrase.sort = PhraseSort::Force;
    phrase.military = true;
    phrase.head = item.force != nullptr ? item.force->type : item.lower;
    if (item.force == nullptr) return true;
    if (phrase.country.empty()) phrase.country = item.force->country;
    phrase.type = item.force->type;
    return true;
  }
  if (const auto vessel = leads && chunk.head > chunk.first ? vessel_in(sentence, chunk) : none; vessel != none) {
    phrase.ship = true;
    phrase.sort = PhraseSort::Vehicle;
    phrase.type = story_.text_of({sentence.items[vessel].span.start, item.span.end});
    return true;
  }
  if (item.mention != none) {
    if (leads || phrase.sort == PhraseSort::Other) take_mention(sentence, parts, part, phrase);
    return true;
  }
  if (item.word == nullptr || item.word->noun == NounClass::None) {
    // "177 of its soldiers", "most of the troops" - but not "the bodies of two soldiers".
    const bool counts = item.tag == Tag::Number || item.tag == Tag::Determiner || item.tag == Tag::Pronoun || is_one_of(item.lower, {"last", "first", "rest", "remainder", "balance"});
    if (leads && parts.size() > 1 && !counts) return true;
    if (counts && parts.size() > 1) phrase.core = parts[1];
    return false;
  }
  return decides_by_class(sentence, parts, part, phrase);
}

/// The sort of a phrase whose part is a name of the gazetteer: a state, a place, or people of a nation.
void NounPhrases::take_mention(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts, std::uint32_t part, NounPhrase& phrase) {
  const auto& item = sentence.items[sentence.chunks[part].head];
  const auto kind = story_.mentions[item.mention].kind;
  const bool leads = part == parts.front();
  if (kind == gazetteer::MentionKind::Demonym) {
    phrase.weak = item.lower.ends_with("s") || phrase.quantity != none;
    if ((leads || part == phrase.core) && phrase.weak) phrase.sort = PhraseSort::Force;
  } else if (leads) {
    const bool state = kind == gazetteer::MentionKind::Metonym || kind == gazetteer::MentionKind::Bloc || kind == gazetteer::MentionKind::Organisation;
    phrase.sort = state ? PhraseSort::State : PhraseSort::Place;
  }
}

/// The same of a noun of nouns.tsv.
bool NounPhrases::decides_by_class(const ParsedSentence& sentence, const std::vector<std::uint32_t>& parts, std::uint32_t part, NounPhrase& phrase) {
  const auto& lexicon = story_.lexicon;
  const auto& chunk = sentence.chunks[part];
  const auto& item = sentence.items[chunk.head];
  const auto& head = sentence.items[sentence.chunks[parts.front()].head];
  const bool leads = part == parts.front();
  const auto noun = item.word->noun;
  // "an An-124", "two C-17s"
  if (leads && item.compound && is_designation(item)) phrase.military = true;
  if (noun == NounClass::State && (!leads || !(phrase.definite || phrase.own || !phrase.country.empty()))) return false;
  const auto* inner = leads && parts.size() > 1 ? sentence.items[sentence.chunks[parts[1]].head].word : nullptr;
  // "a line of tanks", "a ring of soldiers": what it is made of.
  if (inner != nullptr && lexicon.is(WordSet::Row, item.lower) && (inner->noun == NounClass::Force || inner->noun == NounClass::Vehicle)) return false;
  // "part of the garrison"
  if (inner != nullptr && is_one_of(item.lower, {"part", "half"}) && (inner->noun == NounClass::Force || inner->noun == NounClass::Unit || inner->noun == NounClass::Vehicle)) {
    phrase.core = parts[1];
    return false;
  }
  const auto sort = sort_of(noun, phrase.military);
  if ((sort == PhraseSort::Vehicle || sort == PhraseSort::Carrier) && (is_civil(sentence, chunk) || carries_aid(sentence, parts, part))) {
    phrase.civil = true;
    return true;
  }
  // "a column of self-propelled guns": guns that move by themselves.
  if (sort == PhraseSort::Materiel && !leads && is_one_of(head.lower, {"column", "columns", "convoy", "convoys", "battery", "batteries"})) {
    phrase.sort = PhraseSort::Vehicle;
    phrase.military = true;
    return true;
  }
  // "the fleet of buses": what it is made of.
  if (inner != nullptr && lexicon.is(WordSet::Fleet, item.lower) && inner->noun == NounClass::Carrier) return false;
  if (sort == PhraseSort::Carrier && carries_force(sentence, parts, part)) return false;
  if (leads && phrase.party) {
    phrase.sort = PhraseSort::Force;
    return true;
  }
  if (sort == PhraseSort::Other) {
    // "some of its units", "a group of soldiers": the complement may tell more.
    const bool vague = noun == NounClass::Unit || noun == NounClass::Loose || noun == NounClass::Container || noun == NounClass::Partitive || item.lower == "deployment";
    return !vague;
  }
  if (!leads && sort == PhraseSort::Place) return true;
  // "the fire brigade"
  if (sort == PhraseSort::Force && chunk.head > chunk.first && is_one_of(sentence.items[chunk.head - 1].lower, {"fire", "rescue", "ambulance"})) return true;
  if (sort == PhraseSort::Force && leads && (is_team_name(sentence, chunk, phrase) || consists_of_others(sentence, parts))) return true;
  phrase.sort = sort;
  phrase.head = lexicon.lemma(item.word->noun_lemma);
  if (sort == PhraseSort::Force) phrase.military = true;
  return true;
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

}  // namespace dateline::claims::detail
