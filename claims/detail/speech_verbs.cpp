#include "claims/detail/speech_frames.hpp"

namespace dateline::claims::detail {

/// "X quoted Y as saying that Z", "Y was quoted by X as saying Z": X passes on what Y said.
std::size_t FrameFinder::read_quoted_as_saying(std::size_t i, const SourcePhrase& outer, std::size_t inner_at) {
  const auto inner = phrase_after(tables_, tokens_, inner_at);
  const std::size_t as = inner.end;
  if (inner.empty() || !tokens_.is(as, "as") || !tokens_.is_any(as + 1, {"saying", "telling", "having"})) return i;
  const auto that = find_that(as + 2);
  Range content = content_after(that ? *that + 1 : after_adjuncts(as + 2, nullptr));
  const auto first = drafts_.size();
  add(outer, {i, i + 1}, {{inner.begin, content.last}}, "quote", Relation::Reported, std::nullopt, "speech.quoted-as-saying");
  add(inner, {as, as + 2}, {content}, "say", Relation::Said, std::nullopt, "speech.quoted-as-saying");
  return drafts_.size() > first ? as + 2 : i;
}

/// "Washington expects Turkey to wait": somebody else is to do it.
std::size_t FrameFinder::read_wish(std::size_t i, const SourcePhrase& phrase, const CueVerb& verb) {
  const auto other = phrase_after(tables_, tokens_, i + 1);
  if (other.empty() || !tokens_.is(other.end, "to") || tokens_.is(i + 1, "to")) return i;
  add(phrase, {i, i + 1}, {content_after(i + 1)}, verb.lemma, verb.relation, verb.stance, "speech.wish");
  return i + 1;
}

/// "The agency identified two trains moving to Perm": a named subject vouches for what it found.
std::size_t FrameFinder::read_finding(const VerbAt& cue, const SourcePhrase& phrase) {
  bool named = names_evidence(phrase);
  for (std::size_t k = phrase.begin; k < phrase.end; ++k) named = named || (tokens_.is_capital(k) && k > tokens_.begin()) || tables_.is(tokens_.word(k), SpeechWord::Organisation) || tables_.country_words.contains(tokens_.word(k));
  const Range content = content_after(cue.rest);
  if (!named || content.last < content.first + 3) return cue.at;
  add(phrase, {cue.at, cue.at + 1}, {content}, cue.verb.lemma, cue.verb.relation, cue.verb.stance, "speech.finding");
  return cue.at + 1;
}

/// "accused X of Y", "blamed X for Y".
std::size_t FrameFinder::read_accusation(const VerbAt& cue, const SourcePhrase& phrase) {
  constexpr std::size_t longest = 25;
  const auto link = cue.verb.complement == Complement::Accuse ? "of" : "for";
  std::size_t of = cue.at + 1;
  while (tokens_.has(of) && of < cue.at + longest && !tokens_.is(of, link)) ++of;
  if (!tokens_.is(of, link)) return cue.at;
  add(phrase, {cue.at, cue.at + 1}, {content_after(cue.at + 1)}, cue.verb.lemma, cue.verb.relation, cue.verb.stance, "speech.accuse");
  return cue.at + 1;
}

/// ", adding that", "and warned that": the subject of the verb before.
std::size_t FrameFinder::read_shared(const VerbAt& cue) {
  const auto& verb = cue.verb;
  if (drafts_.size() == first_of_sentence_ || verb.complement == Complement::Infinitive || verb.complement == Complement::Finding) return cue.at;
  const auto previous = drafts_.back();
  if (quote_at(cue.at) != quote_at(previous.cue)) return cue.at;   // in a quotation somebody else is the subject
  if (previous.frame.source.empty() || (cue.negated && !verb.stance)) return cue.at;
  const auto that = find_that(cue.behind);
  const bool strict = verb.complement == Complement::That || verb.complement == Complement::Strict;
  if (strict && !that && !is_quote_mark(tokens_, cue.rest)) return cue.at;
  const bool object = that && verb.complement == Complement::Object && cue.rest < *that && tables_.is(tokens_.word(*that - 1), SpeechWord::Report);
  const Range content = content_after(that && !object ? *that + 1 : cue.rest);
  if (content.empty()) return cue.at;
  add({}, {cue.at, cue.at + 1}, {content}, verb.lemma, verb.relation, verb.stance, "speech.shared-subject");
  drafts_.back().frame.source = previous.frame.source;
  drafts_.back().source = previous.source;
  return cue.at + 1;
}

/// The subject of a verb behind "and": "The minister welcomed the vote and promised aid". The names at the head of the phrase, or
/// nobody.
SourcePhrase FrameFinder::head_of_coordination(const SourcePhrase& phrase) const {
  std::size_t end = phrase.begin;
  while (end < phrase.end && (tokens_.is_capital(end) || tables_.is(tokens_.word(end), SpeechWord::Title) || tables_.is(tokens_.word(end), SpeechWord::Determiner))) ++end;
  if (end == phrase.begin || !tokens_.is_capital(end - 1)) return {};
  return end == phrase.end ? phrase : SourcePhrase{phrase.begin, end, {{phrase.begin, end}}};
}

/// Participles that stand behind a noun: "books written in Kurmanji", "pictures shown on television", "seldom reported".
bool FrameFinder::is_reduced(std::size_t i, const SourcePhrase& phrase) const {
  bool perfect = false;
  for (std::size_t k = phrase.end; k < i; ++k) perfect = perfect || tokens_.is_any(k, {"has", "have", "had", "'ve"});
  if (tokens_.is_any(i, {"written", "shown"})) return !perfect;
  return !phrase.empty() && tokens_.is_any(phrase.end - 1, {"seldom", "well", "little", "widely", "rarely", "newly", "much"});
}

std::size_t FrameFinder::read_verb(std::size_t i, const CueVerb& verb) {
  if (is_noun_here(i)) return i;
  const auto word = tokens_.word(i);
  // capital letters inside a sentence belong to a name: "the Daily Report"
  if (i > tokens_.begin() && tokens_.is_capital(i) && !is_quote_mark(tokens_, i - 1)) return i;
  VerbAt cue{verb, i, i + 1, i + 1, i > tokens_.begin() ? i - 1 : tokens_.end()};
  const bool participle = word.ends_with("ing");
  if (tokens_.is_any(cue.before, {"to", "of", "a", "an", "the", "its", "his", "her", "their", "this", "these", "any", "by", "for", "in"}) && !participle) return i;
  // "pointed out": a verb of two words
  if (const auto space = verb.lemma.find(' '); space != std::string::npos) {
    if (!tokens_.is(i + 1, std::string_view(verb.lemma).substr(space + 1))) return i;
    cue.behind = i + 2;
  }
  cue.negated = tokens_.is_any(cue.before, {"not", "n't"}) || (tokens_.is_any(cue.before, {"immediately", "yet"}) && tokens_.is(i - 2, "not"));
  cue.rest = after_adjuncts(cue.behind, &verb);
  const bool past = (word.ends_with("s") && word != verb.lemma) || word.ends_with("ed") || word == "said" || word == "told" || word == "wrote";
  const bool passive = past && tokens_.is_any(cue.before, {"is", "are", "was", "were", "been", "being", "be"});
  if (passive && verb.complement != Complement::Accuse) return i;  // read_narrator has seen it
  const bool invertible = verb.complement != Complement::Accuse && verb.complement != Complement::Finding && verb.complement != Complement::PersonClause;
  if (past && invertible) {
    if (const auto next = read_inverted(cue); next != i) return next;
  }

  // "and warned", "but has also denied": no subject of its own
  std::size_t joint = cue.before;
  while (joint > tokens_.begin() && joint + 4 > i && is_before_verb(tables_, tokens_.word(joint))) --joint;
  const bool joined = tokens_.is_any(joint, {"and", "but"});
  if (participle) return tokens_.is_any(cue.before, {",", "and"}) ? read_shared(cue) : i;
  if (joined && drafts_.size() > first_of_sentence_) return read_shared(cue);
  auto phrase = phrase_before(tables_, tokens_, i);
  if (joined) phrase = head_of_coordination(phrase);
  if (phrase.empty()) return i;
  const bool first_person = tokens_.is_any(phrase.begin, {"i", "we", "you"}) && tokens_.letter_case(phrase.begin) != TokenCase::Upper && phrase.end == phrase.begin + 1;
  if (first_person || (cue.negated && !verb.stance) || !agrees(i, phrase) || is_reduced(i, phrase)) return i;
  if (verb.lemma == "quote" || verb.lemma == "cite") {
    if (const auto next = read_quoted_as_saying(i, phrase, i + 1); next > i) return next;
  }
  if (verb.complement == Complement::Accuse || verb.complement == Complement::Blame) return read_accusation(cue, phrase);

  const auto that = find_that(cue.behind);
  // "underlines the commitment that ...": the clause hangs on the noun
  const bool noun_between = that && *that != cue.behind && !tokens_.is(cue.behind, ",") && tokens_.end_of_time(cue.behind) == 0 && !tables_.is(tokens_.word(cue.behind), SpeechWord::Preposition) && !is_before_verb(tables_, tokens_.word(cue.behind));
  const bool foreign = noun_between && (verb.complement == Complement::That || verb.complement == Complement::Infinitive);
  if (that && !foreign) cue.that = *that;
  if (const auto next = read_after(cue, phrase); next != i) return next;
  return read_before(cue, phrase);
}

}  // namespace dateline::claims::detail
