#include "claims/ledger_diff.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "claims/detail/ledger_writer.hpp"

namespace dateline::claims {

namespace {

using detail::FieldWriter;
using detail::OrderedJson;

/// Ids of the old ledger by ids of the new one, for records that are the same in both.
using SameRecords = std::map<std::string, std::string>;

std::string compact(const OrderedJson& value) { return value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace); }

template <typename Record>
std::vector<FieldChange> compare_fields(Record before, Record after) {
  const OrderedJson old_fields = FieldWriter::to_object(before);
  const OrderedJson new_fields = FieldWriter::to_object(after);
  std::vector<FieldChange> changes;
  for (const auto& [name, value] : old_fields.items()) {
    if (name == "id") continue;
    const auto found = new_fields.find(name);
    if (found == new_fields.end()) changes.push_back({name, compact(value), ""});
    else if (*found != value) changes.push_back({name, compact(value), compact(*found)});
  }
  for (const auto& [name, value] : new_fields.items()) {
    if (name != "id" && !old_fields.contains(name)) changes.push_back({name, "", compact(value)});
  }
  return changes;
}

template <typename Record>
SameRecords same_ids(const std::vector<Record>& before, const std::vector<Record>& after) {
  std::set<std::string_view> old_ids;
  for (const Record& record : before) old_ids.insert(record.id);
  SameRecords same;
  for (const Record& record : after) {
    if (old_ids.contains(record.id)) same.emplace(record.id, record.id);
  }
  return same;
}

std::set<std::string> matched_old(const SameRecords& same) {
  std::set<std::string> ids;
  for (const auto& [new_id, old_id] : same) ids.insert(old_id);
  return ids;
}

/// Adds pairs of records whose keys are equal and that have no partner yet, in order.
template <typename Record, typename KeyOf, typename OldKeyOf>
void match_by_key(const std::vector<Record>& before, const std::vector<Record>& after, SameRecords& same, OldKeyOf&& old_key_of, KeyOf&& key_of) {
  const std::set<std::string> taken = matched_old(same);
  std::multimap<decltype(key_of(after.front())), std::string> free;
  for (const Record& record : before) {
    if (!taken.contains(record.id)) free.emplace(old_key_of(record), record.id);
  }
  for (const Record& record : after) {
    if (same.contains(record.id)) continue;
    const auto found = free.find(key_of(record));
    if (found == free.end()) continue;
    same.emplace(record.id, found->second);
    free.erase(found);
  }
}

std::unordered_map<std::string_view, std::string_view> files_of(const Ledger& ledger) {
  std::unordered_map<std::string_view, std::string_view> files;  // only asked, never walked
  for (const ArticleRecord& article : ledger.articles) files.emplace(article.id, article.file);
  return files;
}

SameRecords same_articles(const Ledger& before, const Ledger& after) {
  SameRecords same = same_ids(before.articles, after.articles);
  const auto by_file = [](const ArticleRecord& article) { return article.file; };
  match_by_key(before.articles, after.articles, same, by_file, by_file);
  return same;
}

SameRecords same_claims(const Ledger& before, const Ledger& after) {
  SameRecords same = same_ids(before.claims, after.claims);
  using Key = std::tuple<std::string_view, ClaimKind, std::string_view>;
  const auto old_files = files_of(before), new_files = files_of(after);
  match_by_key(before.claims, after.claims, same, [&](const Claim& claim) { return Key{old_files.at(claim.article), claim.kind, claim.quote.exact}; },
               [&](const Claim& claim) { return Key{new_files.at(claim.article), claim.kind, claim.quote.exact}; });
  return same;
}

/// Each new event with the old one that shares most claims with it; the more they share, the earlier they are paired.
SameRecords same_events(const Ledger& before, const Ledger& after, const SameRecords& claims) {
  std::map<std::string, std::size_t> old_event_of;
  for (std::size_t i = 0; i < before.events.size(); ++i) {
    for (const std::string& claim : before.events[i].claims) old_event_of.emplace(claim, i);
  }
  std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> pairs;  // shared, new, old
  for (std::size_t i = 0; i < after.events.size(); ++i) {
    std::map<std::size_t, std::size_t> shared;
    for (const std::string& claim : after.events[i].claims) {
      const auto old_claim = claims.find(claim);
      if (old_claim == claims.end()) continue;
      if (const auto event = old_event_of.find(old_claim->second); event != old_event_of.end()) ++shared[event->second];
    }
    for (const auto& [event, count] : shared) pairs.emplace_back(count, i, event);
  }
  std::sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
    return std::get<0>(a) != std::get<0>(b) ? std::get<0>(a) > std::get<0>(b) : std::tie(std::get<1>(a), std::get<2>(a)) < std::tie(std::get<1>(b), std::get<2>(b));
  });
  SameRecords same;
  std::set<std::size_t> taken;
  for (const auto& [count, fresh, old] : pairs) {
    if (same.contains(after.events[fresh].id) || !taken.insert(old).second) continue;
    same.emplace(after.events[fresh].id, before.events[old].id);
  }
  return same;
}

