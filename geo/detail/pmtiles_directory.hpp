#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::geo::detail {

/// One entry of a PMTiles directory: `run` tiles from number `id` on that share their bytes; run 0 points to a leaf directory.
struct PmEntry {
  std::uint64_t id = 0;
  std::uint64_t offset = 0;
  std::uint32_t length = 0;
  std::uint32_t run = 0;
};

/// Serialized as section 4 of the specification says, not packed.
[[nodiscard]] std::string write_directory(std::span<const PmEntry> entries);
/// Throws InputError for bytes that are no directory: cut off, too long, ids that do not rise, lengths of 0.
[[nodiscard]] std::vector<PmEntry> read_directory(std::string_view bytes);

/// The root directory and the leaf directories behind it, both packed with gzip. The root is at most `root_limit` bytes.
struct PackedDirectories {
  std::string root;
  std::string leaves;
};
[[nodiscard]] PackedDirectories pack_directories(std::span<const PmEntry> entries, std::size_t root_limit);

/// The entry that holds tile `id`, or the leaf to look for it in; null if there is none.
[[nodiscard]] const PmEntry* find_entry(const std::vector<PmEntry>& entries, std::uint64_t id) noexcept;

}  // namespace dateline::geo::detail
