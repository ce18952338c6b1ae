#pragma once

#include <map>
#include <string>

#include "claims/ledger.hpp"

namespace dateline::claims::detail {

/// The flag of a claim whose answer was dated by another story.
inline constexpr const char* kDatedByOtherStory = "dated-by-other-story";

/// Settles what answers are about. An answer that is dated before the statement it stands beside is about earlier reports. An undated
/// answer of the same source and stance as a dated answer to earlier reports in another story, told within kMostDaysApart days, is the same
/// answer; its claim gets the flag. Claims that a person accepted or edited are left as they are. Doing it twice changes nothing.
void relate_responses(Ledger& ledger);

/// Bodies by the people who speak for them: source id -> source id. A person speaks for a body of the same kind and country if one of
/// the person's aliases names it ("NATO chief Jane Roe"), unless it says that this was once.
[[nodiscard]] std::map<std::string, std::string> spokesmen(const std::vector<SourceRecord>& sources);

}  // namespace dateline::claims::detail
