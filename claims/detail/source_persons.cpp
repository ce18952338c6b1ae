#include "claims/detail/source_names.hpp"
#include "claims/detail/speech_sources.hpp"

namespace dateline::claims::detail {

namespace {

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

void StorySources::find_persons() {
  for (std::size_t i = tokens_.begin(); i + 1 < tokens_.end(); ++i) {
    if (!tokens_.is_word(i) || !tables_.is(tokens_.word(i), SpeechWord::Title)) continue;
    std::size_t end = i + 1;
    while (tokens_.is_word(end) && (tokens_.is_capital(end) || tables_.is(tokens_.word(end), SpeechWord::Particle) || (tokens_.is_dash(end) && tokens_.glued(end))) && !tables_.is(tokens_.word(end), SpeechWord::Title) && end < i + 5) {
      ++end;
      if (tokens_.is_dash(end) && tokens_.glued(end) && tokens_.is_word(end + 1)) end += 2;
    }
    if (end == i + 1 || tables_.is(tokens_.word(end - 1), SpeechWord::Organisation) || !tokens_.is_capital(i + 1)) continue;
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
        const bool part = tokens_.kind(k) == TokenKind::Possessive || tables_.is(tokens_.word(k), SpeechWord::Title) || tokens_.is_any(k, {"prime", "foreign", "defence", "defense", "interior", "former", "deputy", "interim", "acting", "vice", "army", "military", "new", "opposition", "navy", "air", "force", "finance", "security", "top"});
        if (!part) {
          countries.clear();
          break;
        }
      }
    }
    if (!countries.empty()) person.country = tables_.countries[countries.back().index].code;
    if (tables_.is(tokens_.word(i), SpeechWord::MilitaryTitle)) person.kind = SourceKind::Military;
    if (tables_.is(tokens_.word(i), SpeechWord::ExpertTitle)) person.kind = SourceKind::Expert;
    add_person(std::move(person));
  }
}

std::size_t StorySources::use_person(const Person& person) {
  const auto alias = tables_.aliases.find(person.key.empty() ? phrase_key(person.name) : person.key);
  if (alias != tables_.aliases.end()) return use_table_source(alias->second.source);
  return use({with_country(slug(person.name), person.country), person.name, person.kind, person.country, {}});
}

bool StorySources::is_person(std::size_t record) const {
  const auto alias = tables_.aliases.find(phrase_key(records_[record].name));
  return alias != tables_.aliases.end() && tables_.stands_for[alias->second.source] == "person";
}

void StorySources::add_person(Person person) {
  person.key = phrase_key(person.name);
  persons_.push_back(std::move(person));
}

const StorySources::Person* StorySources::person_by_surname(std::string_view word, std::size_t before) const {
  const Person* found = nullptr;
  for (const auto& person : persons_) {
    const std::string_view name = person.key;
    const auto space = name.rfind(' ');
    const bool surname = name == word || (space != std::string::npos && (name.substr(space + 1) == word || name.substr(0, name.find(' ')) == word));
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

/// "the NATO chief", "the South Korean president": an office whose holder the story names.
std::optional<std::size_t> StorySources::resolve_office(std::size_t first, std::size_t last) {
  if (last - first < 2 || !tables_.is(tokens_.word(last - 1), SpeechWord::Title) || tokens_.is_capital(last - 1)) return std::nullopt;
  const auto office = key(std::max(first, last - 2), last);
  const auto found = std::find_if(persons_.begin(), persons_.end(), [&](const Person& person) { return !person.office.empty() && (person.office == office || person.office.ends_with(" " + office)); });
  if (found == persons_.end()) return std::nullopt;
  return use_person(*found);
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
    if (tables_.is(word, SpeechWord::Title) || (tables_.is(word, SpeechWord::Determiner) && (word.size() > 1 || !tokens_.is_capital(begin - 1) || begin - 1 == first))) break;
    if (tokens_.is_word(begin - 1) && !tokens_.is_capital(begin - 1) && !tables_.is(word, SpeechWord::Particle)) {
      if (!(begin >= first + 2 && tokens_.is_dash(begin - 2) && tokens_.glued(begin - 1))) break;
    }
    if (std::any_of(countries.begin(), countries.end(), [&](const auto& c) { return begin - 1 >= c.first && begin - 1 < c.last; })) break;
    if (tables_.is(word, SpeechWord::Organisation)) return std::nullopt;
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
  const bool titled = begin > first && tables_.is(tokens_.word(begin - 1), SpeechWord::Title);
  if (words == 1 && !titled) return std::nullopt;
  Person person;
  person.position = begin;
  person.name = name;
  if (!countries.empty() && countries.front().first < begin) person.country = tables_.countries[countries.front().index].code;
  for (std::size_t i = first; i < begin; ++i) {
    if (tables_.is(tokens_.word(i), SpeechWord::MilitaryTitle)) person.kind = SourceKind::Military;
    if (tables_.is(tokens_.word(i), SpeechWord::ExpertTitle)) person.kind = SourceKind::Expert;
  }
  if (!titled && begin == first) person.kind = SourceKind::Expert;
  for (std::size_t i = head; i < last; ++i) {
    if (tables_.is(tokens_.word(i), SpeechWord::ExpertBody)) person.kind = SourceKind::Expert;
  }
  if (const auto* known = person_by_surname(surname, begin); known != nullptr && known->name.size() >= name.size() && words == 1) return use_person(*known);
  const auto record = use_person(person);
  add_person(std::move(person));
  return record;
}

}  // namespace dateline::claims::detail
