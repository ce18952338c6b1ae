#include "pipeline/explain.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "base/error.hpp"
#include "claims/citation_words.hpp"
#include "claims/event_view.hpp"
#include "claims/ledger_json.hpp"
#include "claims/words.hpp"

namespace dateline::pipeline {

namespace {

/// What a reference names: an event, or one claim of it.
struct Subject {
  const claims::Event* event = nullptr;
  std::vector<const claims::Claim*> claims;
};

std::string known_numbers(const claims::Ledger& ledger) {
  int last = 0;
  for (const auto& event : ledger.events) last = std::max(last, event.number);
  return last == 0 ? "the ledger has no events" : "the ledger has events 1 to " + std::to_string(last);
}

Subject find_subject(const claims::LedgerIndex& index, std::string reference) {
  if (reference.starts_with('#')) reference.erase(0, 1);
  Subject subject;
  for (const auto& event : index.ledger().events) {
    const bool meant = reference == std::to_string(event.number) || reference == event.id;
    const bool holds_claim = std::find(event.claims.begin(), event.claims.end(), reference) != event.claims.end();
    if (!meant && !holds_claim) continue;
    subject.event = &event;
    for (const auto& id : event.claims) {
      if (meant || id == reference) subject.claims.push_back(index.claim(id));
    }
    return subject;
  }
  if (const auto* claim = index.claim(reference)) return {nullptr, {claim}};
  throw UsageError("there is no event or claim '" + reference + "'", known_numbers(index.ledger()) + "; `dateline claims` lists them");
}

std::string format_coordinate(double value, char positive, char negative) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f° %c", std::fabs(value), value < 0 ? negative : positive);
  return buffer;
}

std::string place_line(const claims::PlaceRef& ref, const char* role, const claims::LedgerIndex& index) {
  std::string out = std::string("     ") + role + "  “" + ref.span.text + "”";
  const auto* place = index.place(ref.place);
  if (place == nullptr) return out + ": not placed (" + claims::to_string(ref.mention) + ")\n";
  out += " = " + place->name + (place->country_name.empty() ? "" : ", " + place->country_name) + ", " + claims::to_string(ref.precision) +
         ", " + format_coordinate(place->lat, 'N', 'S') + " " + format_coordinate(place->lon, 'E', 'W') + " ±" +
         claims::format_number(std::ceil(place->radius_m / 1000)) + " km  [" + place->id + "]\n";
  for (std::size_t i = 0; i < place->alternatives.size(); ++i) {
    const auto& alternative = place->alternatives[i];
    out += i == 0 ? "           chosen: " : "           not:    ";
    out += alternative.name + " [" + alternative.id + "]" + (alternative.reasons.empty() ? "" : ": " + claims::join(alternative.reasons, "; ")) + "\n";
  }
  return out;
}

std::string attribution_line(const claims::Claim& claim, const claims::LedgerIndex& index) {
  if (claim.attribution.empty()) return "     says   the story itself names no source\n";
  return "     says   " + claims::chain_words(claim, ", relying on ", [&](const claims::Attribution& a) {
    return index.source_name(a.source) + " (" + claims::to_string(a.relation) + ", " + claims::to_string(a.mode) + (a.when.empty() ? "" : ", " + claims::format_edtf(a.when)) + ")";
  }) + "\n";
}

std::string claim_text(const claims::Claim& claim, const claims::LedgerIndex& index) {
  std::string out = "  " + index.article_letter(claim.article) + "  “" + claim.quote.exact + "”\n";
  if (const auto* article = index.article(claim.article)) {
    out += "     from   " + article->file + ", code points " + std::to_string(claim.quote.start) + "–" + std::to_string(claim.quote.end) +
           ", sha256 " + article->sha256.substr(0, 12) + (article->published.empty() ? ", undated" : ", " + claims::format_edtf(article->published)) + "\n";
  }
  out += attribution_line(claim, index);
  out += std::string("     reads  ") + claims::kind_words(claim.kind) + ", " + claims::to_string(claim.status);
  for (const auto& cue : claim.cues) out += " (“" + cue.span.text + "”)";
  if (claim.quantity) out += "; " + claims::format_quantity(*claim.quantity) + (claim.quantity->unit.empty() ? "" : " " + claim.quantity->unit);
  if (claim.when) out += "; " + claims::format_edtf(claim.when->edtf) + " from “" + claim.when->span.text + "”";
  out += "\n";
  for (const auto& ref : claim.origin) out += place_line(ref, "from ", index);
  for (const auto& ref : claim.destination) out += place_line(ref, "to   ", index);
  for (const auto& ref : claim.via) out += place_line(ref, "via  ", index);
  for (const auto& ref : claim.at) out += place_line(ref, "at   ", index);
  for (const auto& response : claim.responses) {
    out += std::string("     but    ") + index.source_name(response.source) + " " + claims::stance_words(response.stance) +
           (response.about == claims::ResponseAbout::Earlier ? " (earlier reports)" : "") +
           (response.when.empty() ? "" : ", " + claims::format_edtf(response.when)) + ": “" + response.quote.exact + "”\n";
  }
  if (!claim.flags.empty()) out += "     flags  " + claims::join(claim.flags, ", ") + "\n";
  if (!claim.rules.empty()) out += "     rules  " + claims::join(claim.rules, ", ") + "\n";
  out += std::string("     review ") + claims::to_string(claim.review.state) + (claim.review.by.empty() ? "" : " by " + claim.review.by) + "  [" + claim.id + "]\n";
  return out;
}

std::string event_line(const claims::Event& event) {
  std::string out = "#" + std::to_string(event.number) + "  " + claims::kind_words(event.kind) + " · " + claims::status_words(event.status) + " · " +
                    claims::count_of(event.origins.size(), "origin", "origins") + ", " + claims::count_of(event.outlets.size(), "outlet", "outlets") + "\n";
  if (!event.differs.empty()) out += "    the stories differ in: " + claims::join(event.differs, ", ") + "\n";
  return out;
}

}  // namespace

std::string explain(const claims::Ledger& ledger, const std::string& reference) { return explain(claims::LedgerIndex(ledger), reference); }

std::string explain(const claims::LedgerIndex& index, const std::string& reference) {
  const auto subject = find_subject(index, reference);
  std::string out = subject.event == nullptr ? "" : event_line(*subject.event);
  for (const auto* claim : subject.claims) out += claim_text(*claim, index);
  if (subject.event == nullptr) return out;
  for (const auto& conflict : index.ledger().conflicts) {
    const bool touches = std::any_of(conflict.claims.begin(), conflict.claims.end(), [&](const std::string& id) {
      return std::find(subject.event->claims.begin(), subject.event->claims.end(), id) != subject.event->claims.end();
    });
    if (touches) out += std::string("  conflict (") + claims::to_string(conflict.kind) + "): " + conflict.text + "\n";
  }
  return out;
}

std::string explain_json(const claims::Ledger& ledger, const std::string& reference) {
  const claims::LedgerIndex index(ledger);
  const auto subject = find_subject(index, reference);
  std::string claims;
  for (const auto* claim : subject.claims) claims += (claims.empty() ? "" : ",") + claims::to_json_line(ledger, *claim);
  const std::string number = subject.event == nullptr ? "null" : std::to_string(subject.event->number);
  return "{\"event\":" + number + ",\"claims\":[" + claims + "]}\n";
}

}  // namespace dateline::pipeline
