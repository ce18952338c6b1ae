#pragma once

#include <set>
#include <string>
#include <vector>

#include "claims/check.hpp"

namespace dateline::pipeline {

/// What a check found, as one JSON object on one line: {"ok", "problems": {kind: count}, "found": [{"kind", "fatal", "claim", "file", "line", "column", "message", "hint"}]}.
[[nodiscard]] std::string problems_json(const std::vector<claims::Problem>& problems, const std::set<claims::ProblemKind>& fatal,
                                        const std::vector<std::pair<std::string, claims::ProblemKind>>& kinds);

}  // namespace dateline::pipeline
