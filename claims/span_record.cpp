#include "claims/span_record.hpp"

#include "claims/detail/span_writer.hpp"

namespace dateline::claims {

namespace {

using Json = nlohmann::json;

Json to_span(const ExtractionTrace::Range& range) { return Json::array({range.start, range.end}); }

Json to_attribution(const ExtractionTrace::Speech& speech) {
  Json attribution;
  attribution["source"] = Json::array();
  attribution["content"] = Json::array();
  attribution["cue"] = Json::array();
  for (const auto& source : speech.sources) attribution["source"].push_back(to_span(source));
  if (speech.cue.end > speech.cue.start) attribution["cue"].push_back(to_span(speech.cue));
  for (const auto& content : speech.content) attribution["content"].push_back(to_span(content));
  return attribution;
}

}  // namespace

std::string to_span_record(const Extraction& extraction, const std::string& id, bool evidence) {
  Json record;
  record["id"] = id;
  record["events"] = Json::array();
  record["attributions"] = Json::array();
  record["times"] = Json::array();
  for (std::size_t i = 0; i < extraction.claims.size() && i < extraction.trace.triggers.size(); ++i) {
    record["events"].push_back(detail::to_event(extraction.claims[i], extraction.trace.triggers[i], extraction.trace.materiel[i]));
  }
  for (const auto& mentioned : extraction.trace.unclaimed) {
    auto event = detail::to_event(mentioned.claim, mentioned.trigger, mentioned.materiel);
    event["status"] = "unclaimed";
    event["factuality"] = mentioned.claim.status == ClaimStatus::Denied ? -3 : 0;  // wished, feared or asked for
    record["events"].push_back(std::move(event));
  }
  for (const auto& weighed : extraction.trace.weighed) {
    if (evidence) record["weighed"].push_back({{"trigger", to_span(weighed.trigger)}, {"kind", to_string(weighed.kind)}, {"evidence", weighed.evidence}, {"holds", weighed.holds}});
  }
  for (const auto& speech : extraction.trace.speech) record["attributions"].push_back(to_attribution(speech));
  for (const auto* list : {&extraction.trace.times, &extraction.trace.durations}) {
    for (const auto& time : *list) record["times"].push_back({{"span", to_span(time.span)}, {"type", time.type}, {"value", time.timex.empty() ? time.value : time.timex}});
  }
  return record.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dateline::claims
