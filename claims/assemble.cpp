#include "claims/assemble.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "claims/detail/unite_records.hpp"

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
  std::sort(extractions.begin(), extractions.end(), [](const Extraction& a, const Extraction& b) { return detail::listed_before(a.article, b.article); });
  Ledger ledger;
  detail::Sources sources;
  detail::Places places;
  for (Extraction& extraction : extractions) {
    std::sort(extraction.claims.begin(), extraction.claims.end(), detail::told_before);
    for (const SourceRecord& source : extraction.sources) detail::add_source(sources, source);
    for (const PlaceRecord& place : extraction.places) detail::add_place(places, place);
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
