#include "claims/detail/draft.hpp"

#include "claims/detail/attribution.hpp"
#include "claims/detail/number_words.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

/// What soldiers are called among soldiers; by themselves these people may be anybody.
bool is_soldierly(std::string_view lemma) {
  return is_one_of(lemma, {"man", "company", "crew", "sailor", "guard", "engineer", "specialist", "technician", "pilot", "volunteer", "contractor", "operative", "instructor", "trainer", "adviser", "advisor",
                           "officer", "element", "auxiliary", "regular", "irregular", "loyalist", "medic", "wing", "section", "personnel", "recruit", "cadet", "boy", "gendarme", "policeman"});
}

Span head_span(const ParsedSentence& sentence, const NounPhrase& phrase) { return sentence.span_of(phrase.chunk, phrase.last_chunk); }

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

ResolvedForce DraftTools::resolve(const ParsedSentence& sentence, const NounPhrase& phrase, bool may_be_carrier) {
  ResolvedForce resolved;
  const auto offset = phrase.span.start;
  const bool pronoun = phrase.sort == PhraseSort::Pronoun;
  const auto* head = pronoun ? nullptr : sentence.items[sentence.chunks[phrase.core].head].word;
  const bool other = phrase.sort == PhraseSort::Other || phrase.sort == PhraseSort::People;
  const bool bare_unit = head != nullptr && head->noun == NounClass::Unit && phrase.sort == PhraseSort::Other;
  const bool alone = phrase.last_chunk == phrase.chunk + 1;
  // "240 of them", "most of those"
  const bool half = phrase.sort == PhraseSort::Place && is_one_of(sentence.items[sentence.chunks[phrase.chunk].head].lower, {"half", "part"});
  const auto of_what = phrase.last_chunk == phrase.chunk + 3 ? phrase.chunk + 2 : none;
  const bool of_them = !pronoun && (other || half) && of_what != none &&
                       (sentence.items[sentence.chunks[of_what].head].tag == Tag::Pronoun || is_one_of(sentence.items[sentence.chunks[of_what].first].lower, {"these", "those", "whom"})) &&
                       sentence.chunks[of_what].last == sentence.chunks[of_what].first + 1;
  const auto number = phrase.sort == PhraseSort::Other && phrase.quantity == none && alone ? bare_number(sentence, phrase.chunk) : std::nullopt;
  const bool counted_only = phrase.sort == PhraseSort::Other && (phrase.quantity != none || number) && (of_them || (alone && sentence.items[sentence.chunks[phrase.chunk].last - 1].tag == Tag::Number));
  const bool remainder = (phrase.sort == PhraseSort::Other || half) && alone && is_remainder(sentence, phrase);
  const auto& only = sentence.items[sentence.chunks[phrase.chunk].first].lower;
  // "all have gone back", "two more were on their way"
  const bool quantifier = phrase.sort == PhraseSort::Other && alone && (sentence.items[sentence.chunks[phrase.chunk].last - 1].tag == Tag::Determiner) &&
                          (is_one_of(only, {"all", "both", "some", "most", "many", "several", "few", "neither"}) || sentence.items[sentence.chunks[phrase.chunk].first].tag == Tag::Number);
  if (pronoun) {
    if (phrase.head == "it") {
      // "Ethiopia, which keeps 3,000 soldiers there, has said it will not leave": the soldiers of who speaks.
      const auto speaker = speaking_state(offset);
      resolved.entity = speaker ? own_force(offset, sentence.sentence, speaker->entity) : discourse.collective(offset, sentence.sentence);
    } else if (phrase.head == "she") {
      resolved.entity = discourse.vehicles(offset, sentence.sentence);
      if (resolved.entity != nullptr && !resolved.entity->collective) resolved.entity = nullptr;
    } else if (is_one_of(phrase.head, {"they", "them"}) && means_goods(sentence, phrase.chunk)) {
      return resolved;
    } else if (is_one_of(phrase.head, {"they", "them", "others", "themselves", "these", "those", "some", "many", "most", "one", "none", "all", "both", "several", "few", "half"})) {
      resolved.entity = discourse.before(offset, sentence.sentence);
      if (resolved.entity == nullptr) resolved.entity = discourse.vehicles(offset, sentence.sentence);
    }
    if (resolved.entity == nullptr) return resolved;
    resolved.pronoun = true;
  } else if (phrase.sort == PhraseSort::Force || phrase.sort == PhraseSort::Vehicle) {
    resolved.definite = phrase.definite && phrase.country.empty();
  } else if (phrase.sort == PhraseSort::Carrier && may_be_carrier && phrase.military) {
  } else if ((bare_unit || (head != nullptr && phrase.sort == PhraseSort::Other && is_one_of(sentence.items[sentence.chunks[phrase.core].head].lower, {"men", "boys", "lads", "guys"}))) && phrase.own) {
  } else if ((bare_unit && phrase.definite) || counted_only || remainder || quantifier || (of_them && (half || head == nullptr || head->noun == NounClass::None || head->noun == NounClass::Partitive)) || follows_carrier(sentence, phrase)) {
    resolved.entity = discourse.before(offset, sentence.sentence);
    if (resolved.entity == nullptr) resolved.entity = discourse.vehicles(offset, sentence.sentence);
    const bool formation = phrase.definite && is_one_of(sentence.items[sentence.chunks[phrase.chunk].head].lower, {"force", "column", "columns", "contingent", "detachment", "formation"});
    if (resolved.entity == nullptr && !(bare_unit && formation)) return resolved;
    resolved.definite = true;
  } else if (phrase.sort == PhraseSort::Other && phrase.quantity != none && belongs_to_leader(sentence, phrase)) {
  } else if (goes_on_from_force(sentence, phrase)) {
    resolved.entity = discourse.before(offset, sentence.sentence);
    if (resolved.entity == nullptr) resolved.entity = discourse.vehicles(offset, sentence.sentence);
    resolved.country = resolved.entity->country;
  } else {
    return resolved;
  }
  resolved.found = true;
  resolved.force.span = story.to_text_span(head_span(sentence, phrase));
  resolved.force.type = pronoun ? std::string{} : phrase.type;
  if (!phrase.country.empty()) resolved.country = phrase.country;
  if (resolved.definite && resolved.entity == nullptr) resolved.entity = discourse.before(offset, sentence.sentence);
  if (resolved.entity == nullptr && phrase.definite && !phrase.country.empty()) resolved.entity = discourse.with_country(offset, sentence.sentence, phrase.country);
  if (resolved.entity != nullptr && (resolved.pronoun || resolved.definite)) {
    if (resolved.country.empty()) resolved.country = resolved.entity->country.empty() ? resolved.entity->actor_text_country : resolved.entity->country;
    if (resolved.force.type.empty()) resolved.force.type = resolved.entity->type;
    resolved.guessed = resolved.pronoun;
  }
  // "In Lebanon, the army deployed": the army of that country.
  const auto head_word = pronoun ? std::string{} : sentence.items[sentence.chunks[phrase.chunk].head].lower;
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
  std::uint32_t quantity = phrase.quantity;
  std::uint32_t echelon = phrase.echelon;
  if (quantity == none) quantity = apposed_quantity(sentence, phrase);
  if (quantity != none && story.quantities[quantity].strength) quantity = none;
  const bool carries = resolved.entity != nullptr && (resolved.pronoun || resolved.definite) && phrase.head != "others" && !phrase.additional && !remainder;
  if (quantity == none && echelon == none && carries) {
    quantity = resolved.entity->quantity;
    echelon = resolved.entity->echelon;
  }
  if (quantity != none) resolved.quantity = to_quantity(quantity);
  if (quantity == none && echelon != none) resolved.quantity = to_quantity(echelon);
  if (number) resolved.quantity = number;
  if (echelon != none) {
    const auto& unit = story.quantities[echelon].unit;
    resolved.force.echelon_unit = unit.ends_with("ies") ? unit.substr(0, unit.size() - 3) + "y" : unit.ends_with("s") ? unit.substr(0, unit.size() - 1) : unit;
    resolved.force.echelon_count = static_cast<int>(story.quantities[echelon].low);
  }
  if (phrase.additional && resolved.quantity) resolved.quantity->additional = true;
  resolved.force.entity = resolved.country;
  return resolved;
}

