#include <algorithm>

#include "claims/detail/clause_counts.hpp"
#include "claims/detail/predicate_span.hpp"
#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

void VerbDrafts::read_activity(const ParsedSentence& sentence, std::uint32_t index, Parts& parts) const {
  const auto& lexicon = tools_.story.lexicon;
  const auto note = [&](std::string_view word) {
    if (parts.claim.activity.empty() && is_one_of(word, {"training", "exercises", "drills", "manoeuvres", "maneuvers", "patrols"})) parts.claim.activity = std::string(word);
  };
  const auto& clause = sentence.clauses[index];
  const auto own = sentence.chunks[clause.verb].lemma;
  if (own != none && lexicon.lemma(own) == "train") parts.claim.activity = "training";
  for (const auto object : clause.objects) note(sentence.items[sentence.chunks[object].head].lower);
  for (const auto& phrase : clause.phrases) {
    for (const auto noun : phrase.nouns) note(sentence.items[sentence.chunks[noun].head].lower);
  }
  for (auto next = index + 1; next < sentence.clauses.size(); ++next) {
    const auto& adjunct = sentence.clauses[next];
    if (adjunct.link != Link::Adjunct || adjunct.subject != clause.subject) break;
    const auto lemma = sentence.chunks[adjunct.verb].lemma;
    if (lemma != none && lexicon.lemma(lemma) == "train") note("training");
    for (const auto object : adjunct.objects) note(sentence.items[sentence.chunks[object].head].lower);
  }
}

Span VerbDrafts::quote_of(const ParsedSentence& sentence, std::uint32_t index) const {
  const auto& clause = sentence.clauses[index];
  std::uint32_t first = clause.verb;
  const Clause* outer = &clause;
  while (outer->governor != none && (outer->link == Link::Governed)) {
    const auto& next = sentence.clauses[outer->governor];
    if (next.verb > first) break;
    // In "A and B" of a governed pair only the first is contiguous with the governor.
    bool shared = false;
    for (std::uint32_t other = outer->governor + 1; other < index; ++other) shared = shared || (sentence.clauses[other].governor == outer->governor && sentence.clauses[other].verb < first);
    if (shared) break;
    first = next.verb;
    outer = &next;
  }
  if (outer->subject != none && outer->link != Link::Shared && outer->link != Link::Governed && outer->link != Link::Adjunct && outer->link != Link::Purpose) {
    const auto subject = outer->subject_first != none ? outer->subject_first : outer->subject;
    if (subject < first) first = subject;
  }
  if (outer->link == Link::Where) {
    for (auto i = first; i-- > 0;) {
      if (sentence.chunks[i].kind == ChunkKind::Relative) {
        first = i;
        break;
      }
    }
  }
  // "Behind the lines there are", "Since August 2022, X has"
  if (sentence.chunks[clause.verb].copula && clause.subject == none) {
    for (auto i = first; i-- > 0;) {
      if (sentence.chunks[i].kind == ChunkKind::Comma || sentence.chunks[i].kind == ChunkKind::Subordinator || sentence.chunks[i].kind == ChunkKind::Break || sentence.chunks[i].kind == ChunkKind::Verb) break;
      first = i;
    }
  }
  std::uint32_t last = std::max(clause.last, clause.verb + 1);
  for (auto next = index + 1; next < sentence.clauses.size(); ++next) {
    const auto& purpose = sentence.clauses[next];
    if (purpose.verb > last) break;
    if (purpose.link == Link::Purpose && purpose.verb == last) last = std::max(last, purpose.last);
  }
  if (clause.condition != none) {
    for (const auto& after : sentence.clauses) {
      if (after.verb > clause.condition && after.subordinator == clause.condition) last = std::max(last, after.last);
    }
  }
  return sentence.span_of(first, std::max(last, first + 1));
}

gazetteer::MentionKind VerbDrafts::story_kind(std::uint32_t mention) const { return tools_.story.mentions[mention].kind; }

