#include "pipeline/problem_list.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace dateline::pipeline {

std::string problems_json(const std::vector<claims::Problem>& problems, const std::set<claims::ProblemKind>& fatal,
                          const std::vector<std::pair<std::string, claims::ProblemKind>>& kinds) {
  using Json = nlohmann::ordered_json;
  Json counts = Json::object();
  for (const auto& [name, kind] : kinds) {
    counts[name] = std::count_if(problems.begin(), problems.end(), [kind = kind](const claims::Problem& problem) { return problem.kind == kind; });
  }
  Json found = Json::array();
  bool ok = true;
  for (const auto& problem : problems) {
    const auto& diagnostic = problem.diagnostic;
    const auto name = std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.second == problem.kind; });
    const bool is_fatal = fatal.contains(problem.kind);
    ok = ok && !is_fatal;
    found.push_back({{"kind", name == kinds.end() ? "" : name->first},
                     {"fatal", is_fatal},
                     {"claim", problem.claim},
                     {"file", diagnostic.position.file},
                     {"line", diagnostic.position.line},
                     {"column", diagnostic.position.column},
                     {"message", diagnostic.message},
                     {"hint", diagnostic.hint}});
  }
  return Json{{"ok", ok}, {"problems", counts}, {"found", found}}.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dateline::pipeline