/// "will withdraw 1,400": a number without its noun, which is no year.
std::optional<QuantityOf> DraftTools::bare_number(const ParsedSentence& sentence, std::uint32_t chunk) const {
  const auto& item = sentence.items[sentence.chunks[chunk].last - 1];
  if (item.tag != Tag::Number || item.compound || is_part_of_date(item)) return std::nullopt;
  const auto value = read_digits(story.text_of(item.span));
  if (!value || *value < 2 || (*value >= 1900 && *value <= 2100 && item.lower.find(',') == std::string::npos)) return std::nullopt;
  QuantityOf quantity;
  quantity.span = story.to_text_span(sentence.span_of(chunk, chunk + 1));
  quantity.low = *value;
  quantity.high = *value;
  quantity.qualifier = sentence.chunks[chunk].first + 1 == sentence.chunks[chunk].last ? "exact" : "about";
  quantity.unit = "persons";
  return quantity;
}

/// "another 9/11"
bool DraftTools::is_part_of_date(const Item& number) const {
  const std::string_view text = story.article.text;
  const auto slash = [&](std::size_t at) { return at < text.size() && text[at] == '/'; };
  return slash(number.span.end) || (number.span.start > 0 && slash(number.span.start - 1));
}

/// "8,000 of Prigozhin's men", "200 of the general's men"
bool DraftTools::belongs_to_leader(const ParsedSentence& sentence, const NounPhrase& phrase) const {
  const auto& chunk = sentence.chunks[phrase.last_chunk - 1];
  if (sentence.items[chunk.head].lower != "men" || chunk.head < chunk.first + 2 || sentence.items[chunk.head - 1].tag != Tag::Possessive) return false;
  const auto& owner = sentence.items[chunk.head - 2];
  return owner.tag == Tag::Name || is_one_of(owner.lower, {"general", "warlord", "marshal", "colonel", "commander"});
}