template <typename Record>
ListDiff compare_lists(const std::vector<Record>& before, const std::vector<Record>& after, const SameRecords& same) {
  std::unordered_map<std::string_view, const Record*> old_records;  // only asked, never walked
  for (const Record& record : before) old_records.emplace(record.id, &record);
  ListDiff diff;
  const std::set<std::string> kept = matched_old(same);
  for (const Record& record : before) {
    if (!kept.contains(record.id)) diff.removed.push_back(record.id);
  }
  for (const Record& record : after) {
    const auto found = same.find(record.id);
    if (found == same.end()) {
      diff.added.push_back(record.id);
      continue;
    }
    const Record& old = *old_records.at(found->second);
    if (old == record) continue;
    auto fields = compare_fields(old, record);
    if (!fields.empty()) diff.changed.push_back({old.id, record.id, std::move(fields)});
  }
  return diff;
}

/// Elements of `all` that `others` does not have, by `equal`.
template <typename Record, typename Equal>
std::vector<Record> without(const std::vector<Record>& all, const std::vector<Record>& others, Equal&& equal) {
  std::vector<Record> rest;
  for (const Record& record : all) {
    if (std::none_of(others.begin(), others.end(), [&](const Record& other) { return equal(record, other); })) rest.push_back(record);
  }
  return rest;
}

/// Puts the claims of the new ledger under the ids and articles that they had, so that only what a claim says is compared.
std::vector<Claim> with_old_names(std::vector<Claim> claims, const SameRecords& same_article) {
  for (Claim& claim : claims) {
    if (const auto found = same_article.find(claim.article); found != same_article.end()) claim.article = found->second;
  }
  return claims;
}

template <typename Strings>
void rename(Strings& ids, const SameRecords& same) {
  for (std::string& id : ids) {
    if (const auto found = same.find(id); found != same.end()) id = found->second;
  }
}

}  // namespace

bool LedgerDiff::empty() const noexcept {
  return articles.empty() && sources.empty() && places.empty() && claims.empty() && events.empty() && conflicts_added.empty() && conflicts_removed.empty() && pins_added.empty() &&
         pins_removed.empty() && !reordered;
}

LedgerDiff compare(const Ledger& before, const Ledger& after) {
  LedgerDiff diff;
  const SameRecords articles = same_articles(before, after);
  const SameRecords claims = same_claims(before, after);
  const SameRecords events = same_events(before, after, claims);
  std::vector<Event> new_events = after.events;
  for (Event& event : new_events) {
    rename(event.claims, claims);
    rename(event.outlets, articles);
  }
  diff.articles = compare_lists(before.articles, after.articles, articles);
  diff.sources = compare_lists(before.sources, after.sources, same_ids(before.sources, after.sources));
  diff.places = compare_lists(before.places, after.places, same_ids(before.places, after.places));
  diff.claims = compare_lists(before.claims, with_old_names(after.claims, articles), claims);
  diff.events = compare_lists(before.events, new_events, events);
  const auto same_sentence = [](const Conflict& a, const Conflict& b) { return a.kind == b.kind && a.text == b.text; };
  diff.conflicts_added = without(after.conflicts, before.conflicts, same_sentence);
  diff.conflicts_removed = without(before.conflicts, after.conflicts, same_sentence);
  diff.pins_added = without(after.pins, before.pins, std::equal_to<>());
  diff.pins_removed = without(before.pins, after.pins, std::equal_to<>());
  diff.reordered = diff.empty() && before != after;
  return diff;
}

}  // namespace dateline::claims
