#include "claims/detail/group_events.hpp"

#include <algorithm>
#include <compare>
#include <limits>
#include <set>

namespace dateline::claims::detail {

namespace {

const SourceRecord* find_source(const std::vector<SourceRecord>& sources, const std::string& id) {
  const auto sorted = std::lower_bound(sources.begin(), sources.end(), id, [](const SourceRecord& s, const std::string& wanted) { return s.id < wanted; });
  if (sorted != sources.end() && sorted->id == id) return &*sorted;
  const auto found = std::find_if(sources.begin(), sources.end(), [&](const SourceRecord& s) { return s.id == id; });
  return found == sources.end() ? nullptr : &*found;
}

/// Sources that pass on another origin: outer links of a chain that ends elsewhere.
struct Relays {
  std::set<std::string> sources;
  std::set<std::string> media_countries;  // of the media among them
};

Relays find_relays(const Cluster& cluster, const std::vector<SourceRecord>& sources) {
  Relays relays;
  for (const Features* claim : cluster) {
    for (const Attribution& link : claim->claim->attribution) {
      if (link.source == claim->root) break;
      relays.sources.insert(link.source);
      const SourceRecord* source = find_source(sources, link.source);
      if (source != nullptr && source->kind == SourceKind::Media && !source->country.empty()) relays.media_countries.insert(source->country);
    }
  }
  return relays;
}

ClaimStatus status_of(const Cluster& cluster) {
  // of a deed, "is going on" only if nobody says less; of a plan, "planned" as soon as somebody says so without a condition
  const auto all = [&](ClaimStatus status) {
    return std::all_of(cluster.begin(), cluster.end(), [&](const Features* f) { return f->claim->status == status; });
  };
  switch (cluster.front()->status) {
    case StatusClass::Deed: return all(ClaimStatus::Ongoing) ? ClaimStatus::Ongoing : ClaimStatus::Reported;
    case StatusClass::Plan: return all(ClaimStatus::Conditional) ? ClaimStatus::Conditional : ClaimStatus::Planned;
    case StatusClass::Denial: return ClaimStatus::Denied;
    case StatusClass::Past: break;
  }
  return ClaimStatus::Past;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return text;
}

std::string place_ids(const std::vector<const PlaceRecord*>& places) {
  std::string ids;
  for (const PlaceRecord* place : places) ids += place->id + " ";
  return ids;
}

std::string number_of(const Claim& claim) {
  if (!claim.quantity) return {};
  const QuantityOf& q = *claim.quantity;
  return std::to_string(q.low) + " " + (q.high ? std::to_string(*q.high) : "") + " " + (q.qualifier == "exact" ? "" : q.qualifier);
}

/// Whether the claims that state something state different things.
template <typename Value>
bool differs(const Cluster& cluster, Value&& value_of) {
  std::string first;
  for (const Features* claim : cluster) {
    const std::string value = value_of(*claim);
    if (value.empty()) continue;
    if (first.empty()) first = value;
    else if (value != first) return true;
  }
  return false;
}

/// A time without its year is the same time.
bool times_differ(const Cluster& cluster) {
  const Features* first = nullptr;
  for (const Features* claim : cluster) {
    if (!claim->when) continue;
    if (first == nullptr) first = claim;
    else if (relate_times(first->when, claim->when) != TimeRelation::Equal) return true;
  }
  return false;
}

const char* place_field(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::Movement:
    case ClaimKind::Transfer: return "destination";
    case ClaimKind::Withdrawal: return "origin";
    default: return "at";
  }
}

/// Whether a map has somewhere to put the event: a place to go to, or to be at. A bare origin is none.
bool has_drawable_place(const Cluster& cluster, const PlaceTable& places) {
  const auto drawable = [&](const PlaceRef& ref) { return ref.mention == PlaceMention::Toponym && places.find(ref.place) != nullptr; };
  return std::any_of(cluster.begin(), cluster.end(), [&](const Features* f) {
    const Claim& claim = *f->claim;
    return std::any_of(claim.destination.begin(), claim.destination.end(), drawable) || std::any_of(claim.at.begin(), claim.at.end(), drawable);
  });
}

/// Numbers run without gaps over what a map shows by default; what it leaves out comes behind.
enum class Shelf { Drawn, WithoutPlace, Transfer, NotShown };

Shelf shelf_of(const Cluster& cluster, const PlaceTable& places) {
  const Features& leader = *cluster.front();
  if (leader.status == StatusClass::Denial || leader.status == StatusClass::Past) return Shelf::NotShown;
  if (leader.claim->kind == ClaimKind::Transfer) return Shelf::Transfer;
  return has_drawable_place(cluster, places) ? Shelf::Drawn : Shelf::WithoutPlace;
}

/// What moves, then what stays, then what is planned; denials before history.
int rank_of(const Features& leader) {
  const bool stays = leader.claim->kind == ClaimKind::Basing || leader.claim->kind == ClaimKind::Presence;
  return 2 * static_cast<int>(leader.status) + (leader.status == StatusClass::Deed && stays ? 1 : 0);
}

/// What decides the number of an event, most telling first.
struct NumberKey {
  Shelf shelf = Shelf::Drawn;
  int rank = 0;
  int first_day = std::numeric_limits<int>::max();
  std::string place, place_id;
  double minus_number = 0;
  std::string claim;
  auto operator<=>(const NumberKey&) const = default;
};

NumberKey number_key(const Cluster& cluster, const PlaceTable& places) {
  NumberKey key;
  key.shelf = shelf_of(cluster, places);
  key.rank = rank_of(*cluster.front());
  key.claim = cluster.front()->claim->id;
  for (const Features* claim : cluster) {
    if (key.place_id.empty() && !claim->places.empty()) {
      key.place = claim->places.front()->name;
      key.place_id = claim->places.front()->id;
    }
    if (claim->when && !claim->when->open_start) key.first_day = std::min(key.first_day, claim->when->first);
    if (claim->claim->quantity && key.minus_number == 0) key.minus_number = -claim->claim->quantity->low;
  }
  return key;
}

}  // namespace

