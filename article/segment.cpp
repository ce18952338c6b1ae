#include <algorithm>

#include "article/article.hpp"
#include "article/detail/layout.hpp"
#include "article/detail/sentences.hpp"
#include "article/detail/tokenize.hpp"

namespace dateline::article {

SegmentedText segment(std::string_view text, Span body) {
  body.end = std::min(body.end, text.size());
  body.start = std::min(body.start, body.end);
  SegmentedText result;
  result.tokens = detail::tokenize(text, body);
  result.sentences = detail::find_sentences(text, result.tokens, detail::find_paragraphs(text, body));
  return result;
}

}  // namespace dateline::article
