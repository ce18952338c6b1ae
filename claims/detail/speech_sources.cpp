#include "claims/detail/speech_sources.hpp"

#include <algorithm>

namespace dateline::claims::detail {

namespace {

constexpr std::size_t longest_name = 6;   // words of an alias or institution

bool in(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

bool is_determiner(std::string_view word) {
  return in(word, {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "both", "some", "several", "many", "one", "two", "three", "other",
                   "another", "all", "most", "few", "top", "unnamed", "anonymous"});
}

bool is_title(std::string_view word) {
  return in(word, {"president", "minister", "premier", "chancellor", "secretary", "chief", "leader", "spokesman", "spokeswoman", "spokesperson", "gen", "general", "lt", "col",
                   "colonel", "maj", "major", "capt", "captain", "adm", "admiral", "sgt", "brig", "brigadier", "sen", "senator", "rep", "representative", "mr", "mrs", "ms", "dr", "prof",
                   "professor", "king", "queen", "prince", "ambassador", "envoy", "governor", "mayor", "analyst", "director", "chairman", "chairwoman", "commander", "commissioner",
                   "lawmaker", "researcher", "expert", "official", "officer", "historian", "pope", "sheikh", "ayatollah", "lieutenant", "marshal", "deputy", "head", "adviser", "advisor", "journalist",
                   "correspondent", "editor", "activist", "fellow", "author", "judge", "coordinator", "founder", "boss"});
}

bool is_military_title(std::string_view word) {
  return in(word, {"gen", "general", "lt", "col", "colonel", "maj", "major", "capt", "captain", "adm", "admiral", "brig", "brigadier", "commander", "lieutenant", "marshal"});
}

bool is_expert_title(std::string_view word) {
  return in(word, {"analyst", "professor", "prof", "dr", "researcher", "expert", "historian", "fellow", "author", "scientist", "economist"});
}

bool is_organisation_word(std::string_view word) {
  return in(word, {"service", "services", "agency", "ministry", "institute", "university", "college", "council", "committee", "commission", "party", "army", "navy", "force", "forces",
                   "command", "staff", "group", "bank", "center", "centre", "organization", "organisation", "union", "times", "post", "news", "journal", "television", "tv", "radio",
                   "department", "office", "court", "association", "foundation", "corporation", "inc", "ltd", "house", "senate", "congress", "front", "movement", "brigade", "guard",
                   "guards", "police", "bureau", "network", "watch", "international", "national", "observatory", "administration", "assembly", "parliament", "brotherhood", "daily",
                   "herald", "tribune", "gazette", "chronicle", "telegraph", "press", "magazine", "review", "report", "mission", "society", "school", "company", "board", "fund",
                   "programme", "program", "authority", "federation", "league", "directorate", "fleet", "division", "regiment", "corps", "intelligence", "state", "world"});
}

bool is_media_word(std::string_view word) {
  return in(word, {"times", "post", "news", "journal", "television", "tv", "radio", "daily", "herald", "tribune", "gazette", "chronicle", "telegraph", "press", "magazine", "review", "channel"});
}

bool is_expert_word(std::string_view word) {
  return in(word, {"institute", "university", "college", "center", "centre", "foundation", "watch", "observatory", "society", "school", "group", "association"});
}

bool is_name_particle(std::string_view word) { return in(word, {"al", "el", "bin", "ibn", "von", "van", "de", "der", "den", "la", "du", "da", "dos", "abu", "ould"}); }

std::string lower_country(const std::string& code) {
  std::string lower = code;
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return lower;
}

std::string with_country(std::string id, const std::string& country) { return country.empty() ? id : id + "-" + lower_country(country); }

std::string fill(const std::string& pattern, const CountryName* country) {
  std::string name = pattern;
  for (const auto& [mark, value] : {std::pair<const char*, std::string>{"{A}", country ? country->adjective : std::string{}}, {"{C}", country ? country->name : std::string{}}}) {
    if (const auto at = name.find(mark); at != std::string::npos) name.replace(at, 3, value);
  }
  const auto start = name.find_first_not_of(' ');
  return start == std::string::npos ? std::string{} : name.substr(start);
}

/// Edits between two short words, at most `limit` + 1.
int edits(std::string_view a, std::string_view b, int limit) {
  if (a.size() > 24 || b.size() > 24 || std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > limit) return limit + 1;
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

StorySources::StorySources(const SpeechTables& tables, const TokenWindow& tokens) : tables_(tables), tokens_(tokens) {
  for (std::size_t i = tokens.begin(); i < tokens.end() && !two_koreas_; ++i) two_koreas_ = tokens.is_any(i, {"korea", "korean", "koreans"});
  find_persons();
  find_acronyms();
  find_named_agencies();
}

std::string StorySources::key(std::size_t first, std::size_t last) const {
  std::string key;
  for (std::size_t i = first; i < last; ++i) {
    if (tokens_.kind(i) != TokenKind::Word && tokens_.kind(i) != TokenKind::Number) continue;
    if (!key.empty()) key += ' ';
    key += tokens_.word(i);
  }
  return key.empty() ? key : phrase_key(key);
}

std::vector<StorySources::Country> StorySources::countries_in(std::size_t first, std::size_t last) const {
  std::vector<Country> found;
  for (std::size_t i = first; i < last; ++i) {
    if (!tokens_.is_word(i)) continue;
    for (std::size_t n = std::min<std::size_t>(4, last - i); n >= 1; --n) {
      if (!tokens_.is_word(i + n - 1)) continue;
      const auto entry = tables_.country_words.find(key(i, i + n));
      if (entry == tables_.country_words.end()) continue;
      const auto word = tokens_.word(i);
      const bool capital = tokens_.is_capital(i);
      if (!capital && !(entry->second.kind == CountryWord::Metonym && n == 1 && word.size() >= 4 && !in(word, {"rome", "lima", "riga", "bern"}))) continue;
      if (n == 1 && in(word, {"us", "car", "roc", "prc", "uk"}) && tokens_.letter_case(i) != TokenCase::Upper) continue;
      if (n == 1 && in(word, {"north", "south"}) && (!two_koreas_ || !tokens_.is(i - 1, "the") || tokens_.is_capital(i + 1))) continue;
      found.push_back({i, i + n, entry->second.country, entry->second.kind});
      i += n - 1;
      break;
    }
  }
  return found;
}

void StorySources::find_persons() {
  for (std::size_t i = tokens_.begin(); i + 1 < tokens_.end(); ++i) {
    if (!tokens_.is_word(i) || !is_title(tokens_.word(i))) continue;
    std::size_t end = i + 1;
    while (tokens_.is_word(end) && (tokens_.is_capital(end) || is_name_particle(tokens_.word(end)) || (tokens_.is_dash(end) && tokens_.glued(end))) && !is_title(tokens_.word(end)) && end < i + 5) {
      ++end;
      if (tokens_.is_dash(end) && tokens_.glued(end) && tokens_.is_word(end + 1)) end += 2;
    }
    if (end == i + 1 || is_organisation_word(tokens_.word(end - 1)) || !tokens_.is_capital(i + 1)) continue;
    if (!countries_in(i + 1, end).empty()) continue;
    Person person;
    person.position = i + 1;
    person.name = std::string(tokens_.span(i + 1, end).of(tokens_.text()));
    std::size_t office = i;
    while (office > tokens_.begin() && i - office < 2 && tokens_.is_word(office - 1) && tokens_.is_capital(office - 1)) --office;
    person.office = key(office, i + 1);
    const std::size_t from = i >= tokens_.begin() + 5 ? i - 5 : tokens_.begin();
    auto countries = countries_in(from, i);
    // only a country that belongs to the title: "Kenya's prime minister", "the former Kenyan army chief"
    if (!countries.empty()) {
      for (std::size_t k = countries.back().last; k < i; ++k) {
        const bool part = tokens_.kind(k) == TokenKind::Possessive || is_title(tokens_.word(k)) || tokens_.is_any(k, {"prime", "foreign", "defence", "defense", "interior", "former", "deputy", "interim", "acting", "vice", "army", "military", "new", "opposition", "navy", "air", "force", "finance", "security", "top"});
        if (!part) {
          countries.clear();
          break;
        }
      }
    }
    if (!countries.empty()) person.country = tables_.countries[countries.back().index].code;
    if (is_military_title(tokens_.word(i))) person.kind = SourceKind::Military;
    if (is_expert_title(tokens_.word(i))) person.kind = SourceKind::Expert;
    persons_.push_back(std::move(person));
  }
}

void StorySources::find_acronyms() {
  for (std::size_t i = tokens_.begin() + 2; i + 1 < tokens_.end(); ++i) {
    if (!tokens_.is(i - 1, "(") || !tokens_.is(i + 1, ")") || tokens_.letter_case(i) != TokenCase::Upper) continue;
    std::size_t first = i - 1;
    while (first > tokens_.begin() && i - first < 9 && tokens_.is_word(first - 1) && (tokens_.is_capital(first - 1) || tokens_.is_any(first - 1, {"of", "for", "the", "and"}))) --first;
    while (first < i - 1 && !tokens_.is_capital(first)) ++first;
    // whose it is belongs to it: "Kenya's National Police Service (NPS)"
    if (first >= tokens_.begin() + 2 && tokens_.kind(first - 1) == TokenKind::Possessive && tokens_.is_capital(first - 2)) {
      first -= 2;
      while (first > tokens_.begin() && tokens_.is_word(first - 1) && tokens_.is_capital(first - 1)) --first;
    }
    if (i - 1 - first >= 2) acronyms_.emplace(std::string(tokens_.word(i)), std::pair{first, i - 1});
  }
}

void StorySources::find_named_agencies() {
  for (std::size_t i = tokens_.begin(); i < tokens_.end(); ++i) {
    if (!tokens_.is(i, "intelligence") || !tokens_.is_capital(i)) continue;
    std::size_t first = i;
    std::size_t last = i + 1;
    while (first > tokens_.begin() && tokens_.is_word(first - 1) && tokens_.is_capital(first - 1) && countries_in(first - 1, first).empty()) --first;
    while (tokens_.is_word(last) && (tokens_.is_capital(last) || (tokens_.is(last, "and") && tokens_.is_capital(last + 1)))) ++last;
    if (last - first < 2) continue;
    const auto countries = countries_in(first > tokens_.begin() + 3 ? first - 3 : tokens_.begin(), first);
    if (countries.empty() || countries.back().last + 1 < first) continue;
    named_agencies_.emplace(tables_.countries[countries.back().index].code, std::string(tokens_.span(first, last).of(tokens_.text())));
  }
}

std::size_t StorySources::use(SourceRecord record) {
  const auto [at, added] = index_.emplace(record.id, records_.size());
  if (added) records_.push_back(std::move(record));
  return at->second;
}

bool StorySources::is_person(std::size_t record) const {
  const auto alias = tables_.aliases.find(phrase_key(records_[record].name));
  return alias != tables_.aliases.end() && tables_.stands_for[alias->second.source] == "person";
}

std::size_t StorySources::use_table_source(std::size_t source) { return use(tables_.sources[source]); }

std::size_t StorySources::use_person(const Person& person) {
  const auto alias = tables_.aliases.find(phrase_key(person.name));
  if (alias != tables_.aliases.end()) return use_table_source(alias->second.source);
  return use({with_country(slug(person.name), person.country), person.name, person.kind, person.country, {}});
}

void StorySources::remember(std::size_t record, std::size_t first, std::size_t last) {
  last_ = record;
  recent_.push_back(record);
  auto words = std::string(tokens_.span(first, last).of(tokens_.text()));
  const bool named = std::any_of(words.begin(), words.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  auto& known = records_[record];
  if (!named || words.size() > 80 || words == known.name || words.find('\n') != std::string::npos) return;
  if (std::find(known.aliases.begin(), known.aliases.end(), words) == known.aliases.end()) known.aliases.push_back(std::move(words));
}

std::optional<std::size_t> StorySources::last_of(SourceKind kind) const {
  for (auto at = recent_.rbegin(); at != recent_.rend(); ++at) {
    if (records_[*at].kind == kind) return *at;
  }
  return std::nullopt;
}

const StorySources::Person* StorySources::person_by_surname(std::string_view word, std::size_t before) const {
  const Person* found = nullptr;
  for (const auto& person : persons_) {
    const auto name = phrase_key(person.name);
    const auto space = name.rfind(' ');
    const bool surname = name == word || (space != std::string::npos && (std::string_view(name).substr(space + 1) == word || std::string_view(name).substr(0, name.find(' ')) == word));
    // the longest form of the name that stands in the story, one named before if there is one
    if (surname && (found == nullptr || (person.position < before && person.name.size() > found->name.size()))) found = &person;
  }
  return found;
}

const StorySources::Person* StorySources::person_before(std::size_t position) const {
  const Person* found = nullptr;
  for (const auto& person : persons_) {
    if (person.position < position && (found == nullptr || person.position >= found->position)) found = &person;
  }
  return found;
}

std::optional<std::size_t> StorySources::resolve_pronoun(std::size_t first, std::size_t last) {
  const auto word = tokens_.word(first);
  const bool alone = last == first + 1;
  if (alone && in(word, {"he", "she", "him", "her"})) {
    // the speaker goes on speaking
    if (last_ && std::any_of(persons_.begin(), persons_.end(), [&](const Person& person) { return person.position < first && (person.name == records_[*last_].name || tables_.aliases.contains(phrase_key(person.name))) && use_person(person) == *last_; })) return last_;
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
      while (start + 1 < p && is_determiner(tokens_.word(start))) ++start;
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

/// "the NATO chief", "the South Korean president": an office whose holder the story names.
std::optional<std::size_t> StorySources::resolve_office(std::size_t first, std::size_t last) {
  if (last - first < 2 || !is_title(tokens_.word(last - 1)) || tokens_.is_capital(last - 1)) return std::nullopt;
  const auto office = key(std::max(first, last - 2), last);
  const auto found = std::find_if(persons_.begin(), persons_.end(), [&](const Person& person) { return !person.office.empty() && (person.office == office || person.office.ends_with(" " + office)); });
  if (found == persons_.end()) return std::nullopt;
  return use_person(*found);
}

std::optional<std::size_t> StorySources::resolve_alias(std::size_t first, std::size_t last, const std::vector<Country>& countries) {
  // the longest alias wins, of equal ones the last: "Reuters correspondent Ann Lee" has none, "news agency Yonhap" has Yonhap
  for (std::size_t n = std::min(longest_name, last - first); n >= 1; --n) {
    for (std::size_t i = last - n + 1; i-- > first;) {
      if (!tokens_.is_word(i) || tokens_.kind(i + n - 1) == TokenKind::Possessive) continue;
      const auto found = tables_.aliases.find(key(i, i + n));
      if (found == tables_.aliases.end()) continue;
      if (found->second.capital && !tokens_.is_capital(i)) continue;
      if (i + n < last && tokens_.kind(i + n) == TokenKind::Possessive) continue;      // "Putin's spokesman"
      if (!found->second.capital && !tokens_.is(i - 1, "the") && n == 1) continue;       // "the alliance"
      if (!found->second.capital && !last_) continue;
      // a title in front of a person's name does not name the person's office: handled by longer aliases
      const auto& source = tables_.sources[found->second.source];
      const bool short_name = n == 1 && tokens_.word(i).size() <= 3;
      if (short_name && tokens_.letter_case(i) != TokenCase::Upper && found->second.capital && !in(tokens_.word(i), {"xi", "ap", "un", "eu"})) continue;
      // the same name in another country is another agency: Kenya, too, has a National Intelligence Service
      if (!countries.empty() && !source.country.empty() && source.kind != SourceKind::Media && countries.front().last <= i && tables_.countries[countries.front().index].code != source.country) {
        if (source.kind == SourceKind::Intelligence || source.kind == SourceKind::Military) continue;
      }
      // one capital word behind another is a part of some other name: "Kim Biden", "New Times"
      if (n == 1 && i > first && tokens_.is_capital(i - 1) && tokens_.is_word(i - 1) && !is_title(tokens_.word(i - 1)) && countries_in(i - 1, i).empty() && !is_organisation_word(tokens_.word(i - 1)) && source.kind != SourceKind::Media && tokens_.letter_case(i) != TokenCase::Upper) continue;
      return use_table_source(found->second.source);
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> StorySources::resolve_person(std::size_t first, std::size_t last, const std::vector<Country>& countries) {
  // the head of the phrase ends before "of", "from", "in", a comma
  std::size_t head = first;
  while (head < last && !tokens_.is_any(head, {"of", "from", "in", "at", "for", ",", "who", "with", "on"})) ++head;
  std::size_t end = head;
  while (end > first && !(tokens_.is_word(end - 1) && tokens_.is_capital(end - 1))) {
    if (tokens_.is_word(end - 1)) {
      if (end >= first + 3 && tokens_.is_dash(end - 2) && tokens_.glued(end - 1) && tokens_.is_capital(end - 3)) break;   // "Sung-pyo"
      return std::nullopt;   // a common noun heads the phrase
    }
    --end;
  }
  std::size_t begin = end;
  while (begin > first && (tokens_.is_word(begin - 1) || tokens_.is_dash(begin - 1))) {
    const auto word = tokens_.word(begin - 1);
    if (is_title(word) || (is_determiner(word) && (word.size() > 1 || !tokens_.is_capital(begin - 1) || begin - 1 == first))) break;
    if (tokens_.is_word(begin - 1) && !tokens_.is_capital(begin - 1) && !is_name_particle(word)) {
      if (!(begin >= first + 2 && tokens_.is_dash(begin - 2) && tokens_.glued(begin - 1))) break;
    }
    if (std::any_of(countries.begin(), countries.end(), [&](const auto& c) { return begin - 1 >= c.first && begin - 1 < c.last; })) break;
    if (is_organisation_word(word)) return std::nullopt;
    --begin;
  }
  std::size_t words = 0;
  for (std::size_t i = begin; i < end; ++i) words += tokens_.is_word(i);
  if (words == 0) return std::nullopt;
  if (words == 1 && tokens_.letter_case(begin) == TokenCase::Upper) return std::nullopt;   // an acronym
  const auto name = std::string(tokens_.span(begin, end).of(tokens_.text()));
  const auto surname = phrase_key(tokens_.raw(end - 1));
  if (words == 1) {
    if (const auto* person = person_by_surname(surname, begin)) return use_person(*person);
    // a spelling that the table does not have: "Zelenskyi"
    if (surname.size() >= 7) {
      const SourceRecord* best = nullptr;
      std::size_t best_index = 0;
      for (std::size_t s = 0; s < tables_.sources.size(); ++s) {
        const auto known = phrase_key(tables_.sources[s].name);
        const auto space = known.rfind(' ');
        if (space == std::string::npos || tables_.sources[s].kind == SourceKind::Media) continue;
        const auto known_surname = std::string_view(known).substr(space + 1);
        if (known_surname[0] == surname[0] && known_surname.size() >= 7 && edits(surname, known_surname, 2) <= 2 && best == nullptr) {
          best = &tables_.sources[s];
          best_index = s;
        }
      }
      if (best != nullptr) return use_table_source(best_index);
    }
  }
  const bool titled = begin > first && is_title(tokens_.word(begin - 1));
  if (words == 1 && !titled) return std::nullopt;
  Person person;
  person.position = begin;
  person.name = name;
  if (!countries.empty() && countries.front().first < begin) person.country = tables_.countries[countries.front().index].code;
  for (std::size_t i = first; i < begin; ++i) {
    if (is_military_title(tokens_.word(i))) person.kind = SourceKind::Military;
    if (is_expert_title(tokens_.word(i))) person.kind = SourceKind::Expert;
  }
  if (!titled && begin == first) person.kind = SourceKind::Expert;
  for (std::size_t i = head; i < last; ++i) {
    if (is_expert_word(tokens_.word(i))) person.kind = SourceKind::Expert;
  }
  if (const auto* known = person_by_surname(surname, begin); known != nullptr && known->name.size() >= name.size() && words == 1) return use_person(*known);
  const auto record = use_person(person);
  persons_.push_back(person);
  return record;
}

std::optional<std::size_t> StorySources::resolve_institution(std::size_t first, std::size_t last, const std::vector<Country>& countries) {
  // the institution heads the phrase; who speaks for it and what it said stand behind: "army spokesman", "ministry statement"
  std::size_t head = first;
  while (head < last && !tokens_.is_any(head, {"of", "from", "in", "at", "for", ",", "who", "with", "on", "close", "to", "familiar", "("})) ++head;
  std::size_t speaker = head;
  while (speaker > first + 1 && tokens_.is_any(speaker - 1, {"spokesman", "spokesperson", "spokeswoman", "statement", "statements", "data", "figures", "website", "briefing", "release", "chief", "head", "officials", "official", "sources", "report", "assessment", "estimates", "update", "spokespeople", "commander", "press", "service"})) --speaker;
  for (std::size_t n = std::min(longest_name, last - first); n >= 1; --n) {
    for (std::size_t i = last - n + 1; i-- > first;) {
      if (!tokens_.is_word(i)) continue;
      if (tokens_.kind(i + n - 1) == TokenKind::Possessive) continue;
      const auto found = tables_.institution_phrases.find(key(i, i + n));
      if (found == tables_.institution_phrases.end()) continue;
      const std::size_t end = i + n;
      if (end != head && end != speaker && !(i < head && end > head) && !(i > head && n > 1)) continue;
      // "National Intelligence and Security Service": a part of a longer name
      const bool longer = i > first && tokens_.is_capital(i) && tokens_.is_word(i - 1) && (tokens_.is_capital(i - 1) || tokens_.is(i - 1, "and")) && !is_determiner(tokens_.word(i - 1)) && countries_in(i - 1, i).empty() && countries_in(i >= first + 2 ? i - 2 : first, i).empty();
      if (longer) continue;
      const auto& institution = tables_.institutions[found->second];
      bool anonymous = institution.kind == SourceKind::Anonymous;
      for (std::size_t k = first; k < last; ++k) anonymous = anonymous || tokens_.is_any(k, {"unnamed", "anonymous", "unidentified", "undisclosed"});
      const CountryName* country = countries.empty() ? nullptr : &tables_.countries[countries.front().index];
      if (country == nullptr && (!anonymous || tokens_.is_any(first, {"this", "the", "same"}))) {
        if (auto described = resolve_description(first, last)) return described;
      }
      if (country != nullptr && institution.stem.find("intelligence-agency") == 0) {
        if (const auto named = named_agencies_.find(country->code); named != named_agencies_.end()) {
          const auto alias = tables_.aliases.find(phrase_key(named->second));
          if (alias != tables_.aliases.end() && tables_.sources[alias->second.source].country == country->code) return use_table_source(alias->second.source);
          return use({with_country(slug(named->second), country->code), named->second, SourceKind::Intelligence, country->code, {}});
        }
      }
      if (country != nullptr && !anonymous) {
        for (std::size_t s = 0; s < tables_.sources.size(); ++s) {
          if (tables_.stands_for[s] == institution.stem && tables_.sources[s].country == country->code && institution.stem != "news-agency") return use_table_source(s);
        }
      }
      const std::string code = country != nullptr ? country->code : std::string{};
      if (anonymous) {
        const auto words = std::string(tokens_.span(first, last).of(tokens_.text()));
        std::size_t start = first;
        while (start + 1 < last && is_determiner(tokens_.word(start))) ++start;
        auto name = start < last ? std::string(tokens_.span(start, last).of(tokens_.text())) : words;
        if (name.size() > 60) name = std::string(tokens_.span(i, i + n).of(tokens_.text()));
        return use({with_country("anonymous-" + slug(tokens_.span(i, i + n).of(tokens_.text())), code), name, SourceKind::Anonymous, code, {}});
      }
      auto name = country != nullptr ? fill(institution.name, country) : std::string(tokens_.span(i, i + n).of(tokens_.text()));
      return use({with_country(country != nullptr ? institution.stem : slug(name), code), std::move(name), institution.kind, code, {}});
    }
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
      named = named || (tokens_.is_word(i) && tokens_.is_capital(i) && !of_country && !is_determiner(tokens_.word(i)));
    }
    if (!named && countries.front().first <= first + 2) {
      const auto& owner = tables_.countries[countries.front().index];
      return use({"government-" + lower_country(owner.code), owner.name, SourceKind::Government, owner.code, {}});
    }
  }
  // an organisation that no table knows: its capital words
  std::size_t begin = first;
  while (begin < last && !(tokens_.is_word(begin) && tokens_.is_capital(begin) && !(begin == first && is_determiner(tokens_.word(begin))))) ++begin;
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
      if (is_media_word(word)) kind = SourceKind::Media;
      if (in(word, {"ministry", "department", "government", "council", "office", "police", "court"})) kind = SourceKind::Government;
      if (in(word, {"army", "navy", "force", "forces", "command", "brigade", "corps"})) kind = SourceKind::Military;
      if (word == "intelligence") kind = SourceKind::Intelligence;
    }
    const std::string code = countries.empty() ? std::string{} : tables_.countries[countries.front().index].code;
    return use({with_country(slug(name), code), name, kind, code, {}});
  }
  // people without a name
  std::size_t noun = first;
  while (noun + 1 < last && is_determiner(tokens_.word(noun))) ++noun;
  std::size_t stop = noun;
  while (stop < last && tokens_.is_word(stop) && !tokens_.is_any(stop, {"of", "in", "at", "who", "from", "with"}) && stop < noun + 4) ++stop;
  if (stop == noun) return std::nullopt;
  const auto name = std::string(tokens_.span(noun, stop).of(tokens_.text()));
  return use({"anonymous-" + slug(name), name, SourceKind::Anonymous, {}, {}});
}

std::optional<std::size_t> StorySources::resolve(std::size_t first, std::size_t last) {
  while (first < last && !tokens_.is_word(first)) ++first;
  while (last > first && !tokens_.is_word(last - 1)) --last;
  if (first >= last) return std::nullopt;
  if (tokens_.is_any(first, {"i", "we", "you", "me", "us"}) && tokens_.letter_case(first) != TokenCase::Upper && last == first + 1) return std::nullopt;
  const auto countries = countries_in(first, last);
  auto found = resolve_pronoun(first, last);
  if (!found) found = resolve_owner(first, last);
  if (!found) found = resolve_office(first, last);
  if (!found) found = resolve_alias(first, last, countries);
  if (!found) found = resolve_person(first, last, countries);
  if (!found) found = resolve_institution(first, last, countries);
  if (!found) found = resolve_description(first, last);
  if (!found) found = resolve_other(first, last, countries);
  if (found) remember(*found, first, last);
  if (found && is_person(*found)) persons_.push_back({first, records_[*found].name, {}, records_[*found].country, records_[*found].kind});
  return found;
}

}  // namespace dateline::claims::detail