/// "the rest", "a third", "the others": part of the force told before.
bool DraftTools::is_remainder(const ParsedSentence& sentence, const NounPhrase& phrase) const {
  const auto& chunk = sentence.chunks[phrase.chunk];
  const auto& head = sentence.items[chunk.head].lower;
  if (phrase.definite && is_one_of(head, {"remainder", "rest", "latter", "others", "majority", "bulk", "remnants", "first", "last"})) return true;
  if (chunk.last == chunk.first + 1 && is_one_of(head, {"half", "hundreds", "thousands", "dozens", "scores"})) return true;
  if (is_one_of(head, {"hundred", "thousand", "dozen", "handful"}) && sentence.items[chunk.first].tag == Tag::Determiner) return true;  // "a few hundred"
  if (head == "number" && chunk.last == chunk.first + 3 && is_one_of(sentence.items[chunk.first + 1].lower, {"similar", "smaller", "larger", "equal", "further", "small", "large"})) return true;
  if (chunk.last - chunk.first > 2 || sentence.items[chunk.first].tag != Tag::Determiner) return false;
  return is_one_of(head, {"third", "second", "fourth", "half", "quarter", "majority"}) && sentence.items[chunk.first].lower != "the";
}

/// "arms are brought into X, from where they are shipped on": the nearest subject before in the sentence is no force.
bool DraftTools::means_goods(const ParsedSentence& sentence, std::uint32_t chunk) {
  const Clause* nearest = nullptr;
  for (const auto& clause : sentence.clauses) {
    if (clause.subject == none || clause.subject >= chunk || clause.verb > chunk) continue;
    if (nearest == nullptr || clause.verb > nearest->verb) nearest = &clause;
  }
  if (nearest == nullptr) return false;
  const auto phrase = nouns.analyse(sentence, nearest->subject);
  return phrase.sort == PhraseSort::Materiel || (phrase.sort == PhraseSort::People && nearest->passive);
}

