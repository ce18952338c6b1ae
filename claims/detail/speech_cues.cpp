#include "claims/detail/speech_frames.hpp"

namespace dateline::claims::detail {

std::size_t FrameFinder::read_according(std::size_t i, std::size_t at) {
  const auto phrase = phrase_after(tables_, tokens_, at);
  if (phrase.empty()) return i;
  std::vector<Range> contents;
  std::size_t start = i;
  while (start > tokens_.begin() && tokens_.is_any(start - 1, {"still", "also", "and", "but"})) --start;
  if (start == tokens_.begin() || (start == tokens_.begin() + 1 && is_quote_mark(tokens_, tokens_.begin()))) {
    std::size_t next = phrase.end;
    while (tokens_.has(next) && next < phrase.end + 12 && !tokens_.is(next, ",")) ++next;
    // "According to Ann Lee, a researcher in Lima, ...": what stands between the commas has no verb
    std::size_t comma = next + 1;
    bool verb = false;
    while (tokens_.has(comma) && comma < next + 16 && !tokens_.is(comma, ",")) {
      verb = verb || tables_.is(tokens_.word(comma), SpeechWord::Finite) || is_quote_mark(tokens_, comma) || (tokens_.letter_case(comma) == TokenCase::Lower && tokens_.word(comma).ends_with("ed"));
      ++comma;
    }
    const bool apposition = tokens_.is(next, ",") && tokens_.is(comma, ",") && !verb && !tables_.is(tokens_.word(next + 1), SpeechWord::Preposition) && opens_clause(comma + 1);
    if (tokens_.is(next, ",")) contents.push_back(content_after(apposition ? comma + 1 : next + 1));
  } else {
    contents.push_back(content_before(start, tokens_.is(start - 1, ",") ? tokens_.begin() : clause_start(start)));
    // "The ship, according to X, sank": the rest belongs to it unless it goes on with "and" or "which"
    if (tokens_.is(start - 1, ",") && tokens_.is(phrase.end, ",") && !tokens_.is_any(phrase.end + 1, {"and", "but", "which", "who", "although", "while", "a", "an", "citing"})) {
      const auto second = content_after(phrase.end + 1);
      if (second.last > second.first + 1 && contents[0].last - contents[0].first < 12) contents.push_back(second);
    }
  }
  add(phrase, {i, i + 2}, contents, "according to", Relation::Said, std::nullopt, "speech.according-to");
  return phrase.end;
}

/// First word of "could not immediately", "had not yet been able to", "was unable to", "has declined to" in front of `i`; `i` if
/// nothing there denies.
std::size_t FrameFinder::negation_before(std::size_t i) const {
  std::size_t first = i;
  bool negative = false;
  while (first > tokens_.begin() && i - first < 9 && tables_.is(tokens_.word(first - 1), SpeechWord::NonConfirm)) {
    --first;
    if (tokens_.is_any(first, {"not", "unable", "n't", "cannot", "never", "declined", "declines", "refused", "refuses", "refusing", "neither", "nor"})) negative = true;
  }
  return negative ? first : i;
}

std::size_t FrameFinder::read_cannot_confirm(std::size_t i) {
  const std::size_t first = negation_before(i);
  if (first == i) return i;
  auto phrase = phrase_before(tables_, tokens_, first);
  // "confirm information from Y that Z", "confirm reports that Z"
  std::size_t start = i + 1;
  while (tokens_.is_any(start, {"or", "nor", "deny", ","})) ++start;
  Range content = content_after(start);
  if (content.empty()) return i;
  // "; but if true": what follows is no part of what was not confirmed
  for (std::size_t k = content.first; k < content.last; ++k) {
    if (tokens_.is(k, ";") || (tokens_.is(k, ",") && (tokens_.is_any(k + 1, {"but", "although"}) || phrase_before(tables_, tokens_, content.last).begin == k + 1))) {
      content.last = k;
      break;
    }
  }
  // ", a spokesperson said" names who spoke for the source
  for (std::size_t k = content.first + 1; k < content.last; ++k) {
    if (!tokens_.is(k, ",")) continue;
    for (std::size_t n = k + 1; n < k + 8 && n < content.last; ++n) {
      if (tokens_.is_any(n, {"said", "says"})) content.last = k;
    }
  }
  add(phrase, {first, i + 1}, {content}, "confirm", Relation::CouldNotConfirm, Stance::CannotConfirm, "speech.cannot-confirm");
  return start;
}

/// "declined to comment on whether X", "would not comment": an answer that confirms nothing.
std::size_t FrameFinder::read_no_comment(std::size_t i) {
  const std::size_t first = negation_before(i);
  if (first == i) return i;
  const auto phrase = phrase_before(tables_, tokens_, first);
  if (phrase.empty()) return i;
  Range content{first, i + 1};   // nothing is said: the words themselves
  if (tokens_.is_any(i + 1, {"on", "about"}) && !ends_sentence(i + 2)) content = content_after(i + 2);
  add(phrase, {first, i + 1}, {content}, "comment", Relation::CouldNotConfirm, Stance::CannotConfirm, "speech.no-comment");
  return i + 1;
}

/// "X reportedly sent Y": the clause around the adverb is told by somebody who is not named.
std::size_t FrameFinder::read_hearsay(std::size_t i) {
  if (quote_at(i) != nullptr) return i;
  std::size_t start = i;
  while (start > tokens_.begin() && i - start < 24) {
    const std::size_t k = start - 1;
    const bool border = tokens_.is_any(k, {",", ";", ":", "that", "but", "while", "said", "says", "after", "because", "when", "where", "which", "who"}) || is_quote_mark(tokens_, k);
    if (border) break;
    start = k;
  }
  add({}, {i, i + 1}, {{start, i}, content_after(i + 1)}, std::string(tokens_.word(i)), Relation::Reported, std::nullopt, "speech.hearsay");
  if (!drafts_.empty() && drafts_.back().cue == i) drafts_.back().frame.mode = SpeechMode::Narrator;
  return i + 1;
}

/// "called the reports baseless", "described the claim as a lie".
std::size_t FrameFinder::read_called_untrue(std::size_t i) {
  SourcePhrase phrase;
  const bool participle = tokens_.word(i).ends_with("ing");   // "he said, calling the pictures fakes"
  if (participle && drafts_.size() == first_of_sentence_) return i;
  if (!participle) phrase = phrase_before(tables_, tokens_, i);
  const Range content = content_after(i + 1);
  if ((phrase.empty() && !participle) || content.empty() || content.last > content.first + 24) return i;
  bool report = false;
  bool untrue = false;
  for (std::size_t k = content.first; k < content.last; ++k) {
    report = report || tables_.is(tokens_.word(k), SpeechWord::Report) || tables_.is(tokens_.word(k), SpeechWord::Evidence) || tokens_.is_any(k, {"it", "this", "story", "accusation"});
    untrue = untrue || (report && tables_.is(tokens_.word(k), SpeechWord::Untrue));
  }
  if (!untrue) return i;
  add(phrase, {i, i + 1}, {content}, "call", Relation::Denied, Stance::Denies, "speech.called-untrue");
  if (participle && drafts_.back().cue == i) {
    const auto speaker = drafts_[drafts_.size() - 2];
    drafts_.back().frame.source = speaker.frame.source;
    drafts_.back().source = speaker.source;
  }
  return i + 1;
}

/// "the reports were false" inside of what somebody says.
bool FrameFinder::calls_report_untrue(Range range) const {
  for (std::size_t k = range.first; k + 2 < range.last && k < range.first + 12; ++k) {
    if (!tables_.is(tokens_.word(k), SpeechWord::Report)) continue;
    for (std::size_t n = k + 1; n < range.last && n < k + 8; ++n) {
      if (!tokens_.is_any(n, {"is", "are", "was", "were"})) continue;
      for (std::size_t w = n + 1; w < range.last && w < n + 5; ++w) {
        if (tokens_.is_any(w, {"not", "n't"})) return tokens_.is_any(w + 1, {"true", "correct", "accurate"});
        if (tables_.is(tokens_.word(w), SpeechWord::Untrue)) return true;
      }
    }
  }
  return false;
}

std::size_t FrameFinder::read_no_evidence(std::size_t i) {
  std::size_t first = i;
  while (first > tokens_.begin() && i - first < 5 && tokens_.is_any(first - 1, {"there", "was", "is", "were", "are", "currently", "still", "had", "has", "have", "seen", "saw", "found", "sees", "been"})) --first;
  std::size_t last = i + 2;
  Range content = content_after(last);
  const bool of_thing = tokens_.is(content.first, "of") && content.last > content.first + 1;
  if (of_thing) ++content.first;
  if (content.empty() || content.last == content.first) content = {first, last};
  SourcePhrase phrase;
  if (!tokens_.is(first, "there")) phrase = phrase_before(tables_, tokens_, first);
  const auto before = drafts_.size();
  add(phrase, {first, last}, {content}, "no evidence", Relation::CouldNotConfirm, Stance::CannotConfirm, of_thing ? "speech.no-evidence-of" : "speech.no-evidence");
  if (drafts_.size() > before && phrase.empty()) {
    // the speaker of the clause around it
    for (std::size_t d = before; d-- > first_of_sentence_;) {
      if (drafts_[d].cue < first && !drafts_[d].frame.source.empty()) {
        drafts_.back().frame.source = drafts_[d].frame.source;
        drafts_.back().source = drafts_[d].source;
        break;
      }
    }
  }
  return last;
}

std::size_t FrameFinder::read_citing(std::size_t i) {
  const auto phrase = phrase_after(tables_, tokens_, i + 1);
  if (phrase.empty()) return i;
  std::optional<std::size_t> citer;
  for (std::size_t d = first_of_sentence_; d < drafts_.size(); ++d) {
    if (drafts_[d].frame.relation != Relation::Cited && drafts_[d].cue < i) citer = d;
  }
  if (!citer) {
    pending_cited_ = phrase;      // "The agency, citing officials, said": the verb is still to come
    pending_cue_ = i;
    return phrase.end;
  }
  auto content = drafts_[*citer].content;
  const auto before = drafts_.size();
  add(phrase, {i, i + 1}, std::move(content), "cite", Relation::Cited, std::nullopt, "speech.citing");
  if (drafts_.size() > before) drafts_[*citer].frame.cites = static_cast<std::uint32_t>(before);   // a draft index until link()
  return phrase.end;
}

/// "information from the ministry that", "reports from Kyiv and Seoul indicating that", "South Korean assertions that".
std::size_t FrameFinder::read_report_noun(std::size_t i) {
  SourcePhrase phrase;
  std::size_t next = i + 1;
  if (tokens_.is_any(next, {"from", "by"})) {
    phrase = phrase_after(tables_, tokens_, next + 1);
    next = phrase.end;
  } else if (i > tokens_.begin() && (tokens_.kind(i - 1) == TokenKind::Possessive || (tokens_.is_capital(i - 1) && tokens_.is_word(i - 1)))) {
    std::size_t first = i;
    while (first > tokens_.begin() && i - first < 6 && (tokens_.kind(first - 1) == TokenKind::Possessive || (tokens_.is_word(first - 1) && tokens_.is_capital(first - 1)))) --first;
    phrase.begin = first;
    phrase.end = i;
    phrase.parts = {{first, i + 1}};
  }
  const bool owned = i > tokens_.begin() + 1 && tokens_.kind(i - 1) == TokenKind::Possessive && phrase.end == i;
  if (phrase.empty()) return i;
  if (tokens_.is_any(next, {"indicating", "saying", "suggesting", "claiming", "alleging", "showing"})) ++next;
  if (!tokens_.is(next, "that")) return i;
  Range content = content_after(next + 1);
  if (phrase.begin == tokens_.begin()) {
    // the noun is the subject of a verb behind the clause: "Mali's claim that it holds the town convinced nobody"
    bool finite = false;
    for (std::size_t k = content.first; k < content.last; ++k) {
      const bool verb = tables_.is(tokens_.word(k), SpeechWord::Finite) || (tokens_.letter_case(k) == TokenCase::Lower && tokens_.word(k).ends_with("ed") && !tables_.is(tokens_.word(k - 1), SpeechWord::Auxiliary));
      if (verb && finite && !tables_.is(tokens_.word(k - 1), SpeechWord::Stop) && !tables_.is(tokens_.word(k - 1), SpeechWord::Auxiliary) && !tokens_.is_any(k - 1, {"and", "or", ",", "not"})) {
        content.last = k;
        break;
      }
      finite = finite || verb || (tokens_.word(k).ends_with("s") && tokens_.is_any(k - 1, {"it", "he", "she"}));
    }
  }
  add(phrase, {i, i + 1}, {content}, std::string(tokens_.word(i)), Relation::Reported, std::nullopt, "speech.report-noun");
  if (owned && !drafts_.empty() && drafts_.back().cue == i) drafts_.back().frame.source = tokens_.span(phrase.begin, i - 1);
  return next;
}

/// "is believed to", "are expected to", "it is suspected that", "was quoted as saying".
std::size_t FrameFinder::read_narrator(std::size_t i) {
  std::size_t cue = i + 1;
  while (tokens_.is_any(cue, {"also", "widely", "now", "being", "been", "still", "currently", "generally", "not", "reportedly", "long"})) ++cue;
  if (tokens_.is(cue, "quoted") && tokens_.is(cue + 1, "as") && tokens_.is(cue + 2, "saying")) {
    const auto phrase = phrase_before(tables_, tokens_, i);
    if (!phrase.empty()) add(phrase, {cue, cue + 3}, {content_after(find_that(cue + 3) ? *find_that(cue + 3) + 1 : after_adjuncts(cue + 3, nullptr))}, "quote", Relation::Said, std::nullopt, "speech.quoted-as-saying");
    return cue + 3;
  }
  if (tokens_.is(cue, "quoted") && tokens_.is(cue + 1, "by")) {
    const auto outer = phrase_after(tables_, tokens_, cue + 2);
    const auto inner = phrase_before(tables_, tokens_, i);
    if (!outer.empty() && !inner.empty() && tokens_.is(outer.end, "as") && tokens_.is(outer.end + 1, "saying")) {
      const auto that = find_that(outer.end + 2);
      Range content = content_after(that ? *that + 1 : after_adjuncts(outer.end + 2, nullptr));
      const auto first = drafts_.size();
      add(inner, {cue, cue + 1}, {content}, "quote", Relation::Said, std::nullopt, "speech.quoted-as-saying");
      const auto second = drafts_.size();
      add(outer, {outer.end, outer.end + 2}, {content}, "quote", Relation::Reported, std::nullopt, "speech.quoted-as-saying");
      if (second > first && drafts_.size() > second) drafts_[second].frame.cites = static_cast<std::uint32_t>(first);
      return outer.end + 2;
    }
  }
  if (!tables_.is(tokens_.word(cue), SpeechWord::Held)) return i;
  const bool accused = tokens_.is(cue, "accused") && tokens_.is(cue + 1, "of");
  if (!tokens_.is_any(cue + 1, {"to", "that"}) && !accused) return i;
  std::vector<Range> content{content_after(cue + 1)};
  std::size_t start = i;
  if (!tokens_.is(cue + 1, "that")) {
    const auto subject = phrase_before(tables_, tokens_, i);
    if (!subject.empty()) start = subject.begin;
    if (start < i) content.insert(content.begin(), Range{start, i});
  }
  const auto before = drafts_.size();
  add({}, {i, cue + 1}, content, std::string(tokens_.word(cue)), accused ? Relation::Accused : tokens_.is(cue, "reported") ? Relation::Reported : Relation::Estimated, std::nullopt, "speech.narrator");
  if (drafts_.size() > before) drafts_.back().frame.mode = SpeechMode::Narrator;
  return cue + 1;
}

/// A translation that lost its verb: "South Korean agency Yonhap, citing the country's intelligence." names who passed on the
/// sentence before.
void FrameFinder::read_displaced_citing(std::size_t sentence) {
  if (drafts_.size() != first_of_sentence_ || drafts_.empty() || sentence == 0) return;
  std::size_t comma = tokens_.begin();
  while (tokens_.has(comma) && !tokens_.is(comma, ",")) ++comma;
  if (!tokens_.is_any(comma + 1, {"citing", "quoting"}) || comma == tokens_.begin() || comma > tokens_.begin() + 10) return;
  auto& previous = drafts_.back();
  if (previous.frame.sentence + 1 != sentence) return;
  std::size_t outer = drafts_.size() - 1;
  while (outer > 0 && drafts_[outer - 1].frame.sentence + 1 == sentence) --outer;
  for (std::size_t d = outer; d < drafts_.size(); ++d) {
    if (drafts_[d].frame.rule == "speech.after") outer = d;
  }
  SourcePhrase phrase;
  phrase.begin = tokens_.begin();
  phrase.end = comma;
  phrase.parts = {{phrase.begin, phrase.end}};
  auto content = drafts_[outer].content;
  const auto cited = static_cast<std::uint32_t>(outer);
  add(phrase, {comma + 1, comma + 2}, std::move(content), "cite", Relation::Reported, std::nullopt, "speech.displaced-citing");
  drafts_.back().frame.cites = cited;
}

}  // namespace dateline::claims::detail
