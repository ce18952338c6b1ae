#pragma once

#include <string_view>
#include <vector>

#include "base/token.hpp"

namespace dateline::article::detail {

/// Cuts the bytes of `body` into tokens as base/token.hpp describes them.
///
/// Further rules: an apostrophe between letters stays inside the word ("don't", "Xi'an") unless it begins a possessive;
/// digits directly after letters belong to the word ("G7"), letters after digits do not ("10th"); a run longer than
/// limits::max_word_bytes is a symbol. Linear time.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text, Span body);

}  // namespace dateline::article::detail
