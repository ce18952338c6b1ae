#include <algorithm>

#include "claims/detail/draft.hpp"

#include "claims/detail/number_words.hpp"
#include "claims/detail/words.hpp"

// Who a noun phrase stands for: a force by its own words, or one that the story has told of ("they", "the rest", "150 of its members", "the unit").

namespace dateline::claims::detail {

namespace {

/// A body goes on from a force told of at most so many sentences before: "a third contingent".
constexpr std::uint32_t near_sentences = 2;

}  // namespace

ResolvedForce DraftTools::resolve(const ParsedSentence& sentence, const NounPhrase& phrase, bool may_be_carrier) {
  ResolvedForce resolved;
  const bool pronoun = phrase.sort == PhraseSort::Pronoun;
  // "five", "two of the three", "a team of 60"
  const auto whole = phrase.whole();
  const bool part_counted = phrase.sort == PhraseSort::Other && phrase.quantity == none && (phrase.is_alone() || (whole != none && is_group_told_of(sentence, whole)));
  auto number = part_counted ? bare_number(sentence, phrase.chunk) : std::nullopt;
  bool part = false;
  if (pronoun) {
    if (!resolve_pronoun(sentence, phrase, resolved)) return resolved;
    number = counted_pronoun(sentence, phrase);
  } else if (names_force(sentence, phrase, may_be_carrier)) {
    resolved.definite = (phrase.sort == PhraseSort::Force || phrase.sort == PhraseSort::Vehicle) && phrase.definite && phrase.country.empty();
  } else if (is_part_told_of(sentence, phrase, number.has_value())) {
    resolved.entity = last_told(phrase.span.start, sentence.sentence);
    if (resolved.entity != nullptr && resolved.entity->weak) return resolved;
    if (resolved.entity == nullptr && !is_definite_body(sentence, phrase)) return resolved;
    resolved.definite = part = true;
  } else if (phrase.sort == PhraseSort::Other && phrase.quantity != none && belongs_to_leader(sentence, phrase)) {
    // "8,000 of Prigozhin's men": his.
  } else if (goes_on_from_force(sentence, phrase)) {
    resolved.entity = last_told(phrase.span.start, sentence.sentence);
    if (resolved.entity != nullptr) resolved.country = resolved.entity->country;
  } else {
    return resolved;
  }
  resolved.found = true;
  resolved.force.span = story.to_text_span(sentence.span_of(phrase.chunk, phrase.last_chunk));
  resolved.force.type = pronoun ? std::string{} : phrase.type;
  if (!phrase.country.empty()) resolved.country = phrase.country;
  take_from_entity(sentence, phrase, resolved);
  // "the advance party of 40", "3,500 of 100,000 soldiers"
  if (!number && whole != none && !pronoun && phrase.quantity == none) number = bare_number(sentence, whole);
  if (!number && whole != none && phrase.quantity != none && phrase.core != phrase.chunk) number = bare_number(sentence, phrase.chunk);
  if (number) resolved.quantity = number;
  else take_quantity(sentence, phrase, part, resolved);
  if (phrase.additional && resolved.quantity) resolved.quantity->additional = true;
  resolved.force.entity = resolved.country;
  return resolved;
}

/// The force that a pronoun stands for; false if it stands for something else.
bool DraftTools::resolve_pronoun(const ParsedSentence& sentence, const NounPhrase& phrase, ResolvedForce& resolved) {
  const auto offset = phrase.span.start;
  if (phrase.head == "it") {
    // "Ethiopia, which keeps 3,000 soldiers there, has said it will not leave": the soldiers of who speaks.
    const auto speaker = speaking_state(offset);
    if (speaker) resolved.entity = own_force(offset, sentence.sentence, speaker->entity);
    // "the minister promised it would leave at once": the column he speaks of.
    if (resolved.entity == nullptr) resolved.entity = discourse.collective(offset, sentence.sentence);
  } else if (phrase.head == "she") {
    resolved.entity = discourse.vehicles(offset, sentence.sentence);
    if (resolved.entity != nullptr && !resolved.entity->collective) resolved.entity = nullptr;
  } else if (is_one_of(phrase.head, {"we", "us"})) {
    // "We are not going back," said the minister: the forces of who speaks.
    if (!speaks_for_soldiers(offset)) return false;
    if (const auto speaker = speaking_state(offset)) {
      resolved.entity = own_force(offset, sentence.sentence, speaker->entity);
      resolved.country = speaker->entity;
    }
    return resolved.pronoun = last_told(offset, sentence.sentence) != nullptr || tells_of_forces();
  } else if (story.lexicon.is(WordSet::PluralPronoun, phrase.head)) {
    if (is_one_of(phrase.head, {"they", "them"}) && (means_goods(sentence, phrase.chunk) || discourse.follows_rival(offset, sentence.sentence))) return false;
    // "one place", "one choice": no pronoun at all.
    const auto next = sentence.chunks[phrase.chunk].last;
    if (phrase.head == "one" && next < sentence.items.size() && (sentence.items[next].tag == Tag::Noun || sentence.items[next].tag == Tag::Adjective)) return false;
    resolved.entity = last_told(offset, sentence.sentence);
    // "Armenians have left; nobody knows how many": people of whom no report was made.
    if (resolved.entity != nullptr && resolved.entity->weak) resolved.entity = nullptr;
  }
  resolved.pronoun = resolved.entity != nullptr;
  return resolved.pronoun;
}

/// The force told of last before `offset`; ships and tanks only where no soldiers are near. Null if there is none.
ForceEntity* DraftTools::last_told(std::size_t offset, std::uint32_t sentence) {
  auto* entity = discourse.before(offset, sentence);
  return entity != nullptr ? entity : discourse.vehicles(offset, sentence);
}

/// "The border guard's chief said his men": a commander is the subject of a clause before.
bool DraftTools::commands(const ParsedSentence& sentence, std::uint32_t chunk) const {
  return std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause& clause) {
    return clause.subject != none && clause.subject < chunk && story.lexicon.is(WordSet::Commander, sentence.items[sentence.chunks[clause.subject].head].lower);
  });
}

