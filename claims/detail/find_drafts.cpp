#include <algorithm>

#include "claims/detail/draft.hpp"

// All drafts of a story: sentence by sentence, what verbs tell and what nouns tell, without telling anything twice.

namespace dateline::claims::detail {

namespace {

/// "the police", "40 migrants" as the subject of a clause.
bool is_rival(const Lexicon& lexicon, const ParsedSentence& sentence, std::uint32_t chunk) {
  return lexicon.is(WordSet::Rival, sentence.items[sentence.chunks[chunk].head].lower) &&
         std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [chunk](const Clause& clause) { return clause.subject == chunk; });
}

/// "firefighters sent two helicopters": an object of such people.
bool belongs_to_rival(const Lexicon& lexicon, const ParsedSentence& sentence, std::uint32_t chunk) {
  return std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [&](const Clause& clause) {
    return clause.subject != none && std::find(clause.objects.begin(), clause.objects.end(), chunk) != clause.objects.end() && lexicon.is(WordSet::Rival, sentence.items[sentence.chunks[clause.subject].head].lower);
  });
}

/// Every force named in a sentence becomes something that "they" may mean.
void register_forces(DraftTools& tools, const ParsedSentence& sentence) {
  for (std::uint32_t chunk = 0; chunk < sentence.chunks.size(); ++chunk) {
    if (sentence.chunks[chunk].kind != ChunkKind::Noun) continue;
    const auto& phrase = tools.nouns.analyse(sentence, chunk);
    const bool vehicle = phrase.sort == PhraseSort::Vehicle || (phrase.sort == PhraseSort::Carrier && phrase.military);
    // "the column", "the unit": the one told of is told of again.
    const auto* noun = sentence.items[sentence.chunks[chunk].head].word;
    if (phrase.sort == PhraseSort::Other && phrase.definite && noun != nullptr && noun->noun == NounClass::Unit) {
      if (auto* earlier = tools.discourse.before(phrase.span.start, sentence.sentence)) earlier->last_sentence = sentence.sentence;
    }
    if (phrase.sort != PhraseSort::Force && is_rival(tools.story.lexicon, sentence, chunk)) {
      ForceEntity rival;
      rival.span = phrase.span;
      rival.sentence = sentence.sentence;
      rival.rival = true;
      tools.discourse.add(std::move(rival));
      continue;
    }
    if ((phrase.sort == PhraseSort::Force || (vehicle && !belongs_to_rival(tools.story.lexicon, sentence, chunk))) && !phrase.harmed) {
      ForceEntity entity;
      const auto* head = sentence.items[sentence.chunks[chunk].head].word;
      entity.collective = phrase.collective || (vehicle && (head == nullptr || !head->plural));
      entity.vehicle = vehicle;
      entity.weak = phrase.weak && !phrase.military;
      entity.naval = vehicle || phrase.type.find("carrier") != std::string::npos || phrase.type.find("strike") != std::string::npos;
      if (vehicle && phrase.ship) entity.name = sentence.items[sentence.chunks[chunk].head].lower;
      entity.span = phrase.span;
      entity.sentence = sentence.sentence;
      entity.country = phrase.country;
      // "the United States discusses the departure of its soldiers": American soldiers have been told of.
      if (phrase.own && phrase.country.empty()) {
        if (const auto owner = tools.owner_of(sentence, chunk)) entity.actor_text_country = owner->entity;
      }
      entity.type = phrase.type;
      entity.quantity = phrase.quantity;
      entity.echelon = phrase.echelon;
      if (phrase.definite && phrase.country.empty()) {
        if (const auto* earlier = tools.discourse.before(phrase.span.start, sentence.sentence)) {
          entity.country = earlier->country;
          entity.actor_text_country = earlier->actor_text_country;
          entity.places = earlier->places;
          if (entity.quantity == none) entity.quantity = earlier->quantity;
        }
      }
      tools.discourse.add(std::move(entity));
      chunk = phrase.last_chunk - 1;
    }
  }
}

/// "The novel follows a platoon that is sent to X."
bool tells_fiction(const ParsedSentence& sentence) {
  for (const auto& clause : sentence.clauses) {
    if (clause.subject == none) continue;
    const auto* head = sentence.items[sentence.chunks[clause.subject].head].word;
    if (head != nullptr && head->noun == NounClass::Fiction) return true;
  }
  return false;
}

/// "abandoned X and retreated to Y": they retreat from X.
void share_origins(const ParsedSentence& sentence, std::vector<Draft>& drafts, std::size_t first) {
  for (auto i = first + 1; i < drafts.size(); ++i) {
    auto& later = drafts[i];
    if (later.clause == none || sentence.clauses[later.clause].link != Link::Shared || !later.claim.origin.empty() || later.claim.destination.empty()) continue;
    const auto& earlier = drafts[i - 1];
    const bool left = earlier.force_chunk == later.force_chunk && !earlier.claim.origin.empty() && earlier.claim.destination.empty() && earlier.claim.status == later.claim.status;
    const bool moves = later.claim.kind == ClaimKind::Movement || later.claim.kind == ClaimKind::Withdrawal;
    if (!left || !moves || later.force_chunk == none) continue;
    later.claim.origin = earlier.claim.origin;
    later.claim.flags.emplace_back("origin-from-context");
  }
}

