#pragma once

#include "claims/event_view.hpp"
#include "features/feature_tables.hpp"

namespace dateline::features::detail {

/// Names and fields of the tables without geometry.
void define_lists(FeatureTables& tables);

// Their rows, one a record of the ledger, in the ledger's order.
void add_claims(const claims::LedgerIndex& index, RowSink& sink);
void add_sources(const claims::LedgerIndex& index, RowSink& sink);
void add_citations(const claims::LedgerIndex& index, RowSink& sink);
void add_conflicts(const claims::LedgerIndex& index, RowSink& sink);

}  // namespace dateline::features::detail
