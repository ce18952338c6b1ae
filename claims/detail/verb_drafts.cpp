#include <algorithm>

#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

void VerbDrafts::read_places(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  auto& claim = parts.claim;
  const bool transfer = claim.kind == ClaimKind::Transfer;
  const Phrase* previous = nullptr;
  for (const auto& phrase : clause.phrases) {
    const auto& chunk = sentence.chunks[phrase.preposition];
    const auto& word = sentence.items[chunk.last - 1].lower;
    const auto& first = sentence.items[chunk.first].lower;
    if (is_one_of(word, {"alongside", "with"})) parts.alongside = true;
    if (word == "from" && sense.frame == Frame::Find) {
      if (parts.force.country.empty()) take_nationality(sentence, phrase.nouns.front(), parts);
      if (tools_.nouns.analyse(sentence, phrase.nouns.front()).sort == PhraseSort::Force) continue;  // "officers from the army": no place
    }
    // "out of", "south of": two words, of which the first tells.
    auto preposition = word == "of" && first != "of" ? first + " of" : word;
    if (first == "according" || first == "because") break;
    if (word == "for") {
      // "for training in X": the place belongs to the purpose.
      const auto purpose = tools_.nouns.analyse(sentence, phrase.nouns.front());
      const auto& goal = sentence.items[sentence.chunks[phrase.nouns.front()].head];
      if (!names_state(purpose) && !(goal.tag == Tag::Name && goal.force == nullptr)) break;
    }
    // "on a mission in X", "with soldiers in X", "in four brigades": not places of the movement.
    auto role = role_of(preposition, sense.frame, claim.kind);
    if (role == PlaceRole::Via && !is_one_of(word, {"via", "through"}) && claim.kind != ClaimKind::Movement) role = PlaceRole::At;
    if (role == PlaceRole::None) {
      previous = &phrase;
      continue;
    }
    auto found = transfer ? std::vector<PlaceRef>{} : tools_.places.read(sentence, phrase.nouns);
    if (transfer && (role == PlaceRole::Destination || role == PlaceRole::Origin)) {
      for (const auto noun : phrase.nouns) {
        for (auto& place : tools_.places.read_party(sentence, noun)) found.push_back(std::move(place));
      }
    }
    if (found.empty() && is_one_of(preposition, {"to", "into", "from", "out of"})) parts.abstract_goal = true;
    if (word == "near" || (word == "of" && first != "out")) {
      for (auto& place : found) place.qualifier = preposition;
    }
    if (previous != nullptr && sentence.items[sentence.chunks[previous->preposition].last - 1].lower == "with") found.clear();
    auto& list = role == PlaceRole::Destination ? claim.destination : role == PlaceRole::Origin ? claim.origin : role == PlaceRole::Via ? claim.via : claim.at;
    for (auto& place : found) {
      // "from four villages in X": X is read with the villages, and not again as a place of its own.
      const auto same = [&](const PlaceRef& other) { return other.span == place.span; };
      bool known = false;
      for (const auto* other : {&claim.origin, &claim.destination, &claim.via, &claim.at}) known = known || std::any_of(other->begin(), other->end(), same);
      if (!known) list.push_back(std::move(place));
    }
  }
  if (parts.receiver != none && claim.destination.empty()) claim.destination = tools_.places.read_party(sentence, parts.receiver);
  // The object of "entered", "left", "reached".
  const bool takes_place = sense.frame == Frame::Reach || sense.frame == Frame::Quit || sense.frame == Frame::Join;
  if (takes_place && !clause.objects.empty() && !clause.passive && clause.objects.front() != parts.moved.chunk) {
    auto found = tools_.places.read(sentence, clause.objects);
    auto& list = sense.frame == Frame::Quit ? claim.origin : claim.destination;
    list.insert(list.end(), found.begin(), found.end());
  }
  // "reinforced Kupiansk with two battalions"
  if (sense.frame == Frame::Swell) {
    auto found = tools_.places.read(sentence, clause.passive ? std::vector<std::uint32_t>{clause.subject} : clause.objects);
    std::erase_if(found, [&](const PlaceRef& place) {
      return std::any_of(claim.destination.begin(), claim.destination.end(), [&](const PlaceRef& other) { return other.span == place.span; });
    });
    claim.destination.insert(claim.destination.begin(), found.begin(), found.end());
  }
  // "Poland hosts 10,000 US soldiers"
  if (sense.frame == Frame::Own && claim.at.empty() && names_state(parts.sender) && !parts.force.country.empty()) {
    auto home = tools_.places.read_party(sentence, parts.sender.chunk);
    if (home.size() == 1 && home.front().mention == PlaceMention::Toponym && tools_.to_actor(sentence, parts.sender)->entity != parts.force.country) claim.at = std::move(home);
  }
  // "From Aden the brigade marched": in front of the subject.
  if (claim.origin.empty() && claim.kind != ClaimKind::Transfer && sentence.chunks.size() > 3 && sentence.chunks[0].kind == ChunkKind::Preposition &&
      sentence.items[sentence.chunks[0].last - 1].lower == "from" && sentence.chunks[1].kind == ChunkKind::Noun && sentence.chunks[2].kind != ChunkKind::Preposition &&
      (clause.subject == 2 || clause.subject == 3)) {
    claim.origin = tools_.places.read(sentence, {1});
  }
  // "Behind the lines there are ...", "In Goma, soldiers are ..."
  if (claim.at.empty() && (sense.frame == Frame::Be || sense.frame == Frame::Stay) && sentence.chunks.size() > 2 && sentence.chunks[0].kind == ChunkKind::Preposition &&
      sentence.chunks[1].kind == ChunkKind::Noun && clause.verb > 1) {
    claim.at = tools_.places.read(sentence, {1});
  }
  if (clause.link == Link::Where && claim.at.empty() && clause.antecedent_place != none) {
    auto found = tools_.places.read(sentence, {clause.antecedent_place});
    if (found.empty()) {
      // The clause before names the place: "to the port of X between 8 and 13, where".
      for (auto i = clause.verb; i-- > 0 && found.empty();) {
        if (sentence.chunks[i].kind == ChunkKind::Noun) found = tools_.places.read(sentence, {i});
      }
    }
    claim.at = std::move(found);
  }
  read_home(sentence, clause, sense, claim);
  for (auto* list : {&claim.origin, &claim.destination, &claim.via, &claim.at}) drop_containers(*list, tools_.places);
}

