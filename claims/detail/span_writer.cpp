#include "claims/detail/span_writer.hpp"

#include <algorithm>

#include "claims/voices.hpp"

namespace dateline::claims::detail {

namespace {

using Json = nlohmann::json;

Json span_of(std::size_t start, std::size_t end) { return Json::array({start, end}); }
Json span_of(const TextSpan& span) { return span_of(span.start, span.end); }

void put_places(Json& event, const char* role, const std::vector<PlaceRef>& places) {
  if (places.empty()) return;
  event[role] = span_of(places.front().span);
  if (places.size() < 2) return;
  auto& all = event["more"][role];
  for (std::size_t i = 1; i < places.size(); ++i) all.push_back(span_of(places[i].span));
}

/// Annotated corpora call a movement in either direction a movement.
const char* corpus_kind(ClaimKind kind) { return to_string(kind == ClaimKind::Withdrawal ? ClaimKind::Movement : kind); }

/// The scale of -3 (certainly not) to 3 (certainly) that annotated corpora use.
int factuality_of(const Claim& claim) {
  const bool hedged = std::find(claim.flags.begin(), claim.flags.end(), "hedged") != claim.flags.end();
  switch (claim.status) {
    case ClaimStatus::Denied: return -3;
    case ClaimStatus::Planned:
    case ClaimStatus::Conditional: return 0;
    default: break;
  }
  // "could not confirm that ...": nobody vouches for it.
  const bool open = claim.attribution.empty() && std::any_of(claim.responses.begin(), claim.responses.end(), [&](const Response& response) {
    return response.stance == Stance::CannotConfirm && response.quote.start <= claim.quote.start && claim.quote.end <= response.quote.end;
  });
  return open ? 0 : hedged ? 1 : 3;
}

}  // namespace

Json to_event(const Claim& claim, const ExtractionTrace::Range& trigger, const ExtractionTrace::Range& materiel) {
  Json event;
  const bool transfer = claim.kind == ClaimKind::Transfer;
  event["kind"] = corpus_kind(claim.kind);
  event["claim_kind"] = to_string(claim.kind);
  event["military"] = true;
  event["status"] = to_string(claim.status);
  event["factuality"] = factuality_of(claim);
  event["trigger"] = span_of(trigger.start, trigger.end);
  const auto inside = [](const TextSpan& inner, const TextSpan& outer) { return outer.start <= inner.start && inner.end <= outer.end; };
  const bool own_words = claim.actor && !claim.actor->span.text.empty() && !(claim.force && inside(claim.actor->span, claim.force->span));
  // "Ireland is staying": a state that stands for its forces goes or stays itself.
  const bool itself = !claim.force && !transfer && claim.kind != ClaimKind::Mobilisation && claim.rules.front() != "light.seat";
  // "Its garrison left": whose it is may be told sentences before, "Chad denied that its soldiers had left": here nobody sends them.
  const bool owner = std::find(claim.flags.begin(), claim.flags.end(), "actor-from-owner") != claim.flags.end();
  const std::size_t beside_quote = owner ? 1 : 80;
  const bool elsewhere = !claim.quote.exact.empty() && (claim.actor && (claim.actor->span.end + beside_quote < claim.quote.start || claim.actor->span.start > claim.quote.end + beside_quote));
  if (own_words && !elsewhere) event[itself ? "moved" : "actor"] = span_of(claim.actor->span);
  if (claim.force && !claim.force->span.text.empty()) event["moved"] = span_of(claim.force->span);
  if (transfer && materiel.end > materiel.start) event["moved"] = span_of(materiel.start, materiel.end);
  const bool guessed = std::find(claim.flags.begin(), claim.flags.end(), "origin-from-sender") != claim.flags.end();
  if (!guessed) put_places(event, "origin", claim.origin);
  put_places(event, "destination", claim.destination);
  // Corpora have no role of its own for what is passed on the way.
  put_places(event, "place", claim.at.empty() ? claim.via : claim.at);
  if (claim.carrier && !claim.carrier->text.empty()) event["vehicle"] = span_of(*claim.carrier);
  if (claim.when && !claim.when->span.text.empty()) event["time"] = span_of(claim.when->span);
  // "They went home": the number told of them earlier is not told here.
  constexpr std::size_t beside = 40;
  const bool here = claim.quantity && (claim.quote.exact.empty() || (claim.force && inside(claim.quantity->span, claim.force->span)) || (claim.quantity->span.start + beside >= claim.quote.start && claim.quantity->span.end <= claim.quote.end + beside));
  if (here && !claim.quantity->span.text.empty()) event["quantity"] = span_of(claim.quantity->span);
  if (const auto voices = voices_of(claim); !voices.empty()) {
    const auto& source = *voices.back().front();
    if (!source.source.empty() && !source.span.text.empty()) event["source_of_claim"] = span_of(source.span);
  }
  return event;
}

}  // namespace dateline::claims::detail
