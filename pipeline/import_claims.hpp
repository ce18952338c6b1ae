#pragma once

#include <cstddef>
#include <string>

#include "claims/review.hpp"

namespace dateline::pipeline {

/// Takes the edits of an exported table of claims (the layer `claims` of a GeoPackage, or a CSV file) into a ledger file, which is written if anything
/// changed. Columns to be read only, and rows that are missing, are not looked at. Returns how many claims changed. Throws InputError, with the ledger
/// untouched, for a file without such a table, an unknown id or word, and whatever claims::apply_edit refuses.
std::size_t import_claims(const std::string& ledger_file, const std::string& table_file, const claims::Reviewer& reviewer, const claims::FindPlace& find_place);

}  // namespace dateline::pipeline