/// "The contingent sent to X has ventured out of Y": that they were sent is told with a place of its own.
bool tells_of_other_place(const PlacePhrases& places, const Claim& claim, const Claim& other) {
  const auto named_there = [&](const PlaceRef& place) {
    const auto same = [&](const PlaceRef& known) { return known.span == place.span || (!place.place.empty() && (known.place == place.place || places.lies_in(known.place, place.place))); };
    return std::any_of(other.destination.begin(), other.destination.end(), same) || std::any_of(other.at.begin(), other.at.end(), same);
  };
  for (const auto* list : {&claim.destination, &claim.at}) {
    for (const auto& place : *list) {
      if ((place.mention == PlaceMention::Toponym || claim.kind != other.kind) && !named_there(place)) return true;
    }
  }
  return false;
}

/// "stepped up its patrols in X": the noun tells what the verb only seems to.
void drop_told_by_noun(std::vector<Draft>& drafts, std::size_t first) {
  const auto by_noun = [](const Draft& draft) { return draft.claim.rules.front() == "noun.patrols"; };
  std::vector<std::uint32_t> clauses;
  for (auto i = first; i < drafts.size(); ++i) {
    if (by_noun(drafts[i])) clauses.push_back(drafts[i].clause);
  }
  if (clauses.empty()) return;
  const auto told = [&](const Draft& draft) { return !by_noun(draft) && std::find(clauses.begin(), clauses.end(), draft.clause) != clauses.end(); };
  drafts.erase(std::remove_if(drafts.begin() + static_cast<std::ptrdiff_t>(first), drafts.end(), told), drafts.end());
}

void keep(DraftTools& tools, std::vector<Draft>& drafts, std::optional<Draft> draft) {
  if (!draft) return;
  auto& list = draft->unclaimed ? tools.unclaimed : drafts;
  // "made a withdrawal": the verb has told what the noun would tell again.
  const bool told = std::any_of(list.begin(), list.end(), [&](const Draft& other) {
    return other.sentence == draft->sentence && other.claim.kind == draft->claim.kind && other.trigger.start <= draft->trigger.start && draft->trigger.end <= other.quote.end &&
           draft->clause == none && other.claim.rules.front().starts_with("light.");
  });
  if (!told) list.push_back(std::move(*draft));
}

}  // namespace

std::vector<Draft> find_drafts(DraftTools& tools) {
  VerbDrafts verbs(tools);
  NounDrafts nouns(tools);
  std::vector<Draft> drafts;
  for (const auto& sentence : tools.story.sentences) {
    const auto kind = tools.story.segments.sentences[sentence.sentence].kind;
    if (kind == SentenceKind::Boilerplate) continue;
    const auto first = drafts.size();
    register_forces(tools, sentence);
    if (tells_fiction(sentence)) continue;
    for (std::uint32_t clause = 0; clause < sentence.clauses.size(); ++clause) {
      keep(tools, drafts, verbs.make(sentence, clause));
    }
    for (std::uint32_t chunk = 0; chunk < sentence.chunks.size(); ++chunk) {
      if (sentence.chunks[chunk].kind != ChunkKind::Noun) continue;
      keep(tools, drafts, nouns.make(sentence, chunk));
      keep(tools, drafts, nouns.make_under_way(sentence, chunk));
      keep(tools, drafts, nouns.make_site(sentence, chunk));
      keep(tools, drafts, nouns.make_present(sentence, chunk));
      keep(tools, drafts, nouns.make_number(sentence, chunk));
      keep(tools, drafts, nouns.make_part(sentence, chunk));
      keep(tools, drafts, nouns.make_garrison(sentence, chunk));
      keep(tools, drafts, nouns.make_headquarters(sentence, chunk));
      keep(tools, drafts, nouns.make_patrols(sentence, chunk));
      keep(tools, drafts, nouns.make_accompanied(sentence, chunk));
    }
    for (std::uint32_t chunk = 0; chunk < sentence.chunks.size(); ++chunk) {
      if (sentence.chunks[chunk].kind == ChunkKind::Noun) keep(tools, drafts, nouns.make_standing(sentence, chunk, drafts));
    }
    drop_told_by_noun(drafts, first);
    share_origins(sentence, drafts, first);
    // "The troops deployed in X have been stationed": the second claim presupposes the first.
    const auto begin = drafts.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<Draft> kept;
    for (auto draft = begin; draft != drafts.end(); ++draft) {
      const bool presupposed = draft->restrictive && draft->claim.origin.empty() && std::any_of(begin, drafts.end(), [&](const Draft& other) {
        return &other != &*draft && !other.restrictive && other.force_chunk == draft->force_chunk && !tells_of_other_place(tools.places, draft->claim, other.claim);
      });
      if (!presupposed) kept.push_back(std::move(*draft));
    }
    drafts.erase(begin, drafts.end());
    for (auto& draft : kept) drafts.push_back(std::move(draft));
  }
  // "In all, 8 million rounds have been shipped": the supplier is that of the delivery told just before.
  const Draft* delivery = nullptr;
  for (auto& draft : drafts) {
    if (draft.claim.kind != ClaimKind::Transfer) continue;
    if (!draft.claim.actor && delivery != nullptr && draft.sentence <= delivery->sentence + Discourse::max_distance) {
      draft.claim.actor = delivery->claim.actor;
      draft.claim.flags.emplace_back("actor-from-context");
    }
    if (draft.claim.actor) delivery = &draft;
  }
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.trigger.start < b.trigger.start; });
  return drafts;
}

}  // namespace dateline::claims::detail
