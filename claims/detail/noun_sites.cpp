#include <algorithm>
#include <utility>

#include "claims/detail/draft.hpp"
#include "claims/detail/words.hpp"

// Where forces are, told on the way: "the number of troops in X", "the 400 soldiers in X", "most of them in Y".

namespace dateline::claims::detail {

namespace {

/// "Burundi's 10,000 soldiers": as definite as "the".
bool is_possessed(const ParsedSentence& sentence, std::uint32_t chunk) {
  return std::any_of(sentence.items.begin() + sentence.chunks[chunk].first, sentence.items.begin() + sentence.chunks[chunk].head, [](const Item& item) { return item.tag == Tag::Possessive; });
}

/// The object of a verb that is none of saying: "buried four of its men", but not "says its men".
bool is_object(const Lexicon& lexicon, const ParsedSentence& sentence, std::uint32_t chunk) {
  return std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause& clause) {
    const auto lemma = sentence.chunks[clause.verb].lemma;
    return std::find(clause.objects.begin(), clause.objects.end(), chunk) != clause.objects.end() && (lemma == none || !lexicon.is(WordSet::Say, lexicon.lemma(lemma)));
  });
}

}  // namespace

std::optional<Draft> NounDrafts::make_there(const ParsedSentence& sentence, const Standing& told) {
  Claim claim;
  claim.kind = told.kind;
  claim.rules.emplace_back(told.rule);
  claim.at = tools_.places.read(sentence, {told.place});
  const auto force = tools_.resolve(sentence, told.force, false);
  if (!force.found || claim.at.empty()) return std::nullopt;
  auto draft = draft_of_noun(sentence, std::move(claim), force, told.force.chunk, told.trigger);
  draft.quote = sentence.span_of(told.force.chunk, told.place + 1);
  return draft;
}

std::optional<Draft> NounDrafts::make_present(const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& chunks = sentence.chunks;
  const auto& moved = tools_.nouns.analyse(sentence, chunk);
  const auto word = moved.last_chunk;
  if (moved.sort != PhraseSort::Force || moved.harmed || word + 2 >= chunks.size() || chunks[word].kind != ChunkKind::Adverb || chunks[word + 1].kind != ChunkKind::Preposition ||
      chunks[word + 2].kind != ChunkKind::Noun || sentence.items[chunks[word].first].lower != "present") return std::nullopt;
  auto draft = make_there(sentence, {ClaimKind::Presence, "noun.present", moved, word + 2, sentence.items[chunks[word].first].span});
  if (draft) draft->restrictive = true;
  return draft;
}

/// "the number of troops in X has risen", "put the strength of the group inside X at 100", "counts eleven regiments on the left bank", "all the 2,000 soldiers
/// in X are to leave": how many are there is told on the way.
std::optional<Draft> NounDrafts::make_number(const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& chunks = sentence.chunks;
  const auto& lexicon = tools_.story.lexicon;
  const auto& moved = tools_.nouns.analyse(sentence, chunk);
  const auto next = moved.last_chunk;
  if (moved.harmed || next + 2 > chunks.size() || chunks[next].kind != ChunkKind::Preposition || next + 1 >= chunks.size() || chunks[next + 1].kind != ChunkKind::Noun) return std::nullopt;
  if (role_of(sentence.items[chunks[next].last - 1].lower, Frame::Be, ClaimKind::Presence) != PlaceRole::At) return std::nullopt;
  const auto& head = sentence.items[chunks[chunk].head].lower;
  const bool number = is_one_of(head, {"number", "numbers", "strength", "total"}) && next > chunk + 1;
  const bool vehicles = moved.sort == PhraseSort::Vehicle || (moved.sort == PhraseSort::Carrier && moved.military);
  if ((moved.sort != PhraseSort::Force && !vehicles) || moved.weak) return std::nullopt;
  const bool told_by_count = number || moved.quantity != none || moved.echelon != none;
  const Clause* clause = nullptr;
  bool counted = false;
  for (const auto& candidate : sentence.clauses) {
    const bool object = std::find(candidate.objects.begin(), candidate.objects.end(), chunk) != candidate.objects.end();
    const auto lemma = chunks[candidate.verb].lemma;
    if (object && told_by_count && lemma != none && lexicon.lemma(lemma) != "count" && lexicon.is(WordSet::CountingVerb, lexicon.lemma(lemma))) counted = true;
    // "the number has risen": told as it is; but "will double the number of"
    if (candidate.subject == chunk && told_by_count && (number || moved.definite || is_possessed(sentence, chunk))) counted = number || (lemma != none && !chunks[candidate.verb].copula && !lexicon.senses_of(lemma).empty());
    if (object || candidate.subject == chunk) clause = &candidate;
    if (counted) break;
  }
  if (!counted) return make_sighting(sentence, moved);
  if (clause != nullptr && clause->subject != chunk && chunks[clause->verb].modal != none) return std::nullopt;
  auto draft = make_there(sentence, {ClaimKind::Presence, "noun.number", moved, next + 1, sentence.items[chunks[next].first].span});
  if (!draft || !number || clause == nullptr) return draft;
  auto& quantity = draft->claim.quantity;
  for (const auto& phrase : clause->phrases) {  // "at between 3,000 and 4,000", "to 500"
    if (quantity || !is_one_of(sentence.items[chunks[phrase.preposition].first].lower, {"at", "to"})) continue;
    const auto& amount = tools_.nouns.analyse(sentence, phrase.nouns.front());
    quantity = amount.quantity != none ? tools_.to_quantity(amount.quantity) : tools_.bare_number(sentence, phrase.nouns.front());
  }
  return draft;
}

