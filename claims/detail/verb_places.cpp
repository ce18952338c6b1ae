#include <algorithm>

#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

/// "20 km", "230 miles": the words in front of "from X" and "south of X".
bool is_measure(const ParsedSentence& sentence, std::uint32_t chunk) {
  return sentence.chunks[chunk].kind == ChunkKind::Noun &&
         is_one_of(sentence.items[sentence.chunks[chunk].head].lower, {"km", "kilometres", "kilometers", "miles", "metres", "meters", "yards", "mile", "kilometre", "kilometer", "leagues", "blocks"});
}

/// "the army barracks": a place, though it is called after soldiers.
bool is_kind_of_place(const ParsedSentence& sentence, std::uint32_t noun) {
  const auto* word = sentence.items[sentence.chunks[noun].head].word;
  return word != nullptr && (word->place || word->noun == NounClass::Descriptive);
}

}  // namespace

/// "to the battlegroup in X", "to the African Union mission": soldiers go to soldiers.
bool VerbDrafts::meets_force(const ParsedSentence& sentence, std::uint32_t noun) {
  const auto phrase = tools_.nouns.analyse(sentence, noun);
  const auto& head = sentence.items[sentence.chunks[noun].head].lower;
  return phrase.sort == PhraseSort::Force || phrase.sort == PhraseSort::State || is_one_of(head, {"mission", "force", "fleet", "operation", "command", "contingent", "unit", "group"});
}