/// "flew to Beijing for talks", "arrived for the parade": people on a visit.
bool VerbDrafts::visits(const ParsedSentence& sentence, const Clause& clause) const {
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](const Phrase& phrase) {
    if (sentence.items[sentence.chunks[phrase.preposition].last - 1].lower != "for") return false;
    return is_one_of(sentence.items[sentence.chunks[phrase.nouns.front()].head].lower,
                     {"talks", "meeting", "meetings", "summit", "conference", "visit", "ceremony", "negotiations", "consultations", "wedding", "funeral", "festival", "parade",
                      "match", "tournament", "final", "race", "game", "concert", "celebration", "celebrations", "commemoration", "anniversary", "reunion", "holiday",
                      "vacation", "treatment", "inspection", "audience", "workshop", "seminar", "marathon", "championship", "championships", "games", "cup"});
  });
}

/// "returned home", "flew home from Gao": a place without a name.
void VerbDrafts::read_home(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Claim& claim) const {
  const auto next = sentence.chunks[clause.verb].last;
  const bool moves = sense.frame == Frame::Go || sense.frame == Frame::Both || sense.frame == Frame::Cause || sense.frame == Frame::Reach;
  if (!moves || !claim.destination.empty() || next >= sentence.items.size() || !is_one_of(sentence.items[next].lower, {"home", "ashore"})) return;
  if (sentence.items[next].tag != Tag::Adverb) return;
  PlaceRef place;
  place.span = tools_.story.to_text_span(sentence.items[next].span);
  place.mention = PlaceMention::Descriptive;
  place.precision = Precision::Country;
  claim.destination.push_back(std::move(place));
}

/// "officers from the North Korean military": the phrase behind "from" tells the nationality.
void VerbDrafts::take_nationality(const ParsedSentence& sentence, std::uint32_t noun, Parts& parts) {
  const auto origin = tools_.nouns.analyse(sentence, noun);
  if (origin.country.empty() || origin.sort != PhraseSort::Force) return;
  parts.force.country = origin.country;
  if (parts.claim.force) parts.claim.force->entity = origin.country;
  parts.claim.actor = Actor{tools_.story.to_text_span(origin.span), origin.country};
}

