#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>

#include "pipeline/review_session.hpp"

namespace dateline::cli {

class KeyReader;

/// Shows claim after claim and does what the keys say, until the last claim, `q` or the end of the input. `columns` tells how wide the terminal is now; 0: none.
void walk_through(pipeline::ReviewSession& review, KeyReader& keys, std::ostream& out, const std::function<std::size_t()>& columns);

}  // namespace dateline::cli
