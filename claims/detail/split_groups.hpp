#pragma once

#include <vector>

#include "claims/detail/chunker.hpp"
#include "claims/detail/lexicon.hpp"

namespace dateline::claims::detail {

/// Makes one verb of a group that a phrase or an insertion parts: "has in recent days moved", "had, he said, on the other hand shifted". The second
/// part becomes the verb; the first and what stands between are marked as an insertion. Asks for marked asides (asides.hpp).
void unite_split_groups(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon);

}  // namespace dateline::claims::detail
