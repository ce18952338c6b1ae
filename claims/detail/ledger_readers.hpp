#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "claims/ledger.hpp"

/// The two readers of ledgers: one for what is as it should be, one for the rest. What the quick one accepts, the careful one accepts with the same result.
namespace dateline::claims::detail {

/// Reads a ledger whose fields stand in the order in which Dateline writes them, several times as fast as the careful reader. Absent if anything
/// is not as written by to_json: another order, a wrong type, an unknown field, damage.
[[nodiscard]] std::optional<Ledger> read_quickly(std::string_view json);

/// Reads any valid ledger. Throws as ledger_from_json does.
[[nodiscard]] Ledger read_carefully(std::string_view json, const std::string& file);

}  // namespace dateline::claims::detail