std::optional<Draft> VerbDrafts::make(const ParsedSentence& sentence, std::uint32_t index) {
  const auto& clause = sentence.clauses[index];
  const auto& group = sentence.chunks[clause.verb];
  const auto& lexicon = tools_.story.lexicon;
  if (!group.copula && !group.possession && group.lemma == none) return std::nullopt;
  const auto& senses = group.copula ? lexicon.senses_of("be") : group.possession ? lexicon.senses_of("have") : lexicon.senses_of(group.lemma);
  const auto has = [&](Frame frame) { return std::any_of(senses.begin(), senses.end(), [&](std::uint32_t sense) { return lexicon.senses()[sense].frame == frame && lexicon.senses()[sense].particle.empty(); }); };
  const bool both = has(Frame::Stay) && (has(Frame::Go) || has(Frame::Both));
  const bool cruise = both && cruises(sentence, clause);
  // A sense with a particle says more than the bare verb: "pulled out" before "pulled".
  for (const bool particle : {true, false}) {
    for (const auto sense : senses) {
      const auto& candidate = lexicon.senses()[sense];
      if (both && candidate.particle.empty() && (candidate.frame == Frame::Stay) != cruise) continue;
      if (candidate.particle.empty() == particle || end_of_particle(sentence, clause, candidate) == none) continue;
      if (auto draft = make_with(sentence, index, candidate)) return draft;
    }
  }
  if (auto draft = make_light(sentence, index)) return draft;
  return make_caused(sentence, index);
}

/// "was sailing off Aden", "are flying over the bay": on its way, but told as being somewhere.
bool VerbDrafts::cruises(const ParsedSentence& sentence, const Clause& clause) const {
  if (!sentence.chunks[clause.verb].progressive || clause.passive || !clause.objects.empty() || clause.phrases.empty()) return false;
  return std::all_of(clause.phrases.begin(), clause.phrases.end(), [&](const Phrase& phrase) {
    const auto& chunk = sentence.chunks[phrase.preposition];
    const auto& last = sentence.items[chunk.last - 1].lower;
    if (last == "of") return sentence.items[chunk.first].lower != "out";
    return is_one_of(last, {"in", "off", "near", "around", "on", "at", "over", "above", "along", "within", "inside", "outside", "with", "by", "under", "between"});
  });
}

namespace {

/// What the words of a preposition can only tell: a way out, a way in; none if they may tell something else.
enum class Way : std::uint8_t { None, Out, In };

Way way_of(std::string_view first, std::string_view last) {
  if (first == "out" && last == "of") return Way::Out;
  if (first != last && is_one_of(first, {"away", "back", "out", "off"}) && last == "from") return Way::Out;
  if (is_one_of(last, {"into", "onto"}) || (first != last && is_one_of(first, {"back", "over", "across", "up", "down"}) && last == "to")) return Way::In;
  return Way::None;
}

}  // namespace

/// "organised into four brigades", "split into small groups": how they are ordered, not where they go.
bool VerbDrafts::names_formations(const ParsedSentence& sentence, std::uint32_t noun) const {
  const auto* word = sentence.items[sentence.chunks[noun].head].word;
  if (word == nullptr || word->noun == NounClass::None) return false;
  const auto& lemma = tools_.story.lexicon.lemma(word->noun_lemma);
  return tools_.story.lexicon.is(WordSet::Formation, lemma) || tools_.story.lexicon.is(WordSet::Body, lemma) || is_one_of(lemma, {"group", "team"});
}

