#include <set>

#include "claims/assemble.hpp"
#include "claims/detail/conflict_list.hpp"
#include "claims/detail/group_events.hpp"
#include "claims/detail/group_responses.hpp"

namespace dateline::claims {

void group(Ledger& ledger) {
  detail::relate_responses(ledger);
  const detail::PlaceTable places(ledger);
  const std::vector<detail::Features> features = detail::features_of(ledger, places);
  std::vector<detail::Cluster> clusters = detail::cluster(features);
  detail::sort_for_numbers(clusters, places);
  std::vector<Event> events;
  events.reserve(clusters.size());
  std::set<std::string> ids;
  for (const detail::Cluster& cluster : clusters) {
    Event event = detail::make_event(cluster, ledger);
    event.number = static_cast<int>(events.size()) + 1;
    // ids come from claim ids, whose last parts need not differ in a ledger written by hand
    while (!ids.insert(event.id).second) event.id += "-" + std::to_string(event.number);
    events.push_back(std::move(event));
  }
  ledger.conflicts = detail::find_conflicts(ledger, clusters);
  ledger.events = std::move(events);
}

}  // namespace dateline::claims
