#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::cli {

/// The known word nearest to a mistyped one, at most two edits (or a third of its length) away; empty if none is near.
[[nodiscard]] std::string suggest(std::string_view word, const std::vector<std::string>& known);

}  // namespace dateline::cli
