#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace dateline::gazetteer::detail {

[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::span<const std::byte> bytes);

}  // namespace dateline::gazetteer::detail
