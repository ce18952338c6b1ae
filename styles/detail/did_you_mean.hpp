#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::styles::detail {

/// `did you mean "line-width"?` if one of `known` is near to `word`, else `expected one of a, b, c`.
[[nodiscard]] std::string suggest(std::string_view word, const std::vector<std::string>& known);

}  // namespace dateline::styles::detail
