#include <algorithm>

#include "claims/detail/draft.hpp"
#include "claims/detail/words.hpp"

// Where forces are based or patrol, told by a noun: garrisons, homes, headquarters, patrols.

namespace dateline::claims::detail {

namespace {

/// The clause of which the chunk is a complement behind a form of "be": "the school is home to", "the pitch was a base for".
const Clause* copular_clause(const ParsedSentence& sentence, std::uint32_t chunk) {
  for (const auto& clause : sentence.clauses) {
    if (!sentence.chunks[clause.verb].copula || clause.verb >= chunk || clause.subject == none || clause.verb + 3 < chunk) continue;
    return &clause;
  }
  return nullptr;
}

/// "home" in front of "to", with a time between at most: "home since May to"; none if another word stands there.
std::uint32_t home_before(const ParsedSentence& sentence, std::uint32_t to) {
  auto i = to;
  while (i-- > 0 && sentence.chunks[i].kind == ChunkKind::Time) {}
  return i != none && sentence.chunks[i].kind != ChunkKind::Verb && sentence.items[sentence.chunks[i].last - 1].lower == "home" ? i : none;
}

}  // namespace

/// "The Turkish garrison in northern Cyprus marked the anniversary": a garrison is where it is, whatever else is told of it.
std::optional<Draft> NounDrafts::make_garrison(const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& chunks = sentence.chunks;
  const auto& lexicon = tools_.story.lexicon;
  const auto& head = sentence.items[chunks[chunk].head];
  if (!is_one_of(head.lower, {"garrison", "garrisons"})) return std::nullopt;
  const auto& moved = tools_.nouns.analyse(sentence, chunk);
  const auto next = moved.last_chunk;
  if (moved.sort != PhraseSort::Force || next + 1 >= chunks.size() || chunks[next].kind != ChunkKind::Preposition || chunks[next + 1].kind != ChunkKind::Noun) return std::nullopt;
  if (role_of(sentence.items[chunks[next].last - 1].lower, Frame::Be, ClaimKind::Basing) != PlaceRole::At) return std::nullopt;
  // "the garrison at X left", "reinforced the garrison at X": told by the verb.
  const bool moves = std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause& clause) {
    const bool argument = clause.subject == chunk || std::find(clause.objects.begin(), clause.objects.end(), chunk) != clause.objects.end();
    const auto lemma = chunks[clause.verb].lemma;
    return argument && (chunks[clause.verb].copula || clause.passive || (lemma != none && !lexicon.senses_of(lemma).empty()));
  });
  const bool aimed = chunk > 0 && chunks[chunk - 1].kind == ChunkKind::Preposition;  // "to the garrison at X"
  if (moves || aimed) return std::nullopt;
  return make_there(sentence, {ClaimKind::Basing, "noun.garrison", moved, next + 1, head.span});
}

std::optional<Draft> NounDrafts::make_site(const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& chunks = sentence.chunks;
  if (chunk < 2 || chunks[chunk - 1].kind != ChunkKind::Preposition) return std::nullopt;
  const auto& preposition = sentence.items[chunks[chunk - 1].last - 1].lower;
  std::uint32_t site = none;
  if (preposition == "to") site = home_before(sentence, chunk - 1);
  if (preposition == "for" && chunks[chunk - 2].kind == ChunkKind::Noun && is_one_of(sentence.items[chunks[chunk - 2].head].lower, {"base", "home", "headquarters", "camp", "barracks", "garrison"})) site = chunk - 2;
  if (site == none) return std::nullopt;
  const auto& moved = tools_.nouns.analyse(sentence, chunk);
  const auto force = tools_.resolve(sentence, moved, false);
  // "a base for terrorist operations": deeds, not doers.
  const bool acts = std::any_of(sentence.items.begin() + chunks[chunk].first, sentence.items.begin() + chunks[chunk].last, [](const Item& item) {
    return is_one_of(item.lower, {"operations", "attacks", "raids", "strikes", "activities", "use"});
  });
  if (!force.found || force.pronoun || moved.harmed || acts) return std::nullopt;
  Claim claim;
  claim.kind = ClaimKind::Basing;
  claim.rules.emplace_back("noun.site");
  auto first = site;
  Tense tense = Tense::Present;
  const auto* is = copular_clause(sentence, site);
  if (is != nullptr) {
    first = is->subject;
    const auto status = read_status(tools_.story, sentence, static_cast<std::uint32_t>(is - sentence.clauses.data()));
    if (!status.claimed) return std::nullopt;
    claim.status = status.status;
    tense = status.tense;
    claim.rules.insert(claim.rules.end(), status.rules.begin(), status.rules.end());
    for (const auto& [item, rule] : status.cues) claim.cues.push_back({tools_.story.to_text_span(sentence.items[item].span), rule});
    claim.when = tools_.read_when(sentence, *is, tense, claim.flags);
  } else if (site > 1 && chunks[site - 1].kind == ChunkKind::Comma && chunks[site - 2].kind == ChunkKind::Noun) {
    first = site - 2;
  } else if (preposition == "to") {
    return std::nullopt;
  }
  claim.at = tools_.places.read(sentence, {first});
  if (claim.at.empty()) return std::nullopt;
  auto draft = draft_of_noun(sentence, std::move(claim), force, chunk, sentence.items[chunks[site].last - 1].span);
  draft.quote = sentence.span_of(first, moved.last_chunk);
  draft.tense = tense;
  return draft;
}

