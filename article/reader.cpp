#include "article/reader.hpp"

#include "article/detail/finish.hpp"
#include "article/detail/html.hpp"
#include "article/detail/plain_text.hpp"
#include "base/error.hpp"

namespace dateline::article {

Article read_article(std::string_view bytes, const std::string& file, const ReadOptions& options) {
  Article article;
  article.file = file;
  std::string text = detail::decode_input(bytes, article);
  if (detail::looks_like_json(text, file)) {
    try {
      Article story = detail::article_from_json(text, file, options);
      story.flags.insert(story.flags.begin(), article.flags.begin(), article.flags.end());
      story.diagnostics.insert(story.diagnostics.begin(), article.diagnostics.begin(), article.diagnostics.end());
      return story;
    } catch (InputError& error) {
      error.set_file(file);
      throw;
    }
  }
  if (detail::looks_like_html(text, file)) {
    detail::read_html(text, article);
    article.body = {0, article.text.size()};
  } else {
    article.text = std::move(text);
    detail::read_preamble(article);
  }
  detail::apply_sidecar(article);
  detail::finish(article, options);
  return article;
}

}  // namespace dateline::article
