#include "claims/detail/speech_frames.hpp"

namespace dateline::claims::detail {

/// "report", "claims", "fears" are verbs only with a subject that agrees and a clause behind them.
bool FrameFinder::is_noun_here(std::size_t i) const {
  const auto word = tokens_.word(i);
  if (!tables_.is(word, SpeechWord::AlsoNoun) || i == tokens_.begin()) return false;
  const auto before = tokens_.word(i - 1);
  if (tables_.is(before, SpeechWord::Preposition) || (tables_.is(before, SpeechWord::Determiner) && !tokens_.is_any(i - 1, {"both", "some", "many", "most", "all", "others", "few", "several"}))) return true;
  const bool pronoun = tokens_.is_any(i - 1, {"he", "she", "it", "they", "who", "which", "also"});
  const std::size_t next = i + 1;
  const bool clause = tokens_.is(next, "that") || is_quote_mark(tokens_, next) || tokens_.is_any(next, {"the", "it", "there", "they", "he", "she", "its", "a", "an"}) || tokens_.is_capital(next) || tokens_.is(next, ":");
  if (pronoun) return false;
  if (!clause || !tokens_.is_word(i - 1)) return true;
  if (tables_.verbs.find(before) != tables_.verbs.end() && before != "reports") return true;     // "confirm reports that"
  const auto country = tables_.country_words.find(phrase_key(before));
  if (country != tables_.country_words.end() && country->second.kind == CountryWord::Adjective) return true;
  const bool many = before.ends_with("s") || before == "media" || before == "people" || before == "police";
  const bool finite_s = word.ends_with("s");
  if (finite_s) return many && !tokens_.is_capital(i - 1);
  return !many && !agrees(i, phrase_before(tables_, tokens_, i));   // "analysts at the institute estimate that"
}

/// "The job helped him understand": a bare verb needs a plural subject or an auxiliary.
bool FrameFinder::agrees(std::size_t i, const SourcePhrase& phrase) const {
  const auto word = tokens_.word(i);
  if (word.ends_with("ed") || word.ends_with("ing") || tables_.verbs.find(std::string(word) + "s") == tables_.verbs.end()) return true;
  for (std::size_t k = phrase.end; k < i; ++k) {
    if (tokens_.is_any(k, {"would", "will", "could", "can", "may", "might", "did", "do", "does", "must", "should", "n't", "not", "both", "all"})) return true;
  }
  if (phrase.parts.size() > 1 || phrase.empty()) return true;
  const auto last = tokens_.word(phrase.end - 1);
  if (tokens_.is_any(phrase.end - 1, {"they", "you", "people", "media", "police", "many", "some", "others", "troops", "who", "men", "women"})) return true;
  for (std::size_t k = phrase.begin; k < phrase.end; ++k) {
    const auto part = tokens_.word(k);
    if (tokens_.is_any(k + 1, {"of", "in", "from", "at", "with", "close", "familiar"}) && part.ends_with("s")) return true;
    if (part == "media" || part == "people" || part == "police") return true;
    if (part.ends_with("s") && k + 1 < phrase.end && tokens_.letter_case(k + 1) == TokenCase::Lower && (tokens_.word(k + 1).ends_with("ed") || tokens_.word(k + 1).ends_with("en"))) return true;   // "pictures taken in May"
  }
  return last.ends_with("s");
}

/// "Satellite pictures", "a video posted on Telegram", "documents seen by the paper".
bool FrameFinder::names_evidence(const SourcePhrase& phrase) const {
  for (std::size_t k = phrase.begin; k < phrase.end && k < phrase.begin + 8; ++k) {
    if (tables_.is(tokens_.word(k), SpeechWord::Evidence)) return true;
    if (k > phrase.begin && tables_.is(tokens_.word(k), SpeechWord::Preposition)) return false;
  }
  return false;
}

/// "confirmed the account but declined to say", "denied A and blamed B": where the speaker's next verb begins.
std::size_t FrameFinder::before_next_deed(Range content) const {
  for (std::size_t k = content.first + 1; k + 1 < content.last; ++k) {
    if (!tokens_.is_any(k, {"and", "but"}) || quote_at(k) != nullptr) continue;
    std::size_t verb = k + 1;
    while (verb < k + 4 && is_before_verb(tables_, tokens_.word(verb))) ++verb;
    const bool negation = tokens_.is_any(verb, {"declined", "refused"});
    if (negation || (tables_.verbs.contains(tokens_.word(verb)) && (tokens_.word(verb).ends_with("ed") || tokens_.is(verb, "said")))) return tokens_.is(k - 1, ",") ? k - 1 : k;
  }
  return content.last;
}

/// "..., he noted in the daily bulletin.": a short phrase without a verb closes the sentence.
bool FrameFinder::ends_in_adjunct(std::size_t i) const {
  constexpr std::size_t longest = 10;
  if (!tables_.is(tokens_.word(i), SpeechWord::Preposition) && !tokens_.is_any(i, {"during", "after", "before", "via", "as"})) return false;
  for (std::size_t k = i; k < i + longest && tokens_.has(k); ++k) {
    if (ends_sentence(k)) return true;
    if (tokens_.is(k, ",") || is_quote_mark(tokens_, k) || tables_.is(tokens_.word(k), SpeechWord::Finite) || tables_.is(tokens_.word(k), SpeechWord::Stop)) return false;
  }
  return false;
}

}  // namespace dateline::claims::detail
