#include "pipeline/detail/page_names.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "claims/words.hpp"
#include "gazetteer/fold.hpp"

namespace dateline::pipeline::detail {
namespace {

bool is_name_of(const std::string& text, const std::string& place_id, const gazetteer::Store& store) {
  const auto found = store.find(text);
  return std::any_of(found.begin(), found.end(), [&](const gazetteer::Candidate& c) { return store.place(c.record).id == place_id; });
}

/// The spelling that the stories use most for each town and site.
std::map<std::string, std::string> spellings_of(const claims::Ledger& ledger, const gazetteer::Store& store) {
  std::map<std::string, std::map<std::string, int>> counts;
  for (const auto& claim : ledger.claims) {
    for (const auto* list : {&claim.origin, &claim.destination, &claim.at}) {
      for (const auto& ref : *list) {
        const bool sharp = ref.precision == claims::Precision::City || ref.precision == claims::Precision::Site;
        if (sharp && !ref.place.empty() && ref.mention == claims::PlaceMention::Toponym) ++counts[ref.place][ref.span.text];
      }
    }
  }
  std::map<std::string, std::string> spelled;
  for (const auto& [id, spellings] : counts) {
    int most = 0;
    for (const auto& [text, count] : spellings) {
      if (count > most && is_name_of(text, id, store)) most = count, spelled[id] = text;
    }
  }
  return spelled;
}

/// Insertions, removals and replacements of bytes that make one of the other.
std::size_t edits(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t aslant = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, aslant + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      aslant = above;
    }
  }
  return row.back();
}

/// Whether a reader would take the two for different names: more than a third of the letters are others. "Yonaguni" and "Yonakuni" are one.
bool differ_much(const std::string& a, const std::string& b) {
  const std::string x = gazetteer::fold(a), y = gazetteer::fold(b);
  return 3 * edits(x, y) > std::max(x.size(), y.size());
}

}  // namespace

PageNames::PageNames(const claims::Ledger& ledger, const gazetteer::Store& store, const ContestedNames& contested) {
  const auto spelled = spellings_of(ledger, store);
  for (const auto& place : ledger.places) {
    const auto told = spelled.find(place.id);
    by_id_[place.id] = {contested.shown(place.name, place.country, told == spelled.end() ? "" : told->second), place.name, contested.is_contested(place.name, place.country)};
  }
}

const std::string& PageNames::of(const claims::PlaceRecord& place) const noexcept {
  const auto found = by_id_.find(place.id);
  return found == by_id_.end() ? place.name : found->second.page;
}

claims::Ledger PageNames::applied_to(claims::Ledger ledger) const {
  for (auto& place : ledger.places) place.name = of(place);
  return ledger;
}

std::string PageNames::other_names(const claims::EventView& view) const {
  std::vector<std::string> parts;
  for (const auto* ids : {&view.origins, &view.destinations, &view.sites}) {
    for (const auto& id : *ids) {
      const auto found = by_id_.find(id);
      if (found == by_id_.end()) continue;
      const auto& [page, stored, contested] = found->second;
      if (!contested && page.find(stored) == std::string::npos && differ_much(page, stored)) parts.push_back(page + " is " + stored + " in the gazetteer");
    }
  }
  return claims::join(parts, "; ");
}

}  // namespace dateline::pipeline::detail
