#include <algorithm>

#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

// Whether what a verb says of a force is worth telling: with a place nearly always, without one only if the clause says nothing else.

namespace dateline::claims::detail {

/// True if an infinitive behind the object says what for.
bool VerbDrafts::says_what_for(const ParsedSentence& sentence, std::uint32_t index) const {
  const auto& clause = sentence.clauses[index];
  if ((!clause.passive && clause.objects.empty()) || clause.link == Link::Adjunct) return false;
  const auto from = clause.passive ? clause.verb : clause.objects.front();
  return std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause& other) {
    return other.governor == index && other.link == Link::Purpose && sentence.chunks[other.verb].infinitive && other.verb > from;
  });
}

bool VerbDrafts::lemma_is(const ParsedSentence& sentence, const Clause& clause, std::initializer_list<std::string_view> lemmas) const {
  const auto lemma = sentence.chunks[clause.verb].lemma;
  return lemma != none && is_one_of(tools_.story.lexicon.lemma(lemma), lemmas);
}

/// "hurrying them south by train", "flew home", "streamed the other way": which way, though not whither.
bool VerbDrafts::heads_somewhere(const ParsedSentence& sentence, const Clause& clause) const {
  const auto last = clause.last == 0 ? sentence.chunks[clause.verb].last : sentence.chunks[clause.last - 1].last;
  for (auto i = sentence.chunks[clause.verb].last; i < last && i < sentence.items.size(); ++i) {
    if (sentence.items[i].lower == "way" && i > 0 && is_one_of(sentence.items[i - 1].lower, {"other", "opposite", "same", "wrong"})) return true;
    if (sentence.items[i].tag == Tag::Adverb && is_one_of(sentence.items[i].lower, {"north", "south", "east", "west", "northward", "southward", "eastward", "westward", "northwards", "southwards", "eastwards", "westwards",
                                                                                    "northeast", "northwest", "southeast", "southwest", "home", "inland", "ashore", "upriver", "downriver", "overseas", "abroad"})) return true;
  }
  return false;
}

/// Of a verb that no reviewed table knows: a force, and a place with a word that can only tell a direction (or, of being somewhere, a site).
bool VerbDrafts::told_beyond_doubt(const ParsedSentence& sentence, const Clause& clause, const VerbSense& sense, const Parts& parts) const {
  const auto& claim = parts.claim;
  if (parts.moved.weak || parts.moved.harmed || (parts.moved.sort == PhraseSort::Carrier && !parts.moved.military)) return false;
  if (sense.frame == Frame::Stay) return !claim.at.empty();
  if (claim.origin.empty() && claim.destination.empty() && claim.via.empty()) return heads_somewhere(sentence, clause);
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](const Phrase& phrase) {
    const auto& chunk = sentence.chunks[phrase.preposition];
    const auto& last = sentence.items[chunk.last - 1].lower;
    const auto& first = sentence.items[chunk.first].lower;
    return is_one_of(last, {"to", "into", "onto", "from", "across", "through", "toward", "towards", "past", "over", "along", "off", "via"}) || (last == "of" && first != "of");
  });
}

bool VerbDrafts::stays_plainly(const ParsedSentence& sentence, const Clause& clause) const {
  // "stayed one night"
  const bool how_long = std::all_of(clause.objects.begin(), clause.objects.end(), [&](std::uint32_t object) { return tools_.story.lexicon.is(WordSet::Duration, sentence.items[sentence.chunks[object].head].lower); });
  return lemma_is(sentence, clause, {"stay", "remain"}) && how_long && moves_plainly(sentence, clause) &&
         (clause.verb + 1 >= sentence.chunks.size() || sentence.chunks[clause.verb + 1].kind != ChunkKind::Verb);
}

/// Nothing stands with the verb but when and by what means: "they came on foot", but not "they came under fire", "they moved the goods".
bool VerbDrafts::moves_plainly(const ParsedSentence& sentence, const Clause& clause) const {
  const bool how_long = std::all_of(clause.objects.begin(), clause.objects.end(), [&](std::uint32_t object) { return tools_.story.lexicon.is(WordSet::Duration, sentence.items[sentence.chunks[object].head].lower); });
  if (!clause.passive && !how_long) return lemma_is(sentence, clause, {"withdraw", "pull", "redeploy", "reposition", "deploy", "land"});
  // "refused to go quietly", "came to terms"
  if (clause.link == Link::Governed && lemma_is(sentence, clause, {"go", "come", "get"})) return false;
  return std::all_of(clause.phrases.begin(), clause.phrases.end(), [&](const Phrase& phrase) {
    const auto& lexicon = tools_.story.lexicon;
    const auto& word = sentence.items[sentence.chunks[phrase.preposition].last - 1].lower;
    const auto& noun = sentence.items[sentence.chunks[phrase.nouns.front()].head];
    const bool when_or_how = noun.time != none || noun.quantity != none || lexicon.is(WordSet::Duration, noun.lower) || lexicon.is(WordSet::Way, noun.lower);
    return lexicon.is(WordSet::Manner, word) || (is_one_of(word, {"on", "in", "at", "within", "of"}) && when_or_how);
  });
}

