#include "claims/detail/speech_frames.hpp"

namespace dateline::claims::detail {

/// "report", "claims", "fears" are verbs only with a subject that agrees and a clause behind them.
bool FrameFinder::is_noun_here(std::size_t i) const {
  const auto word = tokens_.word(i);
  if (!tables_.is(word, SpeechWord::AlsoNoun) || i == tokens_.begin()) return false;
  const auto before = tokens_.word(i - 1);
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

std::size_t FrameFinder::read_verb(std::size_t i, const CueVerb& verb) {
  if (is_noun_here(i)) return i;
  const auto word = tokens_.word(i);
  const bool participle = word.ends_with("ing");
  const bool past = (word.ends_with("s") && word != verb.lemma) || word.ends_with("ed") || word == "said" || word == "told" || word == "wrote";
  // capital letters inside a sentence belong to a name: "the Daily Report"
  if (i > tokens_.begin() && tokens_.is_capital(i) && !is_quote_mark(tokens_, i - 1)) return i;
  const std::size_t before = i > tokens_.begin() ? i - 1 : tokens_.end();
  if (tokens_.is_any(before, {"to", "of", "a", "an", "the", "its", "his", "her", "their", "this", "these", "any", "by", "for", "in"}) && !participle) return i;
  // "pointed out": a verb of two words
  const auto particle = verb.lemma.find(' ');
  if (particle != std::string::npos && !tokens_.is(i + 1, std::string_view(verb.lemma).substr(particle + 1))) return i;
  const std::size_t behind = particle == std::string::npos ? i + 1 : i + 2;
  const bool negated = tokens_.is_any(before, {"not", "n't"}) || (tokens_.is_any(before, {"immediately", "yet"}) && tokens_.is(i - 2, "not"));
  const std::size_t rest = after_adjuncts(behind, &verb);

  if (past && i > tokens_.begin() && tokens_.is_any(before, {"is", "are", "was", "were", "been", "being", "be"}) && verb.complement != Complement::Accuse) return i;  // read_narrator has seen it
  // "CONTENT," said X
  const bool comma_before = i > tokens_.begin() && (tokens_.is(before, ",") || is_quote_mark(tokens_, before) || (i > tokens_.begin() && is_quote_mark(tokens_, before)));
  const bool at_start = i == tokens_.begin();
  if ((comma_before || at_start) && !participle && past && verb.complement != Complement::Accuse && verb.complement != Complement::PersonClause && tokens_.is_word(i + 1) && (tokens_.is_capital(i + 1) || tokens_.is_any(i + 1, {"the", "a", "an", "his", "her", "its", "their", "one", "another", "he", "she"}))) {
    const auto phrase = phrase_after(tables_, tokens_, i + 1);
    bool clause = false;   // "diplomats at the talks, said Bush pushed him hard" is not turned round
    for (std::size_t k = phrase.begin + 1; k < phrase.end; ++k) clause = clause || (tokens_.letter_case(k) == TokenCase::Lower && tokens_.word(k).ends_with("ed") && tokens_.word(k).size() > 4);
    const Range left = content_before(i, tokens_.begin());
    bool finite = false;   // "The governor, Ann Lee, said his men left": in front of the comma stands no clause
    for (std::size_t k = left.first; k < left.last; ++k) {
      finite = finite || tokens_.is_any(k, {"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "do", "does", "did"}) ||
               (k > left.first && tokens_.letter_case(k) == TokenCase::Lower && tokens_.word(k).ends_with("ed"));
    }
    finite = finite || (!left.empty() && left.last - left.first > 14);
    const bool last = ends_sentence(phrase.end) || tokens_.is(phrase.end, ":");   // "..., says the mayor."
    const bool apposition = !finite && !left.empty() && !last;
    if (!phrase.empty() && (is_quote_mark(tokens_, before) || at_start || (!clause && !apposition))) {
      SourcePhrase speaker = phrase;
      // "said Ann Lee, a researcher at X, in Kyiv": one speaker with an apposition
      speaker.parts = {{phrase.begin, phrase.end}};
      Range content = content_before(i, tokens_.begin());
      std::vector<Range> contents{content};
      std::size_t tail = phrase.end;
      while (tokens_.has(tail) && !is_quote_mark(tokens_, tail)) ++tail;
      if (tokens_.has(tail) && !ends_sentence(tail)) {
        if (const auto* quote = quote_at(tail); quote != nullptr && quote->first_token == tail) contents.push_back({tail, std::min<std::size_t>(quote->last_token, tokens_.end())});
      }
      if (tokens_.is(phrase.end, ":") && contents.size() == 1 && !ends_sentence(phrase.end + 1)) contents.push_back(content_after(phrase.end + 1));
      // "What is clear, says X, is that ...": the sentence goes on behind the speaker
      const bool resumes = tokens_.is(phrase.end, ",") && contents.size() == 1 && tokens_.letter_case(phrase.end + 1) == TokenCase::Lower && tables_.is(tokens_.word(phrase.end + 1), SpeechWord::Finite);
      if (resumes) contents.push_back(content_after(phrase.end + 1));
      if (content.empty() && first_of_sentence_ > 0) return i;
      add(speaker, {i, i + 1}, contents, verb.lemma, verb.relation, verb.stance, "speech.inverted");
      return phrase.end;
    }
  }

  SourcePhrase phrase;
  // "and warned", "but has also denied": no subject of its own
  std::size_t joint = before;
  while (joint > tokens_.begin() && joint + 4 > i && is_before_verb(tables_, tokens_.word(joint))) --joint;
  const bool continues = tokens_.is_any(joint, {"and", "but"}) && drafts_.size() > first_of_sentence_;
  const bool shared = participle || continues;
  if (participle) {
    if (!tokens_.is_any(before, {",", "and"}) ) return i;
  } else if (!continues) {
    phrase = phrase_before(tables_, tokens_, i);
  }
  if (phrase.empty()) {
    // ", adding that", "and warned that": the subject of the verb before
    if (!shared || drafts_.size() == first_of_sentence_) return i;
    const auto& previous = drafts_.back();
    if (previous.frame.source.empty() || (negated && !verb.stance)) return i;
    const auto own_that = find_that(behind);
    const bool object = own_that && verb.complement == Complement::Object && rest < *own_that && tables_.is(tokens_.word(*own_that - 1), SpeechWord::Report);
    std::vector<Range> content{content_after(own_that && !object ? *own_that + 1 : rest)};
    if (content[0].empty() || (verb.complement == Complement::That && !own_that && !is_quote_mark(tokens_, rest)) || verb.complement == Complement::Infinitive) return i;
    Draft base = previous;
    SourcePhrase none;
    add(none, {i, i + 1}, content, verb.lemma, verb.relation, verb.stance, "speech.shared-subject");
    drafts_.back().frame.source = base.frame.source;
    drafts_.back().source = base.source;
    return i + 1;
  }
  if (tokens_.is_any(phrase.begin, {"i", "we", "you"}) && tokens_.letter_case(phrase.begin) != TokenCase::Upper && phrase.end == phrase.begin + 1) return i;
  if (negated && !verb.stance) return i;
  if (!agrees(i, phrase)) return i;
  if (verb.lemma == "quote" || verb.lemma == "cite") {
    if (const auto next = read_quoted_as_saying(i, phrase, i + 1); next > i) return next;
  }

  if (verb.complement == Complement::Accuse || verb.complement == Complement::Blame) {
    std::size_t of = i + 1;
    const auto link = verb.complement == Complement::Accuse ? "of" : "for";
    while (tokens_.has(of) && of < i + 25 && !tokens_.is(of, link)) ++of;
    if (!tokens_.is(of, link)) return i;
    add(phrase, {i, i + 1}, {content_after(i + 1)}, verb.lemma, verb.relation, verb.stance, "speech.accuse");
    return i + 1;
  }

  // "CONTENT, X said on Friday."
  const auto that = find_that(behind);
  // a comma lost in translation: "The troops left the port he said."
  const bool lost_comma = phrase.begin > tokens_.begin() + 3 && phrase.end == phrase.begin + 1 && tokens_.is_any(phrase.begin, {"he", "she", "they"}) && tokens_.is_word(phrase.begin - 1) &&
                          !tables_.is(tokens_.word(phrase.begin - 1), SpeechWord::Stop) && !tables_.is(tokens_.word(phrase.begin - 1), SpeechWord::Preposition) && ends_sentence(rest) &&
                          is_clause({tokens_.begin(), phrase.begin});
  const bool after_comma = phrase.begin > tokens_.begin() && (tokens_.is(phrase.begin - 1, ",") || is_quote_mark(tokens_, phrase.begin - 1) || lost_comma);
  if (after_comma && !that && (ends_sentence(rest) || ends_in_adjunct(rest) || tokens_.is(rest, ",") || tokens_.is(rest, ";") || is_quote_mark(tokens_, rest))) {
    const std::size_t start = [&] {
      const auto* quote = quote_at(phrase.begin - 1);
      return quote != nullptr ? std::max<std::size_t>(quote->first_token, tokens_.begin()) : tokens_.begin();
    }();
    std::vector<Range> contents{content_before(phrase.begin, tokens_.begin())};
    (void)start;
    if (!ends_sentence(rest) && !ends_in_adjunct(rest)) {
      std::size_t next = rest;
      while (tokens_.is_any(next, {",", ";", "."})) ++next;
      // "X said, citing Y": no second half
      if (!tokens_.is_any(next, {"citing", "quoting", "adding", "saying", "without", "speaking", "referring", "according", "who", "as", "in", "a", "an", "but", "though", "although", "while", "whereas"}) && !(tokens_.word(next).ends_with("ing") && tables_.verbs.contains(tokens_.word(next)))) {
        Range second = content_after(next);
        if (second.last > second.first + 1) contents.push_back(second);
      }
    }
    if (contents[0].last > contents[0].first + 1) {
      add(phrase, {i, i + 1}, contents, verb.lemma, verb.relation, verb.stance, "speech.after");
      return i + 1;
    }
  }
  // "X said (that) CONTENT"
  std::size_t start = that ? *that + 1 : rest;
  // "dismissed Kenyan assertions that X": the object belongs to what was dismissed
  if (that && verb.complement == Complement::Object && rest < *that && (tokens_.is_word(rest) && !tokens_.is_any(rest, {"to", "in", "on", "at"}))) start = rest;
  if (tokens_.is_any(start, {",", ":"})) ++start;
  if (!tokens_.has(start) || ends_sentence(start)) return i;
  const bool quote = is_quote_mark(tokens_, start);
  const bool question = tokens_.is_any(start, {"how", "whether", "why", "what"});
  const bool evidence = names_evidence(phrase);
  if (verb.complement == Complement::Infinitive && !that) return read_wish(i, phrase, verb);
  const bool shown = evidence && tokens_.is_any(i, {"show", "shows", "showed", "shown", "indicate", "indicates", "indicated", "reveal", "reveals", "revealed", "suggest", "suggests", "suggested"});
  if (verb.complement == Complement::That && !that && !quote && !question && !shown && !opens_clause(start)) return i;
  if (!that && !quote && verb.complement != Complement::Object && !starts_clause(start) && !opens_clause(start) && !tokens_.is(start - 1, ":")) return i;
  if (!that && tokens_.is_any(start, {"nothing", "so", "goodbye", "no", "yes"}) && ends_sentence(start + 1)) return i;
  Range content = content_after(start);
  if (!that && !quote) content.last = before_next_deed(content);
  const bool short_clause = verb.lemma == "say" && content.last >= content.first + 2 && !tokens_.is_any(content.last - 1, {"more", "so", "word", "ok", "yes", "no"});
  if (!that && !quote && verb.complement != Complement::Object && !is_clause(content) && !short_clause && !shown) return i;
  if (!that && !quote && (verb.lemma == "believe" || verb.lemma == "think") && tokens_.is_any(start, {"in", "of", "about", "as", "on"})) return i;
  if (verb.complement == Complement::Object && !verb.stance && content.last == content.first + 1 && tokens_.is_any(content.first, {"it", "this", "that", "them", "so"})) return i;
  // "While X denies A, Y says B": the first half ends at the comma
  if (phrase.begin > tokens_.begin() && tokens_.is_any(phrase.begin - 1, {"while", "although", "though", "whereas", "if", "when", "as"}) && (phrase.begin == tokens_.begin() + 1 || tokens_.is(phrase.begin - 2, ","))) {
    for (std::size_t k = content.first; k < content.last; ++k) {
      if (tokens_.is(k, ",") && !tokens_.is_any(k + 1, {"and", "or", "which", "who"})) {
        content.last = k;
        break;
      }
    }
  }
  const auto stance = verb.stance || !calls_report_untrue(content) ? verb.stance : std::optional(Stance::Denies);
  add(phrase, {i, i + 1}, {content}, verb.lemma, evidence && verb.relation == Relation::Said ? Relation::Reported : verb.relation, stance, that ? "speech.that" : quote ? "speech.quote" : "speech.bare");
  return i + 1;
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

/// "Washington expects Turkey to wait": somebody else is to do it.
std::size_t FrameFinder::read_wish(std::size_t i, const SourcePhrase& phrase, const CueVerb& verb) {
  const auto other = phrase_after(tables_, tokens_, i + 1);
  if (other.empty() || !tokens_.is(other.end, "to") || tokens_.is(i + 1, "to")) return i;
  add(phrase, {i, i + 1}, {content_after(i + 1)}, verb.lemma, verb.relation, verb.stance, "speech.wish");
  return i + 1;
}

/// "Satellite pictures", "a video posted on Telegram", "documents seen by the paper".
bool FrameFinder::names_evidence(const SourcePhrase& phrase) const {
  for (std::size_t k = phrase.begin; k < phrase.end && k < phrase.begin + 8; ++k) {
    if (tables_.is(tokens_.word(k), SpeechWord::Evidence)) return true;
    if (k > phrase.begin && tables_.is(tokens_.word(k), SpeechWord::Preposition)) return false;
  }
  return false;
}

}  // namespace dateline::claims::detail
