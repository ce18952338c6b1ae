#pragma once

#include <iosfwd>

#include "pipeline/review_session.hpp"

namespace dateline::cli {

class KeyReader;

/// Shows claim after claim and does what the keys say, until the last claim, `q` or the end of the input.
void walk_through(pipeline::ReviewSession& review, KeyReader& keys, std::ostream& out);

}  // namespace dateline::cli