/// "In Lebanon, ...": the country that the sentence is about; empty if none is named in front.
std::string DraftTools::fronted_country(const ParsedSentence& sentence) const {
  const auto& chunks = sentence.chunks;
  if (chunks.size() < 4 || chunks[0].kind != ChunkKind::Preposition || sentence.items[chunks[0].last - 1].lower != "in" || chunks[1].kind != ChunkKind::Noun) return {};
  const auto mention = sentence.items[chunks[1].head].mention;
  if (mention == none || story.mentions[mention].kind != gazetteer::MentionKind::Toponym || story.mentions[mention].alternatives.empty()) return {};
  const auto place = story.store.place(story.mentions[mention].alternatives.front().record);
  return place.kind == gazetteer::PlaceKind::Country ? place.country : std::string{};
}

/// "the convoy", "four vessels", "its vehicles" in a story that has just told of armed forces: theirs.
bool DraftTools::follows_carrier(const ParsedSentence& sentence, const NounPhrase& phrase) {
  if (phrase.sort != PhraseSort::Carrier || phrase.military) return false;
  const auto* force = discourse.before(phrase.span.start, sentence.sentence);
  const auto* ships = discourse.vehicles(phrase.span.start, sentence.sentence);
  const auto* entity = force != nullptr ? force : ships;
  if (entity == nullptr || entity->sentence + 2 < sentence.sentence) return false;
  const auto& head = sentence.items[sentence.chunks[phrase.chunk].head].lower;
  return phrase.own || (is_one_of(head, {"convoy", "convoys", "vessel", "vessels", "ships", "vehicles", "trucks", "aircraft", "planes", "boats", "trains", "train", "buses", "lorries", "lorry", "helicopters"}) && (phrase.country.empty() || phrase.definite));
}

/// "a third contingent", "more units", "Russian contractors" in a story that has told of forces: soldiers too.
bool DraftTools::goes_on_from_force(const ParsedSentence& sentence, const NounPhrase& phrase) {
  if (phrase.sort != PhraseSort::Other) return false;
  const auto* head = sentence.items[sentence.chunks[phrase.chunk].head].word;
  if (head == nullptr || (head->noun != NounClass::Unit && head->noun != NounClass::Loose)) return false;
  const auto* entity = discourse.before(phrase.span.start, sentence.sentence);
  if (entity == nullptr) entity = discourse.vehicles(phrase.span.start, sentence.sentence);
  if (entity == nullptr || entity->sentence + 2 < sentence.sentence || phrase.harmed) return false;
  const auto& lemma = story.lexicon.lemma(head->noun_lemma);
  // "a team of ten officers"
  const auto* inner = phrase.last_chunk == phrase.chunk + 3 ? sentence.items[sentence.chunks[phrase.chunk + 2].head].word : nullptr;
  const bool numbered = phrase.last_chunk == phrase.chunk + 3 && bare_number(sentence, phrase.chunk + 2);  // "a Portuguese training team of 60"
  if (is_one_of(lemma, {"team", "group"}) && ((inner != nullptr && inner->noun == NounClass::Unit) || (numbered && !phrase.country.empty()))) return true;
  if (is_one_of(lemma, {"contingent", "detachment", "column", "unit", "force", "division", "corps", "formation", "squad"})) return true;
  if (!is_soldierly(lemma)) return false;
  // Several of them, or one body: "its sixty men", "another 40 advisers", "a company"; but no officer who travels alone.
  const bool body = is_one_of(lemma, {"company", "crew", "section", "wing", "guard", "personnel"});
  return head->plural || body || phrase.own;
}

std::optional<Actor> DraftTools::owner_of(const ParsedSentence& sentence, std::uint32_t chunk) {
  std::uint32_t best = none;
  for (const auto& clause : sentence.clauses) {
    if (clause.subject == none || clause.subject >= chunk || (best != none && clause.subject < best)) continue;
    const auto phrase = nouns.analyse(sentence, clause.subject);
    if (phrase.sort == PhraseSort::State || phrase.sort == PhraseSort::Place || (phrase.sort == PhraseSort::Force && !phrase.own)) best = clause.subject;
  }
  if (best == none) return discourse.actor(sentence.sentence);
  return to_actor(sentence, nouns.analyse(sentence, best));
}