void VerbDrafts::infer_places(const ParsedSentence& sentence, std::uint32_t index, Parts& parts) {
  auto& claim = parts.claim;
  const auto& clause = sentence.clauses[index];
  // "where they are now": the place before the time chunk.
  if (clause.link == Link::Where && claim.at.empty()) {
    for (auto i = clause.verb; i-- > 0 && claim.at.empty();) {
      if (sentence.chunks[i].kind != ChunkKind::Noun || i == clause.subject) continue;
      claim.at = tools_.places.read(sentence, {i});
      if (claim.kind == ClaimKind::Movement) claim.kind = ClaimKind::Basing;
    }
  }
  // "sent soldiers to support Russia": the party helped is where they go, marked as inferred.
  if ((claim.kind == ClaimKind::Movement) && claim.destination.empty() && claim.at.empty()) {
    for (auto next = index + 1; next < sentence.clauses.size(); ++next) {
      const auto& purpose = sentence.clauses[next];
      if (purpose.governor != index || purpose.link != Link::Purpose || purpose.objects.empty()) continue;
      const auto lemma = sentence.chunks[purpose.verb].lemma;
      if (lemma == none || !is_one_of(tools_.story.lexicon.lemma(lemma), {"support", "help", "assist", "aid", "defend", "back", "reinforce", "bolster"})) continue;
      const auto& head = sentence.items[sentence.chunks[purpose.objects.front()].head];
      if (head.mention == none || tools_.story.mentions[head.mention].kind != gazetteer::MentionKind::Toponym) continue;
      // The name alone: in "to help Russia target Ukraine" the last name of the phrase is not the one helped.
      if (head.span != sentence.span_of(purpose.objects.front(), purpose.objects.front() + 1)) continue;
      claim.destination.push_back(tools_.places.from_mention(head.mention, PlaceMention::Toponym));
      claim.flags.emplace_back("destination-inferred");
      break;
    }
  }
  // "X sent": a state that sends its own sends from home.
  const bool sends = claim.kind == ClaimKind::Movement || claim.kind == ClaimKind::Transfer;
  if (!sends || !claim.origin.empty() || !parts.has_sender || clause.passive || parts.force.pronoun || parts.sender.sort != PhraseSort::Place) return;
  const auto& head = sentence.items[sentence.chunks[parts.sender.chunk].head];
  if (head.mention == none || story_kind(head.mention) != gazetteer::MentionKind::Toponym) return;
  auto origin = tools_.places.from_mention(head.mention, PlaceMention::Toponym);
  if (origin.precision != Precision::Country) return;
  const auto& country = tools_.nouns.country(head.mention);
  if (!parts.force.country.empty() && parts.force.country != country) return;
  for (const auto& place : claim.destination) {
    if (tools_.places.lies_in(place.place, origin.place) || place.place == origin.place) return;
  }
  claim.origin.push_back(std::move(origin));
  claim.flags.emplace_back("origin-from-sender");
}

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

