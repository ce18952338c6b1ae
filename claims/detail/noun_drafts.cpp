#include "claims/detail/draft.hpp"

#include <algorithm>

#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

void take_owner(const ResolvedForce& force, Claim& claim) {
  if (!force.owner) return;
  claim.actor = force.owner;
  claim.flags.emplace_back("actor-from-owner");
}

Draft draft_of_noun(const ParsedSentence& sentence, Claim claim, const ResolvedForce& force, std::uint32_t chunk, Span trigger) {
  claim.force = force.force;
  claim.quantity = force.quantity;
  take_owner(force, claim);
  if (!claim.actor && !force.country.empty()) claim.actor = Actor{force.force.span, force.country};
  Draft draft;
  draft.sentence = sentence.sentence;
  draft.force_chunk = chunk;
  draft.trigger = trigger;
  draft.tense = Tense::Present;
  draft.claim = std::move(claim);
  return draft;
}

namespace {

struct Governing {
  std::uint32_t clause = none;
  bool supports = false;
};

/// The clause whose verb takes the noun phrase as object or subject.
Governing governing_clause(const Story& story, const ParsedSentence& sentence, std::uint32_t chunk) {
  Governing governing;
  for (std::uint32_t i = 0; i < sentence.clauses.size(); ++i) {
    const auto& clause = sentence.clauses[i];
    bool argument = clause.subject == chunk;
    for (const auto object : clause.objects) argument = argument || object == chunk;
    // "showing the movement of ships, and large gatherings ...": a later member of the list of objects.
    const bool near = clause.verb < chunk && chunk <= clause.verb + 12 && governing.clause == none;
    if (!argument && !near) continue;
    const auto& group = sentence.chunks[clause.verb];
    const auto lemma = group.lemma == none ? std::string_view{} : std::string_view(story.lexicon.lemma(group.lemma));
    // "agreed to the departure of", "called for the withdrawal of"
    const auto* cue = lemma.empty() ? nullptr : story.lexicon.cue_of(lemma);
    const bool phrase = near && cue != nullptr && (cue->role == CueRole::Control || cue->role == CueRole::Irrealis) && chunk <= clause.verb + 2;
    if (argument || phrase || story.lexicon.is(WordSet::Supporting, lemma)) {
      governing.clause = i;
      governing.supports = story.lexicon.is(WordSet::Supporting, lemma) || phrase || (group.copula && clause.subject == none);
    }
    // "The army said the transfer of the battalion had been completed": the verb it is the subject of tells more.
    if (clause.subject == chunk) break;
  }
  return governing;
}

/// "Eritrea's withdrawal of two divisions": counted formations of a named country are soldiers.
void admit_formation(const ParsedSentence& sentence, std::uint32_t nominal, NounPhrase& moved) {
  const auto* head = sentence.items[sentence.chunks[moved.chunk].head].word;
  if (moved.sort != PhraseSort::Other || moved.echelon == none || head == nullptr || (head->noun != NounClass::Unit && head->noun != NounClass::Loose)) return;
  const auto& chunk = sentence.chunks[nominal];
  for (auto i = chunk.first; i < chunk.last; ++i) {
    if (sentence.items[i].mention != none || (sentence.items[i].word != nullptr && sentence.items[i].word->modifier)) moved.sort = PhraseSort::Force;
  }
}

}  // namespace

