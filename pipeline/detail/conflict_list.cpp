#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/claim_list.hpp"

namespace dateline::pipeline {

namespace {

using Numbers = std::map<std::string, int>;

Numbers numbers_of(const claims::Ledger& ledger) {
  Numbers numbers;
  for (const auto& event : ledger.events) {
    for (const auto& id : event.claims) numbers.emplace(id, event.number);
  }
  return numbers;
}

std::set<int> event_numbers(const Numbers& numbers, const claims::Conflict& conflict) {
  std::set<int> found;
  for (const auto& claim : conflict.claims) {
    if (const auto number = numbers.find(claim); number != numbers.end()) found.insert(number->second);
  }
  return found;
}

}  // namespace

std::string list_conflicts(const claims::Ledger& ledger, const ConflictFilter& filter, ListForm form) {
  const Numbers all = numbers_of(ledger);
  std::string out;
  for (const auto& conflict : ledger.conflicts) {
    const auto numbers = event_numbers(all, conflict);
    if (!filter.kind.empty() && filter.kind != claims::to_string(conflict.kind)) continue;
    if (filter.event != 0 && !numbers.contains(filter.event)) continue;
    if (form == ListForm::JsonLines) {
      out += nlohmann::ordered_json{{"kind", claims::to_string(conflict.kind)}, {"events", numbers}, {"claims", conflict.claims}, {"text", conflict.text}}.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
      continue;
    }
    out += std::string(claims::to_string(conflict.kind)) + "  [";
    bool first = true;
    for (const int number : numbers) {
      out += (first ? "#" : " #") + std::to_string(number);
      first = false;
    }
    out += "]  " + conflict.text + "\n";
  }
  return out;
}

}  // namespace dateline::pipeline
