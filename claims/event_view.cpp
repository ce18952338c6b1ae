#include "claims/event_view.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "claims/force_words.hpp"
#include "claims/place_contains.hpp"
#include "claims/place_relation.hpp"
#include "claims/words.hpp"

namespace dateline::claims {

namespace {

template <typename Record>
const Record* find_record(const std::unordered_map<std::string_view, const Record*>& records, const std::string& id) noexcept {
  const auto found = records.find(id);
  return found == records.end() ? nullptr : found->second;
}

/// How much of a movement a claim states: the claim that states most speaks for its event.
int completeness(const Claim& claim) {
  const auto resolved = [](const std::vector<PlaceRef>& places) {
    return std::any_of(places.begin(), places.end(), [](const PlaceRef& p) { return !p.place.empty(); }) ? 1 : 0;
  };
  return 2 * resolved(claim.destination) + 2 * resolved(claim.at) + resolved(claim.origin) + (claim.quantity ? 2 : 0) +
         (claim.when ? 2 : 0) + (claim.force ? 1 : 0) + (claim.attribution.empty() ? 0 : 1);
}

/// Place ids that the claims name in one role, in the order of the claims, without those that merely contain a sharper one.
std::vector<std::string> sharpest_places(const std::vector<const Claim*>& claims, std::vector<PlaceRef> Claim::*role,
                                         const LedgerIndex& index) {
  std::vector<const PlaceRecord*> named;
  for (const Claim* claim : claims) {
    for (const PlaceRef& ref : claim->*role) {
      const auto* place = ref.mention == PlaceMention::Toponym ? index.place(ref.place) : nullptr;
      if (place != nullptr && std::find(named.begin(), named.end(), place) == named.end()) named.push_back(place);
    }
  }
  std::vector<std::string> sharp;
  for (const auto* place : named) {
    const bool holds_another = std::any_of(named.begin(), named.end(), [place](const auto* other) {
      return other != place && place_contains(*place, *other);
    });
    if (!holds_another) sharp.push_back(place->id);
  }
  // "Blagoveshchensk, on the Amur": the river tells where the town is and is no place of its own.
  const auto is_river = [&](const std::string& id) { return index.place(id)->kind == "river"; };
  if (!std::all_of(sharp.begin(), sharp.end(), is_river)) std::erase_if(sharp, is_river);
  return sharp;
}

void add_responses(EventView& view) {
  std::set<std::pair<std::string, Stance>> seen;
  for (const Claim* claim : view.claims) {
    for (const auto& response : claim->responses) {
      if (!seen.emplace(response.source, response.stance).second) continue;
      view.responses.push_back(&response);
      if (response.about == ResponseAbout::Earlier) continue;
      view.denied = view.denied || response.stance == Stance::Denies;
      view.not_confirmed = view.not_confirmed || response.stance == Stance::CannotConfirm;
    }
  }
}

/// Whether the event is a departure and nothing else. Who is withdrawn from a country leaves it; that somebody's troops moved from their own
/// country tells where they belong, and only a town or a site is a place that they have left.
bool only_leaves(const EventView& view, const LedgerIndex& index) {
  if (view.origins.empty() || !view.destinations.empty() || !view.sites.empty()) return false;
  if (view.event->kind == ClaimKind::Withdrawal) return true;
  const auto& kind = index.place(view.origins.front())->kind;
  return view.event->kind == ClaimKind::Movement && (kind == "city" || kind == "site");
}

EventView view_event(const Event& event, const LedgerIndex& index) {
  EventView view;
  view.event = &event;
  for (const auto& id : event.claims) {
    const Claim* claim = index.claim(id);
    if (claim != nullptr && claim->review.state != ReviewState::Rejected) view.claims.push_back(claim);
  }
  std::stable_sort(view.claims.begin(), view.claims.end(),
                   [](const Claim* a, const Claim* b) { return completeness(*a) > completeness(*b); });
  view.origins = sharpest_places(view.claims, &Claim::origin, index);
  view.destinations = sharpest_places(view.claims, &Claim::destination, index);
  view.sites = sharpest_places(view.claims, &Claim::at, index);
  for (const Claim* claim : view.claims) {
    if (!view.quantity && claim->quantity) view.quantity = claim->quantity;
    if (view.when.empty() && claim->when) view.when = claim->when->edtf;
    if (view.actor_country.empty() && claim->force && claim->force->entity.size() == 2) view.actor_country = claim->force->entity;
    if (view.force.empty() && claim->force) view.force = claim->force->type;
  }
  for (const Claim* claim : view.claims) {
    if (view.actor_country.empty() && claim->actor && claim->actor->entity.size() == 2) view.actor_country = claim->actor->entity;
  }
  if (view.force.empty()) view.force = "troops";
  view.leaves_only = only_leaves(view, index);
  add_responses(view);
  return view;
}

/// `separator`: "and" for places named together, "or" where the stories disagree.
std::string place_names(const EventView& view, const std::vector<std::string>& ids, const LedgerIndex& index, const char* separator = " and ") {
  std::vector<std::string> names;
  for (const auto& id : ids) {
    const auto relation = relation_of(view, id);
    const PlaceRecord& place = *index.place(id);
    names.push_back((relation ? relation->words + " " : "") + (takes_article(place) ? "the " : "") + place.name);
  }
  if (names.size() < 2) return join(names, "");
  return join({names.begin(), names.end() - 1}, ", ") + separator + names.back();
}

}  // namespace

LedgerIndex::LedgerIndex(const Ledger& ledger) : ledger_(&ledger) {
  claims_.reserve(ledger.claims.size());
  articles_.reserve(ledger.articles.size());
  for (const auto& claim : ledger.claims) claims_[claim.id] = &claim;
  for (const auto& place : ledger.places) places_[place.id] = &place;
  for (const auto& source : ledger.sources) sources_[source.id] = &source;
  for (std::size_t i = 0; i < ledger.articles.size(); ++i) articles_[ledger.articles[i].id] = i;
}

const Claim* LedgerIndex::claim(const std::string& id) const noexcept { return find_record(claims_, id); }
const PlaceRecord* LedgerIndex::place(const std::string& id) const noexcept { return find_record(places_, id); }
const SourceRecord* LedgerIndex::source(const std::string& id) const noexcept { return find_record(sources_, id); }

const ArticleRecord* LedgerIndex::article(const std::string& id) const noexcept {
  const auto found = articles_.find(id);
  return found == articles_.end() ? nullptr : &ledger_->articles[found->second];
}

std::string LedgerIndex::article_letter(const std::string& id) const {
  const auto found = articles_.find(id);
  if (found == articles_.end()) return "?";
  std::string letters;
  for (std::size_t n = found->second + 1; n > 0; n = (n - 1) / 26) letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return letters;
}

std::string LedgerIndex::source_name(const std::string& id) const {
  const auto* record = source(id);
  return record == nullptr ? id : record->name;
}

std::vector<EventView> view_events(const LedgerIndex& index) {
  std::vector<EventView> views;
  for (const auto& event : index.ledger().events) {
    auto view = view_event(event, index);
    if (!view.claims.empty()) views.push_back(std::move(view));
  }
  std::stable_sort(views.begin(), views.end(), [](const EventView& a, const EventView& b) { return a.event->number < b.event->number; });
  return views;
}

bool takes_article(const PlaceRecord& place) noexcept {
  const auto ends_with = [&](std::string_view word) { return std::string_view(place.name).ends_with(word); };
  return (place.kind == "sea" || place.kind == "strait") && !ends_with(" Bay") && !ends_with(" Sound");
}

std::string heading_of(const EventView& view, const LedgerIndex& index, const std::string& country_name) {
  std::string out = country_name.empty() ? "" : country_name + ": ";
  out += counted_words(view);
  const auto& differs = view.event->differs;
  const bool disagree = std::find(differs.begin(), differs.end(), "destination") != differs.end();
  const auto add = [&](const std::string& preposition, const std::vector<std::string>& ids) {
    if (!ids.empty()) out += " " + preposition + (preposition.empty() ? "" : " ") + place_names(view, ids, index, disagree ? " or " : " and ");
  };
  const bool stays = view.event->kind == ClaimKind::Basing || view.event->kind == ClaimKind::Presence;
  // The sender's country is already in front; a sharper origin is worth its words.
  if (!stays && !view.origins.empty() && place_names(view, view.origins, index) != country_name) add("from", view.origins);
  add("to", view.destinations);
  const bool at_sites = std::all_of(view.sites.begin(), view.sites.end(), [&](const std::string& id) { return index.place(id)->kind == "site"; });
  const bool beside = !view.sites.empty() && relation_of(view, view.sites.front());   // "90 km south of X" needs no "in"
  const std::string where = beside ? "" : at_sites ? "at" : "in";
  const bool based = view.event->kind == ClaimKind::Basing;
  add(based ? "based" + (where.empty() ? "" : " " + where) : where, view.sites);
  if (view.event->kind == ClaimKind::Withdrawal) out += " (withdrawal)";
  return capitalised(std::move(out));
}

}  // namespace dateline::claims
