#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "claims/ledger.hpp"

namespace dateline::claims {

/// The ledger as pretty-printed, sorted UTF-8 JSON that ends in a newline; same ledger, same bytes.
[[nodiscard]] std::string to_json(const Ledger& ledger);
/// One claim (with its article, sources and places resolved to names) as one line of JSON, for NDJSON streams and --json.
[[nodiscard]] std::string to_json_line(const Ledger& ledger, const Claim& claim);

/// Reads and validates. Throws InputError with file:line:column for malformed JSON, a missing or mistyped field, an unknown word
/// in an enumeration, a reference to nothing, an impossible offset, a duplicate id, a cut file or another version.
[[nodiscard]] Ledger ledger_from_json(std::string_view json, const std::string& file);

}  // namespace dateline::claims
