#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "claims/review.hpp"

namespace dateline::claims {

/// The claims of a ledger for a spreadsheet: one row each, in the order of the ledger. Columns: `id`; to be edited `state`, `note`, `kind`,
/// `status`, `low`, `high`, `origin`, `destination`, `via`, `at` (ids of places, between semicolons, - for one that is not placed); to be
/// read `event`, `story`, `source`, `quote`. RFC 4180 with CRLF. Text that a spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] std::string to_review_csv(const Ledger& ledger);

/// Applies an edited table and groups anew if a claim changed; rows may be missing or in another order, columns too, but for `id`. The columns
/// to be read are not looked at. An empty `low` takes the number away; an empty `high` beside a `low` is open. Returns how many claims changed.
///
/// Throws InputError (file:line), with the ledger unchanged, for an id, column or word that is not known, an id that comes twice, and
/// whatever apply_edit refuses.
std::size_t apply_review_csv(Ledger& ledger, std::string_view csv, const std::string& file, const Reviewer& reviewer, const FindPlace& find_place);

}  // namespace dateline::claims
