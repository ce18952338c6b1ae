#include "pipeline/detail/review_card.hpp"

#include "base/utf8.hpp"
#include "claims/event_view.hpp"
#include "claims/review.hpp"
#include "claims/words.hpp"
#include "pipeline/explain.hpp"
#include "pipeline/terminal_text.hpp"

namespace dateline::pipeline::detail {

namespace {

constexpr std::size_t kContext = 240;  // code points before and after the quote: a sentence or two

/// The quote between >>> and <<<, with what stands around it.
std::string in_context(const claims::Quote& quote, std::string_view story) {
  std::string before = quote.prefix, after = quote.suffix;
  if (!story.empty()) {
    const CodePointIndex index(story);
    const std::size_t start = index.to_bytes(quote.start), end = index.to_bytes(quote.end);
    const std::size_t first = index.to_bytes(quote.start < kContext ? 0 : quote.start - kContext);
    const std::size_t last = index.to_bytes(quote.end + kContext);
    if (start <= end && story.substr(start, end - start) == quote.exact) {
      before = (first == 0 ? "" : "…") + std::string(story.substr(first, start - first));
      after = std::string(story.substr(end, last - end)) + (last == story.size() ? "" : "…");
    }
  }
  return before + ">>>" + quote.exact + "<<<" + after;
}

}  // namespace

std::string review_card(const claims::LedgerIndex& index, const claims::Claim& claim, CardNumber number, std::string_view story, const std::string& note) {
  std::string out = "\n--- claim " + std::to_string(number.number) + " of " + std::to_string(number.of) + " ---\n";
  if (!note.empty()) out += "(" + note + ")\n";
  out += in_context(claim.quote, story) + "\n\n";
  out += explain(index, claim.id);
  if (!claim.review.note.empty()) out += "     note   " + claim.review.note + "\n";
  if (!claim.review.was.empty()) out += "     before " + claim.review.was + "\n";
  return safe_for_terminal(out);
}

}  // namespace dateline::pipeline::detail
