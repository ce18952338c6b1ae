#pragma once

#include <functional>
#include <string>
#include <vector>

#include "claims/event_view.hpp"

/// Who says a thing and who disagrees, in words: the same in notes, tables and reports.
namespace dateline::claims {

/// How a story is named: its publisher, else "story A".
[[nodiscard]] std::string outlet_name(const ArticleRecord& article, const LedgerIndex& index);

/// The chain of a claim in words, outermost first, `between` its links; who speaks together is joined: "Ghana and Togo, citing Mali".
[[nodiscard]] std::string chain_words(const Claim& claim, const std::string& between, const std::function<std::string(const Attribution&)>& words);

/// Who says it, innermost last: "NATO, citing South Korea’s intelligence"; empty if nobody is named.
[[nodiscard]] std::string speaker_of(const Claim& claim, const LedgerIndex& index);

/// One line for each way of disagreeing: "Not confirmed by: Mark Rutte; NATO, 18 Oct 2024".
[[nodiscard]] std::vector<std::string> response_lines(const EventView& view, const LedgerIndex& index);

}  // namespace dateline::claims
