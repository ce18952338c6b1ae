#include "pipeline/claim_list.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "claims/citation_words.hpp"
#include "claims/date_range.hpp"
#include "claims/event_view.hpp"
#include "claims/ledger_json.hpp"
#include "claims/words.hpp"

namespace dateline::pipeline {

namespace {

constexpr std::size_t kQuoteWords = 16;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool holds(const std::string& text, const std::string& part) { return lower(text).find(lower(part)) != std::string::npos; }

std::map<std::string, int> numbers_of(const claims::Ledger& ledger) {
  std::map<std::string, int> numbers;
  for (const auto& event : ledger.events) {
    for (const auto& id : event.claims) numbers[id] = event.number;
  }
  return numbers;
}

bool names_place(const claims::Claim& claim, const std::string& part, const claims::LedgerIndex& index) {
  for (const auto* role : {&claim.origin, &claim.destination, &claim.via, &claim.at}) {
    for (const auto& ref : *role) {
      const auto* place = index.place(ref.place);
      if (holds(ref.span.text, part) || (place != nullptr && holds(place->name, part))) return true;
    }
  }
  return false;
}

bool names_source(const claims::Claim& claim, const std::string& part, const claims::LedgerIndex& index) {
  return std::any_of(claim.attribution.begin(), claim.attribution.end(),
                     [&](const claims::Attribution& a) { return holds(index.source_name(a.source), part); });
}

bool names_actor(const claims::Claim& claim, const std::string& part) {
  const auto named = [&](const std::string& words, const std::string& entity) { return holds(words, part) || (entity.size() == part.size() && holds(entity, part)); };
  return (claim.actor && named(claim.actor->span.text, claim.actor->entity)) || (claim.force && named(claim.force->span.text, claim.force->entity)) ||
         (claim.carrier && holds(claim.carrier->text, part));
}

bool in_days(const claims::Claim& claim, const ClaimFilter& filter, const claims::LedgerIndex& index) {
  if (!filter.from && !filter.to) return true;
  const auto* article = index.article(claim.article);
  const std::string when = claim.when && !claim.when->edtf.empty() ? claim.when->edtf : !claim.reported_on.empty() ? claim.reported_on : article == nullptr ? "" : article->published;
  return claims::touches_days(when, filter.from, filter.to);
}

std::set<std::string> claims_in_conflict(const claims::Ledger& ledger, const std::string& kind) {
  std::set<std::string> ids;
  for (const auto& conflict : ledger.conflicts) {
    if (kind == "any" || kind == claims::to_string(conflict.kind)) ids.insert(conflict.claims.begin(), conflict.claims.end());
  }
  return ids;
}

std::string place_words(const std::vector<claims::PlaceRef>& refs, const claims::LedgerIndex& index) {
  std::vector<std::string> names;
  for (const auto& ref : refs) {
    const auto* place = index.place(ref.place);
    names.push_back(place == nullptr ? "(" + ref.span.text + ")" : place->name);
  }
  return claims::join(names, ", ");
}

std::string source_words(const claims::Claim& claim, const claims::LedgerIndex& index) {
  return claims::chain_words(claim, " > ", [&](const claims::Attribution& link) { return index.source_name(link.source); });
}

}  // namespace

std::vector<const claims::Claim*> filter_claims(const claims::Ledger& ledger, const ClaimFilter& filter) {
  const claims::LedgerIndex index(ledger);
  const auto numbers = numbers_of(ledger);
  const auto disputed = claims_in_conflict(ledger, filter.conflict);
  std::vector<const claims::Claim*> out;
  for (const auto& claim : ledger.claims) {
    if (!filter.kind.empty() && filter.kind != claims::to_string(claim.kind)) continue;
    if (!filter.status.empty() && filter.status != claims::to_string(claim.status)) continue;
    if (!filter.place.empty() && !names_place(claim, filter.place, index)) continue;
    if (!filter.source.empty() && !names_source(claim, filter.source, index)) continue;
    if (!filter.actor.empty() && !names_actor(claim, filter.actor)) continue;
    if (!filter.state.empty() && filter.state != claims::to_string(claim.review.state)) continue;
    if (!filter.conflict.empty() && !disputed.contains(claim.id)) continue;
    if (!in_days(claim, filter, index)) continue;
    if (filter.event != 0 && (!numbers.contains(claim.id) || numbers.at(claim.id) != filter.event)) continue;
    out.push_back(&claim);
  }
  return out;
}

Table claim_table(const claims::Ledger& ledger, const std::vector<const claims::Claim*>& claims) {
  const claims::LedgerIndex index(ledger);
  const auto numbers = numbers_of(ledger);
  Table table;
  table.headers = {"no", "kind", "status", "force", "count", "from", "to / at", "when", "source", "story", "quote"};
  for (const auto* claim : claims) {
    const auto number = numbers.find(claim->id);
    const auto to = place_words(claim->destination, index);
    const auto at = place_words(claim->at, index);
    table.rows.push_back({number == numbers.end() ? "-" : std::to_string(number->second), claims::to_string(claim->kind),
                          claims::to_string(claim->status), claim->force ? claim->force->span.text : "",
                          claim->quantity ? claims::format_quantity(*claim->quantity) : "", place_words(claim->origin, index),
                          to.empty() || at.empty() ? to + at : to + "; " + at, claim->when ? claims::format_edtf(claim->when->edtf) : "",
                          source_words(*claim, index), index.article_letter(claim->article), claims::first_words(claim->quote.exact, kQuoteWords)});
  }
  return table;
}

std::string claim_json_lines(const claims::Ledger& ledger, const std::vector<const claims::Claim*>& claims) {
  std::string out;
  for (const auto* claim : claims) out += claims::to_json_line(ledger, *claim) + "\n";
  return out;
}

}  // namespace dateline::pipeline