std::uint32_t DraftTools::apposed_quantity(const ParsedSentence& sentence, const NounPhrase& phrase) const {
  const auto& chunks = sentence.chunks;
  auto i = phrase.last_chunk;
  const bool dash = i < chunks.size() && chunks[i].kind == ChunkKind::Break && sentence.items[chunks[i].first].tag == Tag::Dash;
  if (i + 1 >= chunks.size() || (chunks[i].kind != ChunkKind::Comma && !dash)) return none;
  ++i;
  if (chunks[i].kind == ChunkKind::Verb && sentence.items[chunks[i].head].lower == "numbering") ++i;
  if (i >= chunks.size() || chunks[i].kind != ChunkKind::Noun) return none;
  for (auto item = chunks[i].first; item < chunks[i].last; ++item) {
    const auto index = sentence.items[item].quantity;
    if (index == none) continue;
    const auto& quantity = story.quantities[index];
    const bool of_them = quantity.rule == "quantity.elided";
    if (quantity.kind != CountedKind::Persons && !of_them) return none;
    // "troops, 30 officers and two tanks" is a list.
    // but "the contingent, 676 strong and headquartered at X", "the 98th Division, 10,000 to 20,000 paratroopers and commandos" is none.
    const bool list = i + 1 < chunks.size() && chunks[i + 1].kind == ChunkKind::Conjunction;
    return list && !phrase.collective && quantity.rule != "quantity.strong" ? none : index;
  }
  return none;
}

/// The force of that country told of last in this sentence or the one before; null if there is none.
ForceEntity* DraftTools::own_force(std::size_t offset, std::uint32_t sentence, const std::string& country) {
  if (country.empty()) return nullptr;
  auto* force = discourse.with_country(offset, sentence, country);
  if (force == nullptr) {
    force = discourse.before(offset, sentence);
    if (force != nullptr && (!force->country.empty() || force->actor_text_country != country)) force = nullptr;
  }
  return force != nullptr && force->sentence + 1 >= sentence ? force : nullptr;
}

/// "Syria says it will withdraw": the state that speaks is meant by "it".
std::optional<Actor> DraftTools::speaking_state(std::size_t offset) const {
  const auto frame = innermost_frame(story, offset);
  if (frame == none || story.speech.frames[frame].source_id.empty()) return std::nullopt;
  for (const auto& source : story.speech.sources) {
    if (source.id != story.speech.frames[frame].source_id || source.country.empty()) continue;
    if (source.kind != SourceKind::Government && source.kind != SourceKind::Military) continue;
    Actor actor;
    actor.entity = source.country;
    return actor;
  }
  return std::nullopt;
}

std::optional<Actor> DraftTools::to_actor(const ParsedSentence& sentence, const NounPhrase& phrase) {
  const auto& chunk = sentence.chunks[phrase.chunk];
  if (phrase.sort == PhraseSort::Pronoun) {
    if (is_one_of(phrase.head, {"others", "those", "some", "we", "he", "she", "i"})) {
      Actor somebody;
      if (phrase.head == "we") somebody = speaking_state(phrase.span.start).value_or(Actor{});
      somebody.span = story.to_text_span(sentence.span_of(phrase.chunk, phrase.chunk + 1));
      return somebody;
    }
    if (!is_one_of(phrase.head, {"it", "they"})) return std::nullopt;
    auto actor = speaking_state(phrase.span.start);
    if (!actor) actor = discourse.actor(sentence.sentence);
    if (actor) actor->span = story.to_text_span(sentence.span_of(phrase.chunk, phrase.chunk + 1));
    return actor;
  }
  const auto& head = sentence.items[chunk.head];
  if (phrase.sort == PhraseSort::People && head.mention == none && phrase.country.empty()) return std::nullopt;
  Actor actor;
  actor.span = story.to_text_span(sentence.span_of(phrase.chunk, phrase.chunk + 1));
  actor.entity = phrase.country;
  if (head.mention != none) actor.entity = nouns.country(head.mention);
  if (head.force != nullptr) actor.entity = head.force->country;
  const bool named = head.tag == Tag::Name || phrase.sort == PhraseSort::Force || phrase.sort == PhraseSort::State || phrase.sort == PhraseSort::Place;
  if (!named && actor.entity.empty()) {
    // "the government", "the junta", "the country": a body, but whose is not said here.
    if (!phrase.definite && !phrase.own) return std::nullopt;
  }
  return actor;
}

