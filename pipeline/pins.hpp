#pragma once

#include <string>
#include <vector>

#include "claims/ledger.hpp"
#include "gazetteer/store.hpp"

namespace dateline::pipeline {

/// Reads a CSV file of pins: the first row names the columns `surface`, `place` and, if there are pins for one story, `article`.
/// Throws InputError with file and line.
[[nodiscard]] std::vector<claims::Pin> read_pins(const std::string& file);

/// The bytes of a ledger with one pin more, or with another place for a pin that is there (same surface and article). All other
/// bytes stay as they are. `file` is for messages. Throws InputError for a ledger that is none, an unknown article or place.
[[nodiscard]] std::string with_pin(const std::string& ledger_json, const std::string& file, const claims::Pin& pin, const gazetteer::Store& store);

}  // namespace dateline::pipeline
