#include "claims/detail/speech_tables.hpp"

#include <algorithm>

#include "base/files.hpp"
#include "base/limits.hpp"
#include "base/text_table.hpp"

namespace dateline::claims::detail {

namespace {

TextTable read_table(const std::filesystem::path& folder, const char* name, const std::vector<std::string>& columns) {
  const auto path = folder / name;
  return TextTable::parse(read_file(path, limits::max_config_bytes), path.string(), columns);
}

template <typename Value>
Value choose(const TextTable& table, const TextTable::Row& row, const std::string& word, std::initializer_list<std::pair<const char*, Value>> choices) {
  for (const auto& [name, value] : choices) {
    if (word == name) return value;
  }
  table.fail(row, "'" + word + "' is not a word of this column", "see the head of the table");
}

SourceKind source_kind(const TextTable& table, const TextTable::Row& row, const std::string& word) {
  using enum SourceKind;
  return choose<SourceKind>(table, row, word, {{"government", Government}, {"intelligence", Intelligence}, {"military", Military}, {"intergovernmental", Intergovernmental}, {"media", Media}, {"expert", Expert}, {"anonymous", Anonymous}});
}

void load_cues(SpeechTables& tables, const std::filesystem::path& folder) {
  const auto table = read_table(folder, "speech_cues.tsv", {"lemma", "forms", "relation", "complement", "stance"});
  for (const auto& row : table.rows()) {
    CueVerb verb;
    verb.lemma = row.cells[0];
    verb.relation = choose<Relation>(table, row, row.cells[2], {{"said", Relation::Said}, {"accused", Relation::Accused}, {"denied", Relation::Denied}, {"cited", Relation::Cited}, {"reported", Relation::Reported}, {"estimated", Relation::Estimated}});
    verb.complement = choose<Complement>(table, row, row.cells[3], {{"clause", Complement::Clause}, {"person-clause", Complement::PersonClause}, {"that", Complement::That}, {"object", Complement::Object}, {"accuse", Complement::Accuse}, {"blame", Complement::Blame}, {"infinitive", Complement::Infinitive}, {"strict", Complement::Strict}, {"finding", Complement::Finding}});
    if (!row.cells[4].empty()) verb.stance = choose<Stance>(table, row, row.cells[4], {{"denies", Stance::Denies}, {"doubts", Stance::Doubts}});
    for (const auto& form : split_cell(row.cells[1], ' ')) {
      tables.verb_filter.add(form);
      tables.verbs.emplace(form, verb);
    }
  }
}

void load_sources(SpeechTables& tables, const std::filesystem::path& folder) {
  const auto table = read_table(folder, "source_aliases.tsv", {"id", "name", "kind", "country", "aliases", "institution"});
  for (const auto& row : table.rows()) {
    SourceRecord source{row.cells[0], row.cells[1], source_kind(table, row, row.cells[2]), row.cells[3], split_cell(row.cells[4])};
    const auto enter = [&](const std::string& alias) {
      const bool capital = std::any_of(alias.begin(), alias.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
      auto key = phrase_key(alias);
      if (key.rfind("the ", 0) == 0) key.erase(0, 4);
      if (!key.empty()) tables.aliases.emplace(key, AliasEntry{tables.sources.size(), capital});
    };
    enter(source.name);
    for (const auto& alias : source.aliases) enter(alias);
    tables.sources.push_back(std::move(source));
    tables.stands_for.push_back(row.cells[5]);
  }
}

void load_institutions(SpeechTables& tables, const std::filesystem::path& folder) {
  const auto table = read_table(folder, "source_institutions.tsv", {"institution", "phrases", "kind", "name"});
  for (const auto& row : table.rows()) {
    for (const auto& phrase : split_cell(row.cells[1])) tables.institution_phrases.emplace(phrase_key(phrase), tables.institutions.size());
    tables.institutions.push_back({row.cells[0], source_kind(table, row, row.cells[2]), row.cells[3]});
  }
}

void load_countries(SpeechTables& tables, const std::filesystem::path& folder) {
  const auto table = read_table(folder, "source_countries.tsv", {"country", "name", "names", "adjectives", "metonyms"});
  for (const auto& row : table.rows()) {
    const std::size_t index = tables.countries.size();
    const auto enter = [&](const std::string& words, CountryWord kind) {
      auto key = phrase_key(words);
      if (key.rfind("the ", 0) == 0) key.erase(0, 4);
      tables.country_starts.add(std::string_view(key).substr(0, key.find(' ')));
      tables.country_words.emplace(key, CountryEntry{index, kind});
    };
    const auto adjectives = split_cell(row.cells[3]);
    enter(row.cells[1], CountryWord::Name);
    for (const auto& name : split_cell(row.cells[2])) enter(name, CountryWord::Name);
    for (const auto& adjective : adjectives) enter(adjective, CountryWord::Adjective);
    for (const auto& metonym : split_cell(row.cells[4])) enter(metonym, CountryWord::Metonym);
    tables.countries.push_back({row.cells[0], row.cells[1], adjectives.empty() ? row.cells[1] : adjectives.front()});
  }
}

void load_words(SpeechTables& tables, const std::filesystem::path& folder) {
  using enum SpeechWord;
  const auto table = read_table(folder, "speech_words.tsv", {"word", "classes"});
  for (const auto& row : table.rows()) {
    auto& bits = tables.words[row.cells[0]];
    tables.word_filter.add(row.cells[0]);
    for (const auto& name : split_cell(row.cells[1])) {
      const auto kind = choose<SpeechWord>(table, row, name, {{"determiner", Determiner}, {"preposition", Preposition}, {"auxiliary", Auxiliary}, {"particle", Particle}, {"finite", Finite},
          {"title", Title}, {"military-title", MilitaryTitle}, {"expert-title", ExpertTitle}, {"organisation", Organisation}, {"media", Media}, {"expert-body", ExpertBody}, {"name-end", NameEnd},
          {"adverb", Adverb}, {"stop", Stop}, {"clause-start", ClauseStart}, {"statement", Statement}, {"report", Report}, {"also-noun", AlsoNoun}, {"held", Held}, {"non-confirm", NonConfirm}, {"evidence", Evidence}, {"untrue", Untrue}, {"hearsay", Hearsay}});
      bits |= 1U << static_cast<unsigned>(kind);
    }
  }
}

}  // namespace

SpeechTables load_speech_tables(const std::filesystem::path& folder) {
  SpeechTables tables;
  load_cues(tables, folder);
  load_sources(tables, folder);
  load_institutions(tables, folder);
  load_countries(tables, folder);
  load_words(tables, folder);
  return tables;
}

std::string phrase_key(std::string_view phrase) {
  std::string key;
  std::size_t i = 0;
  while (i < phrase.size()) {
    const auto is_part = [&](std::size_t k) {
      const auto c = static_cast<unsigned char>(phrase[k]);
      // general punctuation (U+2000 to U+206F: dashes, curly marks) starts with E2 80 or E2 81
      if (c == 0xE2 && k + 1 < phrase.size() && (static_cast<unsigned char>(phrase[k + 1]) == 0x80 || static_cast<unsigned char>(phrase[k + 1]) == 0x81)) return false;
      return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
    };
    if (!is_part(i)) {
      const bool curly = static_cast<unsigned char>(phrase[i]) == 0xE2;
      const std::string_view rest = phrase.substr(i);
      // "'s" belongs to the grammar, not to the name
      if (!key.empty() && key.back() != ' ' && (rest.rfind("'s", 0) == 0 || rest.rfind("\u2019s", 0) == 0)) {
        const std::size_t after = i + (curly ? 4 : 2);
        if (after >= phrase.size() || !is_part(after)) {
          i = after;
          continue;
        }
      }
      if (!key.empty() && key.back() != ' ') key += ' ';
      i += curly && i + 2 < phrase.size() ? 3 : 1;
      continue;
    }
    while (i < phrase.size() && is_part(i)) {
      const char c = phrase[i++];
      key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (key.size() > 1 && key.back() == '.') key.pop_back();
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

std::string slug(std::string_view name) {
  auto key = phrase_key(name);
  key.erase(std::remove(key.begin(), key.end(), '.'), key.end());
  std::replace(key.begin(), key.end(), ' ', '-');
  if (key.rfind("the-", 0) == 0) key.erase(0, 4);
  return key;
}

}  // namespace dateline::claims::detail