/// "squeezed the battalion out of the town", "were dragged away from the border": any verb that has a force as its object, and words behind it that tell
/// nothing but a way. "made it from X to Y", "dodged from X to Y": any verb without an object, and both ends of the way.
std::optional<Draft> VerbDrafts::make_caused(const ParsedSentence& sentence, std::uint32_t index) {
  const auto& clause = sentence.clauses[index];
  const auto* word = sentence.items[sentence.chunks[clause.verb].head].word;
  if (word == nullptr || word->verb_forms == 0 || word->inner || clause.phrases.empty()) return std::nullopt;
  VerbSense caused;
  caused.rule = "open.caused";
  caused.broad = caused.open = true;
  const auto first_word = [&](const Phrase& phrase) -> const std::string& { return sentence.items[sentence.chunks[phrase.preposition].first].lower; };
  const auto last_word = [&](const Phrase& phrase) -> const std::string& { return sentence.items[sentence.chunks[phrase.preposition].last - 1].lower; };
  const auto& first = clause.phrases.front();
  if (!clause.passive && clause.objects.empty()) {
    if (clause.phrases.size() < 2 || first_word(first) != "from" || last_word(clause.phrases[1]) != "to" || clause.phrases[1].preposition != first.nouns.back() + 1) return std::nullopt;
    caused.frame = Frame::Go;
    auto draft = make_with(sentence, index, caused);
    return draft && !draft->claim.origin.empty() && !draft->claim.destination.empty() ? std::move(draft) : std::nullopt;
  }
  if (word->object == ObjectUse::Never || (clause.passive ? clause.subject == none : clause.objects.empty())) return std::nullopt;
  const auto behind = clause.passive ? clause.verb : tools_.nouns.analyse(sentence, clause.objects.back()).last_chunk - 1;
  const auto phrase = std::find_if(clause.phrases.begin(), clause.phrases.end(), [&](const Phrase& other) { return other.preposition > behind; });
  if (phrase == clause.phrases.end() || phrase->preposition > behind + 2 || (clause.passive && &*phrase != &first)) return std::nullopt;
  const auto way = way_of(first_word(*phrase), last_word(*phrase));
  if (way == Way::None || names_formations(sentence, phrase->nouns.front())) return std::nullopt;
  caused.frame = Frame::Cause;
  caused.kind = way == Way::Out ? ClaimKind::Withdrawal : ClaimKind::Movement;
  return make_with(sentence, index, caused);
}

/// A main clause, or one that tells what somebody said; not "after their units left".
bool VerbDrafts::leads(const ParsedSentence& sentence, const Clause& clause) {
  if (clause.subordinator != none) return sentence.items[sentence.chunks[clause.subordinator].first].lower == "that";
  return clause.link == Link::Main || clause.link == Link::Shared || clause.link == Link::Governed;
}

/// The words behind the verb or behind its object are those of the sense ("pulled out", "pulled its soldiers out"); "*" stands for any one
/// word ("made their way"). Returns one past their last item; none if they are not there.
std::uint32_t VerbDrafts::end_of_particle(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense) const {
  const auto matches = [&](std::uint32_t item) {
    return std::all_of(sense.particle.begin(), sense.particle.end(), [&](const std::string& word) {
      const auto at = item++;
      return at < sentence.items.size() && (word == "*" || sentence.items[at].lower == word);
    });
  };
  const auto words = static_cast<std::uint32_t>(sense.particle.size());
  const auto behind_verb = sentence.chunks[clause.verb].last;
  // "came in three aircraft": by what they came.
  const auto by = clause.verb + 1;
  if (words == 1 && sense.particle.front() == "in" && by + 1 < sentence.chunks.size() && sentence.chunks[by].kind == ChunkKind::Preposition && sentence.chunks[by + 1].kind == ChunkKind::Noun &&
      sentence.chunks[by].last == sentence.chunks[by].first + 1) {
    const auto sort = tools_.nouns.analyse(sentence, by + 1).sort;
    if (sort == PhraseSort::Carrier || sort == PhraseSort::Vehicle) return none;
  }
  if (matches(behind_verb)) return behind_verb + words;
  if (clause.passive || clause.objects.empty() || words != 1) return none;
  const auto behind_object = sentence.chunks[tools_.nouns.analyse(sentence, clause.objects.back()).last_chunk - 1].last;  // "brought 1,000 of its men home"
  return sense.particle.front() != "*" && matches(behind_object) ? behind_object + words : none;
}

