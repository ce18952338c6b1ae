#pragma once

#include "claims/ledger.hpp"

namespace dateline::claims::detail {

/// Throws FieldError for an id used twice and for a reference to an article, source, place or claim that is not in the ledger.
void check_references(const Ledger& ledger);

}  // namespace dateline::claims::detail