/// "The French force, with headquarters in X, will", "Their headquarters is at X": a force is based where it is led from.
std::optional<Draft> NounDrafts::make_headquarters(const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& chunks = sentence.chunks;
  const auto& head = sentence.items[chunks[chunk].head];
  if (!is_one_of(head.lower, {"headquarters", "base", "bases", "command"}) || chunk + 2 >= chunks.size()) return std::nullopt;
  const auto& opening = sentence.items[chunks[chunk].first].lower;
  const bool theirs = is_one_of(opening, {"its", "their"});
  const bool plain = chunks[chunk].last - chunks[chunk].first <= (theirs || is_one_of(opening, {"a", "the"}) ? 2U : 1U);
  const auto at = [&](std::uint32_t preposition) {
    return preposition + 1 < chunks.size() && chunks[preposition].kind == ChunkKind::Preposition && chunks[preposition + 1].kind == ChunkKind::Noun &&
           role_of(sentence.items[chunks[preposition].last - 1].lower, Frame::Be, ClaimKind::Basing) == PlaceRole::At;
  };
  if (plain && chunk > 1 && sentence.items[chunks[chunk - 1].first].lower == "with" && at(chunk + 1)) {
    auto end = chunk - 1;
    if (chunks[end - 1].kind == ChunkKind::Comma) --end;
    for (auto force = end; force-- > 0 && force + 6 > end;) {
      if (chunks[force].kind != ChunkKind::Noun) continue;
      const auto& moved = tools_.nouns.analyse(sentence, force);
      if (moved.last_chunk == end && moved.sort == PhraseSort::Force && !moved.weak) return make_there(sentence, {ClaimKind::Basing, "noun.headquarters", moved, chunk + 2, head.span});
    }
    return std::nullopt;
  }
  const auto& phrase = tools_.nouns.analyse(sentence, chunk);
  // "The 4th Division's headquarters is at X"
  const bool divisions = !theirs && phrase.military && chunks[chunk].head > chunks[chunk].first + 1 && sentence.items[chunks[chunk].head - 1].tag == Tag::Possessive;
  const auto* is = theirs || divisions ? copular_clause(sentence, chunk + 2) : nullptr;
  if (is == nullptr || is->subject != chunk || is->phrases.empty() || !at(is->phrases.front().preposition)) return std::nullopt;
  ResolvedForce force;
  force.found = true;
  if (divisions) {
    force.force.span = tools_.story.to_text_span(phrase.span);
    force.country = force.force.entity = phrase.country;
  } else {
    if (!plain) return std::nullopt;
    auto* told = opening == "its" ? tools_.discourse.collective(head.span.start, sentence.sentence) : tools_.discourse.before(head.span.start, sentence.sentence);
    if (told == nullptr || told->weak || told->last_sentence + 1 < sentence.sentence) return std::nullopt;
    force.entity = told;
    force.force.span = tools_.story.to_text_span(sentence.items[chunks[chunk].first].span);
    force.country = force.force.entity = told->country.empty() ? told->actor_text_country : told->country;
  }
  Claim claim;
  claim.kind = ClaimKind::Basing;
  claim.rules.emplace_back("noun.headquarters");
  claim.at = tools_.places.read(sentence, is->phrases.front().nouns);
  if (claim.at.empty()) return std::nullopt;
  auto draft = draft_of_noun(sentence, std::move(claim), force, chunk, {head.span.start, sentence.items[chunks[is->verb].head].span.end});
  draft.quote = sentence.span_of(chunk, is->phrases.front().nouns.back() + 1);
  return draft;
}

/// "stepped up its patrols in X", "fly patrols over X": who patrols is there.
std::optional<Draft> NounDrafts::make_patrols(const ParsedSentence& sentence, std::uint32_t chunk) {
  const auto& chunks = sentence.chunks;
  const auto& lexicon = tools_.story.lexicon;
  const auto& head = sentence.items[chunks[chunk].head];
  if (head.lower != "patrols") return std::nullopt;
  for (const auto& clause : sentence.clauses) {
    const auto lemma = chunks[clause.verb].lemma;
    const bool object = std::find(clause.objects.begin(), clause.objects.end(), chunk) != clause.objects.end();
    if (!object || clause.passive || clause.subject == none || lemma == none || !lexicon.is(WordSet::Patrolling, lexicon.lemma(lemma))) continue;
    const auto& moved = tools_.nouns.analyse(sentence, clause.subject);
    const auto force = tools_.resolve(sentence, moved, true);
    const auto status = read_status(tools_.story, sentence, static_cast<std::uint32_t>(&clause - sentence.clauses.data()));
    if (!force.found || moved.harmed || (moved.weak && !moved.military) || !status.claimed) return std::nullopt;
    Claim claim;
    claim.kind = ClaimKind::Presence;
    claim.activity = "patrols";
    claim.status = status.status;
    claim.rules.emplace_back("noun.patrols");
    claim.rules.insert(claim.rules.end(), status.rules.begin(), status.rules.end());
    for (const auto& phrase : clause.phrases) {
      if (role_of(sentence.items[chunks[phrase.preposition].last - 1].lower, Frame::Stay, claim.kind) == PlaceRole::None) continue;
      auto found = tools_.places.read(sentence, phrase.nouns);
      claim.at.insert(claim.at.end(), found.begin(), found.end());
    }
    claim.when = tools_.read_when(sentence, clause, status.tense, claim.flags);
    auto draft = draft_of_noun(sentence, std::move(claim), force, moved.chunk, head.span);
    draft.clause = static_cast<std::uint32_t>(&clause - sentence.clauses.data());
    draft.quote = sentence.span_of(std::min(moved.chunk, clause.verb), std::max(clause.last, chunk + 1));
    draft.tense = status.tense;
    return draft;
  }
  return std::nullopt;
}

}  // namespace dateline::claims::detail