/// "keeps a base in X", "will maintain a presence at Y": whose base it is, is based there.
std::optional<Draft> VerbDrafts::make_seat(const ParsedSentence& sentence, std::uint32_t index) {
  const auto& clause = sentence.clauses[index];
  const auto& group = sentence.chunks[clause.verb];
  const auto& lexicon = tools_.story.lexicon;
  if (clause.passive || clause.objects.empty() || clause.subject == none) return std::nullopt;
  if (!group.possession && (group.lemma == none || !lexicon.is(WordSet::Keep, lexicon.lemma(group.lemma)))) return std::nullopt;
  const auto& object = sentence.chunks[clause.objects.front()];
  if (!is_one_of(sentence.items[object.head].lower, {"base", "bases", "garrison", "garrisons", "outpost", "outposts", "presence", "headquarters"})) return std::nullopt;
  // "a military base", "its base"; but "a customer base", "a data base"
  const bool plain = std::none_of(sentence.items.begin() + object.first, sentence.items.begin() + object.head, [](const Item& item) {
    return item.tag == Tag::Noun && (item.word == nullptr || (!item.word->modifier && item.word->noun != NounClass::Force));
  });
  if (!plain) return std::nullopt;
  VerbSense keep;
  keep.lemma = group.lemma == none ? "have" : lexicon.lemma(group.lemma);
  keep.frame = Frame::Stay;
  keep.kind = ClaimKind::Basing;
  keep.rule = "light.seat";
  return make_with(sentence, index, keep);
}

/// "made a push into", "carried out a redeployment to": the noun tells what the subject does.
std::optional<Draft> VerbDrafts::make_light(const ParsedSentence& sentence, std::uint32_t index) {
  const auto& clause = sentence.clauses[index];
  const auto& group = sentence.chunks[clause.verb];
  const auto& lexicon = tools_.story.lexicon;
  if (auto draft = make_seat(sentence, index)) return draft;
  if (group.lemma != none && !clause.passive && !clause.objects.empty() && lexicon.is(WordSet::SetUp, lexicon.lemma(group.lemma))) {
    // "set up a base", "established positions": where they settle.
    const auto& site = sentence.items[sentence.chunks[clause.objects.front()].head].lower;
    if (!lexicon.is(WordSet::Site, site)) return std::nullopt;
    VerbSense settle;
    settle.lemma = lexicon.lemma(group.lemma);
    settle.frame = Frame::Stay;
    settle.kind = lexicon.is(WordSet::Seat, site) ? ClaimKind::Basing : ClaimKind::Presence;
    settle.rule = "light.base";
    return make_with(sentence, index, settle);
  }
  if (group.lemma == none || clause.passive || clause.objects.size() != 1 ||
      !is_one_of(lexicon.lemma(group.lemma), {"make", "carry", "conduct", "launch", "stage", "undertake", "mount", "execute", "attempt", "complete", "begin", "start", "effect", "perform"})) {
    return std::nullopt;
  }
  const auto object = clause.objects.front();
  const auto* noun = sentence.items[sentence.chunks[object].head].word;
  if (noun == nullptr || noun->noun != NounClass::Nominal) return std::nullopt;
  // "carried out the withdrawal of the brigade" is told by the noun; "the passage of the strait" tells of those who pass.
  const bool passes = is_one_of(lexicon.lemma(noun->noun_lemma), {"passage", "crossing", "transit"});
  if (!passes && object + 1 < sentence.chunks.size() && sentence.items[sentence.chunks[object + 1].first].lower == "of") return std::nullopt;
  for (const auto sense : lexicon.senses_of(noun->nominal_of)) {
    const auto& candidate = lexicon.senses()[sense];
    if (candidate.frame == Frame::Be || candidate.frame == Frame::Give || candidate.kind == ClaimKind::Transfer) continue;
    VerbSense light = candidate;
    light.frame = Frame::Go;
    light.particle.clear();
    light.rule = "light." + lexicon.lemma(noun->noun_lemma);
    auto draft = make_with(sentence, index, light);
    if (draft) draft->trigger = sentence.items[sentence.chunks[object].head].span;
    return draft;
  }
  return std::nullopt;
}