/// "fishermen speak of Emirati soldiers on the island", "pictures of tanks near the bridge", "there was no sign of any troops in X".
std::optional<Draft> NounDrafts::make_sighting(const ParsedSentence& sentence, const NounPhrase& moved) {
  const auto& chunks = sentence.chunks;
  const auto& lexicon = tools_.story.lexicon;
  const auto chunk = moved.chunk;
  if (chunk < 2 || chunks[chunk - 1].kind != ChunkKind::Preposition || sentence.items[chunks[chunk - 1].first].lower != "of") return std::nullopt;
  const auto& before = chunks[chunk - 2];
  const auto word = before.kind == ChunkKind::Verb ? (before.lemma == none ? std::string_view{} : std::string_view(lexicon.lemma(before.lemma))) : std::string_view(sentence.items[before.head].lower);
  if (!lexicon.is(WordSet::Sighting, word)) return std::nullopt;
  const auto next = moved.last_chunk;
  auto draft = make_there(sentence, {ClaimKind::Presence, "noun.sighting", moved, next + 1, sentence.items[chunks[next].first].span});
  if (!draft) return draft;
  bool denied = sentence.items[before.first].lower == "no" || before.negated;
  for (const auto& clause : sentence.clauses) {
    if (std::find(clause.objects.begin(), clause.objects.end(), chunk - 2) == clause.objects.end()) continue;
    denied = denied || chunks[clause.verb].negated;
    // "there were no signs of": the verb says it.
    if (chunks[clause.verb].copula) draft->trigger = sentence.items[chunks[clause.verb].head].span;
  }
  if (denied) {
    draft->claim.status = ClaimStatus::Denied;
    draft->claim.rules.emplace_back("status.no");
  }
  return draft;
}

