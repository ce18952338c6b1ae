#include <algorithm>

#include "claims/detail/speech_frames.hpp"

namespace dateline::claims::detail {

namespace {

const std::initializer_list<std::string_view> contrast{"although", "though", "whereas", "while"};

}  // namespace

bool FrameFinder::ends_sentence(std::size_t i) const {
  while (tokens_.has(i) && (tokens_.is_any(i, {".", "!", "?", ")", "..."}) || is_quote_mark(tokens_, i))) ++i;
  return !tokens_.has(i);
}

bool FrameFinder::starts_clause(std::size_t i) const {
  if (!tokens_.has(i)) return false;
  if (is_quote_mark(tokens_, i) || tokens_.is_number(i)) return true;
  if (tokens_.is_any(i, {"is", "was", "has", "as", "us", "does", "this"}) && !tokens_.is(i, "this") && tokens_.letter_case(i) != TokenCase::Upper) return tokens_.is(i, "as");
  if (!tokens_.is_word(i)) return tokens_.is_any(i, {"[", ":"});
  if (tables_.is(tokens_.word(i), SpeechWord::ClauseStart)) return true;
  return tokens_.is_capital(i) || tokens_.word(i).ends_with("s");
}

/// Enough words for a clause: "said OK", "wrote the hymn" are none.
bool FrameFinder::is_clause(Range range) const {
  if (range.last >= range.first + 7) return true;
  if (range.last < range.first + 3) return false;
  for (std::size_t k = range.first; k < range.last; ++k) {
    if (tables_.is(tokens_.word(k), SpeechWord::Finite)) return true;
    if (k > range.first && tokens_.is_word(k) && tokens_.word(k).ends_with("ed")) return true;
  }
  return false;
}

/// A subject and a finite verb near: "Uganda had been asked", "it was late". What is said may begin so without "that".
bool FrameFinder::opens_clause(std::size_t i) const {
  if (tokens_.is_any(i, {"he", "she", "it", "they", "there", "we"})) return tokens_.is_word(i + 1);
  if (!tokens_.is_word(i) && !tokens_.is_number(i)) return false;
  for (std::size_t k = i + 1; k < i + 8 && tokens_.has(k); ++k) {
    if (tables_.is(tokens_.word(k), SpeechWord::Finite)) return true;
    if (tokens_.is_any(k, {",", ";", ":", "that", "which", "who", "to", "when", "if"}) || is_quote_mark(tokens_, k)) return false;
  }
  return false;
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
    if (const auto end_of_time = tokens_.end_of_time(i)) {
      i = end_of_time;
      continue;
    }
    if (tokens_.is_any(i, {"in", "at", "on", "during", "to", "via", "through", "from", "after", "before", "by", "following"})) {
      // an adjunct has no verb: it ends at a comma, "that", a quotation or a determiner after a noun
      std::size_t k = i + 1;
      if (tokens_.is_any(k, {"a", "an", "the", "its", "his", "her", "their"})) ++k;
      bool speech = false;
      std::size_t end = k;
      for (std::size_t n = k; tokens_.is_word(n) && n < k + 5; ++n) {
        if (tables_.is(tokens_.word(n), SpeechWord::Statement)) {
          speech = true;
          end = n + 1;
          break;
        }
      }
      if (!speech && tokens_.is_capital(k) && tokens_.is_any(i, {"in", "from", "at"}) && (tokens_.is(k + 1, "that") || tokens_.is(k + 1, ",") || tokens_.end_of_time(k + 1) != 0 || ends_sentence(k + 1))) {
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

/// ", denying a claim", "and denied that", "and that": another thing that the same speaker says.
bool FrameFinder::opens_next_saying(std::size_t k) const {
  if (!tokens_.is_any(k, {",", "and", "but"}) || !tokens_.is_word(k + 1)) return false;
  const auto word = tokens_.word(k + 1);
  if (tokens_.is(k, "and") && word == "that" && (tables_.is(tokens_.word(k + 2), SpeechWord::Determiner) || tokens_.is_any(k + 2, {"it", "they", "he", "she", "there"}) || tokens_.is_capital(k + 2) || tokens_.is_number(k + 2))) return true;
  if (!tables_.verb_filter.may_hold(word)) return tokens_.is(k, ",") && word == "contradicting";
  const auto verb = tables_.verbs.find(word);
  if (verb == tables_.verbs.end() || verb->second.complement == Complement::Finding || verb->second.complement == Complement::Infinitive) return tokens_.is(k, ",") && word == "contradicting";
  if (tokens_.is(k, ",")) return word.ends_with("ing") && !tokens_.is_any(k + 1, {"showing", "finding", "hoping", "fearing", "threatening", "writing", "recalling", "signalling"});
  return tokens_.is_any(k, {"and", "but"}) && (word.ends_with("ed") || word == "said" || word == "denies" || word == "says") && (tokens_.is(k + 2, "that") || (word.starts_with("sa") && opens_clause(k + 2)));
}

/// What is said from token `i` on: to the end of the sentence, but not over the next speaker.
FrameFinder::Range FrameFinder::content_after(std::size_t i) const {
  Range range{i, i < tail_ ? tail_ : tokens_.end()};
  const auto* inside = quote_at(i > tokens_.begin() ? i - 1 : i);
  if (inside != nullptr && inside->first_token < i) range.last = std::min<std::size_t>(range.last, inside->last_token);
  bool later_cue = false;
  std::size_t cue_at = 0;
  for (std::size_t k = range.last; k-- > i;) {
    if (quote_at(k) != nullptr && quote_at(k) != quote_at(i)) continue;
    const bool verb = tokens_.is_word(k) && tables_.verb_filter.may_hold(tokens_.word(k)) && tables_.verbs.contains(tokens_.word(k));
    const bool cue_here = verb && (tokens_.word(k).ends_with("d") || tokens_.word(k).ends_with("s"));
    if (tokens_.is(k, ",") && ((tokens_.is(k + 1, "according") && tokens_.is(k + 2, "to")) || tokens_.is_any(k + 1, {"citing", "quoting"}))) range.last = k;
    if (tokens_.is(k, ",") && tokens_.is_any(k + 1, contrast) && later_cue) range.last = k;
    if ((tokens_.is(k, ",") && tokens_.is(k + 1, "without")) || (k > i + 1 && opens_next_saying(k))) range.last = k;
    if (tokens_.is(k, ".") && later_cue && cue_at == k + 1) range.last = k;   // residue of a translation: "is ready. declared the officer"
    if (tokens_.is(k, ";") && quote_at(k) == nullptr && !tokens_.is(k + 1, "that")) range.last = k;
    if (tokens_.is(k, ",") && tokens_.is_any(k + 1, {"but", "and"}) && later_cue) {
      // the next speaker has the word: after "that" only one with a name of his own
      if (!tokens_.is(i - 1, "that") || phrase_before(tables_, tokens_, cue_at).begin == k + 2) range.last = k;
    }
    later_cue = later_cue || cue_here;
    if (cue_here) cue_at = k;
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

}  // namespace dateline::claims::detail
