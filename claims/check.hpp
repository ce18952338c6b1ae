#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "claims/ledger.hpp"

namespace dateline::claims {

enum class ProblemKind { Quote, Hash, Place, Unreviewed, Unresolved, Conflict, MissingArticle };
[[nodiscard]] const char* to_string(ProblemKind kind) noexcept;

struct Problem {
  ProblemKind kind;
  std::string claim;     ///< id; empty if the ledger as a whole is meant
  Diagnostic diagnostic; ///< points into the ledger file or the article
};

/// The text of an article of the ledger; absent if its file is not there.
using FindArticleText = std::function<std::optional<std::string>(const ArticleRecord&)>;

/// Verifies every quote against its article (text[start:end] == exact), hashes, places and reviews.
[[nodiscard]] std::vector<Problem> check(const Ledger& ledger, const std::string& ledger_file, std::string_view ledger_json,
                                         const FindArticleText& find_text);

}  // namespace dateline::claims