std::optional<Draft> NounDrafts::make_under_way(const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& chunks = sentence.chunks;
  const auto& moved = tools_.nouns.analyse(sentence, chunk);
  auto i = moved.last_chunk;
  if (moved.sort != PhraseSort::Force && moved.sort != PhraseSort::Vehicle) return std::nullopt;
  if (i + 3 >= chunks.size() || chunks[i].kind != ChunkKind::Preposition || chunks[i + 1].kind != ChunkKind::Noun) return std::nullopt;
  const auto& preposition = sentence.items[chunks[i].last - 1].lower;
  const auto& noun = sentence.items[chunks[i + 1].head];
  if (!(preposition == "en" && noun.lower == "route") && !(preposition == "on" && noun.lower == "way")) return std::nullopt;
  const auto trigger = noun.span;
  Claim claim;
  claim.kind = ClaimKind::Movement;
  claim.status = ClaimStatus::Ongoing;
  claim.rules.emplace_back("noun.under-way");
  for (i += 2; i + 1 < chunks.size() && chunks[i].kind == ChunkKind::Preposition && chunks[i + 1].kind == ChunkKind::Noun; i += 2) {
    const auto role = role_of(sentence.items[chunks[i].last - 1].lower, Frame::Go, claim.kind);
    auto found = tools_.places.read(sentence, {i + 1});
    auto& list = role == PlaceRole::Origin ? claim.origin : role == PlaceRole::Via ? claim.via : claim.destination;
    if (role != PlaceRole::None) list.insert(list.end(), found.begin(), found.end());
  }
  const auto force = tools_.resolve(sentence, moved, false);
  if (!force.found || (claim.destination.empty() && claim.origin.empty())) return std::nullopt;
  auto draft = draft_of_noun(sentence, std::move(claim), force, chunk, trigger);
  draft.quote = sentence.span_of(chunk, i);
  return draft;
}

