#pragma once

#include "claims/detail/story.hpp"

namespace dateline::claims::detail {

/// Code points of context kept on each side of a quote, as the W3C TextQuote selector wants.
inline constexpr std::size_t quote_context = 32;

/// The quote of a byte span: exact words, context, code-point offsets.
[[nodiscard]] Quote make_quote(const Story& story, Span span);

}  // namespace dateline::claims::detail