bool VerbDrafts::worth_telling(const ParsedSentence& sentence, std::uint32_t index, const Parts& parts) const {
  const auto& claim = parts.claim;
  const auto& clause = sentence.clauses[index];
  const auto names = [](const std::vector<PlaceRef>& places) { return !places.empty(); };
  const bool place = names(claim.origin) || names(claim.destination) || names(claim.via) || names(claim.at);
  const bool toponym = [&] {
    for (const auto* list : {&claim.origin, &claim.destination, &claim.via, &claim.at}) {
      for (const auto& ref : *list) {
        if (ref.mention == PlaceMention::Toponym) return true;
      }
    }
    return false;
  }();
  const bool own_place = place && !(claim.destination.empty() && claim.at.empty() && claim.via.empty() &&
                                    std::find(claim.flags.begin(), claim.flags.end(), "origin-from-sender") != claim.flags.end());
  switch (claim.kind) {
    case ClaimKind::Transfer: return own_place || ((claim.quantity || parts.receiver != none) && claim.actor);
    case ClaimKind::Presence:
      if (parts.owns) return toponym && (claim.quantity || !parts.force.country.empty());
      [[fallthrough]];
    case ClaimKind::Basing: return !claim.at.empty() || (place && !claim.destination.empty()) || parts.alongside;
    case ClaimKind::Mobilisation: return true;
    default: break;
  }
  if (parts.state_moves) return toponym;
  if (!place && (parts.abstract_goal || parts.sender.sort == PhraseSort::Carrier)) return false;
  // "rushed to reinforce": haste, not a way.
  if (!place && clause.verb + 1 < sentence.chunks.size() && sentence.chunks[clause.verb + 1].kind == ChunkKind::Verb && sentence.chunks[clause.verb + 1].infinitive) return false;
  if (place) return own_place || claim.quantity.has_value() || clause.link == Link::Main || clause.link == Link::Governed;
  if (clause.link == Link::Relative || clause.link == Link::Reduced || clause.link == Link::Adjunct) return claim.quantity && claim.when;
  return (claim.quantity && !parts.force.pronoun) || claim.when || (!parts.force.country.empty() && !parts.force.pronoun);
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
  // A sense with a particle says more than the bare verb: "pulled out" before "pulled".
  for (const bool particle : {true, false}) {
    for (const auto sense : senses) {
      const auto& candidate = lexicon.senses()[sense];
      if (candidate.particle.empty() == particle || !has_particle(sentence, group, candidate)) continue;
      if (auto draft = make_with(sentence, index, candidate)) return draft;
    }
  }
  return make_light(sentence, index);
}

/// The words behind the verb are those of the sense; "*" stands for any one word ("made their way").
bool VerbDrafts::has_particle(const ParsedSentence& sentence, const Chunk& group, const VerbSense& sense) const {
  auto item = group.last;
  for (const auto& word : sense.particle) {
    if (item >= sentence.items.size() || (word != "*" && sentence.items[item].lower != word)) return false;
    ++item;
  }
  return true;
}

/// "made a push into", "carried out a redeployment to": the noun tells what the subject does.
std::optional<Draft> VerbDrafts::make_light(const ParsedSentence& sentence, std::uint32_t index) {
  const auto& clause = sentence.clauses[index];
  const auto& group = sentence.chunks[clause.verb];
  const auto& lexicon = tools_.story.lexicon;
  if (group.lemma == none || clause.passive || clause.objects.size() != 1 ||
      !is_one_of(lexicon.lemma(group.lemma), {"make", "carry", "conduct", "launch", "stage", "undertake", "mount", "execute", "attempt"})) {
    return std::nullopt;
  }
  const auto object = clause.objects.front();
  const auto* noun = sentence.items[sentence.chunks[object].head].word;
  if (noun == nullptr || noun->noun != NounClass::Nominal) return std::nullopt;
  if (object + 1 < sentence.chunks.size() && sentence.items[sentence.chunks[object + 1].first].lower == "of") return std::nullopt;
  for (const auto sense : lexicon.senses_of(noun->nominal_of)) {
    const auto& candidate = lexicon.senses()[sense];
    if (candidate.frame == Frame::Be || candidate.frame == Frame::Give || candidate.kind == ClaimKind::Transfer) continue;
    VerbSense light = candidate;
    light.frame = Frame::Go;
    light.rule = "light." + lexicon.lemma(noun->noun_lemma);
    return make_with(sentence, index, light);
  }
  return std::nullopt;
}

