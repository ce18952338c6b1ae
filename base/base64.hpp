#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Base64 (RFC 4648, with padding), for data: addresses.
[[nodiscard]] std::string to_base64(std::string_view bytes);

}  // namespace dateline