/// True if the words in front or the clause make "in X" tell of something else than where the soldiers are.
bool NounDrafts::stands_aside(const ParsedSentence& sentence, const NounPhrase& moved) const {
  const auto& chunks = sentence.chunks;
  const auto& lexicon = tools_.story.lexicon;
  const auto& opening = sentence.items[chunks[moved.chunk].first].lower;
  // "the army in X", "a soldier in X": an institution, anybody.
  if (is_one_of(opening, {"a", "an", "any", "no"}) || lexicon.is(WordSet::Institution, sentence.items[chunks[moved.chunk].head].lower)) return true;
  const auto before = moved.chunk > 1 ? std::string_view(sentence.items[chunks[moved.chunk - 1].first].lower) : std::string_view{};
  // "a company from the force in X", "fights alongside rebels in X"; "the commander of US forces in X", but "the strength of the force in X", "half of the troops in X"
  if (is_one_of(before, {"from", "with", "alongside"})) return true;
  if (before == "of") {
    const auto& whole = sentence.items[chunks[moved.chunk - 2].head];
    const bool counts = whole.tag == Tag::Number || whole.quantity != none || (whole.word != nullptr && whole.word->noun == NounClass::Partitive) || lexicon.is(WordSet::PluralPronoun, whole.lower);
    if (!counts && !is_one_of(whole.lower, {"strength", "size", "number", "numbers"})) return true;
  }
  return std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause& clause) {
    // "soldiers in X said": a voice.
    const auto lemma = chunks[clause.verb].lemma;
    if (clause.subject == moved.chunk) return lemma != none && lexicon.is(WordSet::Say, lexicon.lemma(lemma));
    // "there are 300 soldiers in X", "warned the rebels in X": told by the verb, or a place of what it tells.
    const bool object = std::find(clause.objects.begin(), clause.objects.end(), moved.chunk) != clause.objects.end();
    return object && (chunks[clause.verb].copula || chunks[clause.verb].possession || !(moved.own || (moved.definite && moved.quantity != none) || is_possessed(sentence, moved.chunk)));
  });
}

/// "the 400 Chadian soldiers in X", "relieve its soldiers in X": who is where, told on the way.
std::optional<Draft> NounDrafts::make_standing(const ParsedSentence& sentence, std::uint32_t chunk, const std::vector<Draft>& told) {
  const auto& chunks = sentence.chunks;
  const auto& moved = tools_.nouns.analyse(sentence, chunk);
  auto next = moved.last_chunk;
  // "its men in X", "the 3,000 Ethiopians in X" in a story that has told of their soldiers
  const bool own_men = moved.own && moved.sort == PhraseSort::Other && is_one_of(sentence.items[chunks[moved.core].head].lower, {"men", "units"}) && chunk > 0 && sentence.items[chunks[chunk - 1].first].lower != "of" && !is_object(tools_.story.lexicon, sentence, chunk);
  const bool soldiers = !moved.weak || (moved.definite && tools_.discourse.tells_soldiers_of(moved.span.start, sentence.sentence, moved.country));
  if ((moved.sort != PhraseSort::Force && !own_men) || !soldiers || moved.harmed) return std::nullopt;
  if (next < chunks.size() && chunks[next].kind == ChunkKind::Adverb && sentence.items[chunks[next].first].lower == "already") ++next;
  if (next + 1 >= chunks.size() || chunks[next].kind != ChunkKind::Preposition || chunks[next + 1].kind != ChunkKind::Noun) return std::nullopt;
  const auto& preposition = sentence.items[chunks[next].last - 1].lower;
  if (preposition == "under" || sentence.items[chunks[next].first].lower == "to" || role_of(preposition, Frame::Be, ClaimKind::Presence) != PlaceRole::At) return std::nullopt;  // "under General Jackson", "to within ten miles of"
  // "two marine battalions in X", "tank regiments at X": formations are somebody's, where a nation or an arm is told.
  const auto* word = sentence.items[chunks[chunk].head].word;
  const bool formation = word != nullptr && word->noun == NounClass::Force && (word->plural || moved.echelon != none) && chunks[chunk].head > chunks[chunk].first && tools_.story.lexicon.is(WordSet::Formation, tools_.story.lexicon.lemma(word->noun_lemma));
  const bool known = moved.definite || moved.own || !moved.country.empty() || formation || is_possessed(sentence, chunk);
  if (!known || stands_aside(sentence, moved)) return std::nullopt;
  auto draft = make_there(sentence, {ClaimKind::Presence, "noun.in", moved, next + 1, sentence.items[chunks[next].first].span});
  if (!draft) return std::nullopt;
  const auto& at = draft->claim.at.front();
  if (at.mention != PlaceMention::Toponym && !tools_.story.lexicon.is(WordSet::Land, sentence.items[chunks[next + 1].head].lower)) return std::nullopt;
  const auto names_place = [&](const std::vector<PlaceRef>& places) { return std::any_of(places.begin(), places.end(), [&](const PlaceRef& place) { return place.span == at.span; }); };
  for (const auto* list : {&told, &std::as_const(tools_.unclaimed)}) {
    for (auto other = list->rbegin(); other != list->rend() && other->sentence == sentence.sentence; ++other) {
      const auto& claim = other->claim;
      // "the 400 soldiers in X went home", "some of its troops in X were moved to Y": they are there no longer.
      const bool same = other->force_chunk != none && other->force_chunk <= chunk && tools_.nouns.analyse(sentence, other->force_chunk).last_chunk > chunk;
      const bool done = claim.status != ClaimStatus::Planned && claim.status != ClaimStatus::Denied && (claim.kind == ClaimKind::Movement || claim.kind == ClaimKind::Withdrawal);
      if ((same && done) || names_place(claim.at) || names_place(claim.destination) || names_place(claim.origin) || names_place(claim.via)) return std::nullopt;
    }
  }
  return draft;
}