std::optional<Draft> VerbDrafts::make_with(const ParsedSentence& sentence, std::uint32_t index, const VerbSense& sense) {
  const auto& clause = sentence.clauses[index];
  auto status = read_status(tools_.story, sentence, index);
  bool claimed = status.claimed;
  if (clause.link == Link::Purpose && sense.frame != Frame::Find) {
    const auto governor = clause.governor == none ? none : sentence.chunks[sentence.clauses[clause.governor].verb].lemma;
    if (governor == none || tools_.story.lexicon.lemma(governor) != "use") claimed = false;
  }
  // "ordered 300 soldiers to X", "are due in X": the word that reports is itself one of planning.
  const auto* own_cue = tools_.story.lexicon.cue_of(sense.particle.empty() ? sense.lemma : sense.particle.front());
  const bool plans = own_cue != nullptr && !is_one_of(sense.lemma, {"go", "commit"}) && own_cue->role == CueRole::Control && (own_cue->status == ClaimStatus::Planned || own_cue->status == ClaimStatus::Conditional);
  if (plans && status.status == ClaimStatus::Reported) {
    status.status = own_cue->status;
    status.tense = Tense::Future;
    status.rules.push_back(own_cue->rule);
  }
  Parts parts;
  parts.claim.kind = sense.kind;
  if (!assign(sentence, clause, sense, parts)) return std::nullopt;
  auto& claim = parts.claim;
  claim.status = status.status;
  claim.rules.push_back(sense.rule);
  claim.rules.insert(claim.rules.end(), status.rules.begin(), status.rules.end());
  for (const auto& [item, rule] : status.cues) claim.cues.push_back({tools_.story.to_text_span(sentence.items[item].span), rule});
  if (status.hedged) claim.flags.emplace_back("hedged");
  if (claim.kind != ClaimKind::Transfer && !parts.state_moves) {
    claim.force = parts.force.force;
    if (parts.force.quantity) claim.quantity = parts.force.quantity;
    if (!claim.quantity && sense.frame == Frame::Muster && parts.moved.quantity != none) claim.quantity = tools_.to_quantity(parts.moved.quantity);
    if (parts.force.pronoun) claim.flags.emplace_back("pronoun-guess");
  }
  fill_actor(sentence, clause, sense, parts);
  read_places(sentence, clause, sense, parts);
  if (parts.alongside && claim.destination.empty() && claim.at.empty() && claim.kind == ClaimKind::Movement && sense.frame == Frame::Both) claim.kind = ClaimKind::Presence;
  infer_places(sentence, index, parts);
  read_activity(sentence, index, parts);
  claim.when = tools_.read_when(sentence, clause, status.tense, claim.flags);
  if (sense.frame == Frame::Reach && claim.destination.empty() && claim.via.empty() && claim.at.empty() && parts.force.pronoun) return std::nullopt;
  if (visits(sentence, clause)) return std::nullopt;
  if (plans && claim.destination.empty() && claim.at.empty()) return std::nullopt;
  if (!worth_telling(sentence, index, parts)) return std::nullopt;
  const bool somewhere = !claim.origin.empty() || !claim.destination.empty() || !claim.at.empty();
  if (!claimed && !somewhere && !claim.quantity && (claim.kind == ClaimKind::Movement || parts.force.pronoun)) return std::nullopt;
  mark_distribution(sentence, clause, parts);
  Draft draft;
  draft.sentence = sentence.sentence;
  draft.clause = index;
  draft.unclaimed = !claimed;
  draft.force_chunk = parts.moved.chunk;
  draft.trigger = sentence.items[sentence.chunks[clause.verb].head].span;
  draft.quote = quote_of(sentence, index);
  draft.materiel = parts.materiel;
  draft.tense = status.tense;
  bool pronoun_object = false;
  for (const auto object : clause.objects) pronoun_object = pronoun_object || sentence.items[sentence.chunks[object].head].tag == Tag::Pronoun;
  draft.anaphoric = pronoun_object || parts.moved.additional || parts.force.pronoun || parts.force.definite || (parts.force.entity != nullptr && parts.moved.definite);
  const auto left = clause.verb;
  draft.restrictive = clause.link == Link::Reduced && left > 0 && sentence.chunks[left - 1].kind == ChunkKind::Noun;
  if (claimed && (parts.force.entity != nullptr || parts.force.found)) remember(sentence, parts, claim);
  if (claimed && claim.actor && !claim.actor->entity.empty()) tools_.discourse.set_actor(*claim.actor, sentence.sentence);
  draft.claim = std::move(claim);
  return draft;
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
  if (!claim.actor && parts.force.owner) claim.actor = parts.force.owner;
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
  if (entity == nullptr) return;
  if (!places.empty()) entity->places = places;
  if (entity->country.empty() && claim.actor) entity->actor_text_country = claim.actor->entity;
}

}  // namespace dateline::claims::detail