std::optional<Draft> NounDrafts::make(const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& story = tools_.story;
  const auto& head = sentence.items[sentence.chunks[chunk].head];
  if (head.word == nullptr || head.word->noun != NounClass::Nominal || head.tag != Tag::Noun) return std::nullopt;
  const auto& senses = story.lexicon.senses_of(head.word->nominal_of);
  const VerbSense* sense = !senses.empty() ? &story.lexicon.senses()[senses.front()] : nullptr;
  if (sense == nullptr || sense->frame == Frame::Give) return std::nullopt;

  Claim claim;
  claim.kind = sense->kind;
  // The force: "of N troops", else "troop" or a nationality before the noun, else "by X".
  ResolvedForce force;
  NounPhrase moved;
  bool by_state = false;
  bool state_withdraws = false;
  bool possessor_known = false;   ///< "the column's entry"
  bool of_own = false;   ///< "their departure"
  std::uint32_t last = chunk + 1;
  std::uint32_t i = chunk + 1;
  std::vector<std::pair<std::string, std::uint32_t>> phrases;
  std::vector<std::uint32_t> times;
  while (i < sentence.chunks.size()) {
    const auto kind = sentence.chunks[i].kind;
    if (kind == ChunkKind::Time) {
      times.push_back(i);
      last = ++i;
      continue;
    }
    if (kind != ChunkKind::Preposition || i + 1 >= sentence.chunks.size() || sentence.chunks[i + 1].kind != ChunkKind::Noun) break;
    phrases.emplace_back(sentence.items[sentence.chunks[i].last - 1].lower, i + 1);
    i += 2;
    while (i + 1 < sentence.chunks.size() && (sentence.chunks[i].kind == ChunkKind::Conjunction || sentence.chunks[i].kind == ChunkKind::Comma) &&
           sentence.chunks[i + 1].kind == ChunkKind::Noun && sentence.items[sentence.chunks[i + 1].head].mention != none) {
      i += 2;
    }
    last = i;
  }
  for (const auto& [word, noun] : phrases) {
    if (word == "of" && !force.found) {
      moved = tools_.nouns.analyse(sentence, noun);
      // "the stationing of drones at X": weapons that have a base.
      if (moved.sort == PhraseSort::Materiel && moved.head == "drone" && sense->frame == Frame::Place) moved.sort = PhraseSort::Vehicle;
      if (moved.sort == PhraseSort::Materiel || moved.sort == PhraseSort::People || moved.harmed) return std::nullopt;
      admit_formation(sentence, chunk, moved);
      // "the landing of two military aircraft"; but "the movement of naval vessels" tells of no way.
      force = tools_.resolve(sentence, moved, moved.military && sense->lemma != "move");
      if (force.found && moved.weak && !moved.military) return std::nullopt;
    } else if (word == "by") {
      const auto& agent = tools_.nouns.analyse(sentence, noun);
      if (auto actor = tools_.to_actor(sentence, agent)) {
        claim.actor = std::move(actor);
        by_state = agent.sort == PhraseSort::State || agent.sort == PhraseSort::Place || agent.sort == PhraseSort::Force;
      }
      // "a first visit by French instructors to training centres": of a way of going, those who go.
      const bool goes = sense->frame == Frame::Go || sense->frame == Frame::Both || sense->frame == Frame::Reach || sense->frame == Frame::Quit;
      if (!force.found && goes && (agent.sort == PhraseSort::Force || agent.sort == PhraseSort::Vehicle) && !agent.harmed) {
        moved = agent;
        force = tools_.resolve(sentence, moved, false);
        claim.actor.reset();
      }
    }
  }
  auto own = tools_.nouns.analyse(sentence, chunk);
  const auto& group = sentence.chunks[chunk];
  if (!force.found) {
    for (auto item = group.first; item < group.head; ++item) {
      const auto* word = sentence.items[item].word;
      const bool possessor = word != nullptr && word->noun == NounClass::Unit && item + 1 < group.head && sentence.items[item + 1].tag == Tag::Possessive;  // "the contingent's departure"
      if (word == nullptr || (word->noun != NounClass::Force && !possessor)) continue;
      possessor_known = item + 1 < group.head && sentence.items[item + 1].tag == Tag::Possessive && own.definite;
      force.found = true;
      force.force.span = story.to_text_span(sentence.items[item].span);
      force.force.type = sentence.items[item].lower;
      force.country = own.country;
      force.force.entity = own.country;
    }
  }
  // "their forces had completed their withdrawal", "Russia's withdrawal from Kherson"
  const auto possessed = governing_clause(story, sentence, chunk);
  if (!force.found && own.own && possessed.clause != none && sentence.clauses[possessed.clause].subject != none) {
    moved = tools_.nouns.analyse(sentence, sentence.clauses[possessed.clause].subject);
    force = tools_.resolve(sentence, moved, false);
  }
  // "Their own departure is tied to the truce": of the force told of just before.
  const bool attack = is_one_of(head.lower, {"push", "thrust", "surge"});
  if (!force.found && own.own && !attack && (claim.kind == ClaimKind::Movement || claim.kind == ClaimKind::Withdrawal)) {
    const auto& opening = sentence.items[group.first];
    auto* told = tools_.discourse.before(head.span.start, sentence.sentence);
    // "the destroyer had fired on its passage through the strait"
    if (auto* one = opening.lower == "its" ? tools_.discourse.collective(head.span.start, sentence.sentence) : nullptr; one != nullptr) told = one;
    if (told != nullptr && told->last_sentence + 1 >= sentence.sentence && is_one_of(opening.lower, {"their", "its"}) && !tools_.discourse.follows_rival(head.span.start, sentence.sentence)) {
      force.found = true;
      force.entity = told;
      force.force.span = story.to_text_span(opening.span);
      force.country = force.force.entity = told->country.empty() ? told->actor_text_country : told->country;
      of_own = true;
    }
  }
  // "welcomed the departure from X": of those told of, where a place is named that they leave.
  const bool from_place = std::any_of(phrases.begin(), phrases.end(), [&](const auto& entry) { return entry.first == "from" && sentence.items[sentence.chunks[entry.second].head].mention != none; });
  if (!force.found && claim.kind == ClaimKind::Withdrawal && from_place && own.country.empty() && sentence.items[group.first].lower == "the" && group.last == group.first + 2) {
    auto* told = tools_.discourse.before(head.span.start, sentence.sentence);
    if (told != nullptr && !told->weak && !tools_.discourse.follows_rival(head.span.start, sentence.sentence)) {
      force.found = of_own = true;
      force.entity = told;
      force.country = force.force.entity = told->country.empty() ? told->actor_text_country : told->country;
    }
  }
  // "Kenya's deployment to Haiti": only soldiers are deployed by states.
  const bool deploys = is_one_of(head.lower, {"deployment", "redeployment", "invasion", "incursion"});
  if (!force.found && (claim.kind == ClaimKind::Withdrawal || deploys) && !own.country.empty()) by_state = state_withdraws = true;
  const bool gathering = claim.kind == ClaimKind::Presence;
  // "will double its presence in Cabo Delgado", "France's presence in the Sahel": soldiers, in a story of soldiers.
  if (!force.found && gathering && !by_state && tools_.tells_of_forces()) {
    if (own.own) claim.actor = tools_.owner_of(sentence, chunk);
    const bool owned = std::any_of(sentence.items.begin() + group.first, sentence.items.begin() + group.head, [](const Item& item) { return item.tag == Tag::Possessive || (item.word != nullptr && item.word->modifier); });
    by_state = (own.own && claim.actor) || (owned && !own.country.empty());
  }
  if (!force.found && claim.kind == ClaimKind::Mobilisation) return make_muster(sentence, chunk, *sense);
  if (!force.found && !((gathering || state_withdraws) && by_state)) return std::nullopt;
  if (force.pronoun) return std::nullopt;

  const auto governing = governing_clause(story, sentence, chunk);
  ClauseStatus status;
  bool claimed = true;
  if (governing.clause != none) {
    status = read_status(story, sentence, governing.clause);
    const auto lemma = sentence.chunks[sentence.clauses[governing.clause].verb].lemma;
    const auto* cue = lemma == none ? nullptr : story.lexicon.cue_of(story.lexicon.lemma(lemma));
    if (cue != nullptr && cue->role == CueRole::Irrealis) claimed = false;
    if (cue != nullptr && cue->role == CueRole::Control && status.status == ClaimStatus::Reported && cue->status != ClaimStatus::Reported) {
      status.status = cue->status;
      status.cues.emplace_back(sentence.chunks[sentence.clauses[governing.clause].verb].head, cue->rule);
      status.rules.push_back(cue->rule);
      if (cue->status == ClaimStatus::Planned) status.tense = Tense::Future;
    }
    claimed = claimed && status.claimed && sentence.clauses[governing.clause].link != Link::Purpose;
  }
  for (const auto& [word, noun] : phrases) {
    const auto role = word == "in" && sense->frame != Frame::Place ? PlaceRole::Destination : role_of(word, sense->frame, claim.kind);
    if (role == PlaceRole::None) continue;
    std::vector<std::uint32_t> nouns{noun};
    for (auto next = noun + 1; next + 1 < sentence.chunks.size() && next < last; ++next) {
      if (sentence.chunks[next].kind == ChunkKind::Preposition) break;
      if (sentence.chunks[next].kind == ChunkKind::Noun) nouns.push_back(next);
    }
    auto found = tools_.places.read(sentence, nouns);
    std::erase_if(found, [&](const PlaceRef& place) {
      const auto same = [&](const PlaceRef& other) { return other.span == place.span; };
      return std::any_of(claim.origin.begin(), claim.origin.end(), same) || std::any_of(claim.destination.begin(), claim.destination.end(), same);
    });
    auto& list = role == PlaceRole::Destination ? claim.destination : role == PlaceRole::Origin ? claim.origin : role == PlaceRole::Via ? claim.via : claim.at;
    list.insert(list.end(), found.begin(), found.end());
  }
  for (auto* list : {&claim.origin, &claim.destination, &claim.via, &claim.at}) drop_containers(*list, tools_.places);
  for (const auto time : times) {
    const auto index = sentence.items[sentence.chunks[time].first].time;
    if (!claim.when && !tools_.dates_speech(index)) claim.when = tools_.resolve_when(index, status.tense, claim.flags);
  }
  // "Their withdrawal to Tbilisi began on Friday"
  if (!claim.when && governing.clause != none && governing.supports && sentence.clauses[governing.clause].subject == chunk) claim.when = tools_.read_when(sentence, sentence.clauses[governing.clause], status.tense, claim.flags);
  const bool place = !claim.origin.empty() || !claim.destination.empty() || !claim.at.empty();
  const bool specific = claim.when || force.quantity;
  const auto named = [](const std::vector<PlaceRef>& list) {
    return std::any_of(list.begin(), list.end(), [](const PlaceRef& ref) { return ref.mention == PlaceMention::Toponym; });
  };
  // "Poland announced the deployment of 500 soldiers", "Ankara denied the dispatch of troops": its own.
  if (force.found && force.country.empty() && own.country.empty() && !claim.actor && governing.clause != none && sentence.clauses[governing.clause].subject != none &&
      sentence.clauses[governing.clause].subject < chunk) {
    const auto& subject = tools_.nouns.analyse(sentence, sentence.clauses[governing.clause].subject);
    if (subject.sort == PhraseSort::State || subject.sort == PhraseSort::Place || (subject.sort == PhraseSort::Force && subject.chunk != moved.chunk)) {
      claim.actor = tools_.to_actor(sentence, subject);
      if (claim.actor) force.country = force.force.entity = claim.actor->entity;
    }
  }
  // "President Putin ordered the mobilisation of 300,000 reservists"
  if (claim.kind == ClaimKind::Mobilisation && !claim.actor && governing.clause != none && !sentence.clauses[governing.clause].passive) claim.actor = authority(sentence, sentence.clauses[governing.clause].subject);
  // "the arrival of columns from Misrata": who and where are enough.
  const bool told = ((force.found && (moved.chunk != none || of_own)) || (deploys && by_state)) && (named(claim.origin) || named(claim.destination) || named(claim.at) || (deploys && by_state && !claim.destination.empty()));
  // "no date for the pull-out of the 5,000 Chadian soldiers": whose it is, is argument enough; what nobody says to be done is a plan.
  const auto* told_before = possessor_known ? tools_.discourse.before(head.span.start, sentence.sentence) : nullptr;
  const bool near_told = told_before != nullptr && told_before->last_sentence + 1 >= sentence.sentence && governing.clause != none;
  const bool of_known = (force.found && moved.chunk != none && moved.chunk > chunk && !moved.weak && (force.quantity || !force.country.empty())) || near_told;
  if (of_known && !told && !place && governing.clause == none && status.status == ClaimStatus::Reported) {
    status.status = ClaimStatus::Planned;
    status.rules.emplace_back("status.bare-noun");
  }
  // "had not noticed any movement of troops"
  const bool none_seen = status.status == ClaimStatus::Denied && is_one_of(sentence.items[group.first].lower, {"any", "no"});
  if (claimed && !of_known && !(governing.supports && (place || specific || status.status == ClaimStatus::Planned || none_seen)) && !(place && specific) && !told) return std::nullopt;
  const auto& of_state = deploys ? claim.destination : claim.origin;
  // "the biggest American deployment to the region"
  const bool somewhere = deploys ? !of_state.empty() : named(of_state);
  if ((gathering && !place) || (state_withdraws && !somewhere)) return std::nullopt;

  claim.status = status.status;
  claim.rules.push_back("noun." + story.lexicon.lemma(head.word->noun_lemma));
  claim.rules.insert(claim.rules.end(), status.rules.begin(), status.rules.end());
  for (const auto& [item, rule] : status.cues) claim.cues.push_back({story.to_text_span(sentence.items[item].span), rule});
  if (force.found) claim.force = force.force;
  if (force.quantity) claim.quantity = force.quantity;
  if (!claim.actor) take_owner(force, claim);
  if (!claim.actor) {
    const auto& country = !force.country.empty() ? force.country : own.country;
    if (!country.empty()) claim.actor = Actor{force.found ? force.force.span : story.to_text_span(own.span), country};
  }
  Draft draft;
  draft.sentence = sentence.sentence;
  draft.force_chunk = moved.chunk;
  draft.trigger = head.span;
  std::uint32_t first = chunk;
  if (governing.clause != none && governing.supports) {
    const auto verb = sentence.clauses[governing.clause].verb;
    const auto outer = sentence.clauses[governing.clause].governor;
    if (verb + 1 == chunk) first = outer != none && sentence.clauses[outer].verb + 1 == verb ? sentence.clauses[outer].verb : verb;
    if (verb >= last && verb <= last + 1) last = verb + 1;
  }
  draft.quote = sentence.span_of(first, last);
  draft.tense = status.tense;
  draft.anaphoric = force.definite;
  draft.unclaimed = !claimed;
  if (claimed && claim.actor && !claim.actor->entity.empty()) tools_.discourse.set_actor(*claim.actor, sentence.sentence, false);
  draft.claim = std::move(claim);
  return draft;
}

}  // namespace dateline::claims::detail
