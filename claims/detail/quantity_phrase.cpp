#include "claims/detail/quantity_matcher.hpp"
#include "claims/detail/quantity_nouns.hpp"
#include "claims/detail/word_hash.hpp"

namespace dateline::claims::detail {

namespace {

constexpr std::size_t longest_phrase = 9;  // "North Korean special operations forces combat engineer troops" has eight

/// Words that end a noun phrase: it cannot run over them to a noun further on.
bool ends_phrase(const TokenWindow& tokens, std::size_t i) {
  static const WordMap<bool> stops = [] {
    WordMap<bool> words;
    for (const char* word :
         {"a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "of", "in", "on", "at", "to", "from", "by", "with", "for",
          "into", "onto", "near", "over", "under", "against", "across", "along", "between", "among", "through", "during", "before", "after", "since",
          "until", "as", "than", "or", "but", "if", "when", "while", "where", "who", "which", "whose", "because", "is", "are", "was", "were", "be", "been",
          "being", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "not", "no", "he",
          "she", "they", "it", "we", "you", "i", "them", "him", "us", "said", "says", "per", "via", "up", "out", "off", "down", "about", "around", "ago",
          "percent", "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minutes", "seconds", "mile", "miles", "km",
          "kilometers", "kilometres", "kilometer", "kilometre", "meters", "metres", "tons", "tonnes", "kg", "am", "pm", "a.m", "p.m", "dollars", "euros", "pounds", "rubles",
          "roubles", "hryvnia", "yuan", "won", "yen", "degrees", "times", "o'clock", "feet", "inches", "acres", "hectares", "square", "including", "plus"}) {
      words[word] = true;
    }
    return words;
  }();
  if (tokens.raw(i) == "US") return false;  // the country, not the pronoun
  return stops.find(tokens.word(i)) != stops.end();
}

/// "Russians", "North Koreans", "Chechens": people of a nation, without another noun.
bool is_people(const TokenWindow& tokens, std::size_t i) {
  static const WordMap<bool> names = [] {
    WordMap<bool> words;
    for (const char* word : {"turks", "kurds", "poles", "finns", "swedes", "danes", "greeks", "czechs", "slovaks", "serbs", "croats", "britons", "americans",
                             "iraqis", "israelis", "pakistanis", "saudis", "emiratis", "afghans", "uzbeks", "kazakhs", "tajiks", "kyrgyz", "chechens", "houthis",
                             "japanese", "chinese", "vietnamese", "sudanese", "lebanese", "burmese", "congolese", "senegalese", "yemenis", "omanis", "kuwaitis",
                             "qataris", "bangladeshis", "nepalis", "gurkhas", "somalis", "turkmens", "germans", "french", "british"}) {
      words[word] = true;
    }
    return words;
  }();
  if (!tokens.is_word(i) || tokens.letter_case(i) != TokenCase::Title) return false;
  const auto word = tokens.word(i);
  if (names.find(word) != names.end()) return word.back() != 'e' && word.back() != 'h';
  return word.size() > 5 && (word.ends_with("ans") || word.ends_with("ians"));
}

bool joins_nouns(const TokenWindow& tokens, std::size_t i) {
  return tokens.is_any(i, {"and", "&", ",", "/"});
}

}  // namespace

std::optional<CountedPhrase> read_counted_phrase(const TokenWindow& tokens, std::size_t i, GrammaticalNumber number) {
  std::size_t first = i;
  if (tokens.is(first, "of")) {
    ++first;
    if (tokens.is_any(first, {"the", "its", "their", "his", "our", "these", "those"})) ++first;
  } else if (first > tokens.begin() && tokens.is(first - 1, "of") && tokens.is_any(first, {"the", "its", "their", "his", "our", "these", "those"})) {
    ++first;  // "hundreds of its soldiers"
  }
  std::optional<CountedPhrase> found;
  for (std::size_t at = first; tokens.has(at) && at < first + longest_phrase; ++at) {
    if (tokens.kind(at) == TokenKind::Possessive && !found) continue;  // "Russia's soldiers"
    if (tokens.is_any(at, {"\"", "\u201c", "\u201d", "[", "]", "(", ")"}) && !found && (tokens.is_any(at, {"[", "]", "\"", "\u201c", "\u201d"}))) continue;
    if (tokens.is_dash(at) && tokens.glued(at)) continue;              // "combat-ready", "anti-tank"
    if (tokens.is_number(at) && at > first) {
      // "120-mm mortar shells", "F-16 jets": numbers inside a name of equipment
      const bool named = tokens.glued(at) || (tokens.is_word(at + 1) && tokens.is_any(at + 1, {"mm"})) || tokens.is_dash(at + 1);
      if (named && !found) continue;
      break;
    }
    if (tokens.is_any(at, {"mm", "cm", "millimeter", "millimetre"}) && !found) continue;
    if (tokens.is_number(at) && at == first && (tokens.is(at + 1, "mm") || (tokens.is_dash(at + 1) && tokens.is(at + 2, "mm")))) continue;
    if (!found && at > first && tokens.is(at, ",") && tokens.is_capital(at - 1) && tokens.is_capital(at + 1)) continue;  // "Australian, British and New Zealand soldiers"
    if (!found && tokens.is(at, ",") && tokens.is_word(at + 1) && tokens.letter_case(at + 1) == TokenCase::Lower && at > first) continue;  // "tired, hungry soldiers"
    if (!found && tokens.is(at, "and") && at > first) continue;        // "artillery and rocket rounds"
    // "Su-35s", "T-72s": a type of aircraft or tank, which counts without another noun
    if (!found && number == GrammaticalNumber::Many && tokens.is_word(at) && tokens.is_capital(at) && tokens.word(at).size() <= 3 && tokens.is_dash(at + 1) && tokens.glued(at + 1) && tokens.is_number(at + 2) && tokens.glued(at + 2) &&
        (tokens.is(at + 3, "s") || !tokens.is_word(at + 3) || ends_phrase(tokens, at + 3))) {
      return CountedPhrase{first, at + (tokens.is(at + 3, "s") ? 4 : 3), CountedKind::Vehicle, "vehicles"};
    }
    const bool compound = at > first && tokens.is_dash(at - 1) && tokens.glued(at - 1) && tokens.glued(at);  // "pick-up trucks"
    if (!tokens.is_word(at) || (!compound && ends_phrase(tokens, at))) break;
    const auto* noun = find_counted_noun(tokens.word(at));
    const bool fits = noun != nullptr && (number == GrammaticalNumber::Many ? noun->plural : noun->singular);
    if (fits) {
      found = CountedPhrase{first, at + 1, noun->kind, std::string(noun->unit)};
      continue;
    }
    if (found) break;
    if (number == GrammaticalNumber::Many && is_people(tokens, at)) {
      // "300 Russians"; "300 Americans troops" does not occur
      return CountedPhrase{first, at + 1, CountedKind::Persons, "persons"};
    }
  }
  if (!found) return std::nullopt;
  // "shells and missiles", "men and women", "tanks, trucks and guns": one number over a list of one kind
  for (int guard = 0; guard < 4 && joins_nouns(tokens, found->end); ++guard) {
    std::size_t at = found->end + 1;
    if (tokens.is(at, "and")) ++at;
    std::size_t noun_at = at;
    const CountedNoun* noun = nullptr;
    for (std::size_t k = at; k < at + 3 && tokens.is_word(k) && !ends_phrase(tokens, k); ++k) {
      const auto* entry = find_counted_noun(tokens.word(k));
      if (entry != nullptr && entry->plural) {
        noun = entry;
        noun_at = k;
        break;
      }
    }
    if (noun == nullptr || noun->kind != found->kind) break;
    // "artillery and rocket rounds": the rounds are counted, artillery says of which kind
    if (const auto* first_noun = find_counted_noun(tokens.word(found->end - 1)); first_noun != nullptr && first_noun->singular && first_noun->plural) found->unit = noun->unit;
    found->end = noun_at + 1;
  }
  return found;
}

}  // namespace dateline::claims::detail
