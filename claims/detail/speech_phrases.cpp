#include "claims/detail/speech_phrases.hpp"

#include <algorithm>

namespace dateline::claims::detail {

namespace {

constexpr std::size_t longest_phrase = 24;   // "a spokesman for the office of the ... of ..." and little more

bool in(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

/// Words over which a subject does not reach back.
bool stops_subject(const SpeechTables& tables, const TokenWindow& tokens, std::size_t i) {
  const auto word = tokens.word(i);
  if (tables.is(word, SpeechWord::Stop) || tables.is(word, SpeechWord::Auxiliary)) return true;
  const auto verb = tables.verbs.find(word);
  if (verb == tables.verbs.end()) return false;
  if (tokens.is_any(i - 1, {"i", "we", "you", "they"})) return true;   // "I think Jeff wrote"
  // "media reports", "the state department", "note": nouns in a name or behind an adjective
  return word.ends_with("ed") || in(word, {"said", "says", "told", "saying", "wrote", "denies", "adding", "tells", "thinks", "believes"});
}

std::size_t back_over_time(const TokenWindow& tokens, std::size_t end) {
  for (std::size_t start = end > tokens.begin() + 7 ? end - 7 : tokens.begin(); start < end; ++start) {
    if (tokens.end_of_time(start) == end) return start;
  }
  return end;
}

/// Back over "has also", "on Friday", "(NIS)", ", speaking in Kyiv,".
std::size_t back_to_subject(const SpeechTables& tables, const TokenWindow& tokens, std::size_t cue) {
  std::size_t end = cue;
  for (int guard = 0; guard < 8; ++guard) {
    if (end <= tokens.begin()) return end;
    const std::size_t previous = end - 1;
    if (is_before_verb(tables, tokens.word(previous)) && tokens.is_word(previous)) {
      end = previous;
      continue;
    }
    if (const auto start = back_over_time(tokens, end); start < end) {
      end = start;
      continue;
    }
    if (tokens.is(previous, ")")) {
      std::size_t open = previous;
      while (open > tokens.begin() && previous - open < 10 && !tokens.is(open, "(")) --open;
      if (tokens.is(open, "(") && open > tokens.begin()) {
        end = open;
        continue;
      }
    }
    if (tokens.is(previous, ",") && previous > tokens.begin()) {
      std::size_t comma = previous - 1;
      while (comma > tokens.begin() && previous - comma < longest_phrase && !tokens.is(comma, ",") && !is_quote_mark(tokens, comma)) --comma;
      const bool apposition = tokens.is(comma, ",") && comma > tokens.begin() &&
                              (tokens.is_any(comma + 1, {"a", "an", "the", "who", "which", "speaking", "citing", "quoting", "one", "its", "his", "her", "head", "director", "also", "whose", "in", "formerly", "senior"}) ||
                               tokens.letter_case(comma + 1) == TokenCase::Lower || tokens.is_number(comma + 1));
      const bool adverb_between = previous - comma <= 3;
      // "The governor, Ann Lee, said": a name between commas
      bool name = tokens.is(comma, ",") && comma > tokens.begin() && previous - comma <= 5 && previous - comma >= 3;
      for (std::size_t k = comma + 1; k < previous; ++k) name = name && (tokens.is_capital(k) || tokens.is_dash(k));
      for (std::size_t k = tokens.begin(); name && k < comma; ++k) name = !tables.is(tokens.word(k), SpeechWord::Auxiliary);
      if (name) {
        end = comma;
        continue;
      }
      if (apposition && (tokens.is_word(comma + 1) || adverb_between)) {
        end = comma;
        continue;
      }
    }
    return end;
  }
  return end;
}

void trim(const TokenWindow& tokens, std::size_t& begin, std::size_t& end) {
  while (begin < end && (!tokens.is_word(begin) || tokens.is_any(begin, {"and", "but", "so", "yet"}))) ++begin;
  while (end > begin && !tokens.is_word(end - 1)) --end;
}

void add_part(const TokenWindow& tokens, SourcePhrase& phrase, std::size_t begin, std::size_t end) {
  while (begin < end && (!tokens.is_word(begin) || tokens.is_any(begin, {"and", "both"}))) ++begin;
  while (end > begin && !tokens.is_word(end - 1)) --end;
  if (begin < end) phrase.parts.emplace_back(begin, end);
}

/// "National Intelligence and Security Service": the "and" belongs to the name.
bool is_one_name(const SpeechTables& tables, const TokenWindow& tokens, const SourcePhrase& phrase) {
  std::size_t end = phrase.end;
  if (tokens.is(end - 1, ")") && end >= phrase.begin + 4) end -= 3;
  if (end <= phrase.begin || !tokens.is_capital(end - 1)) return false;
  return tables.is(tokens.word(end - 1), SpeechWord::NameEnd);
}

/// "The U.S., South Korea and their allies": the sentence up to the verb is nothing but a list.
bool split_list(const SpeechTables& tables, const TokenWindow& tokens, SourcePhrase& phrase) {
  std::vector<std::size_t> joints;
  for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
    if (tokens.is(i, "and") || tokens.is(i, ",")) joints.push_back(i);
  }
  if (joints.empty() || is_one_name(tables, tokens, phrase)) return false;
  std::size_t start = phrase.begin;
  for (const auto joint : joints) {
    add_part(tokens, phrase, start, joint);
    start = joint + 1;
  }
  add_part(tokens, phrase, start, phrase.end);
  return true;
}

}  // namespace

bool is_before_verb(const SpeechTables& tables, std::string_view word) {
  // adverbs: "dutifully", "allegedly"; not "July", "family", "assembly"
  if (word.size() > 5 && word.ends_with("ly") && !in(word, {"family", "assembly", "monthly", "weekly", "supply", "anomaly", "reply", "rally"})) return true;
  return tables.is(word, SpeechWord::Adverb);
}

bool is_quote_mark(const TokenWindow& tokens, std::size_t i) {
  if (tokens.is_any(i, {"\"", "\u201c", "\u201d", "\u00ab", "\u00bb", "\u201e", "\u2018", "`", "``", "''"})) return true;
  return tokens.is_any(i, {"\u2019", "'"}) && tokens.kind(i) == TokenKind::Punctuation;   // after a word it is an apostrophe
}

SourcePhrase phrase_before(const SpeechTables& tables, const TokenWindow& tokens, std::size_t cue) {
  SourcePhrase phrase;
  phrase.end = back_to_subject(tables, tokens, cue);
  phrase.begin = phrase.end;
  if (phrase.end > tokens.begin() && tokens.is_any(phrase.end - 1, {"who", "which"})) {
    phrase.end -= 1;
    if (phrase.end > tokens.begin() && tokens.is(phrase.end - 1, ",")) phrase.end -= 1;
    phrase.begin = phrase.end;
  }
  bool has_comma = false;
  std::size_t and_at = 0;
  while (phrase.begin > tokens.begin() && phrase.end - phrase.begin < longest_phrase) {
    const std::size_t i = phrase.begin - 1;
    if (tokens.is(i, ",")) {
      // only in a list of names
      const bool list = (tokens.is_capital(phrase.begin) || tokens.is(phrase.begin, "and")) && tokens.is_word(i - 1) && tokens.is_capital(i - 1) && and_at != 0;
      if (!list) break;
      has_comma = true;
    } else if (tokens.is(i, "and")) {
      and_at = i;
    } else if (tokens.is_word(i)) {
      if (stops_subject(tables, tokens, i)) break;
    } else if (!(tokens.kind(i) == TokenKind::Possessive || tokens.is_number(i) || (tokens.is_dash(i) && tokens.glued(i) && tokens.glued(i + 1)) || tokens.is_any(i, {"/", "&"}))) {
      if (tokens.is(i, ")")) {
        std::size_t open = i;
        while (open > tokens.begin() && i - open < 8 && !tokens.is(open, "(")) --open;
        if (tokens.is(open, "(")) {
          phrase.begin = open;
          continue;
        }
      }
      break;
    }
    phrase.begin = i;
  }
  const bool whole = phrase.begin == tokens.begin() || !tokens.is_word(phrase.begin - 1);
  trim(tokens, phrase.begin, phrase.end);
  if (and_at > phrase.begin && and_at < phrase.end) {
    const bool short_list = phrase.end - phrase.begin <= 14;
    bool prepositions = false;
    for (std::size_t i = phrase.begin; i < and_at; ++i) prepositions = prepositions || tables.is(tokens.word(i), SpeechWord::Preposition);
    if (whole && is_one_name(tables, tokens, phrase)) {
      add_part(tokens, phrase, phrase.begin, phrase.end);
      return phrase;
    }
    if ((whole || has_comma) && short_list && !prepositions) {
      if (split_list(tables, tokens, phrase)) return phrase;
    } else if (!prepositions || !whole) {
      phrase.begin = and_at + 1;
    }
  }
  // "In a statement the ministry said": the phrase in front does not name the speaker
  if (!phrase.empty() && tables.is(tokens.word(phrase.begin), SpeechWord::Preposition)) {
    std::size_t start = phrase.end;
    for (std::size_t i = phrase.begin + 1; i < phrase.end; ++i) {
      if (tokens.is_any(i, {"the", "a", "an", "he", "she", "it", "they", "his", "its"})) start = i;
    }
    if (start == phrase.end) {
      while (start > phrase.begin && (tokens.is_capital(start - 1) || !tokens.is_word(start - 1))) --start;
      while (start < phrase.end && !tokens.is_word(start)) ++start;
    }
    phrase.begin = start;
  }
  // "Everything they claim": the subject is the pronoun next to the verb
  if (!phrase.empty() && phrase.end - phrase.begin > 1 && tokens.is_any(phrase.end - 1, {"he", "she", "it", "they", "i", "we", "you"}) && tokens.letter_case(phrase.end - 1) != TokenCase::Upper) phrase.begin = phrase.end - 1;
  // "condemned the raid and promised": no subject at all
  if (!phrase.empty() && tokens.letter_case(phrase.begin) == TokenCase::Lower && phrase.end - phrase.begin > 1 && tokens.word(phrase.begin).size() > 4 &&
      (tokens.word(phrase.begin).ends_with("ed") || tokens.word(phrase.begin).ends_with("ing")) && !tokens.is_any(phrase.begin, {"united", "unnamed", "retired", "armed", "leading", "ruling"})) {
    phrase.begin = phrase.end;
  }
  if (!phrase.empty()) add_part(tokens, phrase, phrase.begin, phrase.end);
  return phrase;
}

SourcePhrase phrase_after(const SpeechTables& tables, const TokenWindow& tokens, std::size_t i) {
  SourcePhrase phrase;
  phrase.begin = i;
  phrase.end = i;
  while (tokens.has(phrase.end) && phrase.end - i < longest_phrase) {
    const std::size_t at = phrase.end;
    if (tokens.kind(at) == TokenKind::Possessive || tokens.is_number(at) || (tokens.is_dash(at) && tokens.glued(at) && tokens.glued(at + 1)) || tokens.is_any(at, {"/", "&"})) {
      ++phrase.end;
      continue;
    }
    if (tokens.is(at, "(")) {
      std::size_t close = at;
      while (tokens.has(close) && close - at < 8 && !tokens.is(close, ")")) ++close;
      if (!tokens.is(close, ")")) break;
      phrase.end = close + 1;
      continue;
    }
    if (!tokens.is_word(at)) break;
    if (at > i && stops_subject(tables, tokens, at)) break;
    if (at > i && tokens.end_of_time(at) != 0) break;
    if (at > i && tokens.letter_case(at) == TokenCase::Lower && tokens.word(at).ends_with("ing") && tokens.word(at).size() > 5) break;
    if (at > i && tokens.is_any(at, {"he", "she", "it", "they", "there", "in", "on", "to", "citing", "by", "during", "about", "into", "with", "among", "saying", "this", "these", "through", "via", "over"})) break;
    if (at > i && tokens.is(at, "and") && !(tokens.is_capital(at + 1) || tokens.is(at + 1, "the"))) break;
    ++phrase.end;
  }
  trim(tokens, phrase.begin, phrase.end);
  if (phrase.empty()) return phrase;
  if (!split_list(tables, tokens, phrase)) add_part(tokens, phrase, phrase.begin, phrase.end);
  return phrase;
}

}  // namespace dateline::claims::detail