/// A force by the words of the phrase alone.
bool DraftTools::names_force(const ParsedSentence& sentence, const NounPhrase& phrase, bool may_be_carrier) {
  if (phrase.sort == PhraseSort::Force || phrase.sort == PhraseSort::Vehicle) return true;
  if (phrase.sort == PhraseSort::Carrier && may_be_carrier) {
    // "a column of vehicles"
    if (!phrase.civil && phrase.chunk != phrase.last_chunk - 1 && story.lexicon.is(WordSet::Body, sentence.items[sentence.chunks[phrase.chunk].head].lower) && tells_of_forces()) return true;
    // "American convoys" in a story of soldiers.
    return phrase.military || (!phrase.country.empty() && !phrase.civil && (tells_of_forces() || last_told(phrase.span.start, sentence.sentence) != nullptr));
  }
  if (!phrase.own) return false;
  // "We pulled our people out," said the colonel.
  if (phrase.sort == PhraseSort::People) return sentence.items[sentence.chunks[phrase.core].head].lower == "people" && speaks_for_soldiers(phrase.span.start);
  if (phrase.sort != PhraseSort::Other) return false;
  // "his column appears each week"
  if (is_one_of(sentence.items[sentence.chunks[phrase.chunk].first].lower, {"his", "her"}) && last_told(phrase.span.start, sentence.sentence) == nullptr && !commands(sentence, phrase.chunk)) return false;
  const auto& core = sentence.items[sentence.chunks[phrase.core].head];
  return (core.word != nullptr && core.word->noun == NounClass::Unit) || is_one_of(core.lower, {"men", "boys", "lads", "guys"});
}

/// "The Lincoln left": a ship told of before by its whole name; "the Eisenhower has gone south": a name with an article, right after warships were told of.
void DraftTools::take_ship_name(const ParsedSentence& sentence, NounPhrase& phrase) {
  const auto& chunk = sentence.chunks[phrase.chunk];
  const auto& name = sentence.items[chunk.head];
  if (name.tag != Tag::Name || !phrase.definite || phrase.sort == PhraseSort::Vehicle || phrase.sort == PhraseSort::Force) return;
  if (const auto* ship = discourse.ship(name.lower)) {
    phrase.sort = PhraseSort::Vehicle;
    phrase.country = ship->country;
    return;
  }
  const bool only_name = std::all_of(sentence.items.begin() + chunk.first + 1, sentence.items.begin() + chunk.last, [](const Item& item) {
    return item.tag == Tag::Name && item.force == nullptr && !item.demonym && item.mention == none;
  });
  if (phrase.sort == PhraseSort::Other && phrase.is_alone() && only_name && sentence.items[chunk.first].lower == "the" && discourse.tells_of_ships(phrase.span.start, sentence.sentence)) phrase.sort = PhraseSort::Vehicle;
}