std::optional<Draft> VerbDrafts::make_with(const ParsedSentence& sentence, std::uint32_t index, const VerbSense& sense) {
  const auto& clause = sentence.clauses[index];
  // "and are not going to": the verb is left out.
  if (sense.lemma == "go" && clause.phrases.empty() && sentence.chunks[clause.verb].last < sentence.items.size() && sentence.items[sentence.chunks[clause.verb].last].lower == "to") return std::nullopt;
  // "remain dug in": what they stay in tells it.
  const auto behind = clause.verb + 1;
  if (is_one_of(sense.lemma, {"remain", "stay"}) && behind < sentence.chunks.size() && sentence.chunks[behind].kind == ChunkKind::Verb && sentence.chunks[behind].passive && !sentence.chunks[behind].finite &&
      sentence.chunks[behind].lemma != none && !tools_.story.lexicon.senses_of(sentence.chunks[behind].lemma).empty()) return std::nullopt;
  auto status = read_status(tools_.story, sentence, index);
  bool claimed = status.claimed;
  if (clause.link == Link::Purpose && sense.frame != Frame::Find) {
    const auto governor = clause.governor == none ? none : sentence.chunks[sentence.clauses[clause.governor].verb].lemma;
    if (governor == none || tools_.story.lexicon.lemma(governor) != "use") claimed = false;
  }
  // "ordered 300 soldiers to X", "are due in X": the word that reports is itself one of planning.
  const bool wish = sense.particle.empty() || sense.lemma == "want";  // "wants its soldiers back"
  const auto* own_cue = tools_.story.lexicon.cue_of(wish ? sense.lemma : sense.particle.front());
  const bool plans = own_cue != nullptr && !sense.rule.starts_with("light.") && !is_one_of(sense.lemma, {"go", "commit"}) && ((own_cue->role == CueRole::Control && (own_cue->status == ClaimStatus::Planned || own_cue->status == ClaimStatus::Conditional)) ||
                                                                                       (own_cue->role == CueRole::Irrealis && sense.frame == Frame::Cause));
  // "wants its soldiers in X to leave": the infinitive tells what.
  const bool tells_what = plans && std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause& other) { return other.governor == index && other.verb > clause.verb && sentence.chunks[other.verb].infinitive; });
  if (tells_what && ((sense.frame == Frame::Cause && sense.particle.empty() && !clause.passive) || sense.rule == "verb.be-due")) return std::nullopt;
  if (plans && status.status == ClaimStatus::Reported) {
    status.status = own_cue->status == ClaimStatus::Conditional ? ClaimStatus::Conditional : ClaimStatus::Planned;
    status.tense = Tense::Future;
    status.rules.push_back(own_cue->rule);
  }
  // "sent to guard the airport": what for, of a verb that by itself tells of no movement.
  if (!claimed && (sense.broad || sense.frame == Frame::Stay) && clause.link == Link::Purpose) return std::nullopt;
  Parts parts;
  parts.claim.kind = sense.kind;
  if (!assign(sentence, clause, sense, parts)) return std::nullopt;
  auto& claim = parts.claim;
  claim.status = status.status;
  // "has no army in X", "there are no soldiers"
  const bool none_of_them = parts.moved.chunk != none && sentence.items[sentence.chunks[parts.moved.chunk].first].lower == "no";
  if (none_of_them && claim.status != ClaimStatus::Denied && (sense.frame == Frame::Own || sense.frame == Frame::Be || sense.frame == Frame::Cause || sense.frame == Frame::Both)) {
    claim.status = ClaimStatus::Denied;
    status.rules.emplace_back("status.no");
  }
  claim.rules.push_back(sense.rule);
  claim.rules.insert(claim.rules.end(), status.rules.begin(), status.rules.end());
  for (const auto& [item, rule] : status.cues) claim.cues.push_back({tools_.story.to_text_span(sentence.items[item].span), rule});
  if (status.hedged) claim.flags.emplace_back("hedged");
  if (claim.kind != ClaimKind::Transfer && !parts.state_moves) {
    claim.force = parts.force.force;
    if (parts.force.quantity) claim.quantity = parts.force.quantity;
    if (!claim.quantity && sense.frame == Frame::Muster && parts.moved.quantity != none) claim.quantity = tools_.to_quantity(parts.moved.quantity);
    if (!claim.quantity && !parts.force.pronoun && parts.moved.chunk != none) claim.quantity = count_in_clause(tools_, sentence, clause, parts.moved);
    if (parts.force.pronoun) claim.flags.emplace_back("pronoun-guess");
  }
  if (clause.counted != none) take_part(sentence, clause, parts);
  fill_actor(sentence, clause, sense, parts);
  read_places(sentence, clause, sense, parts);
  if (parts.alongside && claim.destination.empty() && claim.at.empty() && claim.kind == ClaimKind::Movement && sense.frame == Frame::Both) claim.kind = ClaimKind::Presence;
  // "were put on buses to Kigali": they are there no longer.
  if (sense.frame == Frame::Place && claim.kind == ClaimKind::Presence && !claim.destination.empty() && claim.at.empty()) claim.kind = ClaimKind::Movement;
  if (sense.open && !told_beyond_doubt(sentence, clause, sense, parts)) return std::nullopt;
  infer_places(sentence, index, parts);
  if (sense.frame == Frame::Join) read_joined(sentence, clause, claim);
  read_activity(sentence, index, parts);
  claim.when = tools_.read_when(sentence, clause, status.tense, claim.flags);
  if (sense.frame == Frame::Reach && claim.destination.empty() && claim.via.empty() && claim.at.empty() && parts.force.pronoun) return std::nullopt;
  // "the wounded soldiers were taken to X"; but under a truce they are "to be evacuated from X to Y".
  if (parts.moved.harmed && (claim.origin.empty() || claim.destination.empty())) return std::nullopt;
  if (visits(sentence, clause, parts)) return std::nullopt;
  // "another 600 are expected by mid-July": more of a force that is known.
  const bool more_of_it = parts.force.entity != nullptr && !parts.force.pronoun && claim.quantity;
  const bool bought = clause.link == Link::Reduced && clause.passive;  // "two ships ordered from Japan"
  if (plans && claim.destination.empty() && claim.at.empty() && (claim.origin.empty() || bought) && !more_of_it) return std::nullopt;
  const bool follows = sense.lemma == "follow" && clause.objects.empty() && (claim.quantity || parts.moved.additional) &&
                       (tools_.discourse.before(parts.moved.span.start, sentence.sentence) != nullptr || tools_.discourse.vehicles(parts.moved.span.start, sentence.sentence) != nullptr);
  if (!follows && is_one_of(sense.lemma, {"lead", "follow", "descend", "replace"}) && !more_of_it && claim.destination.empty() && claim.via.empty() && sense.frame != Frame::Join) return std::nullopt;
  if (!worth_telling(sentence, index, parts, sense)) return std::nullopt;
  const bool somewhere = !claim.origin.empty() || !claim.destination.empty() || !claim.via.empty() || !claim.at.empty();
  const bool near = parts.force.pronoun && parts.force.entity != nullptr && parts.force.entity->last_sentence + 1 >= sentence.sentence && clause.link != Link::Purpose;
  const bool known = (near || (!parts.force.pronoun && (parts.moved.definite || parts.moved.own))) && moves_plainly(sentence, clause);  // "did not say when the ships would arrive"
  // "asked Warsaw to send army engineers"
  const bool asked = parts.has_sender && parts.moved.sort == PhraseSort::Force && !parts.moved.weak && (sense.frame == Frame::Cause || sense.frame == Frame::Both) && clause.link == Link::Unheld;
  if (!claimed && !somewhere && !claim.quantity && !known && !asked && sense.frame != Frame::Join && (claim.kind == ClaimKind::Movement || parts.force.pronoun)) return std::nullopt;
  mark_distribution(sentence, clause, parts);
  Draft draft;
  draft.sentence = sentence.sentence;
  draft.clause = index;
  draft.unclaimed = !claimed;
  draft.force_chunk = parts.moved.chunk;
  draft.trigger = predicate_span(sentence, clause);
  if (const auto end = end_of_particle(sentence, clause, sense); !sense.particle.empty() && end == sentence.chunks[clause.verb].last + sense.particle.size()) draft.trigger.end = sentence.items[end - 1].span.end;
  draft.quote = quote_of(sentence, index);
  draft.materiel = parts.materiel;
  draft.tense = status.tense;
  bool pronoun_object = false;
  for (const auto object : clause.objects) pronoun_object = pronoun_object || sentence.items[sentence.chunks[object].head].tag == Tag::Pronoun;
  draft.anaphoric = pronoun_object || parts.moved.additional || parts.force.pronoun || parts.force.definite || (parts.force.entity != nullptr && parts.moved.definite);
  const auto left = clause.verb;
  draft.restrictive = clause.link == Link::Reduced && left > 0 && sentence.chunks[left - 1].kind == ChunkKind::Noun;
  if (claimed && (parts.force.entity != nullptr || parts.force.found)) remember(sentence, parts, claim);
  if (claimed && claim.actor && !claim.actor->entity.empty()) tools_.discourse.set_actor(*claim.actor, sentence.sentence, leads(sentence, clause));
  draft.claim = std::move(claim);
  return draft;
}

