#include <algorithm>

#include "claims/detail/clause_counts.hpp"
#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

bool is_direct_object_frame(Frame frame) {
  return frame == Frame::Cause || frame == Frame::Both || frame == Frame::Place || frame == Frame::Muster || frame == Frame::Find || frame == Frame::Give ||
         frame == Frame::Own;
}

/// Verbs of which a state can be the subject without naming its forces.
bool state_may_move(std::string_view lemma) { return is_one_of(lemma, {"invade", "withdraw", "pull", "retreat", "advance"}); }
/// The same of a state whose soldiers were just told of: "France said it would stay".
bool state_may_stand_for_its_own(std::string_view lemma) { return is_one_of(lemma, {"stay", "remain", "leave", "depart", "quit", "return", "deploy", "redeploy"}); }

}  // namespace

/// Frame::Cause and its like: who sends, what is sent.
bool VerbDrafts::assign(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  auto& tools = tools_;
  const bool quits = sense.frame == Frame::Quit || sense.frame == Frame::Reach || sense.frame == Frame::Join;
  std::vector<NounPhrase> objects;
  for (const auto chunk : clause.objects) objects.push_back(tools.nouns.analyse(sentence, chunk));
  // "evacuated its soldiers from": a verb of leaving with a force as its object.
  const bool sends_off = sense.lemma == "evacuate" && !objects.empty() && !clause.passive && objects.front().sort == PhraseSort::Force;
  // "put the number of soldiers in X at 300": a count, and nobody is put anywhere.
  const bool counts = !objects.empty() && is_one_of(sentence.items[sentence.chunks[objects.front().chunk].head].lower, {"number", "numbers", "strength", "total", "figure"});
  if (counts && tools.story.lexicon.is(WordSet::CountingVerb, sense.lemma)) return false;
  // "the number of soldiers could reach 15,000"
  if (clause.subject != none && ((!objects.empty() && sense.frame == Frame::Reach) || sense.lemma == "stand") && is_one_of(sentence.items[sentence.chunks[clause.subject].head].lower, {"number", "numbers", "strength", "total", "figure"})) return false;
  if (sense.frame == Frame::Get) return assign_receipt(sentence, clause, parts);
  if (sense.frame == Frame::Swell) return assign_reinforcement(sentence, clause, parts);
  parts.owns = sense.frame == Frame::Own;
  // "2,600 are left in X": they are still there; but "none was left".
  if (sense.lemma == "leave" && clause.passive) {
    if (sense.frame != Frame::Place || clause.phrases.empty()) return false;
    parts.claim.kind = ClaimKind::Presence;
  }
  if (means_other(sentence, clause, sense)) return false;
  // "leaving about 200 to run the depot": they stay.
  if (sense.frame == Frame::Quit && sense.lemma == "leave" && !clause.passive && !objects.empty() && objects.front().sort == PhraseSort::Other && (objects.front().quantity != none || tools.bare_number(sentence, objects.front().chunk))) return false;
  // "evacuated 11 wounded soldiers", "left their families behind": others leave, or nobody does.
  if (sense.frame == Frame::Quit && !clause.passive && !sends_off && !objects.empty() && (objects.front().sort == PhraseSort::People || objects.front().sort == PhraseSort::Force || objects.front().sort == PhraseSort::Materiel)) return false;
  if (sends_off) {
    parts.moved = objects.front();
    if (clause.subject != none) {
      parts.sender = tools.nouns.analyse(sentence, clause.subject);
      parts.has_sender = true;
    }
  } else if (sense.frame == Frame::Join && clause.passive) {
    // "were joined by 600 reinforcements": who joins is behind "by".
    if (clause.agent == none) {
      // "The others have not been replaced": of soldiers, told from the side of those who go.
      if (clause.subject == none || !is_one_of(sense.lemma, {"replace", "relieve"})) return false;
      parts.moved = tools.nouns.analyse(sentence, clause.subject);
      parts.force = tools.resolve(sentence, parts.moved, false);
      return parts.force.found && (parts.force.pronoun || parts.force.definite) && parts.force.entity != nullptr;
    }
    parts.moved = tools.nouns.analyse(sentence, clause.agent);
    // "the frigate will be relieved by the Hamburg": a ship by her name alone.
    const bool ship = clause.subject != none && tools.nouns.analyse(sentence, clause.subject).sort == PhraseSort::Vehicle;
    if (ship && sentence.items[sentence.chunks[clause.agent].head].tag == Tag::Name && parts.moved.definite) parts.moved.sort = PhraseSort::Vehicle;
    parts.force = tools.resolve(sentence, parts.moved, false);
    return parts.force.found && !parts.force.pronoun && !(parts.moved.weak && !parts.moved.military) && relieves(sentence, clause, sense);
  } else if (sense.frame == Frame::Stay && clause.passive && clause.agent != none) {
    // "was surrounded by soldiers": they are where the subject is; but "climbers were flown by army helicopter".
    if (clause.subject != none && tools.nouns.analyse(sentence, clause.subject).sort == PhraseSort::People) return false;
    parts.moved = tools.nouns.analyse(sentence, clause.agent);
    parts.force = tools.resolve(sentence, parts.moved, true);
    if (parts.force.found && clause.subject != none) parts.claim.at = tools.places.read(sentence, {clause.subject});
    return parts.force.found;
  } else if (clause.passive && !quits) {
    if (clause.subject == none || (sense.broad && sense.frame == Frame::Stay)) return false;  // "the army was encircled": by others
    // "have been charged with", "are put into": nobody is gone by others; but "are gone", "are headed for".
    const bool gone = (clause.link == Link::Reduced && clause.agent == none) || is_one_of(sense.lemma, {"go", "come", "arrive", "return", "head", "retreat", "depart", "withdraw", "be"});
    if (sense.frame == Frame::Go && !gone) return false;
    parts.moved = tools.nouns.analyse(sentence, clause.subject);
    if (clause.agent != none) {
      parts.sender = tools.nouns.analyse(sentence, clause.agent);
      parts.has_sender = true;
    }
  } else if (is_direct_object_frame(sense.frame) && !objects.empty()) {
    parts.moved = objects.front();
    for (const auto& object : objects) {
      if (parts.moved.sort == PhraseSort::Other && object.sort == PhraseSort::Force) parts.moved = object;
    }
    // "two vessels, the BRP Cabra and the BRP Sindangan": warships by name.
    for (const auto& object : objects) parts.moved.military = parts.moved.military || (parts.moved.sort == PhraseSort::Carrier && object.sort == PhraseSort::Vehicle);
    // "moved field guns and 200 rangers": soldiers before their guns.
    for (const auto& object : objects) {
      if (parts.moved.sort == PhraseSort::Materiel && object.sort == PhraseSort::Force) parts.moved = object;
    }
    if (clause.subject != none) {
      parts.sender = tools.nouns.analyse(sentence, clause.subject);
      parts.has_sender = true;
    }
  } else if (sense.frame == Frame::Find && !clause.passive) {
    // "identified with high accuracy technical officers": the object comes after a phrase.
    for (const auto& phrase : clause.phrases) {
      for (const auto noun : phrase.nouns) {
        auto found = tools.nouns.analyse(sentence, noun);
        if (found.sort != PhraseSort::Force && found.last_chunk > noun + 2) found = tools.nouns.analyse(sentence, found.last_chunk - 1);
        if (found.sort == PhraseSort::Force && parts.moved.chunk == none) parts.moved = found;
      }
    }
    if (parts.moved.chunk == none) return false;
  } else if (sense.frame == Frame::Cause || sense.frame == Frame::Muster || sense.frame == Frame::Give || sense.frame == Frame::Own) {
    return false;
  } else {
    return assign_subject_moves(sentence, clause, sense, parts);
  }
  // "The outpost houses 350 soldiers": where they are.
  const bool houses = parts.has_sender && !clause.passive && parts.moved.sort == PhraseSort::Force && parts.sender.sort == PhraseSort::Place && tools.story.lexicon.is(WordSet::House, sense.lemma);
  if (houses && tools.to_actor(sentence, parts.sender).value_or(Actor{}).entity.empty()) {
    parts.claim.kind = ClaimKind::Basing;
    parts.claim.at = tools.places.read(sentence, {parts.sender.chunk});
    parts.has_sender = false;
    parts.owns = false;
  }
  if (is_sent_by_others(sentence, parts)) return false;
  // "denies having sent anyone", "no one was sent": of an army, soldiers.
  const bool anyone = parts.moved.sort == PhraseSort::Pronoun && is_one_of(parts.moved.head, {"anyone", "anybody", "nobody"});
  const bool of_army = parts.has_sender && (parts.sender.sort == PhraseSort::Force || names_state(parts.sender) || (parts.sender.sort == PhraseSort::Pronoun && tools.to_actor(sentence, parts.sender)));
  if (anyone && of_army) {
    parts.moved.sort = PhraseSort::Force;
    parts.moved.country = parts.sender.country;
  }
  // "drones based in X": weapons that have a base.
  if (parts.moved.sort == PhraseSort::Materiel && parts.moved.head == "drone" && sense.frame == Frame::Place) parts.moved.sort = PhraseSort::Vehicle;
  if (parts.moved.sort == PhraseSort::Materiel) return assign_transfer(sentence, clause, sense, parts);
  if (sense.frame == Frame::Give) {
    // "provided Ukraine with 31 tanks", "was supplied with missiles"
    for (const auto& phrase : clause.phrases) {
      if (parts.moved.sort == PhraseSort::Vehicle || parts.moved.sort == PhraseSort::Materiel) break;
      if (sentence.items[sentence.chunks[phrase.preposition].last - 1].lower != "with" || !(names_state(parts.moved) || parts.moved.sort == PhraseSort::Force)) continue;
      parts.receiver = parts.moved.chunk;
      parts.moved = tools.nouns.analyse(sentence, phrase.nouns.front());
    }
    if (!objects.empty() && parts.receiver == none && names_state(objects.front()) && parts.moved.chunk != objects.front().chunk) parts.receiver = objects.front().chunk;
    // "will provide a battalion at Diffa": soldiers are sent, not given.
    if (parts.moved.sort == PhraseSort::Force && parts.receiver == none && (objects.size() == 1 || clause.link == Link::Relative) && parts.has_sender && is_one_of(sense.lemma, {"provide", "lend", "supply", "furnish"})) {
      parts.force = tools.resolve(sentence, parts.moved, false);
      parts.claim.kind = ClaimKind::Movement;
      return parts.force.found && (parts.force.quantity || !parts.force.country.empty());
    }
    const bool goods = parts.moved.sort == PhraseSort::Vehicle || parts.moved.sort == PhraseSort::Materiel || (parts.moved.sort == PhraseSort::Carrier && parts.moved.military);
    return goods && assign_transfer(sentence, clause, sense, parts);
  }
  // "the airline flew its jets": vehicles of somebody who has no forces.
  const auto* owner = parts.has_sender && sense.frame != Frame::Find && sense.frame != Frame::Own ? &sentence.items[sentence.chunks[parts.sender.chunk].head] : nullptr;
  const bool armed = owner != nullptr && owner->word != nullptr && (owner->word->noun == NounClass::Unit || owner->word->noun == NounClass::State || owner->word->noun == NounClass::Vehicle ||
                                                                     owner->lower == "coalition" || owner->lower == "mission");
  // "the fleet moved its larger ships": ships of those who have warships.
  if (parts.moved.sort == PhraseSort::Carrier && parts.has_sender && (parts.sender.sort == PhraseSort::Force || parts.sender.sort == PhraseSort::Vehicle || tools.sends_own_ships(sentence, parts.sender, parts.moved))) parts.moved.military = true;
  // "the rebels said they had sent hundreds of vehicles"
  if (parts.moved.sort == PhraseSort::Carrier && parts.has_sender && parts.sender.sort == PhraseSort::Pronoun && tools.resolve(sentence, parts.sender, false).found) parts.moved.military = true;
  const bool civil_owner = owner != nullptr && !armed && parts.sender.sort == PhraseSort::Other && parts.sender.country.empty() && owner->tag != Tag::Name;
  const bool civil_thing = parts.moved.sort == PhraseSort::Vehicle || (parts.moved.sort == PhraseSort::Other && parts.moved.own);
  if (civil_thing && parts.moved.country.empty() && !parts.moved.military && civil_owner) return false;
  admit_sent_units(sentence, sense, parts);
  // "5,000 will be called up", "a first batch of 5,000": nobody but soldiers.
  const auto* called = sentence.items[sentence.chunks[parts.moved.chunk].head].word;
  const bool state_calls = !parts.has_sender || names_state(parts.sender) || parts.sender.sort == PhraseSort::Force || parts.sender.sort == PhraseSort::Pronoun || sentence.items[sentence.chunks[parts.sender.chunk].head].tag == Tag::Name;
  if (sense.frame == Frame::Muster && parts.has_sender && !state_calls && !parts.moved.military) return false;  // "the union mobilised 2,000 volunteers"
  // "60,000 young men and women"
  if (sense.frame == Frame::Muster && parts.moved.sort == PhraseSort::People && parts.moved.quantity != none && parts.has_sender) parts.moved.sort = PhraseSort::Force;
  if (sense.frame == Frame::Muster && parts.moved.sort == PhraseSort::Other && (parts.moved.quantity != none || tools.bare_number(sentence, parts.moved.last_chunk - 1)) &&
      (called == nullptr || called->noun == NounClass::None || called->noun == NounClass::Partitive || called->noun == NounClass::Loose)) {
    parts.moved.sort = PhraseSort::Force;
  }
  parts.force = tools.resolve(sentence, parts.moved, true);
  if (clause.passive) take_other_member(sentence, clause, parts);
  if (!parts.force.found) return false;
  // "280 of the Romanians": people of a nation whose soldiers the story has told of are those soldiers.
  if (parts.moved.sort == PhraseSort::Force && parts.moved.weak && !parts.moved.military && sense.frame != Frame::Place) return tools.own_force(parts.moved.span.start, sentence.sentence, parts.moved.country) != nullptr;
  return true;
}

