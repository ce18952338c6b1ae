#include "claims/detail/speech_sources.hpp"

#include <algorithm>

#include "claims/detail/source_names.hpp"

namespace dateline::claims::detail {

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
    if (!tokens_.is_word(i) || !tables_.country_starts.may_hold(tokens_.word(i))) continue;
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

std::size_t StorySources::use(SourceRecord record) {
  const auto [at, added] = index_.emplace(record.id, records_.size());
  if (added) records_.push_back(std::move(record));
  return at->second;
}

std::size_t StorySources::use_table_source(std::size_t source) { return use(tables_.sources[source]); }

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
  if (found && is_person(*found)) add_person({first, records_[*found].name, {}, records_[*found].country, records_[*found].kind});
  return found;
}

}  // namespace dateline::claims::detail
