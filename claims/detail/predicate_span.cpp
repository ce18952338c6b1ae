#include "claims/detail/predicate_span.hpp"

#include <algorithm>

namespace dateline::claims::detail {

Span predicate_span(const ParsedSentence& sentence, const Clause& clause) {
  const auto& group = sentence.chunks[clause.verb];
  auto span = sentence.items[group.head].span;
  if (!group.copula || clause.phrases.empty()) return span;
  const auto preposition = clause.phrases.front().preposition;
  if (preposition < clause.verb) return span;
  const bool adjacent = std::all_of(sentence.chunks.begin() + clause.verb + 1, sentence.chunks.begin() + preposition, [](const Chunk& chunk) { return chunk.kind == ChunkKind::Adverb; });
  if (adjacent) span.end = sentence.items[sentence.chunks[preposition].last - 1].span.end;
  return span;
}

}  // namespace dateline::claims::detail
