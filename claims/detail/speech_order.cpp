#include <algorithm>

#include "claims/detail/speech_frames.hpp"

// The three orders of speaker, verb and what is said.

namespace dateline::claims::detail {

/// "The governor, Ann Lee, said his men left": in front of the comma stands no clause, so that nothing is turned round.
bool FrameFinder::is_statement(Range left) const {
  constexpr std::size_t long_enough = 14;   // so many words are no apposition
  for (std::size_t k = left.first; k < left.last; ++k) {
    if (tables_.is(tokens_.word(k), SpeechWord::Auxiliary) && !tokens_.is_any(k, {"be", "been", "being", "shall"})) return true;
    if (k > left.first && tokens_.letter_case(k) == TokenCase::Lower && tokens_.word(k).ends_with("ed")) return true;
  }
  return !left.empty() && left.last - left.first > long_enough;
}

/// "CONTENT," said X.
std::size_t FrameFinder::read_inverted(const VerbAt& cue) {
  const std::size_t i = cue.at;
  const bool at_start = i == tokens_.begin();
  const bool quoted = is_quote_mark(tokens_, cue.before);
  if (!at_start && !tokens_.is(cue.before, ",") && !quoted) return i;
  const bool speaker_follows = tokens_.is_word(i + 1) && (tokens_.is_capital(i + 1) || tokens_.is_any(i + 1, {"the", "a", "an", "his", "her", "its", "their", "one", "another", "he", "she"}));
  if (!speaker_follows) return i;
  const auto phrase = phrase_after(tables_, tokens_, i + 1);
  if (phrase.empty()) return i;
  const Range content = content_before(i, tokens_.begin());
  if (!quoted && !at_start) {
    // "diplomats at the talks, said Bush pushed him hard" is not turned round
    for (std::size_t k = phrase.begin + 1; k < phrase.end; ++k) {
      if (tokens_.letter_case(k) == TokenCase::Lower && tokens_.word(k).ends_with("ed") && tokens_.word(k).size() > 4) return i;
    }
    const bool last = ends_sentence(phrase.end) || tokens_.is(phrase.end, ":");   // "..., says the mayor."
    if (!last && !content.empty() && !is_statement(content)) return i;
  }
  std::vector<Range> contents{content};
  std::size_t tail = phrase.end;
  while (tokens_.has(tail) && !is_quote_mark(tokens_, tail)) ++tail;
  if (tokens_.has(tail) && !ends_sentence(tail)) {
    if (const auto* quote = quote_at(tail); quote != nullptr && quote->first_token == tail) contents.push_back({tail, std::min<std::size_t>(quote->last_token, tokens_.end())});
  }
  if (contents.size() == 1 && !ends_sentence(phrase.end + 1)) {
    // "What is clear, says X, is that ...", "It is over, says X: nobody stays": the sentence goes on behind the speaker
    const bool resumes = tokens_.is(phrase.end, ",") && tokens_.letter_case(phrase.end + 1) == TokenCase::Lower && tables_.is(tokens_.word(phrase.end + 1), SpeechWord::Finite);
    if (resumes || tokens_.is(phrase.end, ":")) contents.push_back(content_after(phrase.end + 1));
  }
  if (content.empty() && first_of_sentence_ > 0) return i;
  // "said Ann Lee, a researcher at X, in Kyiv": one speaker with an apposition
  add({phrase.begin, phrase.end, {{phrase.begin, phrase.end}}}, {i, i + 1}, contents, cue.verb.lemma, cue.verb.relation, cue.verb.stance, "speech.inverted");
  return phrase.end;
}

/// "CONTENT, X said on Friday."
std::size_t FrameFinder::read_after(const VerbAt& cue, const SourcePhrase& phrase) {
  const std::size_t i = cue.at;
  if (cue.that != 0 || phrase.begin == tokens_.begin() || cue.verb.complement == Complement::Finding) return i;
  const std::size_t front = phrase.begin - 1;
  const bool as_said = tokens_.is(front, "as") && tokens_.is(front - 1, ",");   // ", as the army said."
  // a comma lost in translation: "The troops left the port he said."
  const bool lost_comma = phrase.begin > tokens_.begin() + 3 && phrase.end == phrase.begin + 1 && tokens_.is_any(phrase.begin, {"he", "she", "they"}) && tokens_.is_word(front) &&
                          !tables_.is(tokens_.word(front), SpeechWord::Stop) && !tables_.is(tokens_.word(front), SpeechWord::Preposition) && ends_sentence(cue.rest) &&
                          is_clause({tokens_.begin(), phrase.begin});
  if (!tokens_.is(front, ",") && !is_quote_mark(tokens_, front) && !lost_comma && !as_said) return i;
  const bool loose = cue.verb.complement != Complement::That && cue.verb.complement != Complement::Strict;   // "maintained in the village" is no saying
  const bool ended = ends_sentence(cue.rest) || (loose && ends_in_adjunct(cue.rest));
  if (!ended && !tokens_.is_any(cue.rest, {",", ";"}) && !is_quote_mark(tokens_, cue.rest)) return i;
  std::vector<Range> contents{content_before(as_said ? front : phrase.begin, tokens_.begin())};
  if (contents[0].last <= contents[0].first + 1) return i;
  if (!ended) {
    std::size_t next = cue.rest;
    while (tokens_.is_any(next, {",", ";", "."})) ++next;
    // "X said, citing Y": no second half
    const bool other = tokens_.is_any(next, {"citing", "quoting", "adding", "saying", "without", "speaking", "referring", "according", "who", "as", "in", "a", "an", "but", "though", "although", "while", "whereas"}) ||
                       (tokens_.word(next).ends_with("ing") && tables_.verbs.contains(tokens_.word(next)));
    const Range second = other ? Range{} : content_after(next);
    if (second.last > second.first + 1) contents.push_back(second);
  }
  add(phrase, {i, i + 1}, contents, cue.verb.lemma, cue.verb.relation, cue.verb.stance, "speech.after");
  return i + 1;
}

/// Whether what begins at `start` can be what the verb says: each class of verbs asks for its own signs.
bool FrameFinder::may_say(const VerbAt& cue, std::size_t start, bool shown) const {
  if (cue.that != 0 || is_quote_mark(tokens_, start)) return true;
  const auto kind = cue.verb.complement;
  const bool question = tokens_.is_any(start, {"how", "whether", "why", "what"});
  if (kind == Complement::Strict) return false;
  if (kind == Complement::That && !question && !shown && !opens_clause(start)) return false;
  if (kind == Complement::PersonClause && !question && !opens_clause(start)) return false;
  if (kind != Complement::Object && !starts_clause(start) && !opens_clause(start) && !tokens_.is(start - 1, ":")) return false;
  if (tokens_.is_any(start, {"nothing", "so", "goodbye", "no", "yes"}) && ends_sentence(start + 1)) return false;
  // "the plan they claim is a lie", "he believed would work": the subject stands somewhere else
  if (tables_.is(tokens_.word(start), SpeechWord::Auxiliary) && !question) return false;
  const bool thought = cue.verb.lemma == "believe" || cue.verb.lemma == "think";
  if (thought && tokens_.is_any(start, {"in", "of", "about", "as", "on", "to", "up", "over", "through", "ahead", "back"})) return false;
  if (cue.verb.lemma == "write" && tables_.is(tokens_.word(start), SpeechWord::Preposition)) return false;
  return true;
}

/// Whether the words found are enough.
bool FrameFinder::is_enough(const VerbAt& cue, Range content, bool shown) const {
  if (cue.that != 0 || is_quote_mark(tokens_, content.first)) return true;
  if (cue.verb.complement != Complement::Object) {
    const bool short_clause = cue.verb.lemma == "say" && content.last >= content.first + 2 && !tokens_.is_any(content.last - 1, {"more", "so", "word", "ok", "yes", "no"});
    return is_clause(content) || short_clause || shown;
  }
  // ", announced at the forum, ...": where it was said
  const bool where_said = tables_.is(tokens_.word(content.first), SpeechWord::Preposition) && content.last < content.first + 8 && !tokens_.is_any(content.first, {"of", "against", "to"});
  const bool pronoun = !cue.verb.stance && content.last == content.first + 1 && tokens_.is_any(content.first, {"it", "this", "that", "them", "so"});
  return !where_said && !pronoun;
}

/// "As X announced at the forum, CONTENT"; absent if the clause is of another kind.
std::optional<FrameFinder::Range> FrameFinder::content_behind_as(const VerbAt& cue, const SourcePhrase& phrase) const {
  if (phrase.begin != tokens_.begin() + 1 || !tokens_.is(tokens_.begin(), "as")) return std::nullopt;
  constexpr std::size_t longest = 10;
  std::size_t comma = cue.behind;
  while (tokens_.has(comma) && comma < cue.behind + longest && !tokens_.is(comma, ",")) ++comma;
  if (!tokens_.is(comma, ",")) return std::nullopt;
  return content_after(comma + 1);
}

/// "X said (that) CONTENT"
std::size_t FrameFinder::read_before(const VerbAt& cue, const SourcePhrase& phrase) {
  const std::size_t i = cue.at;
  const auto& verb = cue.verb;
  const bool evidence = names_evidence(phrase);
  const Relation relation = evidence && verb.relation == Relation::Said ? Relation::Reported : verb.relation;
  if (cue.that == 0) {
    if (const auto behind = content_behind_as(cue, phrase); behind && is_clause(*behind)) {
      add(phrase, {i, i + 1}, {*behind}, verb.lemma, relation, verb.stance, "speech.as");
      return i + 1;
    }
    if (verb.complement == Complement::Infinitive) return read_wish(i, phrase, verb);
    if (verb.complement == Complement::Finding) return read_finding(cue, phrase);
  }
  std::size_t start = cue.that != 0 ? cue.that + 1 : cue.rest;
  // "dismissed Kenyan assertions that X": the object belongs to what was dismissed
  if (cue.that != 0 && verb.complement == Complement::Object && cue.rest < cue.that && tokens_.is_word(cue.rest) && !tokens_.is_any(cue.rest, {"to", "in", "on", "at"})) start = cue.rest;
  if (tokens_.is_any(start, {",", ":"})) ++start;
  if (!tokens_.has(start) || ends_sentence(start)) return i;
  const bool shown = evidence && (verb.lemma == "show" || verb.lemma == "indicate" || verb.lemma == "reveal" || verb.lemma == "suggest");
  if (!may_say(cue, start, shown)) return i;
  const bool quote = is_quote_mark(tokens_, start);
  Range content = content_after(start);
  if (cue.that == 0 && !quote) content.last = before_next_deed(content);
  if (!is_enough(cue, content, shown)) return i;
  // "While X denies A, Y says B": the first half ends at the comma
  const std::size_t front = phrase.begin > tokens_.begin() ? phrase.begin - 1 : tokens_.end();
  if (tokens_.is_any(front, {"while", "although", "though", "whereas", "if", "when", "as"}) && (front == tokens_.begin() || tokens_.is(front - 1, ","))) {
    for (std::size_t k = content.first; k < content.last; ++k) {
      if (!tokens_.is(k, ",") || tokens_.is_any(k + 1, {"and", "or", "which", "who"})) continue;
      content.last = k;
      break;
    }
  }
  const auto stance = verb.stance || !calls_report_untrue(content) ? verb.stance : std::optional(Stance::Denies);
  add(phrase, {i, i + 1}, {content}, verb.lemma, relation, stance, cue.that != 0 ? "speech.that" : quote ? "speech.quote" : "speech.bare");
  // "said that A and that B": B is said as well.
  while (tokens_.is(content.last, "and") && tokens_.is(content.last + 1, "that")) {
    content = content_after(content.last + 2);
    if (content.empty()) break;
    add(phrase, {i, i + 1}, {content}, verb.lemma, relation, stance, "speech.that");
  }
  return i + 1;
}

}  // namespace dateline::claims::detail
