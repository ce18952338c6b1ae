#include "claims/detail/speech_frames.hpp"

// Answers that withhold, estimate or name: no clause of their own stands behind the verb.

namespace dateline::claims::detail {

/// "would not say where the men were", "did not say when", "could not establish whether".
std::size_t FrameFinder::read_withheld(std::size_t i) {
  const std::size_t first = negation_before(i);
  if (first == i || !tokens_.is_any(i + 1, {"where", "when", "whether", "how", "who", "why", "what", "which", "if"})) return i;
  const auto phrase = phrase_before(tables_, tokens_, first);
  const Range content = content_after(i + 1);
  if (phrase.empty() || content.last < content.first + 2) return i;
  add(phrase, {first, i + 1}, {content}, "say", Relation::CouldNotConfirm, std::nullopt, "speech.withheld");
  return i + 1;
}

/// "puts the figure at 1,400", "put their number at 'about 2,000'".
std::size_t FrameFinder::read_put_at(std::size_t i) {
  constexpr std::size_t longest = 14;   // words between the verb and its "at"
  std::size_t at = i + 2;
  while (tokens_.has(at) && at < i + longest && !tokens_.is_any(at, {"at", ",", ";"})) ++at;
  if (!tokens_.is(at, "at")) return i;
  const bool number = tokens_.is_number(at + 1) || is_quote_mark(tokens_, at + 1) || tokens_.is_any(at + 1, {"about", "around", "between", "over", "under", "fewer", "nearly", "roughly", "hundreds", "thousands", "dozens", "two", "three", "four", "five", "six"}) ||
                      (tokens_.is_any(at + 1, {"more", "less", "some"}) && tokens_.is_number(at + 3));
  const auto phrase = phrase_before(tables_, tokens_, i);
  if (!number || phrase.empty()) return i;
  add(phrase, {i, i + 1}, {content_after(i + 1)}, "put", Relation::Estimated, std::nullopt, "speech.put-at");
  return i + 1;
}

/// "called it a 'routine induction'", "calls the visit a provocation".
std::size_t FrameFinder::read_called(std::size_t i) {
  if (!tokens_.is_any(i + 1, {"it", "this", "that", "them", "the", "their", "its", "his", "these", "those"})) return i;
  if (i > tokens_.begin() && tokens_.is_any(i - 1, {"is", "are", "was", "were", "been", "so", "be", "and"})) return i;
  constexpr std::size_t longest = 9;   // words of what is named
  const auto phrase = phrase_before(tables_, tokens_, i);
  const Range content = content_after(i + 1);
  if (phrase.empty() || content.last < content.first + 2 || content.last > content.first + 30) return i;
  for (std::size_t k = i + 2; k < i + longest && k < content.last; ++k) {
    if (!is_quote_mark(tokens_, k) && !tokens_.is_any(k, {"a", "an"})) continue;
    add(phrase, {i, i + 1}, {content}, "call", Relation::Said, std::nullopt, "speech.called");
    return i + 1;
  }
  return i;
}

}  // namespace dateline::claims::detail