/// Where the phrases of a clause say that the force goes, comes from or is.
void VerbDrafts::read_places(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  auto& claim = parts.claim;
  const bool transfer = claim.kind == ClaimKind::Transfer;
  // "crossed the canal", "crossed at Goris": on the way, and no goal.
  const bool passes = tools_.story.lexicon.is(WordSet::Pass, sense.lemma);
  const Phrase* previous = nullptr;
  std::uint32_t previous_found = none;  // the last chunk of the phrase that named a place before this one
  for (const auto& phrase : clause.phrases) {
    const auto& chunk = sentence.chunks[phrase.preposition];
    const auto& word = sentence.items[chunk.last - 1].lower;
    const auto& first = sentence.items[chunk.first].lower;
    if (word == "alongside" || (word == "with" && meets_force(sentence, phrase.nouns.front()))) parts.alongside = true;
    if (word == "from" && sense.frame == Frame::Find) {
      if (parts.force.country.empty()) take_nationality(sentence, phrase.nouns.front(), parts);
      if (tools_.nouns.analyse(sentence, phrase.nouns.front()).sort == PhraseSort::Force) continue;  // "officers from the army": no place
    }
    // "out of", "south of": two words, of which the first tells.
    auto preposition = word == "of" && first != "of" ? first + " of" : first == "from" ? first : first == "as" ? std::string("as far as") : word == "board" ? std::string("aboard") : word == "to" && is_one_of(first, {"next", "close"}) ? std::string("near") : word;  // "from across the line"
    if (first == "according" || first == "because") break;
    if (sense.frame == Frame::Find && tools_.story.lexicon.is(WordSet::Stock, sentence.items[sentence.chunks[phrase.nouns.front()].head].lower)) break;
    if (word == "for") {
      // "parked for a week in X"
      if (is_one_of(sentence.items[sentence.chunks[phrase.nouns.front()].head].lower, {"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minutes", "night", "nights", "time", "decade",
                                                                                       "decades", "while", "now", "good"})) continue;
      // "for training in X": the place belongs to the purpose.
      const auto purpose = tools_.nouns.analyse(sentence, phrase.nouns.front());
      const auto& goal = sentence.items[sentence.chunks[phrase.nouns.front()].head];
      const bool mission = is_one_of(goal.lower, {"mission", "force", "operation", "contingent"});
      if (!names_state(purpose) && !is_kind_of_place(sentence, phrase.nouns.front()) && !(goal.tag == Tag::Name && goal.force == nullptr) && !mission) break;
    }
    // "on a mission in X", "with soldiers in X", "in four brigades": not places of the movement.
    auto role = role_of(preposition, sense.frame, claim.kind);
    // "left their base at Tartus": where the base is.
    if (sense.frame == Frame::Quit && role == PlaceRole::Destination && !clause.objects.empty() && sentence.items[sentence.chunks[phrase.nouns.front()].head].lower != "direction" && !is_one_of(word, {"to", "into", "for", "towards", "toward", "onto"})) continue;
    // "were 230 miles from X"
    if ((role == PlaceRole::None || sense.frame == Frame::Find) && word == "from" && phrase.preposition > 0 && is_measure(sentence, phrase.preposition - 1)) role = PlaceRole::At;
    // "camped by the airfield"
    if (role == PlaceRole::None && word == "by" && sense.frame == Frame::Stay && !clause.passive) role = PlaceRole::At;
    if (passes && role == PlaceRole::Destination && !is_one_of(word, {"to", "into", "onto", "towards", "toward", "for"})) role = PlaceRole::Via;
    // "remains confined to its bases"
    const auto state = clause.verb + 1;
    if (sense.lemma == "confine" && word == "to") role = PlaceRole::At;
    if (sense.frame == Frame::Stay && role == PlaceRole::Destination && word == "to" && state < sentence.chunks.size() && sentence.chunks[state].kind == ChunkKind::Verb && sentence.chunks[state].passive) role = PlaceRole::At;
    // "crossed into Somalia on the way to Kismayo": where they go in the end.
    const bool later = phrase.preposition > 0 && sentence.items[sentence.chunks[phrase.preposition - 1].last - 1].lower == "way";
    if (later && role == PlaceRole::Destination && !claim.destination.empty()) continue;
    if (role == PlaceRole::Via && !is_one_of(word, {"via", "through"}) && claim.kind != ClaimKind::Movement && claim.kind != ClaimKind::Withdrawal) role = PlaceRole::At;
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
    // "rolled over the causeway", "ventured out of the ravine"
    const bool goes = sense.frame == Frame::Go && clause.objects.empty();  // but "pulled down a statue"
    const bool path = is_one_of(preposition, {"into", "onto", "across", "through", "out of", "past", "along", "towards", "toward"}) || (first == "on" && word == "to") ||
                      (goes && is_one_of(preposition, {"over", "off", "up", "down", "around", "behind"}));
    // "parked outside the council", "camped beside the stadium"
    const bool site = role == PlaceRole::At && is_one_of(preposition, {"outside", "near", "behind", "opposite", "beside", "along", "around", "inside", "facing", "beneath", "atop"});
    if (found.empty() && (path || site) && !transfer && !parts.state_moves) {
      if (auto scene = tools_.places.read_scene(sentence, phrase.nouns.front())) found.push_back(std::move(*scene));
    }
    if (found.empty() && is_one_of(preposition, {"to", "into", "from", "out of"}) && !meets_force(sentence, phrase.nouns.front())) parts.abstract_goal = true;
    // "from Air Base 101 in Niamey to Y"
    if (is_one_of(word, {"in", "at", "near", "on"}) && role == PlaceRole::Destination && previous_found != none && phrase.preposition == previous_found + 1 && claim.destination.empty()) continue;
    // "out of Zagan in Poland": the second place only says which the first is.
    if (word == "in" && previous_found != none && phrase.preposition == previous_found + 1) {
      std::erase_if(found, [&](const PlaceRef& place) {
        for (const auto* list : {&claim.origin, &claim.destination, &claim.via, &claim.at}) {
          if (!list->empty() && tools_.places.lies_in(list->back().place, place.place)) return true;
        }
        return false;
      });
    }
    if (!found.empty()) previous_found = phrase.nouns.back();
    if (word == "near" || (word == "of" && first != "out")) {
      for (auto& place : found) place.qualifier = preposition;
    }
    // "shared a base with soldiers in X": where the others are.
    if (previous != nullptr && sentence.items[sentence.chunks[previous->preposition].last - 1].lower == "with" && meets_force(sentence, previous->nouns.front())) found.clear();
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
    // "abandoned it", "will not enter it"
    if (found.empty() && sense.frame != Frame::Join && sentence.items[sentence.chunks[clause.objects.front()].head].lower == "it") {
      if (auto scene = tools_.places.read_scene(sentence, clause.objects.front())) found.push_back(std::move(*scene));
    }
    auto& list = sense.frame == Frame::Quit ? claim.origin : passes ? claim.via : claim.destination;
    std::erase_if(found, [&](const PlaceRef& place) { return std::any_of(list.begin(), list.end(), [&](const PlaceRef& other) { return other.span == place.span; }); });
    list.insert(list.end(), found.begin(), found.end());
  }
  // "surrounded the parliament", "patrolled the border"
  if (sense.frame == Frame::Stay && !clause.passive && claim.at.empty() && !clause.objects.empty() && clause.objects.front() != parts.moved.chunk &&
      (tools_.nouns.analyse(sentence, clause.objects.front()).sort != PhraseSort::Force || is_kind_of_place(sentence, clause.objects.front()))) {
    claim.at = tools_.places.read(sentence, clause.objects);
    if (claim.at.empty()) {  // "surrounded the house"
      if (auto scene = tools_.places.read_scene(sentence, clause.objects.front())) claim.at.push_back(std::move(*scene));
    }
  }
  // "the outpost houses 350 men": who houses is where.
  if (tools_.story.lexicon.is(WordSet::House, sense.lemma) && !clause.passive && claim.at.empty() && parts.has_sender && clause.subject != none && (parts.sender.sort == PhraseSort::Other || parts.sender.sort == PhraseSort::Place)) {
    claim.at = tools_.places.read(sentence, {clause.subject});
    if (sentence.items[sentence.chunks[clause.subject].head].lower == "each") claim.at.push_back(*tools_.places.read_scene(sentence, clause.subject));
  }
  // "the soldiers in Gao are to be withdrawn": where they are is where they come from.
  const bool leaves = claim.kind == ClaimKind::Withdrawal || sense.frame == Frame::Quit;
  if (leaves && claim.origin.empty() && parts.moved.chunk != none && parts.moved.chunk == clause.subject && parts.moved.last_chunk + 1 < clause.verb) {
    const auto next = parts.moved.last_chunk;
    if (sentence.chunks[next].kind == ChunkKind::Preposition && sentence.chunks[next + 1].kind == ChunkKind::Noun &&
        role_of(sentence.items[sentence.chunks[next].last - 1].lower, Frame::Stay, claim.kind) == PlaceRole::At) {
      claim.origin = tools_.places.read(sentence, {next + 1});
    }
    // "the troops deployed in Dolow will not be withdrawn"
    for (const auto& other : sentence.clauses) {
      if (!claim.origin.empty() || other.link != Link::Reduced || other.subject != clause.subject || other.verb > clause.verb) continue;
      for (const auto& phrase : other.phrases) {
        if (claim.origin.empty() && role_of(sentence.items[sentence.chunks[phrase.preposition].last - 1].lower, Frame::Stay, claim.kind) == PlaceRole::At) claim.origin = tools_.places.read(sentence, phrase.nouns);
      }
    }
  }
  // "UN peacekeepers at the crossing remain": behind the subject.
  const bool stays = sense.frame == Frame::Stay || sense.frame == Frame::Be;
  if (stays && claim.at.empty() && parts.moved.chunk != none && parts.moved.chunk == clause.subject && clause.subject < clause.verb && parts.moved.last_chunk + 1 < clause.verb) {
    const auto next = parts.moved.last_chunk;
    if (sentence.chunks[next].kind == ChunkKind::Preposition && sentence.chunks[next + 1].kind == ChunkKind::Noun &&
        role_of(sentence.items[sentence.chunks[next].last - 1].lower, Frame::Stay, claim.kind) == PlaceRole::At) {
      claim.at = tools_.places.read(sentence, {next + 1});
    }
  }
  // "reinforced Kupiansk with two battalions"
  if (sense.frame == Frame::Swell) {
    auto found = tools_.places.read(sentence, clause.passive ? std::vector<std::uint32_t>{clause.subject} : clause.objects);
    std::erase_if(found, [&](const PlaceRef& place) {
      return std::any_of(claim.destination.begin(), claim.destination.end(), [&](const PlaceRef& other) { return other.span == place.span; });
    });
    claim.destination.insert(claim.destination.begin(), found.begin(), found.end());
  }
  // "Poland hosts 10,000 US soldiers"; but "Poland has 200,000 soldiers" tells how large its army is.
  if (sense.frame == Frame::Own && claim.at.empty() && names_state(parts.sender)) {
    const bool foreign = !parts.moved.country.empty() && tools_.to_actor(sentence, parts.sender)->entity != parts.moved.country;
    auto home = foreign || (sense.lemma == "host" && parts.moved.country.empty()) ? tools_.places.read_party(sentence, parts.sender.chunk) : std::vector<PlaceRef>{};
    if (home.size() == 1 && home.front().mention == PlaceMention::Toponym) claim.at = std::move(home);
  }
  // "From Aden the brigade marched": in front of the subject.
  if (claim.origin.empty() && claim.kind != ClaimKind::Transfer && sentence.chunks.size() > 3 && sentence.chunks[0].kind == ChunkKind::Preposition &&
      sentence.items[sentence.chunks[0].last - 1].lower == "from" && sentence.chunks[1].kind == ChunkKind::Noun && sentence.chunks[2].kind != ChunkKind::Preposition &&
      (clause.subject == 2 || clause.subject == 3)) {
    claim.origin = tools_.places.read(sentence, {1});
  }
  // "Behind the lines there are ...", "In Goma, soldiers are ...": but not "appears to have halted"
  const bool raises = clause.verb + 1 < sentence.chunks.size() && sentence.chunks[clause.verb + 1].infinitive;
  if (claim.at.empty() && !raises && (sense.frame == Frame::Be || sense.frame == Frame::Stay) && sentence.chunks.size() > 2 && sentence.chunks[0].kind == ChunkKind::Preposition &&
      sentence.chunks[1].kind == ChunkKind::Noun && clause.verb > 1) {
    claim.at = tools_.places.read(sentence, {1});
  }
  const bool vague = std::all_of(claim.at.begin(), claim.at.end(), [](const PlaceRef& place) { return place.mention == PlaceMention::Descriptive; });
  if (clause.link == Link::Where && vague && clause.antecedent_place != none) {
    auto found = tools_.places.read(sentence, {clause.antecedent_place});
    if (found.empty()) {
      // The clause before names the place: "to the port of X between 8 and 13, where".
      for (auto i = clause.verb; i-- > 0 && found.empty();) {
        if (sentence.chunks[i].kind == ChunkKind::Noun) found = tools_.places.read(sentence, {i});
      }
    }
    claim.at = std::move(found);
  }
  // "pulled back from several posts along the border": the border says where the posts are.
  if (claim.kind == ClaimKind::Withdrawal && !claim.origin.empty()) {
    std::erase_if(claim.at, [](const PlaceRef& place) { return place.mention == PlaceMention::Descriptive; });
  }
  // "crossed the frontier into Niger": the goal tells more than what was crossed.
  if (!claim.destination.empty() && passes) {
    std::erase_if(claim.via, [](const PlaceRef& place) { return place.mention == PlaceMention::Descriptive; });
  }
  read_home(sentence, clause, sense, claim);
  for (auto* list : {&claim.origin, &claim.destination, &claim.via, &claim.at}) drop_containers(*list, tools_.places);
}

