#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/token.hpp"

namespace dateline::article::detail {

/// One or more lines that belong together.
struct Paragraph {
  Span span;                                 ///< without surrounding space and without a bullet
  SentenceKind kind = SentenceKind::Body;    ///< what its sentences are, as far as the layout tells
  std::uint32_t lines = 1;
};

/// Cuts a story into paragraphs: blank lines and line breaks are borders, except the line breaks of text that was wrapped
/// to a fixed width, where the first word of the next line would not have fitted on the line before. Names headings, list
/// items and boilerplate.
[[nodiscard]] std::vector<Paragraph> find_paragraphs(std::string_view text, Span body);

}  // namespace dateline::article::detail