/// "joined the 98th Division", "relieved her sister ship": they go where those are.
void VerbDrafts::read_joined(const ParsedSentence& sentence, const Clause& clause, Claim& claim) {
  if (clause.passive || clause.objects.empty() || !claim.destination.empty() || !claim.at.empty()) return;
  const auto joined = tools_.nouns.analyse(sentence, clause.objects.front());
  if (joined.sort != PhraseSort::Force && joined.sort != PhraseSort::Vehicle) return;
  PlaceRef place;
  place.span = tools_.story.to_text_span(joined.span);
  place.mention = PlaceMention::Descriptive;
  place.precision = Precision::Region;
  claim.destination.push_back(std::move(place));
}

/// "31 aircraft, 19 of which crossed": the part that moves, and its number.
void VerbDrafts::take_part(const ParsedSentence& sentence, const Clause& clause, Parts& parts) const {
  auto& claim = parts.claim;
  const auto& chunk = sentence.chunks[clause.counted];
  std::optional<QuantityOf> number = tools_.bare_number(sentence, clause.counted);
  for (auto i = chunk.first; i < chunk.last; ++i) {
    if (sentence.items[i].quantity != none) number = tools_.to_quantity(sentence.items[i].quantity);
  }
  claim.quantity = std::move(number);
  if (claim.force) claim.force->span = tools_.story.to_text_span(sentence.span_of(clause.counted, clause.counted + 1));
}

