#include <algorithm>

#include "claims/detail/verb_parts.hpp"
#include "claims/detail/words.hpp"

// Clauses whose verb tells of no movement by itself: a noun does ("made a push into"), or the words behind its object ("squeezed out of").

namespace dateline::claims::detail {

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

}  // namespace dateline::claims::detail
