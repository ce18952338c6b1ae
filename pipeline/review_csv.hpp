#pragma once

#include <cstddef>
#include <string>

#include "base/files.hpp"
#include "claims/review.hpp"

namespace dateline::pipeline {

/// Excel takes a table for UTF-8 only if it begins with a byte-order mark.
enum class TableEncoding { Utf8, Excel };

/// Writes the claims of a ledger for a spreadsheet (see claims::to_review_csv).
[[nodiscard]] std::string review_csv(const std::string& ledger_file, TableEncoding encoding);

/// Applies an edited table to a ledger file and writes it, if anything changed. Returns how many claims changed. Throws InputError (file:line),
/// with the ledger untouched, for a table that does not fit or is in no Unicode encoding, OutputError if a review of the ledger is going on.
std::size_t apply_review_csv(const std::string& ledger_file, const std::string& csv_file, const claims::Reviewer& reviewer, const claims::FindPlace& find_place);

}  // namespace dateline::pipeline
