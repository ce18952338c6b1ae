#pragma once

#include "claims/detail/chunk_view.hpp"
#include "claims/detail/clauses.hpp"

namespace dateline::claims::detail {

/// Reads what follows the verb of a clause: objects, prepositional phrases, times, and a condition behind them.
void read_arguments(const std::vector<Item>& items, std::vector<Chunk>& chunks, const Lexicon& lexicon, Clause& clause);

}  // namespace dateline::claims::detail