/// "Police said they had deployed 3,000 officers": people who are no force send nobody but their own.
bool VerbDrafts::is_sent_by_others(const ParsedSentence& sentence, const Parts& parts) {
  if (!parts.has_sender || parts.moved.military || !parts.moved.country.empty()) return false;
  if (parts.sender.sort == PhraseSort::Pronoun) return is_one_of(parts.sender.head, {"they", "we"}) && tools_.discourse.follows_rival(parts.sender.span.start, sentence.sentence);
  return parts.sender.sort != PhraseSort::Force && tools_.story.lexicon.is(WordSet::Rival, sentence.items[sentence.chunks[parts.sender.chunk].head].lower);
}

/// "Israel withdrew from X", "France said it would stay": a state stands for its forces.
bool VerbDrafts::moves_for_state(const ParsedSentence& sentence, const VerbSense& sense, Parts& parts) {
  const auto actor = tools_.to_actor(sentence, parts.moved);
  if (!actor) return false;
  auto* own = tools_.own_force(parts.moved.span.start, sentence.sentence, actor->entity);
  auto* told = tools_.discourse.before(parts.moved.span.start, sentence.sentence);
  if (own == nullptr && told != nullptr && told->last_sentence + 1 >= sentence.sentence && is_one_of(sense.lemma, {"stay", "leave"})) own = told;
  const bool seat = sense.rule == "light.seat";
  if (!seat && !state_may_move(sense.lemma) && !(own != nullptr && state_may_stand_for_its_own(sense.lemma))) return false;
  parts.state_moves = true;
  parts.claim.actor = actor;
  parts.force.country = actor->entity;
  parts.force.entity = own;
  return true;
}

