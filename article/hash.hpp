#pragma once

#include <string>
#include <string_view>

namespace dateline::article {

/// SHA-256 of the bytes, 64 lower-case hex digits (FIPS 180-4).
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace dateline::article