/// "NATO is sending twelve ships": ships that a state sends are its navy's, unless they are told to be others'.
bool DraftTools::sends_own_ships(const ParsedSentence& sentence, const NounPhrase& sender, const NounPhrase& moved) {
  if (moved.sort != PhraseSort::Carrier || moved.civil || !moved.country.empty() || !is_one_of(sentence.items[sentence.chunks[moved.core].head].lower, {"ship", "ships", "vessel", "vessels"})) return false;
  if (sender.sort == PhraseSort::State) return true;
  if (sender.sort != PhraseSort::Pronoun && sender.sort != PhraseSort::Place) return false;  // "the shipyard" is a place too
  const auto actor = to_actor(sentence, sender);
  return actor && !actor->entity.empty();
}

/// Some of those who were told of: "240 of them", "two of the three", "the rest", "most", "five", "the unit", "the convoy".
bool DraftTools::is_part_told_of(const ParsedSentence& sentence, const NounPhrase& phrase, bool bare_number) {
  const auto& chunk = sentence.chunks[phrase.chunk];
  const auto* core = sentence.items[sentence.chunks[phrase.core].head].word;
  const bool other = phrase.sort == PhraseSort::Other;
  // "half of them": "half" and "part" are also kinds of places.
  const bool half = (other || phrase.sort == PhraseSort::Place) && is_one_of(sentence.items[chunk.head].lower, {"half", "part"});
  if (other && phrase.definite && core != nullptr && core->noun == NounClass::Unit) return true;
  if ((other || half) && phrase.is_alone() && is_remainder(sentence, phrase)) return true;
  if (const auto whole = phrase.whole(); whole != none && (other || half || phrase.sort == PhraseSort::People) && is_group_told_of(sentence, whole)) {
    const auto* head = sentence.items[chunk.head].word;
    return half || phrase.quantity != none || head == nullptr || head->noun == NounClass::None || head->noun == NounClass::Partitive;
  }
  if (other && phrase.is_alone()) {
    const auto& last = sentence.items[chunk.last - 1];
    if (bare_number || (phrase.quantity != none && last.tag == Tag::Number)) return true;
    // "all have gone back", "two more were on their way"
    const auto& first = sentence.items[chunk.first];
    if (last.tag == Tag::Determiner && (first.tag == Tag::Number || is_one_of(first.lower, {"all", "both", "some", "most", "more", "many", "several", "few", "neither"}))) return true;
  }
  return follows_carrier(sentence, phrase);
}

/// Behind "of": "them", "these", "the three", "its members".
bool DraftTools::is_group_told_of(const ParsedSentence& sentence, std::uint32_t chunk) const {
  const auto& group = sentence.chunks[chunk];
  const auto& first = sentence.items[group.first];
  const auto& last = sentence.items[group.last - 1];
  if (group.last == group.first + 1) return last.tag == Tag::Pronoun || is_one_of(first.lower, {"these", "those", "whom"});
  // "two of the three companies"
  const auto* noun = sentence.items[group.head].word;
  const bool bodies = group.last == group.first + 3 && (sentence.items[group.first + 1].tag == Tag::Number || spelled_value(sentence.items[group.first + 1].lower)) && noun != nullptr && noun->noun != NounClass::None &&
                      (story.lexicon.is(WordSet::Soldierly, story.lexicon.lemma(noun->noun_lemma)) || story.lexicon.is(WordSet::Formation, story.lexicon.lemma(noun->noun_lemma)));
  if (bodies) return true;
  if (group.last != group.first + 2 || !is_one_of(first.lower, {"the", "its", "their", "these", "those", "his", "our"})) return false;
  return last.tag == Tag::Number || spelled_value(last.lower) || story.lexicon.is(WordSet::Member, last.lower);
}

/// "the force", "the contingent" where no force was told of before: one by itself.
bool DraftTools::is_definite_body(const ParsedSentence& sentence, const NounPhrase& phrase) const {
  const auto* head = sentence.items[sentence.chunks[phrase.chunk].head].word;
  return phrase.definite && head != nullptr && head->noun == NounClass::Unit && story.lexicon.is(WordSet::Body, story.lexicon.lemma(head->noun_lemma)) &&
         is_one_of(sentence.items[sentence.chunks[phrase.chunk].head].lower, {"force", "column", "columns", "contingent", "detachment", "formation"});
}

