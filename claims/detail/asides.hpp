#pragma once

#include <vector>

#include "claims/detail/chunker.hpp"
#include "claims/detail/lexicon.hpp"

namespace dateline::claims::detail {

/// Numbers the insertions of a sentence (Chunk::aside), so that whoever looks for the subject or the arguments of a verb outside of one
/// walks over it: ", he added,"; ", six of them from the Baltic fleet, have"; "— 230 of them on 24 flights —". The marks that bound an
/// insertion belong to it. Insertions do not nest.
void mark_asides(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon);

}  // namespace dateline::claims::detail
