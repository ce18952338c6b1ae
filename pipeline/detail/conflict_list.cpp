#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/claim_list.hpp"

namespace dateline::pipeline {

namespace {

std::set<int> event_numbers(const claims::Ledger& ledger, const claims::Conflict& conflict) {
  std::set<int> numbers;
  for (const auto& event : ledger.events) {
    for (const auto& id : event.claims) {
      for (const auto& claim : conflict.claims) {
        if (id == claim) numbers.insert(event.number);
      }
    }
  }
  return numbers;
}

}  // namespace

std::string list_conflicts(const claims::Ledger& ledger, ListForm form) {
  std::string out;
  for (const auto& conflict : ledger.conflicts) {
    const auto numbers = event_numbers(ledger, conflict);
    if (form == ListForm::JsonLines) {
      out += nlohmann::ordered_json{{"kind", claims::to_string(conflict.kind)}, {"events", numbers}, {"claims", conflict.claims}, {"text", conflict.text}}.dump() + "\n";
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