/// Country, type and owner that the phrase itself does not tell.
void DraftTools::take_from_entity(const ParsedSentence& sentence, const NounPhrase& phrase, ResolvedForce& resolved) {
  const auto offset = phrase.span.start;
  if (resolved.definite && resolved.entity == nullptr) resolved.entity = discourse.before(offset, sentence.sentence);
  if (resolved.entity == nullptr && phrase.definite && !phrase.country.empty()) resolved.entity = discourse.with_country(offset, sentence.sentence, phrase.country);
  if (resolved.entity != nullptr && (resolved.pronoun || resolved.definite)) {
    if (resolved.country.empty()) resolved.country = resolved.entity->country.empty() ? resolved.entity->actor_text_country : resolved.entity->country;
    if (resolved.force.type.empty()) resolved.force.type = resolved.entity->type;
    resolved.guessed = resolved.pronoun;
  }
  // "In Lebanon, the army deployed": the army of that country.
  const auto head_word = resolved.pronoun ? std::string{} : sentence.items[sentence.chunks[phrase.chunk].head].lower;
  if (phrase.definite && phrase.country.empty() && is_one_of(head_word, {"army", "military", "forces", "navy", "troops", "soldiers", "government", "junta"})) {
    if (auto country = fronted_country(sentence); !country.empty()) {
      resolved.country = std::move(country);
      resolved.entity = nullptr;
    }
  }
  if (phrase.own && resolved.country.empty()) {
    // "our battalions": those of who speaks.
    const bool ours = sentence.items[sentence.chunks[phrase.chunk].first].lower == "our";
    resolved.owner = ours ? speaking_state(offset) : owner_of(sentence, phrase.chunk);
    if (resolved.owner) resolved.country = resolved.owner->entity;
  }
}

/// "8,000 of Prigozhin's men", "200 of the general's men"
bool DraftTools::belongs_to_leader(const ParsedSentence& sentence, const NounPhrase& phrase) const {
  const auto& chunk = sentence.chunks[phrase.last_chunk - 1];
  if (sentence.items[chunk.head].lower != "men" || chunk.head < chunk.first + 2 || sentence.items[chunk.head - 1].tag != Tag::Possessive) return false;
  const auto& owner = sentence.items[chunk.head - 2];
  return owner.tag == Tag::Name || story.lexicon.is(WordSet::Commander, owner.lower);
}

/// "the rest", "a third", "the others": part of the force told before.
bool DraftTools::is_remainder(const ParsedSentence& sentence, const NounPhrase& phrase) const {
  const auto& lexicon = story.lexicon;
  const auto& chunk = sentence.chunks[phrase.chunk];
  const auto& head = sentence.items[chunk.head].lower;
  if (phrase.definite && lexicon.is(WordSet::Remainder, head)) return true;
  if (chunk.last == chunk.first + 1 && lexicon.is(WordSet::Round, head)) return true;
  if (is_one_of(head, {"hundred", "thousand", "dozen", "handful"}) && sentence.items[chunk.first].tag == Tag::Determiner) return true;  // "a few hundred"
  if (head == "number" && chunk.last == chunk.first + 3 && is_one_of(sentence.items[chunk.first + 1].lower, {"similar", "smaller", "larger", "equal", "further", "small", "large"})) return true;
  if (chunk.last - chunk.first > 2 || sentence.items[chunk.first].tag != Tag::Determiner) return false;
  return lexicon.is(WordSet::Share, head) && sentence.items[chunk.first].lower != "the";
}

/// "the convoy", "four vessels", "its vehicles" in a story that has just told of armed forces: theirs.
bool DraftTools::follows_carrier(const ParsedSentence& sentence, const NounPhrase& phrase) {
  if (phrase.sort != PhraseSort::Carrier || phrase.military || phrase.civil) return false;
  const auto* entity = last_told(phrase.span.start, sentence.sentence);
  if (entity == nullptr || entity->last_sentence + near_sentences < sentence.sentence) return false;
  const auto& first = sentence.items[sentence.chunks[phrase.core].first].lower;
  const auto& head = sentence.items[sentence.chunks[phrase.core].head].lower;
  // "twelve of the planes": of those told of.
  if (phrase.core != phrase.chunk && (first != "the" || discourse.vehicles(phrase.span.start, sentence.sentence) == nullptr)) return false;
  if (phrase.own || (phrase.definite && story.lexicon.is(WordSet::Escort, head))) return true;
  // "1,200 lorries were waiting": anybody's; but "four vessels", "a convoy"
  return phrase.country.empty() && story.lexicon.is(WordSet::Escort, head) && !is_one_of(head, {"trucks", "lorries", "lorry", "buses", "train", "trains"});
}

