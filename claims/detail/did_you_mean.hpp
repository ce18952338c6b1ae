#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::claims::detail {

/// `did you mean "quote"?` for the word nearest to `given`, if one is near enough; else `known are a, b, c`.
[[nodiscard]] std::string suggest(std::string_view given, const std::vector<std::string_view>& known);

}  // namespace dateline::claims::detail
