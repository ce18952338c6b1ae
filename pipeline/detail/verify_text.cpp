#include <nlohmann/json.hpp>

#include "pipeline/diff_list.hpp"
#include "pipeline/verify.hpp"

namespace dateline::pipeline {

std::string verification_text(const Verification& result) {
  std::string out;
  for (const auto& file : result.missing) out += "not there: " + file + "\n";
  for (const auto& file : result.changed) out += "has another text now: " + file + "\n";
  if (!result.diff.empty()) out += "- the ledger says, + its stories give\n" + diff_text(result.kept, result.rebuilt, result.diff);
  return out;
}

std::string verification_json(const Verification& result) {
  using Json = nlohmann::ordered_json;
  const Json object = {{"same", result.same()},       {"stories", result.stories}, {"claims", result.claims},
                       {"edited", result.edited},     {"missing", result.missing}, {"changed", result.changed},
                       {"diff", Json::parse(diff_json(result.diff))}};
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dateline::pipeline
