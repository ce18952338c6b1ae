#include <algorithm>

#include "claims/detail/clause_counts.hpp"
#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

// Who moves: what only the sender, the cargo, the story or another member of a list shows of a noun phrase.

namespace dateline::claims::detail {

namespace {

/// Verbs of which a state can be the subject without naming its forces.
bool state_may_move(std::string_view lemma) { return is_one_of(lemma, {"invade", "withdraw", "pull", "retreat", "advance"}); }
/// The same of a state whose soldiers were just told of: "France said it would stay".
bool state_may_stand_for_its_own(std::string_view lemma) { return is_one_of(lemma, {"stay", "remain", "leave", "depart", "quit", "return", "deploy", "redeploy"}); }

}  // namespace

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

}  // namespace dateline::claims::detail
