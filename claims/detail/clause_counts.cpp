#include "claims/detail/clause_counts.hpp"

#include <algorithm>

#include "claims/detail/words.hpp"

namespace dateline::claims::detail {

namespace {

/// A bracket stands at most so many bytes behind the force or the place that it follows.
constexpr std::size_t max_bracket_gap = 2;

bool counts_soldiers(const QuantityExpression& quantity) {
  return quantity.kind == CountedKind::Persons || quantity.kind == CountedKind::Formation || quantity.rule == "quantity.elided";
}

/// "(some 2,500)" right behind the words that end at `end`.
std::uint32_t bracketed_at(const Story& story, std::size_t end) {
  const auto text = story.text();
  for (std::uint32_t i = 0; i < story.quantities.size(); ++i) {
    const auto& span = story.quantities[i].span;
    if (span.start <= end) continue;
    if (span.start > end + max_bracket_gap) return none;
    if (text[span.start - 1] == '(' && counts_soldiers(story.quantities[i])) return i;
  }
  return none;
}

/// "a convoy with 25 vehicles": of a train of vehicles these tell the size.
bool is_train(const Lexicon& lexicon, const ParsedSentence& sentence, const NounPhrase& moved) { return lexicon.is(WordSet::Train, sentence.items[sentence.chunks[moved.chunk].head].lower); }

/// The first count of soldiers in a noun chunk.
std::uint32_t count_in(const Story& story, const ParsedSentence& sentence, std::uint32_t chunk) {
  for (auto item = sentence.chunks[chunk].first; item < sentence.chunks[chunk].last; ++item) {
    const auto index = sentence.items[item].quantity;
    if (index != none && counts_soldiers(story.quantities[index])) return index;
  }
  return none;
}

/// "special forces and several hundred instructors are", "sent a warship and 120 sailors": a member of the list has the count.
std::uint32_t count_in_list(DraftTools& tools, const ParsedSentence& sentence, const std::vector<std::uint32_t>& members, std::uint32_t but) {
  for (const auto member : members) {
    if (member == but) continue;
    const auto& phrase = tools.nouns.analyse(sentence, member);
    const bool force = phrase.sort == PhraseSort::Force || phrase.sort == PhraseSort::Vehicle || phrase.sort == PhraseSort::Carrier || phrase.sort == PhraseSort::Other;
    if (force && phrase.quantity != none && tools.story.quantities[phrase.quantity].kind != CountedKind::Other && !tools.story.quantities[phrase.quantity].strength) return phrase.quantity;
  }
  return none;
}

}  // namespace

std::vector<std::uint32_t> members_of_subject(const ParsedSentence& sentence, const Clause& clause) {
  std::vector<std::uint32_t> members;
  if (clause.subject == none || clause.subject_first == none || clause.verb <= clause.subject_first) return members;
  for (auto i = clause.subject_first; i < clause.verb; ++i) {
    const auto kind = sentence.chunks[i].kind;
    if (kind == ChunkKind::Noun) members.push_back(i);
    else if (kind != ChunkKind::Conjunction) break;
  }
  return members;
}

std::optional<QuantityOf> count_in_clause(DraftTools& tools, const ParsedSentence& sentence, const Clause& clause, const NounPhrase& moved) {
  const auto& story = tools.story;
  auto found = bracketed_at(story, moved.span.end);
  const bool object = std::find(clause.objects.begin(), clause.objects.end(), moved.chunk) != clause.objects.end();
  if (found == none) found = count_in_list(tools, sentence, object ? clause.objects : members_of_subject(sentence, clause), moved.chunk);
  for (const auto& phrase : clause.phrases) {
    if (found != none) break;
    const auto noun = phrase.nouns.front();
    // "are in Cabo Delgado (some 2,500)": behind the place.
    if (!object) found = bracketed_at(story, sentence.span_of(phrase.nouns.back(), phrase.nouns.back() + 1).end);
    // "is stationed in the town with 3,500 men", "a convoy crossed with 25 vehicles"
    if (found == none && (moved.collective || is_train(story.lexicon, sentence, moved)) && sentence.items[sentence.chunks[phrase.preposition].last - 1].lower == "with") {
      found = count_in(story, sentence, noun);
      const auto& vehicles = tools.nouns.analyse(sentence, noun).quantity;
      if (found == none && vehicles != none && is_train(story.lexicon, sentence, moved)) found = vehicles;
      const auto* head = sentence.items[sentence.chunks[noun].head].word;
      if (found != none && head != nullptr && head->noun == NounClass::People) found = none;  // "with 40 civilians"
    }
  }
  // "came west by rail, eighteen of them with 1,700 tanks"
  if (found == none && clause.last + 1 < sentence.chunks.size() && sentence.chunks[clause.last].kind == ChunkKind::Comma && sentence.chunks[clause.last + 1].kind == ChunkKind::Noun) {
    const auto index = count_in(story, sentence, clause.last + 1);
    if (index != none && story.quantities[index].rule == "quantity.elided") found = index;
  }
  return found == none ? std::nullopt : std::optional(tools.to_quantity(found));
}

}  // namespace dateline::claims::detail