/// "two battalions each to X and Y": the number holds for every place.
void VerbDrafts::mark_distribution(const ParsedSentence& sentence, const Clause& clause, Parts& parts) const {
  auto& claim = parts.claim;
  if (claim.destination.size() + claim.at.size() < 2) return;
  bool each = false;
  for (auto i = sentence.chunks[clause.verb].first; i < sentence.chunks[clause.last - 1].last && !each; ++i) {
    each = is_one_of(sentence.items[i].lower, {"each", "apiece", "respectively"});
  }
  if (!each) return;
  if (claim.quantity) claim.quantity->distribution = Distribution::Each;
  claim.flags.emplace_back("list-distributed");
}

void VerbDrafts::fill_actor(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  auto& claim = parts.claim;
  const bool finds = sense.frame == Frame::Find;
  if (parts.has_sender && !finds && !claim.actor) {
    const bool carrier = parts.sender.sort == PhraseSort::Carrier || parts.sender.sort == PhraseSort::Vehicle;
    if (carrier) {
      claim.carrier = tools_.story.to_text_span(carrier_span(sentence, clause, parts.sender));
      claim.means = claim.carrier->text;
    } else if (auto actor = tools_.to_actor(sentence, parts.sender)) {
      claim.actor = std::move(actor);
      if (parts.force.country.empty()) {
        parts.force.country = claim.actor->entity;
        if (claim.force && claim.force->entity.empty()) claim.force->entity = claim.actor->entity;
      }
    }
  }
  if (claim.means.empty() && !finds) {
    // "in a transport ship", "aboard six planes", "by train"
    for (const auto& phrase : clause.phrases) {
      const auto& word = sentence.items[sentence.chunks[phrase.preposition].last - 1].lower;
      if (!is_one_of(word, {"in", "aboard", "by", "on", "with"})) continue;
      const auto vessel = tools_.nouns.analyse(sentence, phrase.nouns.front());
      if (vessel.sort != PhraseSort::Carrier && vessel.sort != PhraseSort::Vehicle) continue;
      claim.means = std::string(tools_.story.text_of(vessel.span));
      if (!claim.carrier) claim.carrier = tools_.story.to_text_span(vessel.span);
      break;
    }
  }
  if (!claim.actor && !parts.has_sender) claim.actor = tools_.orderer_of(sentence, clause);
  if (!claim.actor && parts.force.owner) take_owner(parts.force, claim);
  if (!claim.actor && parts.force.country.empty() && parts.moved.chunk != none) {
    // "UN peacekeepers", "NATO troops": an organisation sends, no state.
    for (auto i = sentence.chunks[parts.moved.chunk].first; i < sentence.chunks[parts.moved.last_chunk - 1].last; ++i) {
      const auto mention = sentence.items[i].mention;
      if (mention == none || story_kind(mention) != gazetteer::MentionKind::Organisation || claim.actor) continue;
      claim.actor = Actor{tools_.story.to_text_span(sentence.items[i].span), {}};
    }
  }
  if (!claim.actor && !parts.force.country.empty()) {
    Actor actor;
    actor.entity = parts.force.country;
    actor.span = claim.force ? claim.force->span : TextSpan{};
    for (auto chunk = parts.moved.chunk; chunk < parts.moved.last_chunk && chunk != none; ++chunk) {
      for (auto i = sentence.chunks[chunk].first; i < sentence.chunks[chunk].last; ++i) {
        const auto mention = sentence.items[i].mention;
        if (mention != none && tools_.nouns.country(mention) == actor.entity) {
          actor.span = tools_.story.to_text_span(sentence.items[i].span);
          chunk = parts.moved.last_chunk - 1;
          break;
        }
      }
    }
    claim.actor = std::move(actor);
  }
}

