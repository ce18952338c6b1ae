#include <algorithm>

#include "claims/detail/verb_parts.hpp"

// The words of a sentence that a claim is quoted with.

namespace dateline::claims::detail {

Span VerbDrafts::quote_of(const ParsedSentence& sentence, std::uint32_t index) const {
  const auto& clause = sentence.clauses[index];
  std::uint32_t first = clause.verb;
  const Clause* outer = &clause;
  while (outer->governor != none && (outer->link == Link::Governed)) {
    const auto& next = sentence.clauses[outer->governor];
    if (next.verb > first) break;
    // In "A and B" of a governed pair only the first is contiguous with the governor.
    bool shared = false;
    for (std::uint32_t other = outer->governor + 1; other < index; ++other) shared = shared || (sentence.clauses[other].governor == outer->governor && sentence.clauses[other].verb < first);
    if (shared) break;
    first = next.verb;
    outer = &next;
  }
  if (outer->subject != none && outer->link != Link::Shared && outer->link != Link::Governed && outer->link != Link::Adjunct && outer->link != Link::Purpose) {
    const auto subject = outer->subject_first != none ? outer->subject_first : outer->subject;
    if (subject < first) first = subject;
  }
  if (outer->link == Link::Where) {
    for (auto i = first; i-- > 0;) {
      if (sentence.chunks[i].kind == ChunkKind::Relative) {
        first = i;
        break;
      }
    }
  }
  // "Behind the lines there are", "Since August 2022, X has"
  if (sentence.chunks[clause.verb].copula && clause.subject == none) {
    for (auto i = first; i-- > 0;) {
      if (sentence.chunks[i].kind == ChunkKind::Comma || sentence.chunks[i].kind == ChunkKind::Subordinator || sentence.chunks[i].kind == ChunkKind::Break || sentence.chunks[i].kind == ChunkKind::Verb) break;
      first = i;
    }
  }
  std::uint32_t last = std::max(clause.last, clause.verb + 1);
  for (auto next = index + 1; next < sentence.clauses.size(); ++next) {
    const auto& purpose = sentence.clauses[next];
    if (purpose.verb > last) break;
    if (purpose.link == Link::Purpose && purpose.verb == last) last = std::max(last, purpose.last);
  }
  if (clause.condition != none) {
    for (const auto& after : sentence.clauses) {
      if (after.verb > clause.condition && after.subordinator == clause.condition) last = std::max(last, after.last);
    }
  }
  return sentence.span_of(first, std::max(last, first + 1));
}

}  // namespace dateline::claims::detail
