#include "claims/detail/unite_records.hpp"

#include <algorithm>
#include <tuple>

namespace dateline::claims::detail {

namespace {

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

}  // namespace

void add_source(Sources& sources, const SourceRecord& source) {
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

void add_place(Places& places, const PlaceRecord& place) {
  const auto [entry, added] = places.try_emplace(place.id, place);
  if (!added && tells_more(place, entry->second)) entry->second = place;
}

bool listed_before(const ArticleRecord& a, const ArticleRecord& b) { return std::tie(a.file, a.id) < std::tie(b.file, b.id); }

bool told_before(const Claim& a, const Claim& b) {
  return std::tie(a.quote.start, a.quote.end, a.kind, a.status, a.id) < std::tie(b.quote.start, b.quote.end, b.kind, b.status, b.id);
}

}  // namespace dateline::claims::detail
