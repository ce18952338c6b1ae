#pragma once

#include <string_view>
#include <vector>

#include "base/token.hpp"

namespace dateline::claims::detail {

/// A stretch between quotation marks, marks included.
struct QuotedSpan {
  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;      ///< one past
  bool unbalanced = false;           ///< its end was guessed
};

/// Quotations of a text in order, not overlapping: curly, straight, low and angle double marks, and curly single ones. A mark that
/// is missing is made up for at the next mark or at the end of the sentence or paragraph, so that one lost mark never swallows the
/// rest of a story. A paragraph that opens a quotation again continues the one before.
[[nodiscard]] std::vector<QuotedSpan> find_quotes(std::string_view text, const SegmentedText& segments);

}  // namespace dateline::claims::detail
