#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/text_table.hpp"

namespace dateline::gazetteer::detail {

/// One of the small reviewed tables.
[[nodiscard]] TextTable read_own_table(const std::filesystem::path& file, const std::vector<std::string>& columns);

}  // namespace dateline::gazetteer::detail
