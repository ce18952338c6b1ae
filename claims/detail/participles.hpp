#pragma once

#include "claims/detail/chunk_view.hpp"

namespace dateline::claims::detail {

/// Decides for every bare "-ed" form whether it is the past of a finite clause ("troops entered X") or a participle ("troops, sent to X,
/// were"); sets `finite` and `passive` of its chunk.
void decide_participles(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon);

}  // namespace dateline::claims::detail