/// "Vessels belonging to Russia's Pacific Fleet": the subject up to its verb.
Span VerbDrafts::carrier_span(const ParsedSentence& sentence, const Clause& clause, const NounPhrase& sender) const {
  if (clause.passive) return sender.span;
  auto verb = clause.verb;
  for (auto outer = clause.governor; outer != none; outer = sentence.clauses[outer].governor) verb = sentence.clauses[outer].verb;
  if (sender.chunk >= verb) return sender.span;
  auto last = sender.last_chunk;
  for (auto i = sender.chunk; i < verb; ++i) {
    if (sentence.chunks[i].kind == ChunkKind::Comma || sentence.chunks[i].kind == ChunkKind::Relative) break;
    if (sentence.chunks[i].kind == ChunkKind::Noun) last = i + 1;
  }
  return sentence.span_of(sender.chunk, last);
}

void VerbDrafts::remember(const ParsedSentence& sentence, const Parts& parts, const Claim& claim) {
  const auto places = !claim.destination.empty() ? claim.destination : claim.at;
  auto* entity = parts.force.entity;
  if (parts.moved.chunk != none && entity == nullptr) entity = tools_.discourse.at(sentence.span_of(parts.moved.chunk, parts.moved.last_chunk));
  if (entity == nullptr && parts.moved.chunk != none && claim.force && !parts.force.pronoun) {
    // "The general had 3,000 men": soldiers only by what is told of them here, and "they" from now on.
    ForceEntity fresh;
    fresh.span = parts.moved.span;
    fresh.sentence = sentence.sentence;
    fresh.country = parts.force.country;
    fresh.type = parts.moved.type;
    fresh.quantity = parts.moved.quantity;
    fresh.echelon = parts.moved.echelon;
    fresh.collective = parts.moved.collective;
    fresh.vehicle = parts.moved.sort == PhraseSort::Vehicle || parts.moved.sort == PhraseSort::Carrier;
    entity = &tools_.discourse.add(std::move(fresh));
  }
  if (entity == nullptr) return;
  entity->last_sentence = sentence.sentence;
  entity->weak = false;
  if (!places.empty()) entity->places = places;
  if (entity->country.empty() && claim.actor) entity->actor_text_country = claim.actor->entity;
}

}  // namespace dateline::claims::detail