/// "a third contingent", "more units", "Russian contractors" in a story that has told of forces: soldiers too.
bool DraftTools::goes_on_from_force(const ParsedSentence& sentence, const NounPhrase& phrase) {
  if (phrase.sort != PhraseSort::Other || phrase.harmed) return false;
  const auto& chunk = sentence.chunks[phrase.chunk];
  const auto* head = sentence.items[chunk.head].word;
  if (head == nullptr || (head->noun != NounClass::Unit && head->noun != NounClass::Loose)) return false;
  const auto& lemma = story.lexicon.lemma(head->noun_lemma);
  // "two divisions", "a column" in a story of soldiers.
  if (head->noun == NounClass::Unit && story.lexicon.is(WordSet::Body, lemma) && tells_of_forces()) return true;
  // "Ukrainian scouts" in a story that has told of Ukrainian soldiers
  if (head->plural && !phrase.country.empty() && story.lexicon.is(WordSet::Soldierly, lemma) && discourse.tells_soldiers_of(phrase.span.start, sentence.sentence, phrase.country)) return true;
  const auto* entity = last_told(phrase.span.start, sentence.sentence);
  if (entity == nullptr || entity->weak || entity->last_sentence + near_sentences < sentence.sentence) return false;
  // "the first groups", "the group" of ships
  const bool ordinal = chunk.head == chunk.first + 2 && story.lexicon.is(WordSet::Ordinal, sentence.items[chunk.first + 1].lower);
  const bool of_ships = entity->vehicle && phrase.is_alone() && chunk.head == chunk.first + 1;
  if (phrase.definite && is_one_of(lemma, {"group", "element"}) && (ordinal || of_ships)) return true;
  // "a team of ten officers"
  const auto whole = phrase.whole();
  const auto* inner = whole != none ? sentence.items[sentence.chunks[whole].head].word : nullptr;
  const bool numbered = whole != none && bare_number(sentence, whole);  // "a Portuguese training team of 60"
  // "the Maute group"
  const bool named = chunk.head > chunk.first && sentence.items[chunk.head - 1].tag == Tag::Name && !sentence.items[chunk.head - 1].demonym && phrase.definite;
  if (is_one_of(lemma, {"team", "group"}) && (named || (inner != nullptr && inner->noun == NounClass::Unit) || numbered)) return true;
  if (!story.lexicon.is(WordSet::Soldierly, lemma)) return false;
  // Several of them, or one body: "its sixty men", "another 40 advisers", "a company"; but no officer who travels alone.
  const bool body = is_one_of(lemma, {"unit", "squad", "company", "crew", "section", "wing", "guard", "personnel"});
  return head->plural || body || phrase.own;
}

/// True if the story tells of soldiers by name anywhere: what "two divisions" are, is then plain.
bool DraftTools::tells_of_forces() {
  if (!tells_of_forces_) {
    tells_of_forces_ = false;
    for (const auto& sentence : story.sentences) {
      for (std::uint32_t chunk = 0; chunk < sentence.chunks.size() && !*tells_of_forces_; ++chunk) {
        if (sentence.chunks[chunk].kind != ChunkKind::Noun) continue;
        const auto& phrase = nouns.analyse(sentence, chunk);
        *tells_of_forces_ = (phrase.sort == PhraseSort::Force && !phrase.weak && !phrase.harmed) || (phrase.sort == PhraseSort::Vehicle && phrase.ship) || is_one_of(sentence.items[sentence.chunks[chunk].head].lower, {"navy", "army", "coastguard"});
      }
    }
  }
  return *tells_of_forces_;
}

/// The force of that country told of last in this sentence or the one before; null if there is none.
ForceEntity* DraftTools::own_force(std::size_t offset, std::uint32_t sentence, const std::string& country) {
  if (country.empty()) return nullptr;
  auto* force = discourse.with_country(offset, sentence, country);
  if (force == nullptr) {
    force = discourse.before(offset, sentence);
    if (force != nullptr && (!force->country.empty() || force->actor_text_country != country)) force = nullptr;
  }
  return force != nullptr && force->last_sentence + 1 >= sentence ? force : nullptr;
}

}  // namespace dateline::claims::detail
