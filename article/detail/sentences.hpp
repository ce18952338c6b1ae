#pragma once

#include <string_view>
#include <vector>

#include "article/detail/layout.hpp"
#include "base/token.hpp"

namespace dateline::article::detail {

/// Cuts the tokens of the paragraphs into sentences.
///
/// A stop ends a sentence when what follows (after closing marks) has a space before it and does not go on in lower case:
/// "region. of Ukraine", left by machine translation, stays one sentence. The dot of an abbreviation ends it only
/// before a word that begins sentences.
[[nodiscard]] std::vector<Sentence> find_sentences(std::string_view text, const std::vector<Token>& tokens,
                                                   const std::vector<Paragraph>& paragraphs);

}  // namespace dateline::article::detail
