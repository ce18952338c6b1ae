#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace dateline::gazetteer::detail {

/// A whole table, unpacked if it is gzip (plain text passes through). Throws InputError for a missing, damaged or
/// truncated file, and for more than `max_bytes` of content.
[[nodiscard]] std::string read_table_file(const std::filesystem::path& path, std::size_t max_bytes);

}  // namespace dateline::gazetteer::detail