/// "joined the fleet", "joined the Truman": soldiers or ships, and no hunt or party.
bool VerbDrafts::joins_body(const ParsedSentence& sentence, std::uint32_t noun) {
  const auto phrase = tools_.nouns.analyse(sentence, noun);
  if (phrase.sort != PhraseSort::Other && phrase.sort != PhraseSort::People && phrase.sort != PhraseSort::Materiel) return true;
  const auto& head = sentence.items[sentence.chunks[noun].head];
  const auto& chunk = sentence.chunks[noun];
  const bool numbered = std::any_of(sentence.items.begin() + chunk.first, sentence.items.begin() + chunk.last, [](const Item& item) { return item.tag == Tag::Number; });  // "joined the 98th"
  return head.tag == Tag::Name || numbered || meets_force(sentence, noun) || (head.word != nullptr && (head.word->noun == NounClass::Unit || head.word->noun == NounClass::Loose || head.word->noun == NounClass::Carrier));
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

/// "replaced", "relieved": soldiers come only where other soldiers go.
bool VerbDrafts::relieves(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense) {
  if (!is_one_of(sense.lemma, {"replace", "relieve"})) return true;
  const auto gone = clause.passive ? clause.subject : clause.objects.empty() ? none : clause.objects.front();
  if (gone == none) return false;
  const auto phrase = tools_.nouns.analyse(sentence, gone);
  if (phrase.sort == PhraseSort::Force || phrase.sort == PhraseSort::Vehicle) return true;
  // "to replace the Theodore Roosevelt": a ship that gives her place to a ship.
  const auto other = clause.passive ? clause.agent : clause.subject;
  if (other != none && sentence.items[sentence.chunks[gone].head].tag == Tag::Name && tools_.nouns.analyse(sentence, other).sort == PhraseSort::Vehicle) return true;
  if (is_one_of(sentence.items[sentence.chunks[gone].head].lower, {"guards", "police", "crews", "officers", "men", "units", "contingent", "column", "colleagues", "comrades", "counterparts", "predecessors"})) return true;
  return tools_.resolve(sentence, phrase, false).found;
}

/// "Iran sent 400 officers": counted personnel that a state sends are its forces.
void VerbDrafts::admit_sent_units(const ParsedSentence& sentence, const VerbSense& sense, Parts& parts) {
  if (parts.moved.sort != PhraseSort::Other || !parts.has_sender || parts.moved.definite) return;
  const auto* head = sentence.items[sentence.chunks[parts.moved.chunk].head].word;
  if (head == nullptr) return;
  const auto& lemma = tools_.story.lexicon.lemma(head->noun_lemma);
  // What only an army has; an army's companies and squads are soldiers too.
  // "the army said it had withdrawn its last companies": "it" is the army.
  const bool speaker = parts.sender.sort == PhraseSort::Pronoun && (tools_.to_actor(sentence, parts.sender).has_value() || tools_.resolve(sentence, parts.sender, false).found);
  const bool armed = parts.sender.sort == PhraseSort::Force || names_state(parts.sender) || speaker;
  const bool formation = armed && (is_one_of(lemma, {"company", "section"}) || (parts.sender.sort != PhraseSort::Place && is_one_of(lemma, {"wing", "element", "crew"})));
  // "moved no additional men", "massing men"
  const bool none_of_them = is_one_of(sentence.items[sentence.chunks[parts.moved.chunk].first].lower, {"no", "any"});
  const bool soldiers_only = is_one_of(sense.lemma, {"mass", "amass", "deploy", "withdraw", "garrison", "muster", "mobilise", "mobilize", "redeploy"});
  const bool counted_men = lemma == "man" && (parts.moved.quantity != none || none_of_them || soldiers_only) &&
                           (parts.sender.sort != PhraseSort::People || tools_.story.lexicon.is(WordSet::Commander, sentence.items[sentence.chunks[parts.sender.chunk].head].lower));
  if (head->noun != NounClass::Unit && !(head->noun == NounClass::Loose && (formation || counted_men))) return;
  const bool ships_men = lemma == "man" && (parts.sender.sort == PhraseSort::Vehicle || (parts.sender.sort == PhraseSort::Carrier && (parts.sender.military || !parts.sender.country.empty())));
  // "the border guard will station 50 men", "Saddam had massed 100,000 men"
  const bool commander = tools_.story.lexicon.is(WordSet::Commander, sentence.items[sentence.chunks[parts.sender.chunk].head].lower);
  const bool has_men = counted_men && (commander || parts.claim.kind == ClaimKind::Presence || parts.claim.kind == ClaimKind::Basing || parts.claim.kind == ClaimKind::Mobilisation || sentence.items[sentence.chunks[parts.sender.chunk].head].tag == Tag::Name);
  if (names_state(parts.sender) || parts.sender.sort == PhraseSort::Force || speaker || ships_men || has_men) parts.moved.sort = PhraseSort::Force;
}

/// "received four helicopters from Russia": the subject is where they go, the sender is behind "from".
bool VerbDrafts::assign_receipt(const ParsedSentence& sentence, const Clause& clause, Parts& parts) {
  if (clause.passive || clause.subject == none || clause.objects.empty()) return false;
  const auto receiver = tools_.nouns.analyse(sentence, clause.subject);
  const bool army = receiver.sort == PhraseSort::Force && !receiver.country.empty() && receiver.quantity == none;
  if (!names_state(receiver) && !army) return false;
  for (const auto object : clause.objects) {
    parts.moved = tools_.nouns.analyse(sentence, object);
    if (parts.moved.sort == PhraseSort::Materiel || parts.moved.sort == PhraseSort::Vehicle) break;
  }
  // "Tripoli has received 35 advisers": they have gone there.
  if (parts.moved.sort == PhraseSort::Force && names_state(receiver) && (parts.moved.quantity != none || !parts.moved.country.empty())) {
    parts.force = tools_.resolve(sentence, parts.moved, false);
    parts.claim.kind = ClaimKind::Movement;
    parts.claim.destination = tools_.places.read_party(sentence, clause.subject);
    return parts.force.found && !parts.claim.destination.empty();
  }
  const bool goods = parts.moved.sort == PhraseSort::Materiel || parts.moved.sort == PhraseSort::Vehicle || (parts.moved.sort == PhraseSort::Carrier && parts.moved.military);
  if (!goods) return false;
  std::uint32_t giver = none;
  for (const auto& phrase : clause.phrases) {
    if (sentence.items[sentence.chunks[phrase.preposition].last - 1].lower == "from") giver = phrase.nouns.front();
  }
  if (giver == none) return false;
  parts.receiver = clause.subject;
  const auto sender = tools_.nouns.analyse(sentence, giver);
  if (auto actor = tools_.to_actor(sentence, sender)) parts.claim.actor = std::move(actor);
  VerbSense give;
  give.frame = Frame::Give;
  give.kind = ClaimKind::Transfer;
  return assign_transfer(sentence, clause, give, parts);
}

/// "reinforced its garrison in X with 400 soldiers", "was reinforced by two battalions": who is added is who moves.
bool VerbDrafts::assign_reinforcement(const ParsedSentence& sentence, const Clause& clause, Parts& parts) {
  if (clause.passive ? clause.subject == none : clause.objects.empty()) return false;
  for (const auto& phrase : clause.phrases) {
    const auto& word = sentence.items[sentence.chunks[phrase.preposition].last - 1].lower;
    if (word != "with" && word != "by") continue;
    auto added = tools_.nouns.analyse(sentence, phrase.nouns.front());
    const auto* head = sentence.items[sentence.chunks[added.chunk].head].word;
    const bool formation = added.echelon != none && head != nullptr && (head->noun == NounClass::Unit || head->noun == NounClass::Loose);
    if (added.sort == PhraseSort::Other && formation) added.sort = PhraseSort::Force;
    if (added.sort != PhraseSort::Force && added.sort != PhraseSort::Vehicle && !(added.sort == PhraseSort::Carrier && added.military)) continue;
    parts.moved = added;
    break;
  }
  // "the battalion will reinforce the northern front": who reinforces a place goes there.
  if (parts.moved.chunk == none && !clause.passive && clause.subject != none && clause.phrases.empty()) {
    const auto mover = tools_.nouns.analyse(sentence, clause.subject);
    if ((mover.sort != PhraseSort::Force && mover.sort != PhraseSort::Pronoun) || tools_.places.read(sentence, clause.objects).empty()) return false;
    parts.moved = mover;
    parts.force = tools_.resolve(sentence, parts.moved, false);
    return parts.force.found;
  }
  if (parts.moved.chunk == none) return false;
  if (!clause.passive && clause.subject != none) {
    parts.sender = tools_.nouns.analyse(sentence, clause.subject);
    parts.has_sender = true;
  }
  parts.force = tools_.resolve(sentence, parts.moved, true);
  return parts.force.found;
}

/// "Ships carrying 600 soldiers docked in X": those aboard move, the ships carry.
void VerbDrafts::take_cargo(const ParsedSentence& sentence, const Clause& clause, Parts& parts) {
  if (parts.moved.sort != PhraseSort::Carrier && parts.moved.sort != PhraseSort::Vehicle) return;
  const auto embark = [&](NounPhrase cargo) {
    // "a convoy carrying 300 men"
    if (cargo.sort == PhraseSort::Other && cargo.quantity != none && sentence.items[sentence.chunks[cargo.chunk].head].lower == "men") cargo.sort = PhraseSort::Force;
    if (cargo.sort != PhraseSort::Force && !(cargo.sort == PhraseSort::Vehicle && parts.moved.sort == PhraseSort::Carrier)) return false;
    parts.sender = parts.moved;
    parts.has_sender = true;
    parts.moved = cargo;
    return true;
  };
  // "three ships with 1,200 marines on board"
  const auto with = parts.moved.last_chunk;
  if (with + 1 < sentence.chunks.size() && sentence.chunks[with].kind == ChunkKind::Preposition && sentence.items[sentence.chunks[with].first].lower == "with" &&
      sentence.chunks[with + 1].kind == ChunkKind::Noun && with < clause.verb && parts.moved.sort == PhraseSort::Carrier && embark(tools_.nouns.analyse(sentence, with + 1))) {
    return;
  }
  // "left Southampton with 3,000 men on board", "lorries left with infantry"
  for (const auto& phrase : clause.phrases) {
    if (parts.moved.sort != PhraseSort::Carrier || parts.moved.military || sentence.items[sentence.chunks[phrase.preposition].last - 1].lower != "with") continue;
    if (embark(tools_.nouns.analyse(sentence, phrase.nouns.front()))) return;
  }
  for (const auto& other : sentence.clauses) {
    // "trucks loaded with fighters"
    if (&other != &clause && other.subject == clause.subject && other.passive && !other.phrases.empty()) {
      const auto lemma = sentence.chunks[other.verb].lemma;
      const auto& phrase = other.phrases.front();
      const bool loaded = lemma != none && is_one_of(tools_.story.lexicon.lemma(lemma), {"load", "pack", "fill", "cram", "crowd"});
      if (loaded && sentence.items[sentence.chunks[phrase.preposition].last - 1].lower == "with" && embark(tools_.nouns.analyse(sentence, phrase.nouns.front()))) return;
    }
    if (&other == &clause || other.passive || other.subject != clause.subject || other.objects.empty()) continue;
    const auto lemma = sentence.chunks[other.verb].lemma;
    if (lemma == none || !is_one_of(tools_.story.lexicon.lemma(lemma), {"carry", "transport", "bring", "ferry", "take", "hold", "contain"})) continue;
    const auto cargo = tools_.nouns.analyse(sentence, other.objects.front());
    if (embark(cargo)) return;
  }
}

/// "engineers and two battalions reached X", "police and soldiers were posted": another member of the subject is the force.
void VerbDrafts::take_other_member(const ParsedSentence& sentence, const Clause& clause, Parts& parts) {
  for (const auto member : members_of_subject(sentence, clause)) {
    if (parts.force.found) return;
    auto other = tools_.nouns.analyse(sentence, member);
    if (member == parts.moved.chunk || (other.sort != PhraseSort::Force && other.sort != PhraseSort::Vehicle)) continue;
    parts.moved = std::move(other);
    parts.force = tools_.resolve(sentence, parts.moved, true);
  }
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

/// Deliveries: what, from whom, to whom.
bool VerbDrafts::assign_transfer(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, Parts& parts) {
  if (sense.frame != Frame::Cause && sense.frame != Frame::Give && sense.frame != Frame::Both) return false;
  if (sense.kind == ClaimKind::Withdrawal || is_one_of(sense.lemma, {"unload", "offload", "deposit", "drop", "lead"})) return false;
  auto& claim = parts.claim;
  claim.kind = ClaimKind::Transfer;
  // "artillery rounds, ballistic missiles, and anti-tank rockets"
  auto last = parts.moved.last_chunk;
  if (!clause.passive && !clause.objects.empty()) last = std::max(last, tools_.nouns.analyse(sentence, clause.objects.back()).last_chunk);
  Span span = sentence.span_of(parts.moved.chunk, last);
  if (parts.moved.quantity != none) span.start = std::min(span.end, std::max(span.start, tools_.story.quantities[parts.moved.quantity].span.end));
  auto text = tools_.story.text_of(span);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  claim.materiel = std::string(text);
  parts.materiel = {span.end - text.size(), span.end};
  if (parts.moved.quantity != none) claim.quantity = tools_.to_quantity(parts.moved.quantity);
  for (const auto& phrase : clause.phrases) {
    if (claim.quantity || sentence.items[sentence.chunks[phrase.preposition].last - 1].lower != "in") continue;
    const auto counted = tools_.nouns.analyse(sentence, phrase.nouns.front());
    if (counted.quantity != none && tools_.story.quantities[counted.quantity].kind == CountedKind::Container) claim.quantity = tools_.to_quantity(counted.quantity);
  }
  return true;
}

}  // namespace dateline::claims::detail