/// "2,500 soldiers, most of them in X": where some of those told of are.
std::optional<Draft> NounDrafts::make_part(const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& chunks = sentence.chunks;
  if (chunk == 0 || chunk + 4 >= chunks.size() || chunks[chunk - 1].kind != ChunkKind::Comma) return std::nullopt;
  const bool of_them = sentence.items[chunks[chunk + 1].first].lower == "of" && chunks[chunk + 2].kind == ChunkKind::Noun && is_one_of(sentence.items[chunks[chunk + 2].head].lower, {"them", "whom"});
  const auto next = chunk + 3;
  if (!of_them || chunks[next].kind != ChunkKind::Preposition || chunks[next + 1].kind != ChunkKind::Noun) return std::nullopt;
  if (role_of(sentence.items[chunks[next].last - 1].lower, Frame::Be, ClaimKind::Presence) != PlaceRole::At) return std::nullopt;
  // "most of them in X were killed"
  if (next + 2 < chunks.size() && chunks[next + 2].kind == ChunkKind::Verb) return std::nullopt;
  return make_there(sentence, {ClaimKind::Presence, "noun.part", tools_.nouns.analyse(sentence, chunk), next + 1, sentence.items[chunks[next].first].span});
}

/// "With 900 men at Sarrin and 500 at Kobani, ...": who stands where, told on the way.
std::optional<Draft> NounDrafts::make_accompanied(const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& chunks = sentence.chunks;
  const auto next = chunk + 1;
  if (chunk == 0 || next + 1 >= chunks.size() || chunks[next].kind != ChunkKind::Preposition || chunks[next + 1].kind != ChunkKind::Noun) return std::nullopt;
  if (role_of(sentence.items[chunks[next].last - 1].lower, Frame::Be, ClaimKind::Presence) != PlaceRole::At) return std::nullopt;
  // "with" at the head of the sentence or behind a comma; "and 500 at Y" goes on from it.
  const bool with = sentence.items[chunks[chunk - 1].first].lower == "with" && (chunk == 1 || chunks[chunk - 2].kind == ChunkKind::Comma || chunks[chunk - 2].kind == ChunkKind::Break);
  const bool goes_on = chunk > 4 && (chunks[chunk - 1].kind == ChunkKind::Conjunction || chunks[chunk - 1].kind == ChunkKind::Comma) && accompanied_before_ == chunk - 2;
  if (!with && !goes_on) return std::nullopt;
  auto moved = tools_.nouns.analyse(sentence, chunk);
  const bool men = moved.sort == PhraseSort::Other && moved.quantity != none && sentence.items[chunks[chunk].head].lower == "men";
  if (men) moved.sort = PhraseSort::Force;
  const bool counted = moved.quantity != none || moved.echelon != none || (goes_on && tools_.bare_number(sentence, chunk));
  if (!counted || (moved.sort != PhraseSort::Force && !goes_on)) return std::nullopt;
  auto draft = make_there(sentence, {ClaimKind::Presence, "noun.with", moved, next + 1, sentence.items[chunks[next].first].span});
  if (draft) accompanied_before_ = next + 1;
  return draft;
}

}  // namespace dateline::claims::detail