namespace {

/// "there are none", "there is not a soldier": but neither "there was not one, but two" nor "not only is the army facing".
bool tells_of_none(const ParsedSentence& sentence, const Clause& clause) {
  const auto& chunks = sentence.chunks;
  auto before = clause.verb;
  while (before > 0 && chunks[before - 1].kind == ChunkKind::Adverb) --before;
  const bool there = (before > 0 && chunks[before - 1].kind == ChunkKind::There) || (clause.verb + 1 < chunks.size() && chunks[clause.verb + 1].kind == ChunkKind::There);
  if (clause.subject != none || !there) return false;
  if (clause.objects.empty()) return true;
  const auto& said = chunks[clause.objects.front()];
  return said.last != said.first + 1 || sentence.items[said.head].lower != "one";
}

/// "is unequipped to deal with the stream of migrants to X": an infinitive follows, to which what comes behind it belongs.
bool goal_of_other_verb(const ParsedSentence& sentence, const Clause& clause) {
  for (auto i = clause.verb + 1; i < sentence.chunks.size() && sentence.chunks[i].kind != ChunkKind::Comma; ++i) {
    if (sentence.chunks[i].kind == ChunkKind::Verb) return sentence.chunks[i].infinitive;
  }
  return false;
}

/// "has 4,000 left": the word behind the object.
bool are_left(const ParsedSentence& sentence, const Clause& clause) {
  if (clause.objects.empty()) return false;
  const auto next = sentence.chunks[clause.objects.back()].last;
  return next < sentence.items.size() && sentence.items[next].lower == "left";
}

/// "has a detachment at the airfield", but not "has an army of 10,000".
bool names_site(const ParsedSentence& sentence, const Clause& clause) {
  return std::any_of(clause.phrases.begin(), clause.phrases.end(), [&](const Phrase& phrase) { return sentence.items[sentence.chunks[phrase.preposition].last - 1].lower != "of"; });
}

}  // namespace

