#include "claims/detail/source_names.hpp"
#include "claims/detail/speech_sources.hpp"

namespace dateline::claims::detail {

namespace {

std::string fill(const std::string& pattern, const CountryName* country) {
  std::string name = pattern;
  for (const auto& [mark, value] : {std::pair<const char*, std::string>{"{A}", country ? country->adjective : std::string{}}, {"{C}", country ? country->name : std::string{}}}) {
    if (const auto at = name.find(mark); at != std::string::npos) name.replace(at, 3, value);
  }
  const auto start = name.find_first_not_of(' ');
  return start == std::string::npos ? std::string{} : name.substr(start);
}

}  // namespace

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

std::optional<std::size_t> StorySources::resolve_alias(std::size_t first, std::size_t last, const std::vector<Country>& countries) {
  // the longest alias wins, of equal ones the last: "Reuters correspondent Ann Lee" has none, "news agency Yonhap" has Yonhap
  for (std::size_t n = std::min(longest_source_name, last - first); n >= 1; --n) {
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
      if (n == 1 && i > first && tokens_.is_capital(i - 1) && tokens_.is_word(i - 1) && !tables_.is(tokens_.word(i - 1), SpeechWord::Title) && countries_in(i - 1, i).empty() && !tables_.is(tokens_.word(i - 1), SpeechWord::Organisation) && source.kind != SourceKind::Media && tokens_.letter_case(i) != TokenCase::Upper) continue;
      return use_table_source(found->second.source);
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> StorySources::resolve_institution(std::size_t first, std::size_t last, const std::vector<Country>& countries) {
  // the institution heads the phrase; who speaks for it and what it said stand behind: "army spokesman", "ministry statement"
  std::size_t head = first;
  while (head < last && !tokens_.is_any(head, {"of", "from", "in", "at", "for", ",", "who", "with", "on", "close", "to", "familiar", "("})) ++head;
  std::size_t speaker = head;
  while (speaker > first + 1 && tokens_.is_any(speaker - 1, {"spokesman", "spokesperson", "spokeswoman", "statement", "statements", "data", "figures", "website", "briefing", "release", "chief", "head", "officials", "official", "sources", "report", "assessment", "estimates", "update", "spokespeople", "commander", "press", "service"})) --speaker;
  for (std::size_t n = std::min(longest_source_name, last - first); n >= 1; --n) {
    for (std::size_t i = last - n + 1; i-- > first;) {
      if (!tokens_.is_word(i)) continue;
      if (tokens_.kind(i + n - 1) == TokenKind::Possessive) continue;
      const auto found = tables_.institution_phrases.find(key(i, i + n));
      if (found == tables_.institution_phrases.end()) continue;
      const std::size_t end = i + n;
      if (end != head && end != speaker && !(i < head && end > head) && !(i > head && n > 1)) continue;
      // "National Intelligence and Security Service": a part of a longer name
      const bool longer = i > first && tokens_.is_capital(i) && tokens_.is_word(i - 1) && (tokens_.is_capital(i - 1) || tokens_.is(i - 1, "and")) && !tables_.is(tokens_.word(i - 1), SpeechWord::Determiner) && countries_in(i - 1, i).empty() && countries_in(i >= first + 2 ? i - 2 : first, i).empty();
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
        while (start + 1 < last && tables_.is(tokens_.word(start), SpeechWord::Determiner)) ++start;
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

}  // namespace dateline::claims::detail