/// "flew to Beijing for talks", "arrived for the parade": people on a visit.
bool VerbDrafts::visits(const ParsedSentence& sentence, const Clause& clause, const Parts& parts) const {
  const bool ship = parts.moved.sort == PhraseSort::Vehicle || parts.moved.sort == PhraseSort::Carrier;  // a port visit
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](const Phrase& phrase) {
    const auto& word = sentence.items[sentence.chunks[phrase.preposition].last - 1].lower;
    const auto& event = sentence.items[sentence.chunks[phrase.nouns.front()].head].lower;
    if (word == "to" && is_one_of(event, {"match", "game", "wedding", "funeral", "ceremony", "parade", "hospital", "concert", "final"})) return true;
    if (word != "for" || (ship && event == "visit")) return false;
    return tools_.story.lexicon.is(WordSet::Visit, event);
  });
}

/// "returned home", "are stationed there", "flew the men home from Gao": a place without a name.
void VerbDrafts::read_home(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Claim& claim) const {
  const bool moves = sense.frame == Frame::Go || sense.frame == Frame::Both || sense.frame == Frame::Cause || sense.frame == Frame::Reach;
  if (!claim.destination.empty() || (!moves && !claim.at.empty())) return;
  auto last = clause.last > clause.verb ? sentence.chunks[clause.last - 1].last : sentence.chunks[clause.verb].last;
  while (last < sentence.items.size() && sentence.items[last].tag == Tag::Adverb) ++last;
  for (auto i = sentence.chunks[clause.verb].first; i < last; ++i) {
    const auto& item = sentence.items[i];
    if (item.tag != Tag::Adverb && item.lower != "aboard") continue;
    const bool here = is_one_of(item.lower, {"there", "here"}) || (sense.frame == Frame::Be && is_one_of(item.lower, {"aboard", "ashore"}));
    const bool way = is_one_of(item.lower, {"home", "ashore", "north", "south", "east", "west", "northward", "southward", "eastward", "westward", "northwards", "southwards", "eastwards", "westwards",
                                            "northeast", "northwest", "southeast", "southwest", "forward", "inland"});
    if (!here && !(moves && way)) continue;
    PlaceRef place;
    place.span = tools_.story.to_text_span(item.span);
    place.mention = PlaceMention::Descriptive;
    if (!here) place.precision = Precision::Country;
    return (moves ? claim.destination : claim.at).push_back(std::move(place));
  }
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
  if (clause.link == Link::Where && claim.at.empty() && claim.destination.empty()) {  // but "from where they went on to X"
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
      if (lemma == none || !is_one_of(tools_.story.lexicon.lemma(lemma), {"support", "help", "assist", "aid", "defend", "back", "reinforce", "bolster", "guard", "protect", "secure", "retake", "recapture"})) continue;
      if (is_one_of(tools_.story.lexicon.lemma(lemma), {"guard", "protect", "secure", "retake", "recapture", "defend"})) {
        auto guarded = tools_.places.read(sentence, purpose.objects);
        if (!guarded.empty()) {
          claim.destination = std::move(guarded);
          claim.flags.emplace_back("destination-inferred");
          break;
        }
      }
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

}  // namespace dateline::claims::detail
