#include "cli/claim_filter.hpp"

#include "base/error.hpp"

namespace dateline::cli {

namespace {

std::optional<CivilDate> parse_day(const std::string& text, const char* option) {
  if (text.empty()) return std::nullopt;
  const auto day = CivilDate::parse(text);
  if (!day) throw UsageError("'" + text + "' is not a date", std::string("write ") + option + " as YYYY-MM-DD, for example 2024-10-18");
  return day;
}

}  // namespace

void ClaimFilterOptions::declare(OptionTable& table) {
  table.choice("--kind", "KIND", filter_.kind, {"movement", "withdrawal", "basing", "presence", "mobilisation", "transfer"}, "Only claims of this kind");
  table.choice("--status", "STATUS", filter_.status, {"reported", "ongoing", "planned", "conditional", "denied", "past"}, "Only claims of this status");
  table.text("--place", "NAME", filter_.place, "Only claims that name this place (part of the name, any case)");
  table.text("--actor", "NAME", filter_.actor, "Only claims about these troops or their sender (part of the words, any case, or a country code as in KP)");
  table.text("--source", "NAME", filter_.source, "Only claims of this source (part of the name, any case)");
  table.text("--from", "DATE", from_, "Only claims about this day (YYYY-MM-DD) or later; without a time, the day of the statement counts");
  table.text("--to", "DATE", to_, "Only claims about this day or earlier");
  table.choice("--state", "STATE", filter_.state, {"unreviewed", "accepted", "edited", "rejected"}, "Only claims in this state of review");
  table.choice("--conflict", "KIND", filter_.conflict, {"any", "quantity", "time", "place", "attribution", "denial"}, "Only claims in a conflict of this kind");
  table.integer("--event", "N", filter_.event, 0, 1'000'000, "Only claims of the event with this number; 0: all");
}

pipeline::ClaimFilter ClaimFilterOptions::to_filter() const {
  pipeline::ClaimFilter filter = filter_;
  filter.from = parse_day(from_, "--from");
  filter.to = parse_day(to_, "--to");
  if (filter.from && filter.to && *filter.to < *filter.from) throw UsageError("--to is before --from", "give the earlier day to --from");
  return filter;
}

}  // namespace dateline::cli
