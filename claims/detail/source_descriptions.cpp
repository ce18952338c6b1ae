#include "claims/detail/source_names.hpp"
#include "claims/detail/speech_sources.hpp"

namespace dateline::claims::detail {

std::optional<std::size_t> StorySources::resolve_pronoun(std::size_t first, std::size_t last) {
  const auto word = tokens_.word(first);
  const bool alone = last == first + 1;
  if (alone && in(word, {"he", "she", "him", "her"})) {
    // the speaker goes on speaking
    if (last_ && std::any_of(persons_.begin(), persons_.end(), [&](const Person& person) { return person.position < first && (person.name == records_[*last_].name || tables_.aliases.contains(person.key)) && use_person(person) == *last_; })) return last_;
    if (const auto* person = person_before(first)) return use_person(*person);
    return last_;
  }
  if (alone && in(word, {"it", "they", "them", "this", "which", "who", "both", "others"})) return last_;
  if (in(word, {"a", "another", "its"}) && last == first + 2 && in(tokens_.word(first + 1), {"spokesman", "spokeswoman", "spokesperson"})) return last_;
  if (in(word, {"his", "her"}) && last > first + 1) {
    if (const auto* person = person_before(first)) {
      const auto owner = use_person(*person);
      if (tokens_.is(first + 1, "office")) {
        const auto code = records_[owner].country;
        const auto country = std::find_if(tables_.countries.begin(), tables_.countries.end(), [&](const auto& c) { return c.code == code; });
        if (country != tables_.countries.end()) return use({"presidential-office-" + lower_country(code), country->adjective + " presidential office", SourceKind::Government, code, {}});
      }
      if (in(tokens_.word(last - 1), {"spokesman", "spokeswoman", "spokesperson", "office", "lawyer", "aide"})) return owner;
    }
  }
  return std::nullopt;
}

/// "Yoon's office", "Putin's spokesman", "a spokesman for the ministry", "the BBC's Ann Lee": whoever owns it.
std::optional<std::size_t> StorySources::resolve_owner(std::size_t first, std::size_t last) {
  for (std::size_t k = first; k < first + 3 && k + 2 < last; ++k) {
    if (depth_ > 1 || !tokens_.is_any(k, {"spokesman", "spokeswoman", "spokesperson", "statement", "report", "spokesmen"}) || !tokens_.is_any(k + 1, {"for", "of", "from", "by"})) continue;
    bool name = false;   // "a spokesman for the army, Ann Lee": rather the person
    for (std::size_t n = k + 2; n < last; ++n) name = name || tokens_.is(n, ",");
    if (name) break;
    ++depth_;
    const auto owner = resolve(k + 2, last);
    --depth_;
    return owner;
  }
  for (std::size_t p = first + 1; p + 1 < last; ++p) {
    if (tokens_.kind(p) != TokenKind::Possessive) continue;
    bool named = false;      // a name behind it is the source: "Russia's Dmitry Peskov"
    for (std::size_t k = p + 1; k < last; ++k) named = named || (tokens_.is_word(k) && tokens_.is_capital(k));
    if (depth_ > 1 || !tokens_.is_capital(p - 1)) return std::nullopt;
    if (named) {
      // a reporter speaks for the outlet
      std::size_t start = first;
      while (start + 1 < p && tables_.is(tokens_.word(start), SpeechWord::Determiner)) ++start;
      const auto outlet = tables_.aliases.find(key(start, p));
      if (outlet != tables_.aliases.end() && tables_.sources[outlet->second.source].kind == SourceKind::Media) return use_table_source(outlet->second.source);
      return std::nullopt;
    }
    const auto countries = countries_in(first, p);
    if (!countries.empty() && countries.back().last == p) return std::nullopt;   // its institution, or the state itself: see below
    ++depth_;
    const auto owner = resolve(first, p);
    --depth_;
    if (!owner) return std::nullopt;
    const auto code = records_[*owner].country;
    const auto country = std::find_if(tables_.countries.begin(), tables_.countries.end(), [&](const auto& c) { return c.code == code; });
    if (tokens_.is(last - 1, "office") && country != tables_.countries.end() && records_[*owner].kind == SourceKind::Government) {
      return use({"presidential-office-" + lower_country(code), country->adjective + " presidential office", SourceKind::Government, code, {}});
    }
    return owner;
  }
  return std::nullopt;
}

std::optional<std::size_t> StorySources::resolve_description(std::size_t first, std::size_t last) {
  if (!tokens_.is_any(first, {"the", "this", "that", "its", "their", "same", "spy", "his", "her"})) return std::nullopt;
  std::size_t head = last;
  for (std::size_t i = first; i < last; ++i) {
    if (tokens_.is_any(i, {"of", "in", "on", "for", "from", "with", "at", ","})) {
      head = i;
      break;
    }
  }
  if (head <= first) return std::nullopt;
  const auto word = tokens_.word(head - 1);
  if (in(word, {"intelligence"}) || (tokens_.is(head - 2, "spy") && word == "agency")) {
    if (auto found = last_of(SourceKind::Intelligence)) return found;
  }
  if (in(word, {"agency", "service"})) {
    for (auto at = recent_.rbegin(); at != recent_.rend(); ++at) {
      if (records_[*at].kind == SourceKind::Intelligence || records_[*at].kind == SourceKind::Media || records_[*at].id.find("agency") != std::string::npos) return *at;
    }
  }
  if (word == "alliance") {
    const auto nato = tables_.aliases.find("nato");
    if (nato != tables_.aliases.end()) return use_table_source(nato->second.source);
  }
  if (in(word, {"newspaper", "paper", "outlet", "broadcaster", "channel", "magazine"})) return last_of(SourceKind::Media);
  if (in(word, {"ministry", "department", "institute", "organization", "organisation", "group", "body", "office", "military", "army", "government", "command", "committee", "council", "mission", "company", "university"})) {
    for (auto at = recent_.rbegin(); at != recent_.rend(); ++at) {
      if (records_[*at].id.find(word) != std::string::npos) return *at;
    }
    return in(word, {"institute", "organization", "organisation", "group", "body"}) ? last_ : std::nullopt;
  }
  if (in(word, {"statement", "source", "report", "release", "document", "post", "message", "sources", "officials", "letter", "communique"})) return last_;
  if (in(word, {"president", "minister", "leader", "official", "spokesman", "spokeswoman", "spokesperson", "general", "analyst", "professor", "researcher", "chief", "premier", "commander", "senator", "governor", "expert"}) && head == last) {
    for (auto at = persons_.rbegin(); at != persons_.rend(); ++at) {
      if (at->position < first) return use_person(*at);
    }
    if (last_ && records_[*last_].kind == SourceKind::Anonymous && tokens_.is_any(first, {"the", "this", "that", "same"})) return last_;   // "a diplomat said. The official added"
  }
  return std::nullopt;
}

std::optional<std::size_t> StorySources::resolve_other(std::size_t first, std::size_t last, const std::vector<Country>& countries) {
  if (const auto acronym = acronyms_.find(std::string(tokens_.word(last - 1))); acronym != acronyms_.end() && tokens_.letter_case(last - 1) == TokenCase::Upper && depth_ < 2) {
    ++depth_;
    const auto found = resolve(acronym->second.first, acronym->second.second);
    --depth_;
    if (found) return found;
  }
  // a state or a seat of government that speaks
  for (const auto& country : countries) {
    if (country.last == last && country.kind != CountryWord::Adjective) {
      const auto& named = tables_.countries[country.index];
      return use({"government-" + lower_country(named.code), named.name, SourceKind::Government, named.code, {}});
    }
  }
  // what a state has and does: "the South Korean report", "Russian assertions"
  if (!countries.empty()) {
    bool named = false;
    for (std::size_t i = first; i < last; ++i) {
      const bool of_country = std::any_of(countries.begin(), countries.end(), [&](const auto& c) { return i >= c.first && i < c.last; });
      named = named || (tokens_.is_word(i) && tokens_.is_capital(i) && !of_country && !tables_.is(tokens_.word(i), SpeechWord::Determiner));
    }
    if (!named && countries.front().first <= first + 2) {
      const auto& owner = tables_.countries[countries.front().index];
      return use({"government-" + lower_country(owner.code), owner.name, SourceKind::Government, owner.code, {}});
    }
  }
  // an organisation that no table knows: its capital words
  std::size_t begin = first;
  while (begin < last && !(tokens_.is_word(begin) && tokens_.is_capital(begin) && !(begin == first && tables_.is(tokens_.word(begin), SpeechWord::Determiner)))) ++begin;
  // the capital of a sentence's first word is no name: "Everything", "Former members"
  const bool sentence_start = begin == first && last > first + 1 && tokens_.letter_case(first + 1) == TokenCase::Lower && (first == tokens_.begin() || tokens_.is_any(first - 1, {".", "!", "?"}) || tokens_.kind(first - 1) == TokenKind::Punctuation);
  if (sentence_start) {
    ++begin;
    while (begin < last && !(tokens_.is_word(begin) && tokens_.is_capital(begin))) ++begin;
  }
  for (const auto& country : countries) {
    // "Ethiopia's National ... Service": the country goes to the end of the id
    if (country.first == begin && tokens_.kind(country.last) == TokenKind::Possessive && country.last + 1 < last && tokens_.is_capital(country.last + 1)) begin = country.last + 1;
  }
  std::size_t end = begin;
  while (end < last && ((tokens_.is_word(end) && (tokens_.is_capital(end) || tokens_.is_any(end, {"of", "for", "and", "the"}))) || (tokens_.is_dash(end) && tokens_.glued(end)) || tokens_.kind(end) == TokenKind::Possessive)) ++end;
  while (end > begin && !tokens_.is_capital(end - 1)) --end;
  if (end > begin) {
    const auto name = std::string(tokens_.span(begin, end).of(tokens_.text()));
    if (name.size() > 100) return std::nullopt;
    SourceKind kind = SourceKind::Expert;
    for (std::size_t i = begin; i < end; ++i) {
      const auto word = tokens_.word(i);
      if (tables_.is(word, SpeechWord::Media)) kind = SourceKind::Media;
      if (in(word, {"ministry", "department", "government", "council", "office", "police", "court"})) kind = SourceKind::Government;
      if (in(word, {"army", "navy", "force", "forces", "command", "brigade", "corps"})) kind = SourceKind::Military;
      if (word == "intelligence") kind = SourceKind::Intelligence;
    }
    const std::string code = countries.empty() ? std::string{} : tables_.countries[countries.front().index].code;
    return use({with_country(slug(name), code), name, kind, code, {}});
  }
  // people without a name
  std::size_t noun = first;
  while (noun + 1 < last && tables_.is(tokens_.word(noun), SpeechWord::Determiner)) ++noun;
  std::size_t stop = noun;
  while (stop < last && tokens_.is_word(stop) && !tokens_.is_any(stop, {"of", "in", "at", "who", "from", "with"}) && stop < noun + 4) ++stop;
  if (stop == noun) return std::nullopt;
  const auto name = std::string(tokens_.span(noun, stop).of(tokens_.text()));
  return use({"anonymous-" + slug(name), name, SourceKind::Anonymous, {}, {}});
}

}  // namespace dateline::claims::detail
