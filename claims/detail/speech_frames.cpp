#include "claims/detail/speech_frames.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "claims/detail/time_matcher.hpp"

namespace dateline::claims::detail {

namespace {

bool is_report_noun(const TokenWindow& tokens, std::size_t i) {
  return tokens.is_any(i, {"reports", "report", "information", "claims", "claim", "assertions", "assertion", "allegations", "allegation", "statements", "accusations", "suggestions", "rumors", "rumours"});
}

const std::initializer_list<std::string_view> contrast{"although", "though", "whereas", "while"};

}  // namespace

FrameFinder::FrameFinder(const SpeechTables& tables, std::string_view text, const SegmentedText& segments, const std::vector<TimeExpression>& times)
    : tables_(tables), text_(text), segments_(segments), times_(times), tokens_(text, segments), whole_(tokens_), sources_(tables, whole_), quotes_(find_quotes(text, segments)) {}

SpeechAnalysis FrameFinder::find() {
  for (std::size_t s = 0; s < segments_.sentences.size(); ++s) {
    if (segments_.sentences[s].kind == SentenceKind::Boilerplate) continue;
    read_sentence(s);
  }
  attach_quotes();
  link();
  SpeechAnalysis analysis;
  analysis.sources = sources_.take();
  for (auto& draft : drafts_) {
    if (draft.source) draft.frame.source_id = analysis.sources[*draft.source].id;
    for (const auto& range : draft.content) draft.frame.content.push_back(tokens_.span(range.first, range.last));
    analysis.frames.push_back(std::move(draft.frame));
  }
  return analysis;
}

const QuotedSpan* FrameFinder::quote_at(std::size_t token) const {
  const auto at = std::upper_bound(quotes_.begin(), quotes_.end(), token, [](std::size_t t, const QuotedSpan& quote) { return t < quote.first_token; });
  if (at == quotes_.begin()) return nullptr;
  const auto& quote = *std::prev(at);
  return token < quote.last_token ? &quote : nullptr;
}

bool FrameFinder::ends_sentence(std::size_t i) const {
  while (tokens_.has(i) && (tokens_.is_any(i, {".", "!", "?", ")", "..."}) || is_quote_mark(tokens_, i))) ++i;
  return !tokens_.has(i);
}

bool FrameFinder::starts_clause(std::size_t i) const {
  if (!tokens_.has(i)) return false;
  if (is_quote_mark(tokens_, i) || tokens_.is_number(i)) return true;
  if (tokens_.is_any(i, {"is", "was", "has", "as", "us", "does", "this"}) && !tokens_.is(i, "this") && tokens_.letter_case(i) != TokenCase::Upper) return tokens_.is(i, "as");
  if (!tokens_.is_word(i)) return tokens_.is_any(i, {"[", ":"});
  if (tokens_.is_any(i, {"the", "a", "an", "he", "she", "it", "they", "there", "we", "i", "you", "this", "that", "these", "those", "his", "her", "its", "their", "no", "some", "more", "many", "most", "both", "all", "such", "any", "if", "when", "while", "in", "at", "on", "as", "after", "once", "despite", "one", "two", "three", "four", "hundreds", "dozens", "thousands", "several", "another", "only", "what", "how", "whether", "why", "not", "our", "my", "your", "nothing", "everything", "people", "about", "around", "nearly", "almost", "up", "over", "every", "each", "so", "between", "under", "during", "since", "until", "from", "for", "by", "because", "many", "few", "before", "even", "just", "since", "where", "who", "an"})) return true;
  return tokens_.is_capital(i) || tokens_.word(i).ends_with("s");
}

/// A "that" which opens what is said, at most a short adjunct away: "said in a statement on its website that".
std::optional<std::size_t> FrameFinder::find_that(std::size_t i) const {
  bool insert = false;
  for (std::size_t k = i; tokens_.has(k) && k < i + 22; ++k) {
    if (tokens_.is(k, "that")) return k;
    if (tokens_.is(k, ",")) {
      // ", citing unnamed sources, that": over an insert, but not into the next clause
      if (!insert && !tokens_.is_any(k + 1, {"citing", "quoting", "speaking", "referring", "in", "on", "at", "without", "according"})) return std::nullopt;
      insert = !insert;
    }
    if (is_quote_mark(tokens_, k) || tokens_.is_any(k, {":", ";", "."})) return std::nullopt;
    if (k > i && tokens_.is_any(k, {"is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "can", "may", "might", "did", "does", "should", "must", "been"})) return std::nullopt;
    if (tokens_.is_any(k, {"he", "she", "they", "we", "there", "said", "says"})) return std::nullopt;
  }
  return std::nullopt;
}

/// Past dates, "to reporters", "in a statement", "in Kyiv", the person told.
std::size_t FrameFinder::after_adjuncts(std::size_t i, const CueVerb* verb) const {
  if (verb != nullptr && verb->complement == Complement::PersonClause) {
    // the person told: up to "that", a quotation, or four words
    if (tokens_.is_any(i, {"reporters", "journalists", "me", "us", "him", "her", "them", "lawmakers", "parliament"}) || tokens_.is_capital(i)) {
      ++i;
      while (tokens_.is_word(i) && tokens_.is_capital(i)) ++i;
    } else if (tokens_.is_any(i, {"a", "an", "the", "his", "its", "state", "local"})) {
      std::size_t k = i + 1;
      while (tokens_.is_word(k) && k < i + 6 && !tokens_.is_any(k, {"that", "he", "it", "they", "there", "in", "on", "the", "a"})) ++k;
      i = k;
    }
  }
  for (int guard = 0; guard < 6 && tokens_.has(i); ++guard) {
    if (const auto time = match_time(tokens_, i)) {
      i = time->end;
      continue;
    }
    if (tokens_.is_any(i, {"in", "at", "on", "during", "to", "via", "through", "from", "after", "before", "by", "following"})) {
      // an adjunct has no verb: it ends at a comma, "that", a quotation or a determiner after a noun
      std::size_t k = i + 1;
      if (tokens_.is_any(k, {"a", "an", "the", "its", "his", "her", "their"})) ++k;
      bool speech = false;
      std::size_t end = k;
      for (std::size_t n = k; tokens_.is_word(n) && n < k + 5; ++n) {
        if (tokens_.is_any(n, {"statement", "interview", "release", "conference", "briefing", "report", "speech", "letter", "post", "message", "address", "telegram", "facebook", "twitter", "x", "reporters", "journalists", "website", "video", "meeting", "parliament", "television", "tv", "email", "note", "call", "hearing", "comments", "remarks", "summit", "visit", "tweet", "update", "assessment", "communique", "brief", "ceremony", "forum", "editorial", "article", "dispatch"})) {
          speech = true;
          end = n + 1;
          break;
        }
      }
      if (!speech && tokens_.is_capital(k) && tokens_.is_any(i, {"in", "from", "at"}) && (tokens_.is(k + 1, "that") || tokens_.is(k + 1, ",") || match_time(tokens_, k + 1) || ends_sentence(k + 1))) {
        end = k + 1;
        speech = true;
      }
      if (!speech) return i;
      i = end;
      continue;
    }
    if (tokens_.is_any(i, {"earlier", "later", "also", "again", "simply", "recently", "publicly", "separately", "previously", "afterwards"})) {
      ++i;
      continue;
    }
    // ", citing unnamed sources," and other inserts
    if (tokens_.is(i, ",") && (tokens_.is_any(i + 1, {"citing", "quoting", "without", "speaking", "referring", "according", "when"}))) {
      std::size_t k = i + 1;
      while (tokens_.has(k) && k < i + 20 && !tokens_.is(k, ",") && !is_quote_mark(tokens_, k)) ++k;
      if (tokens_.is(k, ",")) {
        i = k + 1;
        continue;
      }
    }
    break;
  }
  return i;
}

/// What is said from token `i` on: to the end of the sentence, but not over the next speaker.
FrameFinder::Range FrameFinder::content_after(std::size_t i) const {
  Range range{i, i < tail_ ? tail_ : tokens_.end()};
  const auto* inside = quote_at(i > tokens_.begin() ? i - 1 : i);
  if (inside != nullptr && inside->first_token < i) range.last = std::min<std::size_t>(range.last, inside->last_token);
  bool later_cue = false;
  for (std::size_t k = range.last; k-- > i;) {
    if (quote_at(k) != nullptr && quote_at(k) != quote_at(i)) continue;
    const bool verb = tokens_.is_word(k) && tables_.verb_filter.may_hold(tokens_.word(k)) && tables_.verbs.contains(tokens_.word(k));
    const bool cue_here = verb && (tokens_.word(k).ends_with("d") || tokens_.word(k).ends_with("s"));
    if (tokens_.is(k, ",") && ((tokens_.is(k + 1, "according") && tokens_.is(k + 2, "to")) || tokens_.is_any(k + 1, {"citing", "quoting"}))) range.last = k;
    if (tokens_.is(k, ",") && tokens_.is_any(k + 1, contrast) && later_cue) range.last = k;
    if (tokens_.is(k, ",") && tokens_.is_any(k + 1, {"adding", "saying", "warning", "stressing", "noting", "insisting", "claiming", "without"})) range.last = k;
    if (tokens_.is(k, ",") && tokens_.is_any(k + 1, {"but", "and"}) && later_cue && !tokens_.is(i - 1, "that")) range.last = k;
    later_cue = later_cue || cue_here;
  }
  while (range.last > range.first && (tokens_.is_any(range.last - 1, {".", ",", ";", ":", "!"}))) --range.last;
  while (range.first < range.last && (tokens_.is_any(range.first, {",", ":", "that"}))) ++range.first;
  return range;
}

std::size_t FrameFinder::clause_start(std::size_t before) const {
  for (std::size_t k = before; k > tokens_.begin(); --k) {
    if (tokens_.is_any(k - 1, {";"})) return k;
    if (tokens_.is(k - 1, ",") && tokens_.is_any(k, {"which", "who", "where", "although", "though", "whereas"})) return k + (tokens_.is_any(k, {"although", "though", "whereas"}) ? 1 : 0);
  }
  return tokens_.begin();
}

FrameFinder::Range FrameFinder::content_before(std::size_t end, std::size_t start) const {
  Range range{start, end};
  while (range.last > range.first && tokens_.is_any(range.last - 1, {",", ".", ";", "-", "\u2013", "\u2014", "("})) --range.last;
  while (range.first < range.last && tokens_.is_any(range.first, {",", "and", "but", ";"})) ++range.first;
  return range;
}

void FrameFinder::add(const SourcePhrase& phrase, Range cue, std::vector<Range> content, std::string lemma, Relation relation, std::optional<Stance> stance, const char* rule) {
  content.erase(std::remove_if(content.begin(), content.end(), [](const Range& range) { return range.empty(); }), content.end());
  if (content.empty()) return;
  Draft draft;
  draft.frame.sentence = static_cast<std::uint32_t>(sentence_);
  draft.frame.cue = tokens_.span(cue.first, cue.last);
  draft.frame.cue_lemma = std::move(lemma);
  draft.frame.relation = relation;
  draft.frame.stance = stance;
  draft.frame.rule = rule;
  draft.cue = cue.first;
  draft.content = content;
  const bool quoted = std::all_of(content.begin(), content.end(), [&](const Range& range) {
    const auto* quote = quote_at(range.first);
    return quote != nullptr && range.last <= quote->last_token + 1;
  });
  draft.frame.mode = quoted ? SpeechMode::Direct : SpeechMode::Indirect;
  if (phrase.parts.empty()) {
    drafts_.push_back(std::move(draft));
    return;
  }
  for (const auto& [first, last] : phrase.parts) {
    Draft one = draft;
    one.frame.source = tokens_.span(first, last);
    one.source = sources_.resolve(first, last);
    drafts_.push_back(std::move(one));
  }
}

/// Where ", X said on Friday." begins at the end of the sentence: what others say before it stops there.
void FrameFinder::find_tail() {
  tail_ = tokens_.end();
  for (std::size_t k = tokens_.end(); k > tokens_.begin() + 2 && k + 30 > tokens_.end();) {
    --k;
    const auto verb = tokens_.is_word(k) && tables_.verb_filter.may_hold(tokens_.word(k)) ? tables_.verbs.find(tokens_.word(k)) : tables_.verbs.end();
    if (verb == tables_.verbs.end() || !(tokens_.word(k).ends_with("d") || tokens_.word(k).ends_with("s"))) continue;
    const std::size_t rest = after_adjuncts(k + 1, &verb->second);
    if (!ends_sentence(rest) && !tokens_.is_any(rest, {",", ";"})) return;
    const auto phrase = phrase_before(tables_, tokens_, k);
    if (phrase.empty() || phrase.begin == tokens_.begin()) return;
    if (tokens_.is(phrase.begin - 1, ",")) tail_ = phrase.begin - 1;
    return;
  }
}

void FrameFinder::read_sentence(std::size_t sentence) {
  const auto& bounds = segments_.sentences[sentence];
  sentence_ = sentence;
  first_of_sentence_ = drafts_.size();
  tokens_.enter(bounds.first_token, std::min<std::size_t>(bounds.last_token, bounds.first_token + limits::max_sentence_tokens));
  find_tail();
  pending_cited_ = {};
  for (std::size_t i = tokens_.begin(); i < tokens_.end();) {
    std::size_t next = i;
    const auto frames_before = drafts_.size();
    if (tokens_.is_word(i)) {
      const auto word = tokens_.word(i);
      if (word == "according" && tokens_.is(i + 1, "to")) next = read_according(i, i + 2);
      else if (word == "confirm" || word == "verify" || word == "corroborate") next = read_cannot_confirm(i);
      else if (word == "no" && tokens_.is_any(i + 1, {"evidence", "indication", "indications", "confirmation", "sign", "signs", "proof"})) next = read_no_evidence(i);
      else if (word == "citing" || word == "quoting") next = read_citing(i);
      if (next == i && (word == "is" || word == "are" || word == "was" || word == "were" || word == "been")) next = read_narrator(i);
      if (next == i && is_report_noun(tokens_, i)) next = read_report_noun(i);
      if (next == i && tables_.verb_filter.may_hold(word)) {
        if (const auto verb = tables_.verbs.find(word); verb != tables_.verbs.end()) next = read_verb(i, verb->second);
      }
    }
    if (drafts_.size() > frames_before && !pending_cited_.empty() && drafts_[frames_before].cue > pending_cue_) {
      auto content = drafts_[frames_before].content;
      const auto cited = drafts_.size();
      add(pending_cited_, {pending_cue_, pending_cue_ + 1}, std::move(content), "cite", Relation::Cited, std::nullopt, "speech.citing");
      if (drafts_.size() > cited) drafts_[frames_before].frame.cites = static_cast<std::uint32_t>(cited);
      pending_cited_ = {};
    }
    i = std::max(next, i + 1);
  }
  read_displaced_citing(sentence);
}

/// "X quoted Y as saying that Z", "Y was quoted by X as saying Z": X passes on what Y said.
std::size_t FrameFinder::read_quoted_as_saying(std::size_t i, const SourcePhrase& outer, std::size_t inner_at) {
  const auto inner = phrase_after(tables_, tokens_, inner_at);
  const std::size_t as = inner.end;
  if (inner.empty() || !tokens_.is(as, "as") || !tokens_.is_any(as + 1, {"saying", "telling", "having"})) return i;
  const auto that = find_that(as + 2);
  Range content = content_after(that ? *that + 1 : after_adjuncts(as + 2, nullptr));
  const auto first = drafts_.size();
  add(outer, {i, i + 1}, {content}, "quote", Relation::Reported, std::nullopt, "speech.quoted-as-saying");
  const auto second = drafts_.size();
  add(inner, {as, as + 2}, {content}, "say", Relation::Said, std::nullopt, "speech.quoted-as-saying");
  if (second > first && drafts_.size() > second) drafts_[first].frame.cites = static_cast<std::uint32_t>(second);
  return drafts_.size() > first ? as + 2 : i;
}

/// "report", "claims", "fears" are verbs only with a subject that agrees and a clause behind them.
bool FrameFinder::is_noun_here(std::size_t i) const {
  static const WordMap<bool> both = [] {
    WordMap<bool> words;
    for (const char* word : {"report", "reports", "claim", "claims", "state", "states", "note", "notes", "estimate", "estimates", "question", "questions", "comment", "comments", "charge", "charges", "promise",
                             "promises", "project", "projects", "forecast", "forecasts", "signal", "signals", "fear", "fears", "hope", "hopes", "doubt", "doubts", "judge", "judges", "show", "shows", "find",
                             "finds", "guess", "remark", "remarks", "counter", "counters", "suspect", "suspects", "quote", "quotes", "pledge", "pledges", "vow", "vows", "reply", "replies", "tweet", "tweets",
                             "complaint", "caution", "threat", "repeat", "recount", "joke", "jokes", "bet", "testimony", "contest", "blame", "charge", "warning", "answer", "answers", "boast", "boasts"}) {
      words[word] = true;
    }
    return words;
  }();
  const auto word = tokens_.word(i);
  if (both.find(word) == both.end() || i == tokens_.begin()) return false;
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
  return !many;
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
  }
  return last.ends_with("s");
}

/// Enough words for a clause: "said OK", "wrote the hymn" are none.
bool FrameFinder::is_clause(Range range) const {
  if (range.last >= range.first + 7) return true;
  if (range.last < range.first + 3) return false;
  for (std::size_t k = range.first; k < range.last; ++k) {
    if (tokens_.is_any(k, {"is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "do", "does", "did", "'s", "'re", "'ll", "n't", "left", "went", "came", "took", "made", "fell", "won", "lost", "want", "wants", "need", "needs"})) return true;
    if (k > range.first && tokens_.is_word(k) && tokens_.word(k).ends_with("ed")) return true;
  }
  return false;
}

std::size_t FrameFinder::read_verb(std::size_t i, const CueVerb& verb) {
  if (is_noun_here(i)) return i;
  const auto word = tokens_.word(i);
  const bool participle = word.ends_with("ing");
  const bool past = word.ends_with("ed") || word == "said" || word == "told" || word == "wrote";
  // capital letters inside a sentence belong to a name: "the Daily Report"
  if (i > tokens_.begin() && tokens_.is_capital(i) && !is_quote_mark(tokens_, i - 1)) return i;
  const std::size_t before = i > tokens_.begin() ? i - 1 : tokens_.end();
  if (tokens_.is_any(before, {"to", "of", "a", "an", "the", "its", "his", "her", "their", "this", "these", "any", "by", "for", "in"}) && !participle) return i;
  const bool negated = tokens_.is_any(before, {"not", "n't"}) || (tokens_.is_any(before, {"immediately", "yet"}) && tokens_.is(i - 2, "not"));
  const std::size_t rest = after_adjuncts(i + 1, &verb);

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
    const bool apposition = !finite && !left.empty();
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
      if (content.empty() && first_of_sentence_ > 0) return i;
      add(speaker, {i, i + 1}, contents, verb.lemma, verb.relation, verb.stance, "speech.inverted");
      return phrase.end;
    }
  }

  SourcePhrase phrase;
  const bool shared = participle || tokens_.is_any(before, {"and", "but"});
  if (participle) {
    if (!tokens_.is_any(before, {",", "and"}) ) return i;
  } else {
    phrase = phrase_before(tables_, tokens_, i);
  }
  if (phrase.empty()) {
    // ", adding that", "and warned that": the subject of the verb before
    if (!shared || drafts_.size() == first_of_sentence_) return i;
    const auto& previous = drafts_.back();
    if (previous.frame.source.empty()) return i;
    std::vector<Range> content{content_after(find_that(i + 1) ? *find_that(i + 1) + 1 : rest)};
    if (content[0].empty() || (verb.complement == Complement::That && !find_that(i + 1) && !is_quote_mark(tokens_, rest))) return i;
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
  const bool after_comma = phrase.begin > tokens_.begin() && (tokens_.is(phrase.begin - 1, ",") || is_quote_mark(tokens_, phrase.begin - 1));
  const auto that = find_that(i + 1);
  if (after_comma && !that && (ends_sentence(rest) || tokens_.is(rest, ",") || tokens_.is(rest, ";") || is_quote_mark(tokens_, rest))) {
    const std::size_t start = [&] {
      const auto* quote = quote_at(phrase.begin - 1);
      return quote != nullptr ? std::max<std::size_t>(quote->first_token, tokens_.begin()) : tokens_.begin();
    }();
    std::vector<Range> contents{content_before(phrase.begin, tokens_.begin())};
    (void)start;
    if (!ends_sentence(rest)) {
      std::size_t next = rest;
      while (tokens_.is_any(next, {",", ";", "."})) ++next;
      // "X said, citing Y": no second half
      if (!tokens_.is_any(next, {"citing", "quoting", "adding", "saying", "without", "speaking", "referring", "according", "who", "as", "in", "a", "an"})) {
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
  if (verb.complement == Complement::That && !that && !quote && !question) return i;
  if (!that && !quote && verb.complement != Complement::Object && !starts_clause(start) && !tokens_.is(start - 1, ":")) return i;
  if (!that && tokens_.is_any(start, {"nothing", "so", "goodbye", "no", "yes"}) && ends_sentence(start + 1)) return i;
  Range content = content_after(start);
  const bool short_clause = verb.lemma == "say" && content.last >= content.first + 2 && !tokens_.is_any(content.last - 1, {"more", "so", "word", "ok", "yes", "no"});
  if (!that && !quote && verb.complement != Complement::Object && !is_clause(content) && !short_clause) return i;
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
  add(phrase, {i, i + 1}, {content}, verb.lemma, verb.relation, verb.stance, that ? "speech.that" : quote ? "speech.quote" : "speech.bare");
  return i + 1;
}

std::size_t FrameFinder::read_according(std::size_t i, std::size_t at) {
  const auto phrase = phrase_after(tables_, tokens_, at);
  if (phrase.empty()) return i;
  std::vector<Range> contents;
  std::size_t start = i;
  while (start > tokens_.begin() && tokens_.is_any(start - 1, {"still", "also", "and", "but"})) --start;
  if (start == tokens_.begin() || (start == tokens_.begin() + 1 && is_quote_mark(tokens_, tokens_.begin()))) {
    std::size_t next = phrase.end;
    while (tokens_.has(next) && next < phrase.end + 12 && !tokens_.is(next, ",")) ++next;
    if (tokens_.is(next, ",")) contents.push_back(content_after(next + 1));
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

std::size_t FrameFinder::read_cannot_confirm(std::size_t i) {
  // back over "could not immediately", "had not yet been able to", "was unable to", "did not"
  std::size_t first = i;
  bool negative = false;
  while (first > tokens_.begin() && i - first < 9) {
    const auto previous = first - 1;
    if (tokens_.is_any(previous, {"not", "unable", "n't", "cannot", "never", "declined", "neither", "nor"})) negative = true;
    if (!tokens_.is_any(previous, {"not", "unable", "n't", "cannot", "never", "declined", "could", "can", "did", "does", "do", "had", "has", "have", "was", "were", "is", "are", "been", "be", "able", "to", "yet", "immediately", "independently", "separately", "so", "far", "or", "deny", "verify", "officially", "would"})) break;
    first = previous;
  }
  if (!negative) return i;
  auto phrase = phrase_before(tables_, tokens_, first);
  // "confirm information from Y that Z", "confirm reports that Z"
  std::size_t start = i + 1;
  while (tokens_.is_any(start, {"or", "deny", ","})) ++start;
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
  return i + 1;
}

std::size_t FrameFinder::read_no_evidence(std::size_t i) {
  std::size_t first = i;
  while (first > tokens_.begin() && i - first < 5 && tokens_.is_any(first - 1, {"there", "was", "is", "were", "are", "currently", "still", "had", "has", "have", "seen", "saw", "found", "sees", "been"})) --first;
  std::size_t last = i + 2;
  Range content = content_after(last);
  if (tokens_.is(content.first, "of") && content.last > content.first + 1) ++content.first;
  if (content.empty() || content.last == content.first) content = {first, last};
  SourcePhrase phrase;
  if (!tokens_.is(first, "there")) phrase = phrase_before(tables_, tokens_, first);
  const auto before = drafts_.size();
  add(phrase, {first, last}, {content}, "no evidence", Relation::CouldNotConfirm, Stance::CannotConfirm, "speech.no-evidence");
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
  if (phrase.empty()) return i;
  if (tokens_.is_any(next, {"indicating", "saying", "suggesting", "claiming", "alleging", "showing"})) ++next;
  if (!tokens_.is(next, "that")) return i;
  add(phrase, {i, i + 1}, {content_after(next + 1)}, std::string(tokens_.word(i)), Relation::Reported, std::nullopt, "speech.report-noun");
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
  if (!tokens_.is_any(cue, {"believed", "thought", "expected", "reported", "said", "understood", "suspected", "estimated", "alleged", "rumored", "rumoured", "speculated", "assumed", "feared", "accused"})) return i;
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

/// A quotation without a verb of its own goes on with the speaker before it.
void FrameFinder::attach_quotes() {
  const auto& sentences = segments_.sentences;
  for (const auto& quote : quotes_) {
    const bool covered = std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
      return std::any_of(draft.content.begin(), draft.content.end(), [&](const Range& range) { return range.first < quote.last_token && quote.first_token < range.last; });
    });
    std::size_t s = 0;
    const auto at = std::upper_bound(sentences.begin(), sentences.end(), quote.first_token, [](std::size_t token, const Sentence& sentence) { return token < sentence.first_token; });
    if (at == sentences.begin()) continue;
    s = static_cast<std::size_t>(at - sentences.begin()) - 1;
    if (covered) {
      // a quotation over several sentences: all of it was said
      for (auto& draft : drafts_) {
        for (auto& range : draft.content) {
          const bool overlaps = range.first < quote.last_token && quote.first_token < range.last;
          if (overlaps && draft.frame.mode == SpeechMode::Direct && (draft.cue < quote.first_token || draft.cue >= quote.last_token)) {
            range.first = std::min<std::size_t>(range.first, quote.first_token);
            range.last = std::max<std::size_t>(range.last, quote.last_token);
          }
        }
      }
      continue;
    }
    // only whole sentences: a quoted word is no speech
    const bool from_start = quote.first_token == sentences[s].first_token;
    if (!from_start || quote.last_token - quote.first_token < 6 || quote.unbalanced) continue;
    Draft* speaker = nullptr;
    for (auto& draft : drafts_) {
      const bool before = draft.cue < quote.first_token && draft.frame.sentence + 3 >= s;
      const bool follows = draft.cue > quote.last_token && draft.frame.sentence <= s + 1 && sentences[draft.frame.sentence].paragraph == sentences[s].paragraph;
      if (draft.frame.mode != SpeechMode::Narrator && !draft.frame.source.empty() && (before || (follows && speaker == nullptr)) && draft.frame.relation != Relation::Cited && !draft.frame.inside) speaker = &draft;
    }
    if (speaker != nullptr) speaker->content.push_back({quote.first_token, quote.last_token});
  }
}

/// Sorts the frames, finds which holds which, and when each was said.
void FrameFinder::link() {
  std::vector<std::size_t> order(drafts_.size());
  for (std::size_t d = 0; d < order.size(); ++d) order[d] = d;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return drafts_[a].cue < drafts_[b].cue; });
  std::vector<std::uint32_t> place(order.size());
  for (std::size_t k = 0; k < order.size(); ++k) place[order[k]] = static_cast<std::uint32_t>(k);
  std::vector<Draft> sorted;
  for (const auto d : order) {
    auto& draft = drafts_[d];
    if (draft.frame.cites) draft.frame.cites = place[*draft.frame.cites];
    for (auto& range : draft.content) range.last = std::max(range.first, range.last);
    std::sort(draft.content.begin(), draft.content.end(), [](const Range& a, const Range& b) { return a.first < b.first; });
    sorted.push_back(std::move(draft));
  }
  drafts_ = std::move(sorted);
  for (std::size_t d = 0; d < drafts_.size(); ++d) {
    std::size_t smallest = static_cast<std::size_t>(-1);
    const std::size_t from = d > 12 ? d - 12 : 0;   // frames hold frames of their own sentence only, near in order
    for (std::size_t o = from; o < std::min(drafts_.size(), d + 12); ++o) {
      if (o == d || drafts_[o].cue == drafts_[d].cue) continue;
      for (const auto& range : drafts_[o].content) {
        const bool holds = range.first <= drafts_[d].cue && drafts_[d].cue < range.last;
        if (holds && range.last - range.first < smallest) {
          smallest = range.last - range.first;
          drafts_[d].frame.inside = static_cast<std::uint32_t>(o);
        }
      }
    }
  }
  date_frames();
}

/// Each date that nobody's words hold belongs to the cue nearest to it.
void FrameFinder::date_frames() {
  for (std::size_t t = 0; t < times_.size(); ++t) {
    const auto& time = times_[t];
    if (time.form == TimeForm::Vague || time.rule == "relative.anchored") continue;
    const auto first = std::lower_bound(drafts_.begin(), drafts_.end(), time.sentence, [](const Draft& draft, std::uint32_t s) { return draft.frame.sentence < s; });
    std::size_t nearest = 90;   // bytes: farther away a date belongs to something else
    std::size_t cue = 0;
    bool found = false;
    for (auto draft = first; draft != drafts_.end() && draft->frame.sentence == time.sentence; ++draft) {
      if (draft->frame.relation == Relation::Cited || draft->frame.mode == SpeechMode::Narrator || draft->frame.rule == "speech.report-noun") continue;
      const auto& span = draft->frame.cue;
      const std::size_t distance = time.span.start >= span.end ? time.span.start - span.end : span.start - std::min(time.span.end, span.start);
      const bool said = std::any_of(draft->content.begin(), draft->content.end(), [&](const Range& range) { return tokens_.span(range.first, range.last).overlaps(time.span); });
      // an accusation holds its date between the accused and the deed; "denied it in a note last week" ends with it
      const bool own = !said || (draft->frame.relation == Relation::Accused && distance < 40 && time.form == TimeForm::Weekday);
      if (own && distance < nearest) {
        nearest = distance;
        cue = draft->cue;
        found = true;
      }
    }
    for (auto draft = first; found && draft != drafts_.end() && draft->frame.sentence == time.sentence; ++draft) {
      if (draft->cue == cue && !draft->frame.when) draft->frame.when = static_cast<std::uint32_t>(t);
    }
  }
}

}  // namespace dateline::claims::detail
