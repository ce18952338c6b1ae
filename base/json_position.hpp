#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/source_position.hpp"

namespace dateline {

/// Byte range of the value that a JSON Pointer (RFC 6901: "/claims/3/quote") names in valid JSON `text`;
/// absent if there is no such value. Reads the text once, in linear time, without building a tree: for error messages.
[[nodiscard]] std::optional<Span> find_json_value(std::string_view text, std::string_view pointer);

}  // namespace dateline