bool DraftTools::dates_speech(std::uint32_t time) const {
  // Nobody speaks "from October 8 to 13" or "since August": such a time belongs to what is told.
  const auto form = story.times[time].form;
  if (form == TimeForm::Interval || form == TimeForm::Since || form == TimeForm::Until) return false;
  for (const auto& frame : story.speech.frames) {
    if (frame.when && *frame.when == time) return true;
  }
  return false;
}

std::optional<When> DraftTools::resolve_when(std::uint32_t time, Tense tense, std::vector<std::string>& flags) const {
  const auto& expression = story.times[time];
  const auto resolved = resolve_time(expression, story.article.metadata.published, tense);
  if (resolved.needs_document_date) flags.emplace_back("no-document-date");
  When when;
  when.span = story.to_text_span(expression.span);
  when.edtf = resolved.edtf;
  when.precision = resolved.precision;
  when.rule = expression.rule;
  return when;
}

std::optional<When> DraftTools::read_when(const ParsedSentence& sentence, const Clause& clause, Tense tense, std::vector<std::string>& flags) const {
  std::uint32_t best = none;
  const auto offer = [&](std::uint32_t chunk) {
    const auto time = sentence.items[sentence.chunks[chunk].first].time;
    if (time == none || dates_speech(time)) return;
    // A calendar date says more than "recently".
    const bool vague = story.times[time].form == TimeForm::Vague;
    if (best == none || (story.times[best].form == TimeForm::Vague && !vague)) best = time;
  };
  for (const auto chunk : clause.times) offer(chunk);
  for (auto i = sentence.chunks[clause.verb].first; i < sentence.chunks[clause.verb].last && best == none; ++i) {
    if (const auto time = sentence.items[i].time; time != none && !dates_speech(time)) best = time;
  }
  if (best == none && clause.link != Link::Reduced && clause.link != Link::Relative) {
    // "Since August 2022, ...", "On Friday troops ...": before the subject.
    const auto from = clause.subject_first != none ? clause.subject_first : clause.verb;
    for (auto i = from; i-- > 0;) {
      const auto kind = sentence.chunks[i].kind;
      if (kind == ChunkKind::Time) offer(i);
      else if (kind == ChunkKind::Subordinator && i > 0 && sentence.chunks[i - 1].kind == ChunkKind::Time) offer(i - 1);
      else if (kind != ChunkKind::Comma && kind != ChunkKind::Adverb && kind != ChunkKind::There) break;
    }
  }
  // "passed X on Thursday and entered Y": the time of the deed before holds for the next, unless that has its own.
  if (best == none && clause.link == Link::Shared && clause.subject != none) {
    for (const auto& earlier : sentence.clauses) {
      if (earlier.verb >= clause.verb) break;
      if (earlier.subject != clause.subject || (earlier.link != Link::Main && earlier.link != Link::Shared)) continue;
      for (const auto chunk : earlier.times) {
        if (chunk < clause.verb) offer(chunk);
      }
    }
  }
  for (auto outer = clause.governor; best == none && outer != none; outer = sentence.clauses[outer].governor) {
    for (const auto chunk : sentence.clauses[outer].times) offer(chunk);
  }
  if (best == none) return std::nullopt;
  return resolve_when(best, tense, flags);
}

}  // namespace dateline::claims::detail
