#include "claims/assemble.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace dateline::claims {

namespace {

/// Different texts that a feed gave the same id: the later ones, by hash, get a part of their hash added.
void separate_ids(std::vector<Extraction>& extractions) {
  std::sort(extractions.begin(), extractions.end(), [](const Extraction& a, const Extraction& b) {
    return std::tie(a.article.id, a.article.sha256, a.article.file) < std::tie(b.article.id, b.article.sha256, b.article.file);
  });
  constexpr std::size_t kDigits = 8;
  ArticleRecord first;  // as it came, of the stories with this id
  for (Extraction& extraction : extractions) {
    ArticleRecord& article = extraction.article;
    if (article.id != first.id) first = article;
    if (first.sha256 == article.sha256) continue;
    article.id += "#" + article.sha256.substr(0, kDigits);
    for (Claim& claim : extraction.claims) claim.article = article.id;
  }
}

void add_source(std::map<std::string, SourceRecord>& sources, const SourceRecord& source) {
  const auto [entry, added] = sources.try_emplace(source.id, source);
  SourceRecord& known = entry->second;
  if (!added && std::tie(source.name, source.kind, source.country) < std::tie(known.name, known.kind, known.country)) {
    const std::vector<std::string> aliases = std::move(known.aliases);
    known = source;
    known.aliases.insert(known.aliases.end(), aliases.begin(), aliases.end());
  } else if (!added) {
    known.aliases.insert(known.aliases.end(), source.aliases.begin(), source.aliases.end());
  }
  std::sort(known.aliases.begin(), known.aliases.end());
  known.aliases.erase(std::unique(known.aliases.begin(), known.aliases.end()), known.aliases.end());
}

/// Stories resolve the same place with different alternatives; the surest telling is kept: the widest choice, then the highest score.
bool tells_more(const PlaceRecord& a, const PlaceRecord& b) {
  const auto score = [](const PlaceRecord& place) { return place.alternatives.empty() ? 0.0 : place.alternatives.front().score; };
  if (a.alternatives.size() != b.alternatives.size()) return a.alternatives.size() > b.alternatives.size();
  if (score(a) != score(b)) return score(a) > score(b);
  const auto key = [](const PlaceRecord& place) {
    std::string text = place.name;
    for (const AlternativeRecord& alternative : place.alternatives) {
      text += '\n' + alternative.id + ' ' + std::to_string(alternative.score);
      for (const std::string& reason : alternative.reasons) text += '\n' + reason;
    }
    return text;
  };
  return key(a) < key(b);
}

void add_place(std::map<std::string, PlaceRecord>& places, const PlaceRecord& place) {
  const auto [entry, added] = places.try_emplace(place.id, place);
  if (!added && tells_more(place, entry->second)) entry->second = place;
}

/// A story that repeats a sentence gives claims that differ in place only; each keeps an id of its own.
void separate_claims(std::vector<Claim>& claims) {
  std::set<std::string> ids;
  for (Claim& claim : claims) {
    const std::string base = claim.id;
    for (int n = 2; !ids.insert(claim.id).second; ++n) claim.id = base + "-" + std::to_string(n);
  }
}

}  // namespace

Ledger assemble(std::vector<Extraction> extractions) {
  separate_ids(extractions);
  // the same story twice is one story
  extractions.erase(std::unique(extractions.begin(), extractions.end(), [](const Extraction& a, const Extraction& b) { return a.article.id == b.article.id; }), extractions.end());
  // by file name, as people sort them: the letters of the source list follow this order
  std::sort(extractions.begin(), extractions.end(), [](const Extraction& a, const Extraction& b) {
    return std::tie(a.article.file, a.article.id) < std::tie(b.article.file, b.article.id);
  });
  Ledger ledger;
  std::map<std::string, SourceRecord> sources;
  std::map<std::string, PlaceRecord> places;
  for (Extraction& extraction : extractions) {
    std::sort(extraction.claims.begin(), extraction.claims.end(), [](const Claim& a, const Claim& b) {
      return std::tie(a.quote.start, a.quote.end, a.kind, a.status, a.id) < std::tie(b.quote.start, b.quote.end, b.kind, b.status, b.id);
    });
    for (const SourceRecord& source : extraction.sources) add_source(sources, source);
    for (const PlaceRecord& place : extraction.places) add_place(places, place);
    ledger.articles.push_back(std::move(extraction.article));
    std::move(extraction.claims.begin(), extraction.claims.end(), std::back_inserter(ledger.claims));
  }
  for (auto& [id, source] : sources) ledger.sources.push_back(std::move(source));
  for (auto& [id, place] : places) ledger.places.push_back(std::move(place));
  separate_claims(ledger.claims);
  group(ledger);
  return ledger;
}

}  // namespace dateline::claims
