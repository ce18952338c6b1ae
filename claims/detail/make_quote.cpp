#include "claims/detail/make_quote.hpp"

#include <algorithm>

namespace dateline::claims::detail {

Quote make_quote(const Story& story, Span span) {
  Quote quote;
  const auto text = story.text();
  const auto& index = story.code_points;
  quote.start = index.to_code_points(span.start);
  quote.end = index.to_code_points(span.end);
  // Back to bytes, so that a span inside a code point cannot cut it.
  const auto first = index.to_bytes(quote.start);
  const auto last = index.to_bytes(quote.end);
  quote.exact = std::string(text.substr(first, last - first));
  const auto before = index.to_bytes(quote.start > quote_context ? quote.start - quote_context : 0);
  const auto after = index.to_bytes(std::min(quote.end + quote_context, index.size()));
  quote.prefix = std::string(text.substr(before, first - before));
  quote.suffix = std::string(text.substr(last, after - last));
  return quote;
}

}  // namespace dateline::claims::detail
