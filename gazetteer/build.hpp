#pragma once

#include <filesystem>
#include <string>

#include "base/progress.hpp"

namespace dateline::gazetteer {

/// Compiles the tables of gazetteer/data into the bytes of the default place store (docs/formats/place-store.md).
/// The same tables give the same bytes. Throws InputError (file:line) for a table that is missing or wrong.
[[nodiscard]] std::string compile_tables(const std::filesystem::path& folder, Progress& progress);

}  // namespace dateline::gazetteer