std::vector<std::string> independent_origins(const Cluster& cluster, const std::vector<SourceRecord>& sources) {
  std::set<std::string> roots;
  for (const Features* claim : cluster) {
    if (!claim->root.empty()) roots.insert(claim->root);
  }
  if (roots.size() < 2) return {roots.begin(), roots.end()};
  const Relays relays = find_relays(cluster, sources);
  std::vector<std::string> independent;
  for (const std::string& root : roots) {
    const SourceRecord* source = find_source(sources, root);
    const bool same_media = source != nullptr && source->kind == SourceKind::Media && relays.media_countries.contains(source->country);
    if (!relays.sources.contains(root) && !same_media) independent.push_back(root);
  }
  // sources that pass on each other in a circle are one origin
  if (independent.empty()) independent.push_back(*roots.begin());
  return independent;
}

std::vector<std::string> differing_fields(const Cluster& cluster) {
  std::vector<std::string> fields;
  const auto compare = [&](const char* name, auto&& value_of) {
    if (differs(cluster, value_of)) fields.emplace_back(name);
  };
  compare("force", [](const Features& f) { return f.force; });
  compare("quantity", [](const Features& f) { return number_of(*f.claim); });
  const bool additional = std::any_of(cluster.begin(), cluster.end(), [](const Features* f) { return f->claim->quantity && f->claim->quantity->additional; });
  const bool plain = std::any_of(cluster.begin(), cluster.end(), [](const Features* f) { return f->claim->quantity && !f->claim->quantity->additional; });
  if (additional && plain) fields.emplace_back("additional");
  if (cluster.front()->claim->kind != ClaimKind::Withdrawal) compare("origin", [](const Features& f) { return place_ids(f.origins); });
  compare(place_field(cluster.front()->claim->kind), [](const Features& f) { return place_ids(f.places); });
  if (times_differ(cluster)) fields.emplace_back("when");
  compare("means", [](const Features& f) { return lower(f.claim->means); });
  compare("materiel", [](const Features& f) { return lower(f.claim->materiel); });
  compare("attribution", [](const Features& f) { return f.root; });
  return fields;
}

Event make_event(const Cluster& cluster, const Ledger& ledger) {
  const Claim& leader = *cluster.front()->claim;
  Event event;
  const std::size_t colon = leader.id.rfind(':');
  event.id = "event:" + (colon == std::string::npos ? leader.id : leader.id.substr(colon + 1));
  event.kind = leader.kind;
  event.status = status_of(cluster);
  std::set<std::string> outlets;
  for (const Features* claim : cluster) {
    event.claims.push_back(claim->claim->id);
    if (!claim->outdated) outlets.insert(claim->claim->article);
  }
  if (outlets.empty()) outlets.insert(leader.article);  // all of it from older versions of stories
  event.outlets.assign(outlets.begin(), outlets.end());
  event.origins = independent_origins(cluster, ledger.sources);
  event.differs = differing_fields(cluster);
  return event;
}

void sort_for_numbers(std::vector<Cluster>& clusters, const PlaceTable& places) {
  std::vector<std::pair<NumberKey, Cluster>> keyed;
  keyed.reserve(clusters.size());
  for (Cluster& cluster : clusters) {
    NumberKey key = number_key(cluster, places);
    keyed.emplace_back(std::move(key), std::move(cluster));
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < keyed.size(); ++i) clusters[i] = std::move(keyed[i].second);
}

}  // namespace dateline::claims::detail
