#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::geo::detail {

/// CRC-32 as in gzip: finds torn and damaged records.
[[nodiscard]] std::uint32_t crc32(std::string_view bytes) noexcept;

/// The first half of SHA-256: two contents with one digest do not happen by chance, nor, for less than 2^64 tries, by intention.
using ContentDigest = std::array<std::uint64_t, 2>;
[[nodiscard]] ContentDigest content_digest(std::string_view bytes);

}  // namespace dateline::geo::detail
