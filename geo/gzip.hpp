#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::geo {

/// RFC 1952, without name or time: the same bytes give the same result.
[[nodiscard]] std::string gzip(std::string_view bytes);
/// Throws InputError for damaged bytes and for more than `max_bytes` of content.
[[nodiscard]] std::string gunzip(std::string_view bytes, std::size_t max_bytes);
[[nodiscard]] inline bool is_gzip(std::string_view bytes) noexcept { return bytes.starts_with("\x1f\x8b"); }

}  // namespace dateline::geo