bool VerbDrafts::worth_telling(const ParsedSentence& sentence, std::uint32_t index, const Parts& parts, const VerbSense& sense) const {
  const auto& claim = parts.claim;
  const bool broad = sense.broad && sense.particle.empty();
  const auto* before = parts.force.entity;
  const bool near = before != nullptr && before->last_sentence + 1 >= sentence.sentence;
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
      // "there are none", "has 4,000 left"
      if (claim.status == ClaimStatus::Denied && sentence.chunks[clause.verb].copula && tells_of_none(sentence, clause)) return true;
      if (parts.owns && claim.quantity && claim.actor && are_left(sentence, clause)) return true;
      if (parts.owns) return (toponym && (claim.quantity || !parts.force.country.empty())) || (place && claim.actor && (claim.quantity || (parts.moved.collective && names_site(sentence, clause)) || claim.status == ClaimStatus::Denied));
      [[fallthrough]];
    case ClaimKind::Basing:
      // "the frigate will remain until Sunday": until when is told, not where.
      if (claim.kind == ClaimKind::Basing && claim.when && !parts.moved.weak && clause.link != Link::Reduced) return true;
      // "the battalion stays", "told to stay put"
      if (claim.kind == ClaimKind::Basing && !broad && (!parts.force.pronoun || near) && stays_plainly(sentence, clause)) return true;
      // "Taliban living in Y": people of that kind, unless they are counted.
      if (broad && claim.kind == ClaimKind::Basing && !claim.quantity && !clause.passive && (clause.link == Link::Reduced || clause.link == Link::Adjunct)) return false;
      if (sentence.chunks[clause.verb].copula && claim.at.empty() && goal_of_other_verb(sentence, clause)) return parts.alongside;
      return !claim.at.empty() || (place && !claim.destination.empty()) || parts.alongside;
    case ClaimKind::Mobilisation: return true;
    default: break;
  }
  if (parts.state_moves) return toponym || (near && !parts.abstract_goal && moves_plainly(sentence, clause));
  // "planes left X for Y carrying 300 soldiers": they go where the planes go.
  if (!place && clause.link != Link::Main && !clause.passive && parts.moved.sort == PhraseSort::Force && parts.has_sender && (parts.sender.sort == PhraseSort::Carrier || parts.sender.sort == PhraseSort::Vehicle) &&
      tools_.story.lexicon.is(WordSet::Ferry, sense.lemma)) return true;
  // "The frigate carries 240 sailors": her crew.
  const bool vessel = parts.has_sender && (parts.sender.sort == PhraseSort::Carrier || parts.sender.sort == PhraseSort::Vehicle);
  if (!place && clause.link == Link::Main && vessel && tools_.story.lexicon.is(WordSet::Ferry, sense.lemma)) return false;
  if (broad && !place) return heads_somewhere(sentence, clause);
  if (!place && (parts.abstract_goal || parts.sender.sort == PhraseSort::Carrier)) return false;
  // "rushed to reinforce": haste, not a way.
  if (!place && !clause.passive && clause.verb + 1 < sentence.chunks.size() && sentence.chunks[clause.verb + 1].kind == ChunkKind::Verb && sentence.chunks[clause.verb + 1].infinitive) return false;
  // "sent the destroyers to track the flotilla": what for is told, not where.
  const bool sent = (clause.passive || (parts.has_sender && claim.actor)) && (says_what_for(sentence, index) || (claim.rules.front() == "verb.scramble" && !clause.passive));
  if (!place && sent) return true;
  if (place) return own_place || claim.quantity.has_value() || clause.link == Link::Main || clause.link == Link::Governed;
  if (heads_somewhere(sentence, clause)) return true;
  const bool told = clause.link == Link::Main || clause.link == Link::Shared || clause.link == Link::Governed;
  const bool force = parts.moved.sort == PhraseSort::Force && !parts.moved.weak && !parts.moved.harmed;
  // "They pulled out", "the marines who landed", "the column has withdrawn": verbs that tell enough of soldiers by themselves.
  const bool vague = tools_.story.lexicon.is(WordSet::VagueMotion, sense.particle.empty() ? sense.lemma : std::string_view{}) && !(sense.lemma == "go" && clause.passive);  // but "were gone"
  const bool enough = !broad && !vague && (clause.passive || clause.objects.empty() || (sense.frame == Frame::Quit && sense.lemma != "leave")) &&
                      // "pulled down a statue", "withdrew to the second question"
                      std::none_of(clause.phrases.begin(), clause.phrases.end(), [&](const Phrase& phrase) {
                        const auto& first = sentence.items[sentence.chunks[phrase.preposition].first];
                        return is_one_of(first.lower, {"up", "down", "over", "off", "through", "against", "to", "into", "under"}) && sentence.items[sentence.chunks[phrase.nouns.front()].head].tag != Tag::Pronoun;
                      });
  const bool soldiers = force || (near && (parts.force.pronoun || parts.force.definite || parts.moved.own));
  if ((told || clause.link == Link::Relative) && enough && soldiers && !parts.moved.harmed) return true;
  if (told && sense.frame == Frame::Join && is_one_of(sense.lemma, {"replace", "relieve"}) && (soldiers || parts.moved.sort == PhraseSort::Vehicle || near)) return true;
  if (clause.link == Link::Adjunct) return claim.quantity && claim.when && !(parts.has_sender && !clause.passive);
  if (clause.link == Link::Relative || clause.link == Link::Reduced) return claim.when && (claim.quantity || !parts.force.country.empty());
  // "they have left", "the garrison will withdraw", "its men walked": of a force told of just before.
  const bool leaves = lemma_is(sentence, clause, {"leave", "withdraw", "retreat", "arrive", "depart", "redeploy", "reposition", "deploy", "land", "pull"});
  if (leaves && (parts.moved.definite || parts.moved.own) && moves_plainly(sentence, clause)) return true;
  if (moves_plainly(sentence, clause) && ((before != nullptr && before->last_sentence + 2 >= sentence.sentence) || (parts.moved.own && parts.force.owner))) return true;
  // "Government troops have retreated", "the army sent in reinforcements": who and what are enough where a clause says nothing else.
  if (told && force && !broad && !clause.passive && clause.objects.empty() && moves_plainly(sentence, clause)) return true;
  return (claim.quantity && !parts.force.pronoun) || claim.when || (!parts.force.country.empty() && !parts.force.pronoun);
}

}  // namespace dateline::claims::detail
