#include <algorithm>

#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

// Who does what in a clause: who moves, who sends them.

namespace dateline::claims::detail {

namespace {

bool is_direct_object_frame(Frame frame) {
  return frame == Frame::Cause || frame == Frame::Both || frame == Frame::Place || frame == Frame::Muster || frame == Frame::Find || frame == Frame::Give ||
         frame == Frame::Own;
}

/// Verbs of which the place or the others are the object: nobody is moved by the subject.
bool takes_place_as_object(Frame frame) { return frame == Frame::Quit || frame == Frame::Reach || frame == Frame::Join; }

/// "the number of soldiers", "their strength"
bool is_count(const ParsedSentence& sentence, std::uint32_t chunk) { return is_one_of(sentence.items[sentence.chunks[chunk].head].lower, {"number", "numbers", "strength", "total", "figure"}); }

}  // namespace

/// The roles of a clause: who moves, who sends. False if the verb tells of nobody's way or stay, or if who moves is no force.
bool VerbDrafts::assign(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  if (tells_how_many(sentence, clause, sense)) return false;
  if (sense.frame == Frame::Get) return assign_receipt(sentence, clause, parts);
  if (sense.frame == Frame::Swell) return assign_reinforcement(sentence, clause, parts);
  parts.owns = sense.frame == Frame::Own;
  // "2,600 are left in X": they are still there; but "none was left".
  if (sense.lemma == "leave" && clause.passive) {
    if (sense.frame != Frame::Place || clause.phrases.empty()) return false;
    parts.claim.kind = ClaimKind::Presence;
  }
  if (means_other(sentence, clause, sense) || leaves_others(sentence, clause, sense)) return false;
  if (sense.frame == Frame::Join && clause.passive) return assign_joined(sentence, clause, sense, parts);
  if (sense.frame == Frame::Stay && clause.passive && clause.agent != none) return assign_surrounded(sentence, clause, parts);
  if (sends_off(sentence, clause, sense)) {
    parts.moved = tools_.nouns.analyse(sentence, clause.objects.front());
    take_sender(sentence, clause.subject, parts);
  } else if (clause.passive && !takes_place_as_object(sense.frame)) {
    if (!takes_subject_of_passive(clause, sense)) return false;
    parts.moved = tools_.nouns.analyse(sentence, clause.subject);
    take_sender(sentence, clause.agent, parts);
  } else if (is_direct_object_frame(sense.frame) && !clause.objects.empty()) {
    take_object(sentence, clause, parts);
    take_sender(sentence, clause.subject, parts);
  } else if (sense.frame == Frame::Find && !clause.passive) {
    if (!take_found(sentence, clause, parts)) return false;
  } else if (sense.frame == Frame::Cause || sense.frame == Frame::Muster || sense.frame == Frame::Give || sense.frame == Frame::Own) {
    return false;
  } else {
    return assign_subject_moves(sentence, clause, sense, parts);
  }
  return assign_sent(sentence, clause, sense, parts);
}

/// "put the number of soldiers in X at 300", "the number of soldiers could reach 15,000": a count, and nobody goes anywhere.
bool VerbDrafts::tells_how_many(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense) const {
  if (!clause.objects.empty() && is_count(sentence, clause.objects.front()) && tools_.story.lexicon.is(WordSet::CountingVerb, sense.lemma)) return true;
  const bool reaches = (!clause.objects.empty() && sense.frame == Frame::Reach) || sense.lemma == "stand";
  return clause.subject != none && reaches && is_count(sentence, clause.subject);
}

/// "evacuated its soldiers from": a verb of leaving with a force as its object.
bool VerbDrafts::sends_off(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense) {
  return sense.lemma == "evacuate" && !clause.objects.empty() && !clause.passive && tools_.nouns.analyse(sentence, clause.objects.front()).sort == PhraseSort::Force;
}

/// "leaving about 200 to run the depot", "evacuated 11 wounded soldiers", "left their families behind": others stay or leave, or nobody does.
bool VerbDrafts::leaves_others(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense) {
  if (sense.frame != Frame::Quit || clause.passive || clause.objects.empty()) return false;
  const auto& object = tools_.nouns.analyse(sentence, clause.objects.front());
  if (sense.lemma == "leave" && object.sort == PhraseSort::Other && (object.quantity != none || tools_.bare_number(sentence, object.chunk))) return true;
  return !sends_off(sentence, clause, sense) && (object.sort == PhraseSort::People || object.sort == PhraseSort::Force || object.sort == PhraseSort::Materiel);
}

/// "have been charged with", "are put into": nobody is gone by others; but "are gone", "are headed for". "the army was encircled": by others.
bool VerbDrafts::takes_subject_of_passive(const Clause& clause, const VerbSense& sense) {
  if (clause.subject == none || (sense.broad && sense.frame == Frame::Stay)) return false;
  const bool gone = (clause.link == Link::Reduced && clause.agent == none) || is_one_of(sense.lemma, {"go", "come", "arrive", "return", "head", "retreat", "depart", "withdraw", "be"});
  return sense.frame != Frame::Go || gone;
}

void VerbDrafts::take_sender(const ParsedSentence& sentence, std::uint32_t noun, Parts& parts) {
  if (noun == none) return;
  parts.sender = tools_.nouns.analyse(sentence, noun);
  parts.has_sender = true;
}

/// The member of a list of objects that is a force; the first if none is.
void VerbDrafts::take_object(const ParsedSentence& sentence, const Clause& clause, Parts& parts) {
  parts.moved = tools_.nouns.analyse(sentence, clause.objects.front());
  for (const auto chunk : clause.objects) {
    const auto& object = tools_.nouns.analyse(sentence, chunk);
    if (parts.moved.sort == PhraseSort::Other && object.sort == PhraseSort::Force) parts.moved = object;
    // "two vessels, the BRP Cabra and the BRP Sindangan": warships by name.
    if (parts.moved.sort == PhraseSort::Carrier && object.sort == PhraseSort::Vehicle) parts.moved.military = true;
  }
  for (const auto chunk : clause.objects) {  // "moved field guns and 200 rangers": soldiers before their guns.
    const auto& object = tools_.nouns.analyse(sentence, chunk);
    if (parts.moved.sort == PhraseSort::Materiel && object.sort == PhraseSort::Force) parts.moved = object;
  }
}

/// "identified with high accuracy technical officers": the object comes after a phrase.
bool VerbDrafts::take_found(const ParsedSentence& sentence, const Clause& clause, Parts& parts) {
  for (const auto& phrase : clause.phrases) {
    for (const auto noun : phrase.nouns) {
      auto found = tools_.nouns.analyse(sentence, noun);
      if (found.sort != PhraseSort::Force && found.last_chunk > noun + 2) found = tools_.nouns.analyse(sentence, found.last_chunk - 1);
      if (found.sort == PhraseSort::Force && parts.moved.chunk == none) parts.moved = found;
    }
  }
  return parts.moved.chunk != none;
}

/// "were joined by 600 reinforcements": who joins is behind "by".
bool VerbDrafts::assign_joined(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  if (clause.agent == none) {
    // "The others have not been replaced": of soldiers, told from the side of those who go.
    if (clause.subject == none || !is_one_of(sense.lemma, {"replace", "relieve"})) return false;
    parts.moved = tools_.nouns.analyse(sentence, clause.subject);
    parts.force = tools_.resolve(sentence, parts.moved, false);
    return parts.force.found && (parts.force.pronoun || parts.force.definite) && parts.force.entity != nullptr;
  }
  parts.moved = tools_.nouns.analyse(sentence, clause.agent);
  // "the frigate will be relieved by the Hamburg": a ship by her name alone.
  const bool ship = clause.subject != none && tools_.nouns.analyse(sentence, clause.subject).sort == PhraseSort::Vehicle;
  if (ship && sentence.items[sentence.chunks[clause.agent].head].tag == Tag::Name && parts.moved.definite) parts.moved.sort = PhraseSort::Vehicle;
  parts.force = tools_.resolve(sentence, parts.moved, false);
  return parts.force.found && !parts.force.pronoun && !(parts.moved.weak && !parts.moved.military) && relieves(sentence, clause, sense);
}

/// "was surrounded by soldiers": they are where the subject is; but "climbers were flown by army helicopter".
bool VerbDrafts::assign_surrounded(const ParsedSentence& sentence, const Clause& clause, Parts& parts) {
  if (clause.subject != none && tools_.nouns.analyse(sentence, clause.subject).sort == PhraseSort::People) return false;
  parts.moved = tools_.nouns.analyse(sentence, clause.agent);
  parts.force = tools_.resolve(sentence, parts.moved, true);
  if (parts.force.found && clause.subject != none) parts.claim.at = tools_.places.read(sentence, {clause.subject});
  return parts.force.found;
}

/// Whether those who are sent, kept or called up are a force, by what they are and by who sends them.
bool VerbDrafts::assign_sent(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  settle_house(sentence, clause, sense, parts);
  if (is_sent_by_others(sentence, parts)) return false;
  // "denies having sent anyone", "no one was sent": of an army, soldiers.
  const bool anyone = parts.moved.sort == PhraseSort::Pronoun && is_one_of(parts.moved.head, {"anyone", "anybody", "nobody"});
  const bool of_army = parts.has_sender && (parts.sender.sort == PhraseSort::Force || names_state(parts.sender) || (parts.sender.sort == PhraseSort::Pronoun && tools_.to_actor(sentence, parts.sender)));
  if (anyone && of_army) {
    parts.moved.sort = PhraseSort::Force;
    parts.moved.country = parts.sender.country;
  }
  // "drones based in X": weapons that have a base.
  if (parts.moved.sort == PhraseSort::Materiel && parts.moved.head == "drone" && sense.frame == Frame::Place) parts.moved.sort = PhraseSort::Vehicle;
  if (parts.moved.sort == PhraseSort::Materiel) return assign_transfer(sentence, clause, sense, parts);
  if (sense.frame == Frame::Give) return assign_gift(sentence, clause, sense, parts);
  if (belongs_to_civilians(sentence, sense, parts)) return false;
  admit_sent_units(sentence, sense, parts);
  if (sense.frame == Frame::Muster && !admit_called_up(sentence, parts)) return false;
  parts.force = tools_.resolve(sentence, parts.moved, true);
  if (clause.passive) take_other_member(sentence, clause, parts);
  if (!parts.force.found) return false;
  // "280 of the Romanians": people of a nation whose soldiers the story has told of are those soldiers.
  const bool people = parts.moved.sort == PhraseSort::Force && parts.moved.weak && !parts.moved.military && sense.frame != Frame::Place;
  return !people || tools_.own_force(parts.moved.span.start, sentence.sentence, parts.moved.country) != nullptr;
}

/// "The outpost houses 350 soldiers": where they are.
void VerbDrafts::settle_house(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  const bool houses = parts.has_sender && !clause.passive && parts.moved.sort == PhraseSort::Force && parts.sender.sort == PhraseSort::Place && tools_.story.lexicon.is(WordSet::House, sense.lemma);
  if (!houses || !tools_.to_actor(sentence, parts.sender).value_or(Actor{}).entity.empty()) return;
  parts.claim.kind = ClaimKind::Basing;
  parts.claim.at = tools_.places.read(sentence, {parts.sender.chunk});
  parts.has_sender = false;
  parts.owns = false;
}

/// "the airline flew its jets": vehicles of somebody who has no forces. Ships of those who have warships become military.
bool VerbDrafts::belongs_to_civilians(const ParsedSentence& sentence, const VerbSense& sense, Parts& parts) {
  const auto* owner = parts.has_sender && sense.frame != Frame::Find && sense.frame != Frame::Own ? &sentence.items[sentence.chunks[parts.sender.chunk].head] : nullptr;
  const bool armed = owner != nullptr && owner->word != nullptr && (owner->word->noun == NounClass::Unit || owner->word->noun == NounClass::State || owner->word->noun == NounClass::Vehicle ||
                                                                     owner->lower == "coalition" || owner->lower == "mission");
  if (parts.moved.sort == PhraseSort::Carrier && parts.has_sender) {
    // "the fleet moved its larger ships", "the rebels said they had sent hundreds of vehicles"
    const bool fleet = parts.sender.sort == PhraseSort::Force || parts.sender.sort == PhraseSort::Vehicle || tools_.sends_own_ships(sentence, parts.sender, parts.moved);
    if (fleet || (parts.sender.sort == PhraseSort::Pronoun && tools_.resolve(sentence, parts.sender, false).found)) parts.moved.military = true;
  }
  const bool civil_owner = owner != nullptr && !armed && parts.sender.sort == PhraseSort::Other && parts.sender.country.empty() && owner->tag != Tag::Name;
  const bool civil_thing = parts.moved.sort == PhraseSort::Vehicle || (parts.moved.sort == PhraseSort::Other && parts.moved.own);
  return civil_thing && parts.moved.country.empty() && !parts.moved.military && civil_owner;
}

/// "5,000 will be called up", "60,000 young men and women": nobody but soldiers; but "the union mobilised 2,000 volunteers".
bool VerbDrafts::admit_called_up(const ParsedSentence& sentence, Parts& parts) const {
  const bool state_calls = !parts.has_sender || names_state(parts.sender) || parts.sender.sort == PhraseSort::Force || parts.sender.sort == PhraseSort::Pronoun || sentence.items[sentence.chunks[parts.sender.chunk].head].tag == Tag::Name;
  if (!state_calls && !parts.moved.military) return false;
  if (parts.moved.sort == PhraseSort::People && parts.moved.quantity != none && parts.has_sender) parts.moved.sort = PhraseSort::Force;
  const auto* called = sentence.items[sentence.chunks[parts.moved.chunk].head].word;
  const bool anybody = called == nullptr || called->noun == NounClass::None || called->noun == NounClass::Partitive || called->noun == NounClass::Loose;
  const bool counted = parts.moved.quantity != none || tools_.bare_number(sentence, parts.moved.last_chunk - 1);
  if (parts.moved.sort == PhraseSort::Other && counted && anybody) parts.moved.sort = PhraseSort::Force;
  return true;
}

/// Turns of phrase in which the verb tells of nobody's way or stay.
bool VerbDrafts::means_other(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense) {
  const auto object = clause.objects.empty() ? none : clause.objects.front();
  // "when their truck left the road": an accident.
  if (sense.frame == Frame::Quit && object != none && clause.subject != none && tools_.nouns.analyse(sentence, clause.subject).sort != PhraseSort::Force &&
      tools_.story.lexicon.is(WordSet::Track, sentence.items[sentence.chunks[object].head].lower)) return true;
  // "kept there to train recruits": others train.
  if (sense.lemma == "train" && clause.link == Link::Purpose && object != none) return true;
  // "sat down", "laid down arms"
  const auto behind = sentence.chunks[clause.verb].last;
  if (sense.frame == Frame::Stay && sense.broad && sense.particle.empty() && behind < sentence.items.size() && (sentence.items[behind].lower == "down" || (is_one_of(sentence.items[behind].lower, {"off", "out"}) && clause.phrases.empty()))) return true;
  // "moved our forces out of the city": those who are moved go, and not who moves them.
  if (sense.frame == Frame::Go && !sense.particle.empty() && !clause.passive && object != none && tools_.nouns.analyse(sentence, object).sort == PhraseSort::Force) return true;
  // "two ships ordered from Japan": bought, and not sent.
  if (sense.lemma == "order" && sense.particle.empty() && !clause.phrases.empty() && std::all_of(clause.phrases.begin(), clause.phrases.end(), [&](const Phrase& phrase) { return sentence.items[sentence.chunks[phrase.preposition].first].lower == "from"; })) return true;
  // "stopped 40 migrants near X": others stop.
  const bool poses = sense.frame == Frame::Stay && sense.particle.empty() && (sense.rule.starts_with("stand.") || sense.rule.starts_with("live."));
  if (poses && !clause.passive && object != none && tools_.places.read(sentence, {object}).empty()) return true;
  if (sense.lemma == "reach" && !clause.passive && object == none) return true;  // "islands that reach from X to Y"
  return sense.lemma == "join" && !clause.passive && object != none && !joins_body(sentence, object);
}

/// Intransitive verbs: the subject moves, stays, enters.
bool VerbDrafts::assign_subject_moves(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  const bool existential = sense.frame == Frame::Be && clause.subject == none && !clause.objects.empty();
  const auto mover = existential ? clause.objects.front() : clause.subject;
  if (mover == none) return false;
  if (sense.frame == Frame::Be && !existential && !clause.objects.empty()) return false;  // "they are soldiers"
  // "two groups are at war": how they are, not where.
  if (sense.frame == Frame::Be && !clause.phrases.empty() && is_one_of(sentence.items[sentence.chunks[clause.phrases.front().nouns.front()].head].lower, {"war", "odds", "risk", "loggerheads", "stake", "peace"})) return false;
  // "the 2,000 soldiers in X are to be pulled out": the infinitive tells.
  const auto index = static_cast<std::uint32_t>(&clause - sentence.clauses.data());
  if (sense.frame == Frame::Be && std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause& other) { return other.governor == index && other.link == Link::Governed && other.verb == clause.verb + 1; })) return false;
  parts.moved = tools_.nouns.analyse(sentence, mover);
  tools_.take_ship_name(sentence, parts.moved);
  take_cargo(sentence, clause, parts);
  if (parts.moved.sort == PhraseSort::Materiel || parts.moved.sort == PhraseSort::People) return false;
  // "remain the arbiters", "stayed the course": what they are, not where.
  if (is_one_of(sense.lemma, {"remain", "stay"}) && sense.frame == Frame::Stay && !clause.passive && !clause.objects.empty()) {
    const auto& object = sentence.items[sentence.chunks[clause.objects.front()].head];
    const bool where = tools_.nouns.analyse(sentence, clause.objects.front()).sort == PhraseSort::Place;
    if (!where && !tools_.story.lexicon.is(WordSet::Duration, object.lower) && sentence.chunks[clause.objects.front()].first + 1 < sentence.chunks[clause.objects.front()].last) return false;
  }
  // "stay out of politics" says of nobody where he is.
  if (sense.frame == Frame::Stay && !clause.phrases.empty()) {
    const auto& chunk = sentence.chunks[clause.phrases.front().preposition];
    if (is_one_of(sentence.items[chunk.first].lower, {"out", "away"}) && is_one_of(sentence.items[chunk.last - 1].lower, {"of", "from"})) return false;
  }
  if (names_state(parts.moved)) return moves_for_state(sentence, sense, parts);
  parts.force = tools_.resolve(sentence, parts.moved, true);
  if (!existential) take_other_member(sentence, clause, parts);
  if (!parts.force.found && parts.moved.head == "it" && tools_.speaking_state(parts.moved.span.start)) return moves_for_state(sentence, sense, parts);
  // "Moldovans voted on joining the union", "93,000 Armenians have left", "Afghans are waiting": people, unless soldiers of theirs were told of.
  const bool people = parts.moved.weak && !parts.moved.military && parts.force.found;
  const bool goes = parts.claim.kind == ClaimKind::Movement || parts.claim.kind == ClaimKind::Withdrawal || sense.broad;
  const bool soldiers = (parts.moved.definite && tools_.tells_of_forces()) || tools_.discourse.tells_soldiers_of(parts.moved.span.start, sentence.sentence, parts.moved.country);
  if (people && (sense.frame == Frame::Join || (goes && !soldiers))) return false;
  return parts.force.found && (sense.frame != Frame::Join || relieves(sentence, clause, sense));
}

}  // namespace dateline::claims::detail
