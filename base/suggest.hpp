#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The known word nearest to a mistyped one by Levenshtein's distance: at most two edits away (in a long word a third
/// of its length), and fewer than it has bytes; the first of equals; empty if none is near. Words over 40 bytes are near nothing.
[[nodiscard]] std::string nearest_word(std::string_view word, const std::vector<std::string_view>& known);
[[nodiscard]] std::string nearest_word(std::string_view word, const std::vector<std::string>& known);

/// A hint for an unknown name in a file: `did you mean "line-width"?`, or `expected one of a, b, c` if none is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known);
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace dateline
