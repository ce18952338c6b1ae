#include "claims/detail/speech_frames.hpp"

namespace dateline::claims::detail {

/// A title, a body or an outlet; no country and no place, because "Sudan: what we know" names a subject.
bool FrameFinder::names_speaker(std::size_t first, std::size_t last) const {
  constexpr std::size_t longest = 5;
  if (last <= first || last - first > longest) return false;
  std::string key;
  bool role = false;
  for (std::size_t k = first; k < last; ++k) {
    if (tokens_.kind(k) == TokenKind::Possessive) continue;
    if (!tokens_.is_word(k)) return false;
    const auto word = tokens_.word(k);
    role = role || tables_.is(word, SpeechWord::Title) || tables_.is(word, SpeechWord::Evidence) || word == "army" || word == "ministry" || word == "police" || word == "military" || word == "officials";
    key += (key.empty() ? "" : " ") + std::string(word);
  }
  const auto alias = tables_.aliases.find(phrase_key(key));
  return role || (alias != tables_.aliases.end() && tables_.sources[alias->second.source].kind != SourceKind::Government);
}

/// "Minister: our soldiers stay", "Troops have left - governor": headlines do without a verb of saying.
void FrameFinder::read_heading(std::size_t sentence) {
  if (drafts_.size() != first_of_sentence_) return;
  const bool open = segments_.sentences[sentence].kind == SentenceKind::Heading || !tokens_.is_any(tokens_.end() - 1, {".", "!", "?", ":"});
  if (!open || tokens_.end() < tokens_.begin() + 5) return;
  constexpr std::size_t longest = 30;   // a headline; long lines without a stop are something else
  if (tokens_.end() - tokens_.begin() > longest) return;
  for (std::size_t k = tokens_.begin() + 1; k + 1 < tokens_.end(); ++k) {
    const bool colon = tokens_.is(k, ":");
    const bool dash = tokens_.is_dash(k) && !tokens_.glued(k) && !tokens_.glued(k + 1);
    if (!colon && !dash) continue;
    SourcePhrase phrase;
    Range content;
    if (names_speaker(tokens_.begin(), k) && colon) {
      phrase = {tokens_.begin(), k, {{tokens_.begin(), k}}};
      content = {k + 1, tokens_.end()};
    } else if (dash && names_speaker(k + 1, tokens_.end())) {
      phrase = {k + 1, tokens_.end(), {{k + 1, tokens_.end()}}};
      content = {tokens_.begin(), k};
    } else {
      continue;
    }
    if (content.last < content.first + 3) continue;
    add(phrase, {k, k + 1}, {content}, "say", Relation::Said, std::nullopt, "speech.heading");
    return;
  }
}

}  // namespace dateline::claims::detail
