#pragma once

#include "claims/event_view.hpp"
#include "geo/vector_layer.hpp"

namespace dateline::features::detail {

// The tables without geometry, one row a record of the ledger, in the ledger's order.
[[nodiscard]] geo::VectorLayer claim_table(const claims::LedgerIndex& index);
[[nodiscard]] geo::VectorLayer source_table(const claims::LedgerIndex& index);
[[nodiscard]] geo::VectorLayer citation_table(const claims::LedgerIndex& index);
[[nodiscard]] geo::VectorLayer conflict_table(const claims::LedgerIndex& index);

}  // namespace dateline::features::detail
